// The door of the slice's pages: the loans that ask for action.

import type { AnyRoute } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { RowOfRegister } from '../../../platform/web/registers/moves/state-of-row.tsx';

/** `State`: where a row of a register stands, of the composition, which knows all registers. */
export const industryRoutes = (State: ComponentType<RowOfRegister>): AnyRoute[] => [
  framePage({
    path: '/industry/sales',
    menu: {
      ...{ title: '消费帮扶情况', area: '产业就业', entry: '消费帮扶', tab: '情况', operation: 'industry.sales' },
      words: ['帮扶产品卖了多少', '北京消费'],
    },
    help: () => import('./help.ts').then((help) => help.sales),
    load: () => import('./pages/sales.tsx').then((page) => page.SalesPage),
  }),
  framePage({
    path: '/industry/loans',
    menu: {
      ...{ title: '小额信贷待办', area: '产业就业', entry: '小额信贷', tab: '待办', operation: 'industry.loans' },
      words: ['贷款到期', '逾期', '用途核查'],
    },
    help: () => import('./help.ts').then((help) => help.loans),
    load: () => import('./pages/loans.tsx').then((page) => () => <page.LoansPage State={State} />),
  }),
];
