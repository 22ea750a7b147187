// Pages of help and what other pages show of it, for the door of the slice.

import type { AnyRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { NavItem } from '../../../platform/web/frame/shell.tsx';
import { Loading } from '../../../platform/web/states.tsx';
import type { HouseholdSection } from '../../households/web/index.ts';
import { gapsSearch, measureLibrarySearch, visitsDueSearch } from './plan-searches.ts';

const HouseholdHelp = lazy(() =>
  import('./parts/household-help.tsx').then((part) => ({ default: part.HouseholdHelp })),
);

/** What a household received, on its page. */
export const householdHelpSection: HouseholdSection = {
  key: 'help',
  title: '已享受帮扶',
  operation: 'monitoring.help-of-household',
  render: ({ countyCode, id }) => (
    <Suspense fallback={<Loading rows={2} />}>
      <HouseholdHelp countyCode={countyCode} householdId={id} />
    </Suspense>
  ),
};

export const planNavigation: NavItem[] = [
  { group: 'monitoring', title: '措施缺口', path: '/monitoring/gaps', operation: 'monitoring.gaps' },
  { group: 'monitoring', title: '走访提醒', path: '/monitoring/visits-due', operation: 'monitoring.visits-due' },
  {
    group: 'system',
    title: '帮扶措施库',
    path: '/monitoring/measure-library',
    operation: 'monitoring.measure-libraries',
  },
];

export const planRoutes: AnyRoute[] = [
  framePage({
    path: '/monitoring/gaps',
    search: gapsSearch,
    load: () => import('./pages/gaps.tsx').then((page) => page.GapsPage),
  }),
  framePage({
    path: '/monitoring/visits-due',
    search: visitsDueSearch,
    load: () => import('./pages/visits-due.tsx').then((page) => page.VisitsDuePage),
  }),
  framePage({
    path: '/monitoring/measure-library',
    search: measureLibrarySearch,
    load: () => import('./pages/measure-library.tsx').then((page) => page.MeasureLibraryPage),
  }),
];
