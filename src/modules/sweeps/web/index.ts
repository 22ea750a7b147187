// The door of the slice's pages: rounds, how far one is, its households, its rechecks.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';

export const routes: AnyRoute[] = [
  framePage({
    path: '/sweeps',
    menu: {
      title: '集中监测和摸排',
      area: '监测帮扶',
      entry: '集中排查',
      tab: '轮次',
      operation: 'sweeps.rounds',
      words: ['集中监测', '集中摸排', '季度排查', '大排查', '入户核查', '覆盖率'],
    },
    help: () => import('./help.ts').then((help) => help.rounds),
    load: () => import('./pages/rounds.tsx').then((page) => page.RoundsPage),
  }),
  framePage({
    path: '/sweeps/$number',
    help: () => import('./help.ts').then((help) => help.board),
    load: () => import('./pages/board.tsx').then((page) => page.BoardPage),
  }),
  framePage({
    path: '/sweeps/$number/households',
    help: () => import('./help.ts').then((help) => help.households),
    load: () => import('./pages/households.tsx').then((page) => page.HouseholdsPage),
  }),
  framePage({
    path: '/sweeps/$number/rechecks',
    help: () => import('./help.ts').then((help) => help.rechecks),
    load: () => import('./pages/rechecks.tsx').then((page) => page.RechecksPage),
  }),
];
