// What slices above add to the pages of this one; the composition hands it down.

import type { ReactNode } from 'react';
import type { Role } from '../../../kernel/operation.ts';
import type { CaseKey } from '../domain/addresses.ts';
import type { CaseDetail, CaseItem } from './types.ts';

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

/** What slices above let an account do to cases beside the process: a button (with a key) on the page of one, a dialog for many. */
export type CaseDeed = {
  key: string;
  title: string;
  operation: string;
  fits: (item: Pick<CaseItem, 'turn' | 'state'>, role: Role) => boolean;
  button: (item: CaseItem) => ReactNode;
  render: (of: { cases: CaseKey[]; onClose: () => void }) => ReactNode;
};
