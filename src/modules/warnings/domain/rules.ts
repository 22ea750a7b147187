// The twelve first rules (data contract §5) and those that listen to registers, as the data a new installation starts with. A change on screen makes a new
// version beside the old one; a screening names the versions it used.

import type { Condition, NumberExpression } from '../../../kernel/conditions/condition.ts';
import { REGISTER_RULES } from './register-rules.ts';
import type { RuleDefinition } from './rule-definition.ts';

const fact = (name: string): NumberExpression => ({ fact: name });
const param = (key: string): NumberExpression => ({ param: key });
const number = (value: number): NumberExpression => ({ number: value });

/** Per-capita net income under `factor` × line, without dividing: net < factor · line · members. */
function perCapitaUnder(...factors: NumberExpression[]): Condition {
  return {
    all: [
      { gt: [fact('member_count'), number(0)] },
      { lt: [fact('net_fen'), { mul: [...factors, param('income.line'), fact('member_count')] }] },
    ],
  };
}

export const DEFAULT_RULES: readonly RuleDefinition[] = [
  {
    code: 'R01',
    name: '因病',
    text: '截至筛查日的 12 个月内，家庭成员合规自付医疗费用超过警戒线，并且超过纯收入的规定比例（纯收入不为正数时只看警戒线）。',
    when: {
      all: [
        {
          any: [
            { all: [{ is: 'focus' }, { gt: [fact('medical_self_paid_fen'), param('medical.selfPaid.focus')] }] },
            {
              all: [
                { not: { is: 'focus' } },
                { gt: [fact('medical_self_paid_fen'), param('medical.selfPaid.general')] },
              ],
            },
          ],
        },
        {
          any: [
            { lte: [fact('net_fen'), number(0)] },
            { gt: [fact('medical_self_paid_fen'), { mul: [param('medical.incomeShare'), fact('net_fen')] }] },
          ],
        },
      ],
    },
  },
  {
    code: 'R02',
    name: '因学',
    text: '有义务教育适龄成员不在本学年在校生名册中。',
    needs: 'school-roster',
    when: { gt: [fact('pupils_missing'), number(0)] },
  },
  {
    code: 'R03',
    name: '住房',
    text: '截至筛查日最近一次住房安全鉴定为 C 级或 D 级。',
    when: { gte: [fact('housing_grade'), number(3)] },
  },
  {
    code: 'R04',
    name: '饮水',
    text: '重点户所在嘎查村在窗口期内停水天数超过规定天数。',
    when: { all: [{ is: 'focus' }, { gt: [fact('water_outage_days'), param('water.outageDays')] }] },
  },
  {
    code: 'R05',
    name: '因残',
    text: '窗口期内有成员新领一级或二级残疾人证。',
    when: { gt: [fact('severe_certificates'), number(0)] },
  },
  { code: 'R06', name: '收入', text: '人均纯收入低于筛查日执行的监测范围。', when: perCapitaUnder() },
  {
    code: 'R07',
    name: '就业',
    text: '窗口期内有成员失业或返乡，且家中没有其他在世成员务工。',
    when: { gt: [fact('jobless_without_worker'), number(0)] },
  },
  {
    code: 'R08',
    name: '数据',
    text: '筛查日当月的低保名册中有当月之前已经死亡的成员。',
    when: { gt: [fact('dibao_after_death'), number(0)] },
  },
  {
    code: 'R09',
    name: '参保',
    text: '重点户有在世成员不在本年度医保参保名册中。',
    needs: 'insurance-roster',
    when: { all: [{ is: 'focus' }, { gt: [fact('uninsured_members'), number(0)] }] },
  },
  {
    code: 'R10',
    name: '因灾',
    text: '窗口期内所在嘎查村发生达到规定程度的灾害，且生产经营性收入超过四项收入合计的一半。',
    when: {
      all: [
        { gte: [fact('disaster_severity'), param('disaster.severity')] },
        { gt: [{ mul: [number(2), fact('business_fen')] }, fact('gross_fen')] },
      ],
    },
  },
  {
    code: 'R11',
    name: '低保退出',
    text: '上月有成员在低保名册、本月无人在册，且人均纯收入低于监测范围的规定倍数。',
    needs: 'dibao-rosters',
    when: {
      all: [
        { gt: [fact('dibao_before'), number(0)] },
        { lte: [fact('dibao_now'), number(0)] },
        perCapitaUnder(param('dibao.exitFactor')),
      ],
    },
  },
  {
    code: 'R12',
    name: '收入骤降',
    text: '上年纯收入为正数，今年纯收入低于上年的规定比例，且人均纯收入低于监测范围的规定倍数。',
    when: {
      all: [
        { gt: [fact('previous_net_fen'), number(0)] },
        { lt: [fact('net_fen'), { mul: [param('income.dropRatio'), fact('previous_net_fen')] }] },
        perCapitaUnder(param('income.dropFactor')),
      ],
    },
  },
  ...REGISTER_RULES,
];

export const LEVELS = ['red', 'orange', 'yellow', 'data'] as const;
export type WarningLevel = (typeof LEVELS)[number];
export const LEVEL_NAMES: Record<WarningLevel, string> = { red: '红', orange: '橙', yellow: '黄', data: '数据' };

/** A data issue, not a risk: it does not count towards the level. */
export const DATA_RULE = 'R08';

/**
 * Level of one household's hits (data contract §5): red for three rules or more, or R06 with any of R01, R03, R10; orange
 * for two; yellow for one; data where R08 stands alone. `levelSql` says the same to the database.
 */
export function assessLevel(rules: readonly string[]): WarningLevel {
  const risks = rules.filter((rule) => rule !== DATA_RULE);
  if (risks.length === 0) return 'data';
  if (risks.length >= 3 || (risks.includes('R06') && ['R01', 'R03', 'R10'].some((rule) => risks.includes(rule))))
    return 'red';
  return risks.length === 2 ? 'orange' : 'yellow';
}

/** `assessLevel` over a text[] expression. */
export function levelSql(rules: string): string {
  const risks = `cardinality(array_remove(${rules}, '${DATA_RULE}'))`;
  return `case when ${risks} = 0 then 'data'
    when ${risks} >= 3 or ('R06' = any(${rules}) and ${rules} && array['R01','R03','R10']) then 'red'
    when ${risks} = 2 then 'orange' else 'yellow' end`;
}
