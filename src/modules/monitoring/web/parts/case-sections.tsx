// The tabs of a case, in their order. Each part of the slice adds its own.

import type { ReactNode } from 'react';
import type { CaseKey } from '../../domain/addresses.ts';
import type { CaseDetail } from '../types.ts';
import { CaseBasics } from './case-basics.tsx';
import { CaseFiles } from './case-files.tsx';
import { ClearingConditions } from './clearing-conditions.tsx';
import { SurveyTable } from './survey-table.tsx';

export type CaseSection = {
  key: string;
  title: string;
  /** Left out for accounts that may not call it. */
  operation?: string;
  /** Left out where it has nothing to say of a case. */
  when?: (detail: CaseDetail) => boolean;
  render: (of: { caseKey: CaseKey; detail: CaseDetail }) => ReactNode;
};

export const CASE_SECTIONS: CaseSection[] = [
  { key: 'basics', title: '基本情况', render: ({ detail }) => <CaseBasics detail={detail} /> },
  { key: 'survey', title: '核实表', render: ({ detail }) => <SurveyTable detail={detail} /> },
  {
    key: 'conditions',
    title: '消除条件',
    when: ({ conditions }) => conditions.length > 0,
    render: ({ detail }) => <ClearingConditions conditions={detail.conditions} />,
  },
  { key: 'files', title: '附件', render: ({ detail }) => <CaseFiles detail={detail} /> },
];
