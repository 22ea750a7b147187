// What hinders the steps of an event (registers §3): no activation without a list, the upper levels are the league’s, no end before every
// household of the list has been seen.

import type { Guard } from '../../../platform/server/registers/moves/guards.ts';

/** More codes than a county has: who acts for a league or the region. */
const ACTS_ABOVE = 'area_high() - area_low() >= 10000000';

const guard = (move: string, where: string, words: string): Guard => ({
  ...{ register: 'contingency-activations', move, where, words },
});

export const contingencyGuards: Guard[] = [
  guard(
    'activate',
    `not exists (select from contingency_lists r where r.plan_number = t.plan_number and not r.voided)`,
    '预案还没有登记重点人群，请先在“预案重点人群”台账里登记',
  ),
  guard(
    'activate',
    `exists (select from contingency_plans p where p.number = t.plan_number and (p.voided or p.repealed_on <= t.event_on or p.effective_on > t.event_on))`,
    '预案在事件发生那天没有生效，请改用有效的预案',
  ),
  guard('activate', `t.level in ('first', 'second') and not (${ACTS_ABOVE})`, '一级、二级响应由盟市以上启动，请报盟市'),
  guard(
    'end',
    `exists (select from activation_households l where l.activation_county = t.county_code and l.activation_id = t.id and l.visit_result is null)`,
    '名单里还有没有走访的农牧户，请先走访或电话核实',
  ),
];
