// The door of the slice's pages.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';

export const routes: AnyRoute[] = [
  framePage({
    path: '/figures',
    menu: {
      title: '公布数',
      area: '督查指标',
      entry: '指标',
      tab: '公布数',
      operation: 'figures.list',
      words: ['指标', '发布会', '数据', '口径'],
    },
    help: () => import('./help.ts').then((help) => help.figures),
    load: () => import('./pages/figures.tsx').then((page) => page.FiguresPage),
  }),
  framePage({
    path: '/figures/$figure',
    help: () => import('./help.ts').then((help) => help.figure),
    load: () => import('./pages/figure.tsx').then((page) => page.FigurePage),
  }),
];
