// Money given on for a task of which the giver had none (data contract for registers, §4).

import type { Doubt } from '../../../platform/server/registers/doubts.ts';

const SAME = `o.budget_year = t.budget_year and o.fund_kind = t.fund_kind and o.source_level = t.source_level
  and o.task_line = t.task_line and not o.voided`;

export const fundsDoubts: Doubt[] = [
  {
    register: 'fund-issuances',
    code: 'other-task',
    where: `t.task_line is not null
      and not exists (select from fund_arrangements o where o.region_code = t.giver_code and ${SAME})
      and not exists (select from fund_issuances o where o.receiver_code = t.giver_code and ${SAME})`,
  },
];
