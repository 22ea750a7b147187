// The door of the slice's pages: the ledgers of assets, what asks for action, one asset.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';

const at = (title: string, tab: string, operation: string, words: readonly string[] = []) => ({
  ...{ title, area: '资金项目', entry: '项目资产', tab, operation, words },
});

export const routes: AnyRoute[] = [
  framePage({
    path: '/assets',
    menu: at('资产台账', '三本账', 'assets.ledger'),
    help: () => import('./help.ts').then((help) => help.ledger),
    load: () => import('./pages/ledger.tsx').then((page) => page.LedgerPage),
  }),
  framePage({
    path: '/assets/list',
    menu: at('资产明细', '明细', 'assets.list', ['资产是谁的', '资产归谁', '资产收益多少', '谁的资产']),
    help: () => import('./help.ts').then((help) => help.list),
    load: () => import('./pages/list.tsx').then((page) => page.AssetListPage),
  }),
  framePage({
    path: '/assets/needs',
    menu: at('资产待办', '待办', 'assets.needs', ['闲置资产', '合同到期', '租金没收']),
    help: () => import('./help.ts').then((help) => help.needs),
    load: () => import('./pages/needs.tsx').then((page) => page.NeedsPage),
  }),
  framePage({ path: '/assets/$number', load: () => import('./pages/asset.tsx').then((page) => page.AssetPage) }),
  framePage({
    path: '/assets/$number/handover',
    load: () => import('./pages/handover.tsx').then((page) => page.HandoverPage),
  }),
];
