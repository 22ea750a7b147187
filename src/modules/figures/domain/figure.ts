// What a figure is, as data: how it is called, counted, rolled up and printed. The SQL of the same id stands in server/sources.

import type { Comparison } from '../../../kernel/exact/printing.ts';
import type { RegionLevel } from '../../../kernel/region-code.ts';
import type { SettingName } from './settings.ts';

/** Which rows count on the day D of year Y, P the year before (data contract §6). */
export const DATE_KINDS = {
  F: '预算或计划年度为当年、截至时点已发生的',
  S: '时点存量',
  'S-': '上年末存量',
  Y: '当年初到时点发生的',
  P: '上年全年发生的',
  L: '当年计划、截至时点已列入的',
  M: '不晚于时点的最近一期名册',
  I: '不晚于时点完成采集的最近收入年度',
} as const;
export type DateKind = keyof typeof DATE_KINDS;
export const DATE_KIND_CODES = Object.keys(DATE_KINDS) as DateKind[];

export const ROLL_UPS = {
  sum: '各地相加等于全区',
  distinct: '去重，按本地区重新计数',
  ratio: '分子和分母都按本地区重新计算',
  top: '只有全区的数',
  least: '本地区各旗县中最少的',
} as const;
export type RollUp = keyof typeof ROLL_UPS;
export const ROLL_UP_CODES = Object.keys(ROLL_UPS) as RollUp[];

/** How the value is made of its parts: `count` of rows, amounts or objects; a target; a word; the rest as they say. */
export type Form =
  | 'count'
  | 'ratio'
  | 'per-head'
  | 'growth'
  | 'growth-of-ratio'
  | 'rise'
  | 'target'
  | 'word'
  | 'least'
  | 'target-date';

export type FigureDefinition = {
  id: string;
  /** Older names, which commands and files may use. */
  aliases: readonly string[];
  name: string;
  unit: string;
  op: Comparison;
  digits: number;
  /** Rounded down, so that the whole is printed only where the part is the whole. */
  down: boolean;
  /** The word for a part that is the whole. */
  claim?: string;
  date: DateKind;
  rollUp: RollUp;
  /** Below this level the figure is not defined. */
  lowest: RegionLevel;
  form: Form;
  settings: readonly (SettingName | 'income.line')[];
  /** Registers (and the feed or registry) it is counted from. */
  reads: readonly string[];
  /** Lines of the text of 8 June 2022. */
  lines: readonly number[];
  /** The definition in words. */
  text: string;
};

type Told = Pick<FigureDefinition, 'date' | 'rollUp' | 'reads' | 'lines' | 'text'> &
  Partial<Omit<FigureDefinition, 'id' | 'name' | 'unit'>>;

/** A figure with what most figures have: counted, `=`, whole numbers, for a county and above. */
export function figure(id: string, name: string, unit: string, told: Told): FigureDefinition {
  return {
    aliases: [],
    op: '=',
    digits: 0,
    down: false,
    lowest: told.rollUp === 'top' ? 'autonomous-region' : 'county',
    form: told.rollUp === 'ratio' ? 'ratio' : 'count',
    settings: [],
    ...told,
    id,
    name,
    unit,
  };
}
