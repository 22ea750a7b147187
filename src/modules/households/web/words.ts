// The words of the registry's codes, fields and values on screen.

import { formatYuan } from '../../../kernel/money.ts';
import { UNKNOWN } from '../../../platform/web/numbers.ts';
import { EVENT_NAMES, type EventKind } from '../domain/events.ts';
import { HOUSEHOLD_KIND_NAMES, MONITORING_CATEGORY_NAMES } from '../domain/registry-columns.ts';
import type { DataIssue, Version } from './types.ts';

export const ISSUE_STATES: Record<DataIssue['state'], string> = {
  open: '未处理',
  explained: '已说明',
  corrected: '已更正',
};

export const SUBJECT_NAMES: Record<Version['subject'], string> = { household: '户', person: '成员', income: '收支' };

const FIELDS: Record<string, string> = {
  number: '编号',
  village_code: '嘎查村代码',
  kind: '户类型',
  monitoring_category: '监测对象类别',
  risk_cleared: '风险是否已消除',
  head_name: '户主',
  income_year: '收入年度',
  valid_to: '注销日期',
  name: '姓名',
  sex: '性别',
  birth: '出生日期',
  relation: '与户主关系',
  ethnicity: '民族',
  education: '文化程度',
  schooling: '在校生状况',
  health: '健康状况',
  labour: '劳动技能',
  working: '是否务工',
  dibao: '是否低保',
  household_id: '所在户',
  end_reason: '离户原因',
  wage_fen: '工资性收入',
  business_fen: '生产经营性收入',
  property_fen: '财产性收入',
  transfer_fen: '转移性收入',
  business_cost_fen: '生产经营性支出',
  claim_fen: '理赔收入',
  self_paid_fen: '合规自付支出',
  previous_net_fen: '上年纯收入',
  id_number: '证件号码',
  phone: '联系电话',
};

export function yesNoWord(answer: boolean | undefined): string {
  if (answer === undefined) return UNKNOWN;
  return answer ? '是' : '否';
}

type Change = Version['changes'][number];

export function fieldName(field: string): string {
  return FIELDS[field] ?? field;
}

const WORDS: Record<string, Record<string, string>> = {
  kind: HOUSEHOLD_KIND_NAMES,
  monitoring_category: MONITORING_CATEGORY_NAMES,
  end_reason: EVENT_NAMES,
};

function valueWords(field: string, value: Change['before']): string {
  if (value === null || value === '') return UNKNOWN;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number' && field.endsWith('_fen')) return `${formatYuan(value)} 元`;
  return WORDS[field]?.[String(value)] ?? String(value);
}

/** One change as a sentence: 户类型:一般农户 → 脱贫户. Of sealed values only that they changed. */
export function changeWords({ field, before, after }: Change): string {
  if (before === null && after === null) return `${fieldName(field)}：已变更`;
  return `${fieldName(field)}：${valueWords(field, before)} → ${valueWords(field, after)}`;
}

/** Why somebody is no longer a member: the event that ended it. */
export function endReasonWords(reason: string | undefined): string {
  return reason ? (EVENT_NAMES[reason as EventKind] ?? reason) : UNKNOWN;
}
