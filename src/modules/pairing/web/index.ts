// The door of the slice's pages: who helps whom, whom nobody helps, and what asks for a look.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';

const at = (title: string, tab: string, operation: string, words: readonly string[]) => ({
  ...{ title, area: '帮扶力量', entry: '结对帮扶', tab, operation, words },
});

export const routes: AnyRoute[] = [
  framePage({
    path: '/pairing',
    menu: at('结对总览', '总览', 'pairing.overview', ['定点帮扶', '中央单位', '帮扶力量']),
    help: () => import('./help.ts').then((help) => help.overview),
    load: () => import('./pages/overview.tsx').then((page) => page.OverviewPage),
  }),
  framePage({
    path: '/pairing/pairs',
    menu: at('谁帮谁', '谁帮谁', 'pairing.pairs', ['万企兴万村', '包联单位', '省级领导联系']),
    help: () => import('./help.ts').then((help) => help.pairs),
    load: () => import('./pages/pairs.tsx').then((page) => page.PairsPage),
  }),
  framePage({
    path: '/pairing/unhelped',
    menu: at('没有结对的地区', '没有结对', 'pairing.unhelped', ['没人帮扶', '没有帮扶单位']),
    help: () => import('./help.ts').then((help) => help.unhelped),
    load: () => import('./pages/unhelped.tsx').then((page) => page.UnhelpedPage),
  }),
  framePage({
    path: '/pairing/concerns',
    menu: at('结对核对', '需要核对', 'pairing.concerns', ['重复帮扶', '没有帮扶记录']),
    help: () => import('./help.ts').then((help) => help.concerns),
    load: () => import('./pages/concerns.tsx').then((page) => page.ConcernsPage),
  }),
  framePage({
    path: '/cooperation',
    menu: {
      ...{ title: '京蒙协作年度情况', area: '帮扶力量', entry: '京蒙协作', tab: '年度情况' },
      ...{ operation: 'pairing.cooperation', words: ['北京协作', '京蒙资金'] },
    },
    help: () => import('./help.ts').then((help) => help.cooperation),
    load: () => import('./pages/cooperation.tsx').then((page) => page.CooperationPage),
  }),
  framePage({
    path: '/pairing/pairs/$number',
    load: () => import('./pages/pairing.tsx').then((page) => page.PairingPage),
  }),
];
