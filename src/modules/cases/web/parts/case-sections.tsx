// The tabs of a case that this slice has; those of the slices above stand between them.

import type { CaseSection } from '../sections.ts';
import { CaseBasics } from './case-basics.tsx';
import { CaseFiles } from './case-files.tsx';
import { ClearingConditions } from './clearing-conditions.tsx';
import { SurveyTable } from './survey-table.tsx';

export const FIRST_SECTIONS: CaseSection[] = [
  { key: 'basics', title: '基本情况', render: ({ detail }) => <CaseBasics detail={detail} /> },
  { key: 'survey', title: '核实表', render: ({ detail }) => <SurveyTable detail={detail} /> },
  {
    key: 'conditions',
    title: '消除条件',
    when: ({ conditions }) => conditions.length > 0,
    render: ({ detail }) => <ClearingConditions conditions={detail.conditions} />,
  },
];

export const LAST_SECTIONS: CaseSection[] = [
  { key: 'files', title: '附件', render: ({ detail }) => <CaseFiles detail={detail} /> },
];
