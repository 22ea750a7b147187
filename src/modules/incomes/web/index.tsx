// The door of the slice's pages: incomes of an area, households to look into, the sheet of one.

import type { AnyRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import { Loading } from '../../../platform/web/states.tsx';
import type { HouseholdSection } from '../../households/web/index.ts';

const Living = lazy(() => import('./parts/living.tsx').then((part) => ({ default: part.Living })));

export const householdSection: HouseholdSection = {
  key: 'living',
  title: '生计和保障',
  operation: 'incomes.living',
  render: ({ countyCode, id }) => (
    <Suspense fallback={<Loading rows={3} />}>
      <Living countyCode={countyCode} id={id} />
    </Suspense>
  ),
};

const at = (title: string, tab: string, operation: string) => ({
  ...{ title, area: '农牧户', entry: '收入', tab, operation },
});

export const routes: AnyRoute[] = [
  framePage({
    path: '/incomes',
    menu: at('收入', '分析', 'incomes.overview'),
    help: () => import('./help.ts').then((help) => help.overview),
    load: () => import('./pages/overview.tsx').then((page) => page.OverviewPage),
  }),
  framePage({
    path: '/incomes/households',
    menu: at('收入核对', '核对', 'incomes.households'),
    help: () => import('./help.ts').then((help) => help.households),
    load: () => import('./pages/households.tsx').then((page) => page.HouseholdsPage),
  }),
  framePage({
    path: '/incomes/sheets/$household',
    help: () => import('./help.ts').then((help) => help.sheet),
    load: () => import('./pages/sheet.tsx').then((page) => page.SheetPage),
  }),
];
