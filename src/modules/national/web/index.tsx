// The door of the slice's pages: the list for the national system.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';

export const routes: AnyRoute[] = [
  framePage({
    path: '/national',
    menu: {
      title: '国家系统回写',
      area: '农牧户',
      entry: '国家系统比对与回写',
      operation: 'national.changes',
      words: ['防返贫系统', '全国系统'],
    },
    help: () => import('./help.ts').then((help) => help.changes),
    load: () => import('./pages/national.tsx').then((page) => page.NationalPage),
  }),
];
