// The door of the slice's pages: rounds, how far one is, its households, its rechecks.

import type { AnyRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import { Loading } from '../../../platform/web/states.tsx';
import type { HouseholdSection } from '../../households/web/index.ts';

const OfHousehold = lazy(() =>
  import('./parts/household-rounds.tsx').then((part) => ({ default: part.HouseholdRounds })),
);

export const householdSection: HouseholdSection = {
  key: 'sweeps',
  title: '集中监测和摸排',
  operation: 'sweeps.of-household',
  render: (household) => (
    <Suspense fallback={<Loading rows={2} />}>
      <OfHousehold {...household} />
    </Suspense>
  ),
};

export const routes: AnyRoute[] = [
  framePage({
    path: '/sweeps',
    menu: {
      title: '集中监测和摸排',
      area: '监测帮扶',
      entry: '集中排查',
      tab: '轮次进度',
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
    path: '/sweeps/$number/assigning',
    help: () => import('./help.ts').then((help) => help.assigning),
    load: () => import('./pages/assigning.tsx').then((page) => page.AssigningPage),
  }),
  framePage({
    path: '/sweeps/$number/rechecks',
    help: () => import('./help.ts').then((help) => help.rechecks),
    load: () => import('./pages/rechecks.tsx').then((page) => page.RechecksPage),
  }),
];
