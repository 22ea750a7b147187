// A tab of the page of a case: each part of the slice adds its own to parts/case-sections.tsx.

import type { ReactNode } from 'react';
import type { CaseKey } from '../domain/addresses.ts';
import type { CaseDetail } from './types.ts';

export type CaseSection = {
  key: string;
  title: string;
  /** Left out for accounts that may not call it. */
  operation?: string;
  /** Left out where it has nothing to say of a case. */
  when?: (detail: CaseDetail) => boolean;
  render: (of: { caseKey: CaseKey; detail: CaseDetail }) => ReactNode;
};
