// The door of the slice's pages: schemes with scores, who stands where, one sheet.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';

export const routes: AnyRoute[] = [
  framePage({
    path: '/appraisals',
    menu: {
      ...{ title: '考核得分', area: '督查指标', entry: '实绩考核', tab: '考核得分', operation: 'appraisals.schemes' },
      words: ['实绩考核', '考核排名', '得分', '名次'],
    },
    help: () => import('./help.ts').then((help) => help.schemes),
    load: () => import('./pages/schemes.tsx').then((page) => page.SchemesPage),
  }),
  framePage({
    path: '/appraisals/$number',
    help: () => import('./help.ts').then((help) => help.results),
    load: () => import('./pages/results.tsx').then((page) => page.ResultsPage),
  }),
  framePage({
    path: '/appraisals/$number/$region',
    help: () => import('./help.ts').then((help) => help.sheet),
    load: () => import('./pages/sheet.tsx').then((page) => page.SheetPage),
  }),
];
