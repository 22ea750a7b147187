// The door of the slice's pages: key counties, and one of them.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';

export const routes: AnyRoute[] = [
  framePage({
    path: '/key-counties',
    menu: {
      ...{ title: '重点旗县', area: '帮扶力量', entry: '重点旗县', tab: '总览' },
      ...{ operation: 'keycounties.overview', words: ['双包联', '重点帮扶旗县', '倾斜支持'] },
    },
    help: () => import('./help.ts').then((help) => help.overview),
    load: () => import('./pages/overview.tsx').then((page) => page.OverviewPage),
  }),
  framePage({
    path: '/key-counties/$county',
    help: () => import('./help.ts').then((help) => help.county),
    load: () => import('./pages/county.tsx').then((page) => page.CountyPage),
  }),
];
