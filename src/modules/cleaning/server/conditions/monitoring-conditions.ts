// Conditions of rules 43–61.

import type { RuleCode } from '../../../households/domain/rule-titles.ts';
import { type Condition, household, yuan } from './condition.ts';

const DEVELOPING = `array['industry', 'employment', 'finance', 'public-post']`;
const NET = 'h.wage_fen + h.business_fen + h.property_fen + h.transfer_fen - h.business_cost_fen';
const PER_HEAD = 'h.net_fen / nullif(h.member_count, 0)';
const LACKS = (risk: string, ...measures: string[]) =>
  `'${risk}' = any(h.risks) and not h.measures && array[${measures.map((one) => `'${one}'`).join(', ')}]`;

/** Risk and the measures of which one has to be there (handbook §5.3). */
const PAIRS: [string, string, ...string[]][] = [
  ['schooling', '因学', 'compulsory-education', 'other-education', 'social'],
  ['illness', '因病', 'health', 'security', 'social'],
  ['housing', '因安全住房', 'housing', 'relocation'],
  ['water', '因安全饮水', 'water'],
];

export const MONITORING_CONDITIONS: Partial<Record<RuleCode, readonly Condition[]>> = {
  C43: [
    household(
      ({ of }) => `h.income_year is null or ${PER_HEAD} < ${of('income.least') * 100}`,
      `case when h.income_year is null then '没有收入登记' else concat('人均 ', ${yuan(PER_HEAD)}) end`,
    ),
  ],
  C44: [
    household(
      ({ of }) =>
        `h.wage_fen > 0 and h.wage_fen < ${of('wage.least') * 100} or h.wage_fen > ${of('wage.most') * 100}::bigint`,
      `concat('工资性收入 ', ${yuan('h.wage_fen')})`,
    ),
  ],
  C45: [
    household(
      'h.business_fen > 0 and h.business_cost_fen = 0 or h.business_fen > 0 and h.business_cost_fen > 3 * h.business_fen',
      `concat('生产经营收入 ', ${yuan('h.business_fen')}, '，支出 ', ${yuan('h.business_cost_fen')})`,
    ),
  ],
  C47: [
    household(
      ({ of }) => `h.dibao_month_fen > 0 and h.dibao_month_fen * 12 < ${of('dibao.least') * 100}`,
      `concat('月保障金 ', ${yuan('h.dibao_month_fen')})`,
    ),
  ],
  C48: [
    household('h.dibao > 0 and h.transfer_fen = 0', `'享受低保，转移性收入为 0'`),
    household(
      `h.measures && array['employment', 'public-post'] and h.wage_fen = 0`,
      `'享受就业或公益岗帮扶，工资性收入为 0'`,
    ),
  ],
  C49: [
    household(
      ({
        of,
      }) => `h.previous_net_fen > 0 and (abs(h.net_fen - h.previous_net_fen) * 100 > h.previous_net_fen * ${of('change.percent')}
        or h.net_fen - h.previous_net_fen > ${of('change.yuan') * 100}::bigint * h.member_count)`,
      `concat('上年 ', ${yuan('h.previous_net_fen')}, '，今年 ', ${yuan('h.net_fen')})`,
    ),
  ],
  C50: [household(`h.net_fen <> ${NET}`, `concat('登记 ', ${yuan('h.net_fen')}, '，计算 ', ${yuan(NET)})`)],
  C51: [
    household(
      `h.monitored and (h.since is null or cardinality(h.risks) = 0 or h.income_year is null)`,
      `concat_ws('、', case when h.since is null then '识别日期' end, case when cardinality(h.risks) = 0 then '风险类型' end, case when h.income_year is null then '收入' end) || '缺失'`,
    ),
  ],
  C53: [
    household(`h.monitored and 'disability' = any(h.risks) and h.disabled = 0`, `'风险因残，家中没有残疾人'`),
    household(
      `h.monitored and 'illness' = any(h.risks) and (h.ill = 0 or h.self_paid_fen = 0)`,
      `concat('风险因病，大病慢病 ', h.ill, ' 人，合规自付 ', ${yuan('h.self_paid_fen')})`,
    ),
  ],
  C54: [
    household(
      `h.monitored and 'unstable-job' = any(h.risks) and (h.able = 0 or h.working = 0)`,
      `concat('劳动力 ', h.able, ' 人，务工 ', h.working, ' 人')`,
    ),
  ],
  C55: [
    household(
      ({ of }) => `h.monitored and 'no-labour' = any(h.risks) and h.able * 100 > h.n * ${of('able.percent')}`,
      `concat('成员 ', h.n, ' 人，劳动力 ', h.able, ' 人')`,
    ),
  ],
  C56: [
    household(
      `h.monitored and h.grade >= 3 and not 'housing' = any(h.risks)`,
      `concat('住房鉴定 ', chr(64 + h.grade), ' 级，风险不含住房')`,
    ),
    ...PAIRS.map(([risk, word, ...measures]) =>
      household(`h.monitored and ${LACKS(risk, ...measures)}`, `'风险${word}，没有对应措施'`),
    ),
  ],
  C57: [
    household(`h.monitored and h.dibao > 0 and not 'security' = any(h.measures)`, `'享受低保，没有综合保障措施'`),
    household(`h.monitored and h.dibao = 0 and h.dibao_measure`, `'登记低保措施，无人享受低保'`),
  ],
  C58: [
    household(
      ({ asOf, of }) =>
        `h.monitored and h.since <= date '${asOf}' - ${of('measure.days')} and cardinality(h.measures) = 0`,
      `concat(h.since, ' 识别，没有措施')`,
    ),
    household(
      ({ asOf, of }) =>
        `h.monitored and h.since <= date '${asOf}' - ${of('develop.days')} and h.able > 0 and cardinality(h.measures) > 0 and not h.measures && ${DEVELOPING}`,
      `concat(h.since, ' 识别，有劳动力而没有开发式措施')`,
    ),
  ],
  C59: [
    household(`h.cleared and h.cleared_by = 'helped' and cardinality(h.measures) = 0`, `'帮扶消除，没有措施'`),
    household(
      ({ of }) => `h.cleared and ${PER_HEAD} < ${of('line.cleared') * 100}`,
      `concat('消除时人均 ', ${yuan(PER_HEAD)})`,
    ),
    household('h.cleared and h.n > 0 and h.able = 0', `'整户无劳动力已消除'`),
    household(
      `h.cleared and h.cleared_on < date_trunc('month', h.since) + interval '2 months'`,
      `concat(h.since, ' 识别，', h.cleared_on, ' 消除')`,
    ),
    household('h.cleared and h.income_year is null', `'消除后没有收入登记'`),
  ],
  C60: [
    household(
      ({ asOf, of }) => `h.monitored and h.since < date '${asOf}' - ${of('stale.days')}`,
      `concat(h.since, ' 纳入')`,
    ),
  ],
};
