// A part of a case's page, as its tabs take it.

import type { ReactNode } from 'react';
import type { CaseKey } from '../domain/addresses.ts';

export type CasePart = {
  key: string;
  title: string;
  /** Left out for accounts that may not call it. */
  operation: string;
  render: (of: { caseKey: CaseKey }) => ReactNode;
};
