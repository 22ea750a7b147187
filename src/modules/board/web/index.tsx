// The door of the slice's pages: the board, and its figures on the home page of whoever answers for an area.

import type { AnyRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { HomeCard } from '../../../platform/web/frame/shell.tsx';

const HomeBoard = lazy(() => import('./parts/home-board.tsx').then((part) => ({ default: part.HomeBoard })));

export const homeCards: HomeCard[] = [
  {
    key: 'board.home',
    operation: 'board.show',
    render: () => (
      <Suspense fallback={null}>
        <HomeBoard />
      </Suspense>
    ),
  },
];

export const routes: AnyRoute[] = [
  framePage({
    path: '/board',
    menu: {
      ...{ title: '看板', area: '督查指标', entry: '指标', tab: '看板', operation: 'board.show' },
      words: ['领导驾驶舱', '主要指标', '大屏', '排名', '比上周'],
    },
    help: () => import('./help.ts').then((help) => help.board),
    load: () => import('./pages/board.tsx').then((page) => page.BoardPage),
  }),
];
