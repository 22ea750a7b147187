// What money says against the steps of a project (registers §5).

import type { Guard } from '../../../platform/server/registers/moves/guards.ts';

const ALLOCATED = `select from fund_allocations a where a.project_number = t.number and not a.voided`;
const PAID = `select from fund_payments p join fund_allocations a on a.number = p.allocation_number and not a.voided
  where a.project_number = t.number and not p.voided`;

export const fundsGuards: Guard[] = [
  {
    register: 'projects',
    move: 'start',
    where: `not exists (${ALLOCATED})`,
    words: '还没有分配资金，请先由财政登记“资金分配”',
  },
  {
    register: 'projects',
    move: 'remove',
    where: `exists (${PAID})`,
    words: '已经支付资金，不能出库；请先登记退回',
  },
];
