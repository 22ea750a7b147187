// The door of the slice's pages: routes, the tabs of a case and what a household received.

import type { AnyRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { HomeCard } from '../../../platform/web/frame/shell.tsx';
import { Loading } from '../../../platform/web/states.tsx';
import type { CaseSection } from '../../cases/web/index.tsx';
import type { HouseholdSection } from '../../households/web/index.ts';

const HomeHelp = lazy(() => import('./parts/home-help.tsx').then((part) => ({ default: part.HomeHelp })));
const HouseholdHelp = lazy(() =>
  import('./parts/household-help.tsx').then((part) => ({ default: part.HouseholdHelp })),
);

const CasePlan = lazy(() => import('./parts/case-plan.tsx').then((part) => ({ default: part.CasePlanPart })));
const CaseVisits = lazy(() => import('./parts/case-visits.tsx').then((part) => ({ default: part.CaseVisitsPart })));

/** Tabs of a case. */
export const caseSections: CaseSection[] = [
  {
    key: 'plan',
    title: '一户一策',
    operation: 'help.measures',
    render: ({ caseKey }) => (
      <Suspense fallback={<Loading rows={6} />}>
        <CasePlan caseKey={caseKey} />
      </Suspense>
    ),
  },
  {
    key: 'visits',
    title: '走访',
    operation: 'help.visits',
    render: ({ caseKey }) => (
      <Suspense fallback={<Loading rows={4} />}>
        <CaseVisits caseKey={caseKey} />
      </Suspense>
    ),
  },
];

/** What a household received, on its page. */
export const householdSection: HouseholdSection = {
  key: 'help',
  title: '已享受帮扶',
  operation: 'help.of-household',
  render: ({ countyCode, id }) => (
    <Suspense fallback={<Loading rows={2} />}>
      <HouseholdHelp countyCode={countyCode} householdId={id} />
    </Suspense>
  ),
};

export const homeCards: HomeCard[] = [
  {
    key: 'help.summary',
    operation: 'help.summary',
    render: () => (
      <Suspense fallback={<Loading rows={3} />}>
        <HomeHelp />
      </Suspense>
    ),
  },
];

export const routes: AnyRoute[] = [
  framePage({
    path: '/help/gaps',
    menu: { title: '措施缺口', area: '监测帮扶', entry: '措施与走访', tab: '缺口', operation: 'help.gaps' },
    help: () => import('./help.ts').then((help) => help.gaps),
    load: () => import('./pages/gaps.tsx').then((page) => page.GapsPage),
  }),
  framePage({
    path: '/help/visits-due',
    menu: {
      title: '走访提醒',
      area: '监测帮扶',
      entry: '措施与走访',
      tab: '走访',
      operation: 'help.visits-due',
      words: ['入户', '上门', '走访记录'],
    },
    help: () => import('./help.ts').then((help) => help.visits),
    load: () => import('./pages/visits-due.tsx').then((page) => page.VisitsDuePage),
  }),
  framePage({
    path: '/help/measure-library',
    menu: { title: '措施库', area: '设置', entry: '措施库', operation: 'help.measure-libraries' },
    help: () => import('./help.ts').then((help) => help.library),
    load: () => import('./pages/measure-library.tsx').then((page) => page.MeasureLibraryPage),
  }),
];
