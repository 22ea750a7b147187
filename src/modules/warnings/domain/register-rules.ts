// Rules that listen to registers: jobs, loans, agreements, workshops, insurance, incomes. Each asks for a number of days (or a ratio)
// that a county, league or the region sets; 0, which the program brings, switches it off there.

import type { Condition } from '../../../kernel/conditions/condition.ts';
import type { RuleDefinition } from './rule-definition.ts';

/** Registers the facts are read from, by their code. */
export const SIGNAL_REGISTERS: Readonly<Record<string, string>> = {
  'employment-spells': '务工就业',
  'micro-loans': '小额信贷',
  'linkage-contracts': '利益联结协议',
  workshops: '帮扶车间',
  'insurance-policies': '防贫保保单',
  'household-incomes': '家庭收支',
};

const isOn = (key: string): Condition => ({ gt: [{ param: key }, { number: 0 }] });
/** At least so many days. */
const longer = (name: string, key: string): Condition => ({
  all: [isOn(key), { gte: [{ fact: name }, { param: key }] }],
});

export const REGISTER_RULES: readonly RuleDefinition[] = [
  {
    code: 'R13',
    name: '失去务工',
    text: '务工台账中有成员在规定天数内离岗，且家中没有其他成员在岗。规定天数为 0 时不筛查。',
    when: {
      all: [isOn('employment.lostDays'), { lte: [{ fact: 'job_ended_days' }, { param: 'employment.lostDays' }] }],
    },
  },
  {
    code: 'R14',
    name: '务工未确认',
    text: '务工台账中在岗的成员达到规定天数没有确认。规定天数为 0 时不筛查。',
    when: longer('job_unconfirmed_days', 'employment.unconfirmedDays'),
  },
  {
    code: 'R15',
    name: '贷款逾期',
    text: '小额信贷逾期达到规定天数没有结清。规定天数为 0 时不筛查。',
    when: longer('loan_overdue_days', 'loan.overdueDays'),
  },
  {
    code: 'R16',
    name: '联结未兑现',
    text: '约定了年收益的利益联结协议达到规定天数没有向本户兑现。规定天数为 0 时不筛查。',
    when: longer('contract_unpaid_days', 'contract.unpaidDays'),
  },
  {
    code: 'R17',
    name: '车间停工',
    text: '成员所在的帮扶车间停工或关闭达到规定天数。规定天数为 0 时不筛查。',
    when: longer('workshop_stopped_days', 'workshop.stoppedDays'),
  },
  {
    code: 'R18',
    name: '防贫保断保',
    text: '重点户所在旗县的防贫保到期达到规定天数没有续保。规定天数为 0 时不筛查。',
    when: { all: [{ is: 'focus' }, longer('policy_lapsed_days', 'policy.lapsedDays')] },
  },
  {
    code: 'R19',
    name: '台账收入下降',
    text: '家庭收支台账中最近一年的人均纯收入低于上年的规定比例。规定比例为 0 时不筛查。',
    when: {
      all: [
        isOn('income.registerRatio'),
        { gt: [{ fact: 'register_last_head_fen' }, { number: 0 }] },
        {
          lt: [
            { fact: 'register_head_fen' },
            { mul: [{ param: 'income.registerRatio' }, { fact: 'register_last_head_fen' }] },
          ],
        },
      ],
    },
  },
];
