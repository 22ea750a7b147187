// The door of the slice's pages: the bulletin, and the lists that its numbers open.

import type { AnyRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { HomeCard } from '../../../platform/web/frame/shell.tsx';
import { Loading } from '../../../platform/web/states.tsx';

const HomeSupervision = lazy(() =>
  import('./parts/home-supervision.tsx').then((part) => ({ default: part.HomeSupervision })),
);

/** For those who look after an area: where it is late. */
export const homeCards: HomeCard[] = [
  {
    key: 'bulletin.supervision',
    operation: 'bulletin.progress',
    render: () => (
      <Suspense fallback={<Loading rows={4} />}>
        <HomeSupervision />
      </Suspense>
    ),
  },
];

export const routes: AnyRoute[] = [
  framePage({
    path: '/bulletin',
    menu: {
      title: '进度通报',
      area: '督查指标',
      entry: '进度通报',
      operation: 'bulletin.progress',
      words: ['排名', '进度慢', '逾期'],
    },
    help: () => import('./help.ts').then((help) => help.progress),
    load: () => import('./pages/bulletin.tsx').then((page) => page.BulletinPage),
  }),
  framePage({
    path: '/bulletin/cases',
    load: () => import('./pages/figure-cases.tsx').then((page) => page.FigureCasesPage),
  }),
  framePage({
    path: '/bulletin/clues',
    load: () => import('./pages/figure-clues.tsx').then((page) => page.FigureCluesPage),
  }),
];
