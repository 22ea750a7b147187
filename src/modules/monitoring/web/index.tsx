// The door of the slice's pages: navigation, routes, the worklist of the home page, and the cases of a household.

import type { AnyRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { HomeCard, NavItem } from '../../../platform/web/frame/shell.tsx';
import { Loading } from '../../../platform/web/states.tsx';
import type { HouseholdSection } from '../../households/web/index.ts';
import { declareNavigation, declareRoutes } from './declare-routes.tsx';
import { deskNavigation, deskRoutes } from './desk-routes.tsx';
import { householdHelpSection, planNavigation, planRoutes } from './plan-routes.tsx';
import { boardSearch, caseSearch, casesSearch, cluesSearch, noticesSearch } from './searches.ts';
import './monitoring.css';

// Parts of other pages are loaded with those pages, not with the frame.
const HomeWorklist = lazy(() => import('./parts/home-worklist.tsx').then((part) => ({ default: part.HomeWorklist })));
const HouseholdCases = lazy(() =>
  import('./parts/household-cases.tsx').then((part) => ({ default: part.HouseholdCases })),
);

/** The cases of a household, and what it received, on its page. */
export const householdSections: HouseholdSection[] = [
  {
    key: 'monitoring',
    title: '监测',
    operation: 'monitoring.of-household',
    render: ({ countyCode, id }) => (
      <Suspense fallback={<Loading rows={2} />}>
        <HouseholdCases countyCode={countyCode} householdId={id} />
      </Suspense>
    ),
  },
  householdHelpSection,
];

export const navigation: NavItem[] = [
  { group: 'monitoring', title: '线索', path: '/monitoring/clues', operation: 'monitoring.clues' },
  { group: 'monitoring', title: '监测对象', path: '/monitoring/cases', operation: 'monitoring.cases' },
  { group: 'monitoring', title: '办理看板', path: '/monitoring/board', operation: 'monitoring.cases' },
  { group: 'monitoring', title: '公示', path: '/monitoring/notices', operation: 'monitoring.notices' },
];

/** What comes after the work of every day. */
export const furtherNavigation: NavItem[] = [...planNavigation, ...deskNavigation, ...declareNavigation];

export const homeCards: HomeCard[] = [
  {
    key: 'monitoring.worklist',
    operation: 'monitoring.worklist',
    render: () => (
      <Suspense fallback={<Loading rows={8} />}>
        <HomeWorklist />
      </Suspense>
    ),
  },
];

export const routes: AnyRoute[] = [
  framePage({
    path: '/monitoring/clues',
    search: cluesSearch,
    load: () => import('./pages/clues.tsx').then((page) => page.CluesPage),
  }),
  framePage({
    path: '/monitoring/cases',
    search: casesSearch,
    load: () => import('./pages/cases.tsx').then((page) => page.CasesPage),
  }),
  framePage({
    path: '/monitoring/board',
    search: boardSearch,
    load: () => import('./pages/board.tsx').then((page) => page.BoardPage),
  }),
  framePage({
    path: '/monitoring/cases/$key',
    search: caseSearch,
    load: () => import('./pages/case.tsx').then((page) => page.CasePage),
  }),
  framePage({
    path: '/monitoring/notices',
    search: noticesSearch,
    load: () => import('./pages/notices.tsx').then((page) => page.NoticesPage),
  }),
  ...planRoutes,
  ...deskRoutes,
  ...declareRoutes,
];
