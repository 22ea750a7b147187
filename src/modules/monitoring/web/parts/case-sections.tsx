// The tabs of a case, in their order. Each part of the slice adds its own.

import type { CaseSection } from '../case-section.ts';
import { CaseBasics } from './case-basics.tsx';
import { documentsSection } from './case-documents.tsx';
import { CaseFiles } from './case-files.tsx';
import { casePlanSection } from './case-plan.tsx';
import { caseVisitsSection } from './case-visits.tsx';
import { ClearingConditions } from './clearing-conditions.tsx';
import { SurveyTable } from './survey-table.tsx';

export const CASE_SECTIONS: CaseSection[] = [
  { key: 'basics', title: '基本情况', render: ({ detail }) => <CaseBasics detail={detail} /> },
  { key: 'survey', title: '核实表', render: ({ detail }) => <SurveyTable detail={detail} /> },
  {
    key: 'conditions',
    title: '消除条件',
    when: ({ conditions }) => conditions.length > 0,
    render: ({ detail }) => <ClearingConditions conditions={detail.conditions} />,
  },
  casePlanSection,
  caseVisitsSection,
  documentsSection,
  { key: 'files', title: '附件', render: ({ detail }) => <CaseFiles detail={detail} /> },
];
