// What is asked of plain rows: a day and its years, an area, settings, sets of counties (data contract §6, §8).

import { COUNTIES, rangeOf } from './chance.ts';
import type { Household } from './make-households.ts';
import { fen, type Row, text } from './rows.ts';
import { REGION } from './world.ts';

export type Settings = Readonly<Record<string, string | number>>;

export type Records = {
  rows: ReadonlyMap<string, readonly Row[]>;
  households: readonly Household[];
  /** By region, from a day on. */
  settings: readonly { region: number; from: string; values: Settings }[];
};

export type Asked = { day: string; area: number };
/** 数值, or the state without one. */
export type Told = string;

const FALLBACK: Settings = {
  'issued.sources': 'all',
  'spent.base': 'issued',
  'growth.base': 'year',
  'monitored.cleared': 'out',
  'special.counties': 'LIFT',
  'industry.classes': '产业发展',
  'labour.able': '普通劳动力、技能劳动力',
};

const TITLES: Readonly<Record<string, string[]>> = {
  LN: ['国家级脱贫旗县'],
  LIFT: ['国家级脱贫旗县', '自治区级脱贫旗县'],
  KEY: ['国家乡村振兴重点帮扶旗县', '自治区乡村振兴重点帮扶旗县'],
};

export const isOpen = (one: Row, day: string, from: string, ...ends: string[]): boolean =>
  text(one, from) <= day && ends.every((end) => !text(one, end) || text(one, end) > day);

export const sum = (rows: readonly Row[], column: string): number =>
  rows.reduce((all, one) => all + fen(one, column), 0);

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b));

export function lowestTerms(n: bigint, d: bigint): string {
  const by = divisor(n, d) || 1n;
  return d / by === 1n ? `${n / by}` : `${n / by}/${d / by}`;
}

/** A day with its year: D, the same day a year before, or the end of P. */
export type On = { day: string; year: number };

/** What is asked, and what every figure needs of it. */
export class Question {
  readonly of: Records;
  readonly on: On;
  readonly area: number;
  readonly settings: Settings;

  constructor(of: Records, { day, area }: Asked) {
    this.of = of;
    this.on = { day, year: Number(day.slice(0, 4)) };
    this.area = area;
    this.settings = settingsOf(of, day, area);
  }

  get level(): 'region' | 'county' | 'below' {
    if (this.area === REGION) return 'region';
    return this.area % 1e6 === 0 ? 'county' : 'below';
  }

  get before(): On {
    return { day: `${this.on.year - 1}-12-31`, year: this.on.year - 1 };
  }

  all(register: string): readonly Row[] {
    return this.of.rows.get(register) ?? [];
  }

  within(code: number): boolean {
    const [low, high] = rangeOf(this.area);
    return code >= low && code <= high;
  }

  /** Counties that carry one of the titles on the day. */
  counties(set: 'LN' | 'LIFT' | 'KEY'): ReadonlySet<number> {
    const titles = TITLES[set] ?? [];
    const rows = this.all('county-designations').filter(
      (one) => titles.includes(text(one, '称号')) && isOpen(one, this.on.day, '认定日期', '撤销日期'),
    );
    return new Set(rows.map((one) => fen(one, '旗县代码')).filter((code) => isCounty(code)));
  }

  get lastYear(): On {
    return { day: sameDay(this.on), year: this.on.year - 1 };
  }

  setting(name: string): string {
    return String(this.settings[name] ?? '');
  }

  /** Of several targets of the year, what the one handed down last says. */
  target(...figures: string[]): string | undefined {
    const rows = this.all('targets').filter(
      (one) =>
        figures.includes(text(one, '指标')) &&
        fen(one, '年度') === this.on.year &&
        fen(one, '地区代码') === this.area &&
        text(one, '下达日期') <= this.on.day,
    );
    const newest = rows.toSorted((a, b) => text(b, '下达日期').localeCompare(text(a, '下达日期')))[0];
    return newest && text(newest, '目标值');
  }
}

function sameDay({ day, year }: On): string {
  return day.endsWith('02-29') ? `${year - 1}-02-28` : `${year - 1}${day.slice(4)}`;
}

export function isCounty(code: number): boolean {
  return COUNTIES.has(code) && !COUNTIES.get(code)?.isZone;
}

/** The nearest region's first, there the newest that has come. */
function settingsOf({ settings }: Records, day: string, area: number): Settings {
  const values: Record<string, string | number> = { ...FALLBACK };
  const near = settings
    .filter(({ region, from }) => from <= day && rangeOf(region)[0] <= area && area <= rangeOf(region)[1])
    .toSorted(
      (a, b) =>
        rangeOf(b.region)[1] - rangeOf(b.region)[0] - (rangeOf(a.region)[1] - rangeOf(a.region)[0]) ||
        a.from.localeCompare(b.from),
    );
  for (const one of near) Object.assign(values, one.values);
  return values;
}
