// The door of the slice's pages.

import type { AnyRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { HomeCard } from '../../../platform/web/frame/shell.tsx';
import { Loading } from '../../../platform/web/states.tsx';

export { batchPath } from './words.ts';

/** A batch that was just handed in, by its id; loaded with the page that shows it. */
export const BatchLoading = lazy(() =>
  import('./parts/batch-loading.tsx').then((part) => ({ default: part.BatchLoading })),
);

// Loaded with the home page, not with the frame.
const HomeBatches = lazy(() => import('./parts/home-batches.tsx').then((part) => ({ default: part.HomeBatches })));

export const homeCards: HomeCard[] = [
  {
    key: 'feeds.batches',
    operation: 'feeds.create-batch',
    render: () => (
      <Suspense fallback={<Loading rows={8} />}>
        <HomeBatches />
      </Suspense>
    ),
  },
];

export const routes: AnyRoute[] = [
  framePage({
    path: '/feeds',
    menu: {
      title: '数据批次',
      area: '部门数据',
      entry: '数据批次',
      operation: 'feeds.batches',
      words: ['导入记录', '撤销导入', '隔离'],
    },
    help: () => import('./help.ts').then((help) => help.batches),
    load: () => import('./pages/batches.tsx').then((page) => page.BatchesPage),
  }),
  framePage({
    path: '/feeds/batches/$batch',
    load: () => import('./pages/batch.tsx').then((page) => page.BatchPage),
  }),
  framePage({
    path: '/feeds/review',
    menu: { title: '待核对', area: '部门数据', entry: '待核对', operation: 'feeds.review' },
    help: () => import('./help.ts').then((help) => help.review),
    load: () => import('./pages/review.tsx').then((page) => page.ReviewPage),
  }),
  framePage({
    path: '/feeds/review/$row',
    load: () => import('./pages/review-row.tsx').then((page) => page.ReviewRowPage),
  }),
  framePage({
    path: '/feeds/datasets',
    menu: {
      title: '数据说明',
      area: '部门数据',
      entry: '数据说明',
      operation: 'feeds.datasets',
      words: ['低保', '名单', '医保', '残疾', '住房', '饮水', '学籍', '死亡', '灾情', '数据模板'],
    },
    help: () => import('./help.ts').then((help) => help.datasets),
    load: () => import('./pages/datasets.tsx').then((page) => page.DatasetsPage),
  }),
  framePage({
    path: '/feeds/rates',
    menu: { title: '匹配率与核实率', area: '部门数据', entry: '匹配率与核实率', operation: 'feeds.rates' },
    help: () => import('./help.ts').then((help) => help.rates),
    load: () => import('./pages/rates.tsx').then((page) => page.RatesPage),
  }),
];
