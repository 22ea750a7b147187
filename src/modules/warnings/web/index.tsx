// The door of the slice's pages: routes, home, and the warnings of a household for the household's page.

import type { AnyRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { HomeCard } from '../../../platform/web/frame/shell.tsx';
import { Loading } from '../../../platform/web/states.tsx';
import type { HouseholdSection } from '../../households/web/index.ts';

// Parts of other pages are loaded with those pages, not with the frame.
const HomeDue = lazy(() => import('./parts/home-due.tsx').then((part) => ({ default: part.HomeDue })));
const HouseholdWarnings = lazy(() =>
  import('./parts/household-warnings.tsx').then((part) => ({ default: part.HouseholdWarnings })),
);

/** The warnings of a household, on its page. */
export const householdSection: HouseholdSection = {
  key: 'warnings',
  title: '预警',
  operation: 'warnings.of-household',
  render: ({ countyCode, id }) => (
    <Suspense fallback={<Loading rows={2} />}>
      <HouseholdWarnings countyCode={countyCode} householdId={id} />
    </Suspense>
  ),
};

export const homeCards: HomeCard[] = [
  {
    key: 'warnings.due',
    operation: 'warnings.summary',
    render: () => (
      <Suspense fallback={<Loading rows={12} />}>
        <HomeDue />
      </Suspense>
    ),
  },
];

export const routes: AnyRoute[] = [
  framePage({
    path: '/warnings',
    menu: {
      title: '预警',
      area: '监测帮扶',
      entry: '预警',
      tab: '列表',
      operation: 'warnings.list',
      words: ['返贫风险', '住房', '房子', '漏水', '大病', '失业', '辍学', '饮水', '低保'],
    },
    help: () => import('./help.ts').then((help) => help.list),
    load: () => import('./pages/warnings.tsx').then((page) => page.WarningsPage),
  }),
  framePage({
    path: '/warnings/map',
    menu: { title: '预警地图', area: '监测帮扶', entry: '预警', tab: '地图', operation: 'warnings.map' },
    help: () => import('./help.ts').then((help) => help.map),
    load: () => import('./pages/map.tsx').then((page) => page.WarningMapPage),
  }),
  framePage({
    path: '/warnings/rules',
    menu: {
      title: '规则与参数',
      area: '设置',
      entry: '规则与参数',
      operation: 'warnings.rules',
      words: ['收入标准', '监测线', '阈值'],
    },
    help: () => import('./help.ts').then((help) => help.rules),
    load: () => import('./pages/rules.tsx').then((page) => page.RulesPage),
  }),
  framePage({
    path: '/warnings/$key',
    help: () => import('./help.ts').then((help) => help.oneWarning),
    load: () => import('./pages/warning.tsx').then((page) => page.WarningPage),
  }),
];
