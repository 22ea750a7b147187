// The door of the slice's pages: drafting a circular, and what its register shows of one.

import type { AnyRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { RegisterParts } from '../../../platform/web/registers/registers.tsx';

const Content = lazy(() => import('./parts/circular-content.tsx').then((part) => ({ default: part.CircularContent })));

export const registerParts: RegisterParts = {
  RowSection: ({ register, row }) =>
    register.code === 'circulars' ? (
      <Suspense fallback={null}>
        <Content row={row} />
      </Suspense>
    ) : null,
};

export const routes: AnyRoute[] = [
  framePage({
    path: '/circulars/targets',
    menu: {
      ...{ title: '目标进度', area: '督查指标', entry: '进度通报', tab: '目标进度', operation: 'circulars.targets' },
      words: ['目标任务', '完成率', '任务完成', '预计完成'],
    },
    help: () => import('./help.ts').then((help) => help.targets),
    load: () => import('./pages/targets.tsx').then((page) => page.TargetsPage),
  }),
  framePage({
    path: '/circulars/draft',
    menu: { title: '起草通报', area: '督查指标', entry: '进度通报', tab: '起草通报', operation: 'circulars.draft' },
    help: () => import('./help.ts').then((help) => help.draft),
    load: () => import('./pages/draft.tsx').then((page) => page.DraftPage),
  }),
];
