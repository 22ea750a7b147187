// The door of the slice's pages: how far points have come, the counter, paper books.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';

const at = (title: string, tab: string, operation: string) => ({
  ...{ title, area: '建设治理', entry: '积分与信用', tab, operation },
});

export const routes: AnyRoute[] = [
  framePage({
    path: '/governance/counter',
    menu: { ...at('积分柜台', '柜台', 'governance.account'), words: ['记分', '兑换积分', '积分超市', '扣分'] },
    help: () => import('./help.ts').then((help) => help.counter),
    load: () => import('./pages/counter.tsx').then((page) => page.CounterPage),
  }),
  framePage({
    path: '/governance',
    menu: { ...at('积分榜', '积分榜', 'governance.overview'), words: ['积分排名', '积分余额', '积分推行'] },
    help: () => import('./help.ts').then((help) => help.overview),
    load: () => import('./pages/overview.tsx').then((page) => page.OverviewPage),
  }),
  framePage({
    path: '/governance/books',
    menu: { ...at('积分存折', '存折', 'governance.village'), words: ['打印存折', '纸质积分'] },
    help: () => import('./help.ts').then((help) => help.books),
    load: () => import('./pages/books.tsx').then((page) => page.BooksPage),
  }),
];
