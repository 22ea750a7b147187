// Pages, navigation, home cards and searches of all slices in the order of the screen. A new slice adds its lines here.

import type { AnyRoute } from '@tanstack/react-router';
import * as accounts from '../modules/accounts/web/index.ts';
import * as feeds from '../modules/feeds/web/index.tsx';
import * as households from '../modules/households/web/index.ts';
import * as monitoring from '../modules/monitoring/web/index.tsx';
import * as regions from '../modules/regions/web/index.ts';
import * as warnings from '../modules/warnings/web/index.tsx';
import { framePage } from '../platform/web/frame/routes.tsx';
import type { Shell } from '../platform/web/frame/shell.tsx';
import type { RegionSource } from '../platform/web/regions.tsx';

const homePage = framePage({
  path: '/',
  load: () => import('../platform/web/frame/home-page.tsx').then((page) => page.HomePage),
});

export const FRAMED_ROUTES: AnyRoute[] = [
  homePage,
  ...monitoring.routes,
  ...warnings.routes,
  ...households.householdRoutes([...monitoring.householdSections, warnings.householdSection]),
  ...feeds.routes,
  ...regions.routes,
  ...accounts.accountRoutes(() => import('./audit-words.tsx').then((all) => all.AUDIT_WORDS)),
];
export const BARE_ROUTES: AnyRoute[] = [...accounts.bareRoutes];
export const REGION_SOURCE: RegionSource = regions.regionSource;

export const SHELL: Shell = {
  groups: [
    { key: 'desk', title: '工作台' },
    { key: 'monitoring', title: '监测帮扶' },
    { key: 'households', title: '农牧户' },
    { key: 'feeds', title: '部门数据' },
    { key: 'system', title: '系统' },
  ],
  navigation: [
    { group: 'desk', title: '工作台', path: '/' },
    ...monitoring.navigation,
    ...warnings.navigation,
    ...monitoring.furtherNavigation,
    ...households.navigation,
    ...feeds.navigation,
    ...accounts.navigation,
    ...regions.navigation,
  ],
  homeCards: [...monitoring.homeCards, ...warnings.homeCards, ...feeds.homeCards],
  searches: [...households.searches, ...regions.searches],
  loadViewer: accounts.loadViewer,
  signOut: accounts.signOut,
};
