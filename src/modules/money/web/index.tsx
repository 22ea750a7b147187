// The door of the slice's pages: the way of the money, and what a household got of it.

import type { AnyRoute } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { RowOfRegister } from '../../../platform/web/registers/moves/state-of-row.tsx';
import { Loading } from '../../../platform/web/states.tsx';
import type { HouseholdSection } from '../../households/web/index.ts';

const HouseholdMoney = lazy(() =>
  import('./parts/household-money.tsx').then((part) => ({ default: part.HouseholdMoney })),
);

export const householdSection: HouseholdSection = {
  key: 'money',
  title: '得到的项目和资金',
  operation: 'money.of-household',
  render: ({ countyCode, id }) => (
    <Suspense fallback={<Loading rows={2} />}>
      <HouseholdMoney countyCode={countyCode} id={id} />
    </Suspense>
  ),
};

/** `State`: where a row of a register stands, of the composition, which knows all registers. */
export const moneyRoutes = (State: ComponentType<RowOfRegister>): AnyRoute[] => [
  framePage({
    path: '/money',
    menu: {
      title: '资金流向',
      area: '资金项目',
      entry: '衔接资金',
      tab: '流向',
      operation: 'money.flow',
      words: ['钱到哪了', '资金去向', '资金到哪', '哪个旗县压着钱', '资金沉淀', '资金闲置', '结存'],
    },
    help: () => import('./help.ts').then((help) => help.flow),
    load: () => import('./pages/flow.tsx').then((page) => page.FlowPage),
  }),
  framePage({
    path: '/money/projects',
    menu: { title: '项目资金', area: '资金项目', entry: '项目实施', tab: '项目资金', operation: 'money.projects' },
    help: () => import('./help.ts').then((help) => help.projects),
    load: () => import('./pages/projects.tsx').then((page) => page.ProjectsPage),
  }),
  framePage({
    path: '/money/timeline',
    menu: { title: '项目进度图', area: '资金项目', entry: '项目实施', tab: '进度图', operation: 'money.timeline' },
    help: () => import('./help.ts').then((help) => help.timeline),
    load: () => import('./pages/timeline.tsx').then((page) => page.TimelinePage),
  }),
  framePage({
    path: '/money/map',
    menu: {
      title: '项目分布图',
      area: '资金项目',
      entry: '项目实施',
      tab: '分布图',
      operation: 'money.project-map',
      words: ['项目地图', '哪些村有项目', '村里的项目'],
    },
    help: () => import('./help.ts').then((help) => help.projectMap),
    load: () => import('./pages/project-map.tsx').then((page) => page.ProjectMapPage),
  }),
  framePage({
    path: '/money/projects/$number',
    load: () => import('./pages/project.tsx').then((page) => () => <page.ProjectPage State={State} />),
  }),
  framePage({
    path: '/money/documents',
    menu: { title: '下达文件', area: '资金项目', entry: '衔接资金', tab: '下达文件', operation: 'money.documents' },
    help: () => import('./help.ts').then((help) => help.documents),
    load: () => import('./pages/documents.tsx').then((page) => page.DocumentsPage),
  }),
  framePage({
    path: '/money/documents/$number',
    load: () => import('./pages/document.tsx').then((page) => page.DocumentPage),
  }),
  framePage({
    path: '/money/concerns',
    menu: {
      title: '资金提醒',
      area: '资金项目',
      entry: '衔接资金',
      tab: '提醒',
      operation: 'money.concerns',
      words: ['未开工先支付', '先付款后开工', '提前付款', '钱没花出去', '支出慢', '拆分项目', '逃避招标'],
    },
    help: () => import('./help.ts').then((help) => help.concerns),
    load: () => import('./pages/concerns.tsx').then((page) => page.ConcernsPage),
  }),
];
