// The door of the slice's pages: navigation, routes, home, and the warnings of a household for the household's page.

import type { AnyRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { HomeCard, NavItem } from '../../../platform/web/frame/shell.tsx';
import { Loading } from '../../../platform/web/states.tsx';
import type { HouseholdSection } from '../../households/web/index.ts';
import { mapSearch, rulesSearch, warningsSearch } from './searches.ts';

// Parts of other pages are loaded with those pages, not with the frame.
const HomeDue = lazy(() => import('./parts/home-due.tsx').then((part) => ({ default: part.HomeDue })));
const HouseholdWarnings = lazy(() =>
  import('./parts/household-warnings.tsx').then((part) => ({ default: part.HouseholdWarnings })),
);

/** The warnings of a household, on its page. */
export const householdSection: HouseholdSection = {
  key: 'warnings',
  title: '预警',
  operation: 'warnings.of-household',
  render: ({ countyCode, id }) => (
    <Suspense fallback={<Loading rows={2} />}>
      <HouseholdWarnings countyCode={countyCode} householdId={id} />
    </Suspense>
  ),
};

export const navigation: NavItem[] = [
  { group: 'cases', title: '预警', path: '/warnings', operation: 'warnings.list' },
  { group: 'cases', title: '预警地图', path: '/warnings/map', operation: 'warnings.map' },
  { group: 'cases', title: '规则与参数', path: '/warnings/rules', operation: 'warnings.rules' },
];

export const homeCards: HomeCard[] = [
  {
    key: 'warnings.due',
    operation: 'warnings.summary',
    render: () => (
      <Suspense fallback={<Loading rows={12} />}>
        <HomeDue />
      </Suspense>
    ),
  },
];

export const routes: AnyRoute[] = [
  framePage({
    path: '/warnings',
    search: warningsSearch,
    load: () => import('./pages/warnings.tsx').then((page) => page.WarningsPage),
  }),
  framePage({
    path: '/warnings/map',
    search: mapSearch,
    load: () => import('./pages/map.tsx').then((page) => page.WarningMapPage),
  }),
  framePage({
    path: '/warnings/rules',
    search: rulesSearch,
    load: () => import('./pages/rules.tsx').then((page) => page.RulesPage),
  }),
  framePage({
    path: '/warnings/$key',
    load: () => import('./pages/warning.tsx').then((page) => page.WarningPage),
  }),
];
