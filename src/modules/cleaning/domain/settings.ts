// Thresholds and terms of cleaning, and each rule's switch: numbers by region and day. What no document fixes for the whole region is not a constant.

import { COMPARED_FIELDS, COMPARED_KEYS, type ComparedKey, comparedSetting } from './comparison.ts';
import { RULES } from './rules/index.ts';

export const CLEANING_NUMBERS = [
  { key: 'pasture', title: '按牧区口径检查（1 是，0 否）', fallback: 0 },
  { key: 'due.block', title: '严重疑点多少个工作日内处理', fallback: 3 },
  { key: 'due.warn', title: '一般疑点多少个工作日内处理', fallback: 10 },
  { key: 'due.info', title: '提示多少个工作日内处理', fallback: 30 },
  { key: 'sign.days', title: '登记结论后多少天内签认', fallback: 5 },
  { key: 'writeback.days', title: '更正后多少天内在国家系统修改', fallback: 10 },
  { key: 'explained.days', title: '属实说明多少天内有效', fallback: 365 },
  { key: 'income.least', title: '人均纯收入低于多少元算过低', fallback: 4000 },
  { key: 'line.cleared', title: '消除风险时人均纯收入至少多少元', fallback: 7000 },
  { key: 'wage.least', title: '工资性收入低于多少元算过低', fallback: 300 },
  { key: 'wage.most', title: '工资性收入高于多少元算过高', fallback: 300_000 },
  { key: 'month.least', title: '务工月收入低于多少元算过低', fallback: 100 },
  { key: 'month.most', title: '务工月收入高于多少元算过高', fallback: 30_000 },
  { key: 'change.percent', title: '纯收入比上年增减超过百分之多少', fallback: 50 },
  { key: 'change.yuan', title: '人均纯收入比上年增加超过多少元', fallback: 10_000 },
  { key: 'dibao.least', title: '全年低保金低于多少元算过低', fallback: 200 },
  { key: 'able.percent', title: '劳动力占比超过百分之多少不算缺劳动力', fallback: 25 },
  { key: 'measure.days', title: '识别后多少天应有措施', fallback: 31 },
  { key: 'develop.days', title: '识别后多少天应有开发式措施', fallback: 183 },
  { key: 'stale.days', title: '纳入监测多少天未消除应提醒', fallback: 365 },
] as const;

const switchKey = (code: string) => `rule.${code}`;

/** 1: the rule is asked. What cannot be asked has no switch. */
export const RULE_SWITCHES = RULES.filter(({ checked }) => checked).map(({ code, title }) => ({
  ...{ key: switchKey(code), title: `规则 ${code}：${title}`, fallback: 1 },
}));

/** 1: the field is compared by 机账实卡. */
export const COMPARED_SWITCHES = COMPARED_KEYS.map((key) => ({
  ...{ key: comparedSetting(key), title: `机账实卡核查“${COMPARED_FIELDS[key].title}”（1 是，0 否）`, fallback: 1 },
}));

export const CLEANING_SETTINGS: readonly { key: string; title: string; fallback: number }[] = [
  ...CLEANING_NUMBERS,
  ...COMPARED_SWITCHES,
  ...RULE_SWITCHES,
];
export const isOn = (of: (key: string) => number, code: string): boolean => of(switchKey(code)) > 0;
export const isCompared = (of: (key: string) => number, key: ComparedKey): boolean => of(comparedSetting(key)) > 0;
