// How levels, states and values of this slice are written.

import { StateTag, type Tone } from '../../../../platform/web/detail-page.tsx';
import { formatCount, formatMoney, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { findParameter, PARAMETER_SCALE } from '../../../parameters/domain/parameters.ts';
import { STATE_NAMES, type WarningState } from '../../domain/lifecycle.ts';
import type { RosterNeed } from '../../domain/rule-definition.ts';
import { LEVEL_NAMES, type WarningLevel } from '../../domain/rules.ts';

const LEVEL_TONES: Record<WarningLevel, Tone> = { red: 'red', orange: 'orange', yellow: 'yellow', data: 'plain' };

/** 红 橙 黄 as words of their own would be a colour only; with 色预警 they are the level. */
export const LEVEL_WORDS: Record<WarningLevel, string> = {
  red: '红色',
  orange: '橙色',
  yellow: '黄色',
  data: LEVEL_NAMES.data,
};

export function LevelTag({ level }: { level: WarningLevel }) {
  return <StateTag tone={LEVEL_TONES[level]}>{LEVEL_WORDS[level]}</StateTag>;
}

const STATE_TONES: Record<WarningState, Tone> = {
  open: 'orange',
  'no-risk': 'plain',
  'handled-by-department': 'green',
  'to-be-monitored': 'red',
  'already-monitored': 'green',
};

export function WarningStateTag({ state }: { state: WarningState }) {
  return <StateTag tone={STATE_TONES[state]}>{STATE_NAMES[state]}</StateTag>;
}

export const NEED_WORDS: Record<RosterNeed, string> = {
  'school-roster': '本学年在校生名册',
  'insurance-roster': '本年度医保参保名册',
  'dibao-rosters': '本月和上月低保名册',
};

const COUNTED: Record<string, string> = { persons: '人', days: '天', count: '件' };

/** A value of evidence with its unit; money in yuan. */
export function evidenceValue(name: string, unit: string, value: number | boolean | undefined): string {
  if (value === undefined) return UNKNOWN;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (unit === 'fen') return `${formatMoney(value)} 元`;
  if (name === 'housing_grade') return `${'ABCD'[value - 1] ?? value} 级`;
  if (unit === 'grade') return `${value} 级`;
  const parameter = findParameter(name);
  if (parameter) return parameterValue(parameter.key, value);
  return `${formatCount(value)} ${COUNTED[unit] ?? ''}`.trim();
}

/** A threshold with its unit: 7,000 元, 30%, 1.5 倍, 10 天. */
export function parameterValue(key: string, value: number | undefined): string {
  const parameter = findParameter(key);
  if (value === undefined || !parameter) return UNKNOWN;
  if (parameter.unit === 'yuan') return `${formatMoney(Math.round(value * PARAMETER_SCALE.yuan))} 元`;
  if (parameter.unit === 'days') return `${formatCount(value)} 天`;
  if (parameter.unit === 'grade') return `${value} 级`;
  return parameter.label.includes('倍数') ? `${value} 倍` : `${Math.round(value * 10_000) / 100}%`;
}

/** What a field for the value asks for. */
export function parameterUnit(key: string): string {
  const parameter = findParameter(key);
  if (!parameter) return '';
  const words = {
    yuan: '元',
    days: '天',
    grade: '级',
    ratio: parameter.label.includes('倍数') ? '倍' : '小数（0.3 即 30%）',
  };
  return words[parameter.unit];
}

/** Key of a warning in addresses. */
export function warningPath({ countyCode, id }: { countyCode: number; id: number }): string {
  return `/warnings/${countyCode}-${id}`;
}
