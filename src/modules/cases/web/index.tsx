// The door of the slice's pages: navigation, routes, the worklist of the home page, and the cases of a household.

import type { AnyRoute } from '@tanstack/react-router';
import { createElement, lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { HomeCard, NavItem } from '../../../platform/web/frame/shell.tsx';
import { Loading } from '../../../platform/web/states.tsx';
import type { HouseholdSection } from '../../households/web/index.ts';
import { boardSearch, caseSearch, casesSearch, cluesSearch } from './searches.ts';
import type { CaseDeed, CaseSection, ClueSection } from './sections.ts';
import './cases.css';

export type { CaseDeed, CaseSection, ClueSection } from './sections.ts';
export type { CaseItem, ClueItem } from './types.ts';

// Parts of other pages are loaded with those pages, not with the frame.
const HomeWorklist = lazy(() => import('./parts/home-worklist.tsx').then((part) => ({ default: part.HomeWorklist })));
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

export const navigation: NavItem[] = [
  { group: 'desk', title: '我帮扶的户', path: '/my-households', operation: 'cases.plan' },
  { group: 'cases', title: '线索', path: '/clues', operation: 'cases.clues' },
  { group: 'cases', title: '监测对象', path: '/cases', operation: 'cases.list' },
  { group: 'cases', title: '办理看板', path: '/cases/board', operation: 'cases.list' },
];

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

/** What the slices above add: tabs of a case, deeds, and what came with a clue. */
export type CasesParts = { caseSections: CaseSection[]; caseDeeds: CaseDeed[]; clueSection: ClueSection };

export function caseRoutes({ caseSections, caseDeeds, clueSection }: CasesParts): AnyRoute[] {
  return [
    framePage({
      path: '/clues',
      search: cluesSearch,
      load: () => import('./pages/clues.tsx').then((page) => () => createElement(page.CluesPage, { clueSection })),
    }),
    framePage({
      path: '/cases',
      search: casesSearch,
      load: () => import('./pages/cases.tsx').then((page) => () => createElement(page.CasesPage, { caseDeeds })),
    }),
    framePage({
      path: '/my-households',
      search: casesSearch,
      load: () =>
        import('./pages/cases.tsx').then((page) => () => createElement(page.CasesPage, { caseDeeds, own: true })),
    }),
    framePage({
      path: '/cases/board',
      search: boardSearch,
      load: () => import('./pages/board.tsx').then((page) => page.BoardPage),
    }),
    framePage({
      path: '/cases/$key',
      search: caseSearch,
      load: () =>
        import('./pages/case.tsx').then((page) => () => createElement(page.CasePage, { caseSections, caseDeeds })),
    }),
  ];
}
