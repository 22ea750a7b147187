// Why a row of a file is refused, or taken with a doubt: the codes of the data contract for registers, §4, and their words.

import type { Field } from './field.ts';

export const REFUSALS = {
  missing: '必填项没有填',
  columns: '单元格数与表头不符',
  'bad-date': '不是日期，应写成 2022-05-31',
  'bad-month': '不是月份，应写成 2022-05',
  'bad-amount': '不是金额，或小数位数太多',
  'bad-number': '不是数字，或超出范围',
  'not-in-list': '不在可选的值之中',
  'bad-village': '没有这个嘎查村代码',
  'bad-region': '没有这个地区代码，或层级不对',
  'bad-code': '统一社会信用代码的校验位不对',
  'bad-id': '证件号码无法识别',
  'too-long': '内容太长',
  'no-reference': '所引用的记录不存在、已作废或未收录',
  'no-household': '登记册中没有这个户编号',
  'not-in-household': '该人不在这一户',
  ambiguous: '有两个以上可能的人，无法确定',
  'same-key': '主键与前面一行相同而内容不同',
  'place-changed': '该记录属于另一旗县，应作废后另编号登记',
  'in-use': '还有有效记录引用它，不能作废',
  closed: '所属的记录已经定稿，不能再增加、修改或作废',
  'other-place': '有关联的两行不在同一旗县（嘎查村）',
  'dates-order': '日期先后颠倒',
  overlap: '与另一条记录的起止时间重叠',
  'not-below': '接收地区不在下达地区之下',
  'over-received': '下达合计超过收到的数',
  'over-issued': '分配合计超过下达的数',
  'over-allocated': '支付合计超过分配的数',
  'over-returned': '收回合计超过给出的数',
  'over-income': '分配合计超过已收到的收益',
  'over-stock': '兑换数量超过库存',
  'over-balance': '兑换超过当日积分余额',
  'second-owner': '同一天已有权利人，且没有写份额',
  'shares-not-100': '份额合计不是 100%',
  'parts-not-total': '各分项合计与总数不符',
  'not-one-to-one': '一方已与另一方对应',
  'under-16': '开始时不满 16 周岁',
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** More choices than these are not read in a cell: the template has them all. */
const MOST_CHOICES = 12;

/** Why, and what may stand there instead. */
export function refusalWords(code: string, field?: Pick<Field, 'values'>): string {
  const words: Readonly<Record<string, string>> = REFUSALS;
  const choices = code === 'not-in-list' && field?.values ? Object.values(field.values) : [];
  const may =
    choices.length === 0 ? '' : choices.length > MOST_CHOICES ? '，可填的值见模板' : `，可填：${choices.join('、')}`;
  return `${words[code] ?? code}${may}`;
}
