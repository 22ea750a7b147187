// The door of the slice's pages: how prepared an area is, one event, its households.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';

export const routes: AnyRoute[] = [
  framePage({
    path: '/contingency',
    menu: {
      title: '应急准备和响应',
      area: '监测帮扶',
      entry: '应急预案',
      tab: '响应',
      operation: 'contingency.overview',
      words: ['下雪了', '暴雪', '灾情来了', '应急走访', '启动应急'],
    },
    help: () => import('./help.ts').then((help) => help.overview),
    load: () => import('./pages/overview.tsx').then((page) => page.OverviewPage),
  }),
  framePage({
    path: '/contingency/$number',
    load: () => import('./pages/event.tsx').then((page) => page.EventPage),
  }),
  framePage({
    path: '/contingency/$number/households',
    help: () => import('./help.ts').then((help) => help.households),
    load: () => import('./pages/households.tsx').then((page) => page.HouseholdsPage),
  }),
];
