// What a cleaning rule is, beside the SQL that finds its rows (`server/conditions`).

import { RULE_TITLES, type RuleCode } from '../../households/domain/rule-titles.ts';

/** `block`: cannot be right. `warn`: to be explained or corrected. `info`: worth a look. */
export const SEVERITIES = { block: '严重', warn: '一般', info: '提示' } as const;
export type Severity = keyof typeof SEVERITIES;

export type CleaningRule = {
  code: RuleCode;
  title: string;
  /** What is found, in full. */
  text: string;
  severity: Severity;
  /** Grows when text or condition change: a run keeps the version it used. */
  version: number;
  /** Codes of the national system's own checks, or that the rule was added here. */
  basis: string;
  /** In herding areas thresholds of farm land do not fit: then only a hint, or not asked at all. */
  pasture?: 'info' | 'off';
  /** Data of the rule that no table of the product has. With `checked: false` nothing of the rule can be asked. */
  lacks?: string;
  checked: boolean;
};

type Given = Omit<CleaningRule, 'code' | 'title' | 'version' | 'checked'> & { version?: number; checked?: boolean };

export function rule(code: RuleCode, given: Given): CleaningRule {
  return { code, title: RULE_TITLES[code], version: 1, checked: true, ...given };
}

export const OWN_BASIS = '本系统补充';
