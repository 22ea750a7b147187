// The door of the slice's pages: lists of cases, the board, and the worklist of the home page.

import type { AnyRoute } from '@tanstack/react-router';
import { createElement, lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { HomeCard } from '../../../platform/web/frame/shell.tsx';
import { Loading } from '../../../platform/web/states.tsx';
import type { CaseDeed } from '../../cases/web/index.tsx';

// Loaded with the home page, not with the frame.
const HomeWorklist = lazy(() => import('./home/home-worklist.tsx').then((part) => ({ default: part.HomeWorklist })));

export const homeCards: HomeCard[] = [
  {
    key: 'caseload.worklist',
    operation: 'caseload.worklist',
    render: () => (
      <Suspense fallback={<Loading rows={8} />}>
        <HomeWorklist />
      </Suspense>
    ),
  },
];

/** `caseDeeds`: what slices above let an account do to many cases. */
export function caseloadRoutes(caseDeeds: CaseDeed[]): AnyRoute[] {
  const loadCases = () => import('./pages/cases.tsx');
  return [
    framePage({
      path: '/cases',
      menu: {
        title: '监测对象',
        area: '监测帮扶',
        entry: '监测对象',
        tab: '列表',
        operation: 'caseload.list',
        words: ['监测户', '三类户', '脱贫不稳定户', '边缘易致贫户', '突发严重困难户'],
      },
      help: () => import('./help.ts').then((help) => help.cases),
      load: () => loadCases().then((page) => () => createElement(page.CasesPage, { caseDeeds })),
    }),
    framePage({
      path: '/my-households',
      menu: {
        title: '我帮扶的户',
        area: '工作台',
        entry: '我的帮扶户',
        tab: '我帮扶的户',
        operation: 'cases.plan',
        words: ['我包的户', '包联户', '我的户'],
      },
      help: () => import('./help.ts').then((help) => help.myHouseholds),
      load: () => loadCases().then((page) => () => createElement(page.CasesPage, { caseDeeds, own: true })),
    }),
    framePage({
      path: '/cases/board',
      menu: { title: '办理看板', area: '监测帮扶', entry: '监测对象', tab: '看板', operation: 'caseload.list' },
      help: () => import('./help.ts').then((help) => help.board),
      load: () => import('./pages/board.tsx').then((page) => page.BoardPage),
    }),
  ];
}
