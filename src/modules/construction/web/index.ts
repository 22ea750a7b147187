// The door of the slice's pages: what an area has, what asks for action, one village.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';

const at = (title: string, tab: string, operation: string) => ({
  ...{ title, area: '建设治理', entry: '厕所污水垃圾', tab, operation },
});

export const routes: AnyRoute[] = [
  framePage({
    path: '/construction',
    menu: {
      ...at('建设进度', '进度', 'construction.overview'),
      words: ['改厕进度', '垃圾收运', '污水治理', '人居环境'],
    },
    help: () => import('./help.ts').then((help) => help.overview),
    load: () => import('./pages/overview.tsx').then((page) => page.OverviewPage),
  }),
  framePage({
    path: '/construction/needs',
    menu: { ...at('建设待办', '待办', 'construction.needs'), words: ['厕所整改', '回头看'] },
    help: () => import('./help.ts').then((help) => help.needs),
    load: () => import('./pages/needs.tsx').then((page) => page.NeedsPage),
  }),
  framePage({
    path: '/construction/villages/$code',
    help: () => import('./help.ts').then((help) => help.village),
    load: () => import('./pages/village.tsx').then((page) => page.VillagePage),
  }),
];
