// What other slices add to the page of a household: given by the composition, shown between income and history.

import type { ReactNode } from 'react';
import type { HouseholdDetail } from './types.ts';

export type HouseholdSection = {
  key: string;
  title: string;
  /** Left out for accounts that may not call it. */
  operation?: string;
  render: (household: HouseholdDetail['household']) => ReactNode;
};
