// What slices above add to the pages of this one; the composition hands it down.

import type { ReactNode } from 'react';
import type { CaseKey } from '../domain/addresses.ts';
import type { CaseDetail, ClueItem } from './types.ts';

/** A tab of the page of a case. */
export type CaseSection = {
  key: string;
  title: string;
  /** Left out for accounts that may not call it. */
  operation?: string;
  /** Left out where it has nothing to say of a case. */
  when?: (detail: CaseDetail) => boolean;
  render: (of: { caseKey: CaseKey; detail: CaseDetail }) => ReactNode;
};

/** What else is known of a clue, below what is shown of it. */
export type ClueSection = { render: (clue: ClueItem) => ReactNode };
