// The door of the slice's pages: incomes of an area, households to look into, the sheet of one.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import { householdsSearch, overviewSearch, sheetSearch } from './searches.ts';

const at = (title: string, tab: string, operation: string) => ({
  ...{ title, area: '农牧户', entry: '收入', tab, operation },
});

export const routes: AnyRoute[] = [
  framePage({
    path: '/incomes',
    menu: at('收入', '分析', 'incomes.overview'),
    help: () => import('./help.ts').then((help) => help.overview),
    search: overviewSearch,
    load: () => import('./pages/overview.tsx').then((page) => page.OverviewPage),
  }),
  framePage({
    path: '/incomes/households',
    menu: at('收入核对', '核对', 'incomes.households'),
    help: () => import('./help.ts').then((help) => help.households),
    search: householdsSearch,
    load: () => import('./pages/households.tsx').then((page) => page.HouseholdsPage),
  }),
  framePage({
    path: '/incomes/sheets/$household',
    help: () => import('./help.ts').then((help) => help.sheet),
    search: sheetSearch,
    load: () => import('./pages/sheet.tsx').then((page) => page.SheetPage),
  }),
];
