// The door of the slice's pages: routes, the worklist of the home page, and the cases of a household.

import type { AnyRoute } from '@tanstack/react-router';
import { createElement, lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { HomeCard } from '../../../platform/web/frame/shell.tsx';
import { Loading } from '../../../platform/web/states.tsx';
import type { CaseOfClues } from '../../clues/web/index.ts';
import type { HouseholdSection } from '../../households/web/index.ts';
import { casePath } from '../domain/addresses.ts';
import { boardSearch, caseSearch, casesSearch } from './searches.ts';
import type { CaseDeed, CaseSection } from './sections.ts';
import './cases.css';

export type { CaseDeed, CaseSection } from './sections.ts';
export type { CaseItem } from './types.ts';

// Parts of other pages are loaded with those pages, not with the frame.
const HomeWorklist = lazy(() => import('./parts/home-worklist.tsx').then((part) => ({ default: part.HomeWorklist })));
/** Tells what was done to many cases, with 撤销; for pages of slices above. */
export const UndoNotice = lazy(() => import('./bulk/undo-notice.tsx').then((part) => ({ default: part.UndoNotice })));
const HouseholdCases = lazy(() =>
  import('./parts/household-cases.tsx').then((part) => ({ default: part.HouseholdCases })),
);

/** The cases of a household, on its page. */
export const householdSection: HouseholdSection = {
  key: 'cases',
  title: '监测',
  operation: 'cases.of-household',
  render: ({ countyCode, id }) => (
    <Suspense fallback={<Loading rows={2} />}>
      <HouseholdCases countyCode={countyCode} householdId={id} />
    </Suspense>
  ),
};

/** Clues become a case. */
export const caseOfClues: CaseOfClues = {
  operation: 'cases.open',
  open: async (given) => (await import('./api.ts')).cases.client.open(given),
  path: casePath,
};

export const homeCards: HomeCard[] = [
  {
    key: 'cases.worklist',
    operation: 'cases.worklist',
    render: () => (
      <Suspense fallback={<Loading rows={8} />}>
        <HomeWorklist />
      </Suspense>
    ),
  },
];

/** What the slices above add: tabs of a case, and deeds. */
export type CasesParts = { caseSections: CaseSection[]; caseDeeds: CaseDeed[] };

export function caseRoutes({ caseSections, caseDeeds }: CasesParts): AnyRoute[] {
  return [
    framePage({
      path: '/cases',
      menu: { title: '监测对象', area: '监测帮扶', entry: '监测对象', tab: '列表', operation: 'cases.list' },
      help: () => import('./help.ts').then((help) => help.cases),
      search: casesSearch,
      load: () => import('./pages/cases.tsx').then((page) => () => createElement(page.CasesPage, { caseDeeds })),
    }),
    framePage({
      path: '/my-households',
      menu: { title: '我帮扶的户', area: '工作台', entry: '我的帮扶户', tab: '我帮扶的户', operation: 'cases.plan' },
      search: casesSearch,
      help: () => import('./help.ts').then((help) => help.myHouseholds),
      load: () =>
        import('./pages/cases.tsx').then((page) => () => createElement(page.CasesPage, { caseDeeds, own: true })),
    }),
    framePage({
      path: '/cases/board',
      menu: { title: '办理看板', area: '监测帮扶', entry: '监测对象', tab: '看板', operation: 'cases.list' },
      help: () => import('./help.ts').then((help) => help.board),
      search: boardSearch,
      load: () => import('./pages/board.tsx').then((page) => page.BoardPage),
    }),
    framePage({
      path: '/cases/$key',
      help: () => import('./help.ts').then((help) => help.oneCase),
      search: caseSearch,
      load: () =>
        import('./pages/case.tsx').then((page) => () => createElement(page.CasePage, { caseSections, caseDeeds })),
    }),
  ];
}
