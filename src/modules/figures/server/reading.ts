// What is asked, and the pieces of SQL that all figures are made of: registers as known, the area, sets of counties.

import { type RawBuilder, sql } from 'kysely';
import { knownRows } from '../../../platform/server/registers/known.ts';
import type { Designation } from '../../regions/domain/designations.ts';
import { type Area, type On, sameDayBefore, yearBefore } from '../domain/asked.ts';
import type { SettingValues } from '../domain/settings.ts';
import { registerRead } from './read-registers.ts';

export type Condition = RawBuilder<unknown>;

export type Asked = {
  area: Area;
  on: On;
  /** What had been recorded up to this moment; left out: all. */
  moment?: string;
  settings: SettingValues;
};

export const NATIONALLY_LIFTED: readonly Designation[] = ['lifted-national'];
export const REGIONALLY_LIFTED: readonly Designation[] = ['lifted-regional'];
export const LIFTED: readonly Designation[] = ['lifted-national', 'lifted-regional'];
export const NATIONAL_KEY: readonly Designation[] = ['key-national'];
export const REGIONAL_KEY: readonly Designation[] = ['key-regional'];
export const KEY: readonly Designation[] = ['key-national', 'key-regional'];

export const dateOf = (day: string): Condition => sql`${day}::date`;

/**
 * A condition over what a statement has made itself, of which the planner has no numbers and therefore expects next to nothing: as a
 * case it expects half, and does not join thousands of rows one by one.
 */
export const often = (condition: Condition): Condition => sql`(case when ${condition} then true else false end)`;

/** Begun and not over on the day: columns that are empty say nothing against it. */
export function inForce(alias: string, day: string, since: string, until?: string, through?: string): Condition {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`(${column(since)} <= ${dateOf(day)}
    ${until === undefined ? sql`` : sql`and coalesce(${column(until)} > ${dateOf(day)}, true)`}
    ${through === undefined ? sql`` : sql`and coalesce(${column(through)} >= ${dateOf(day)}, true)`})`;
}

/** Between the first of the year and the day. */
export function inYear(column: Condition, { first, day }: On): Condition {
  return sql`${column} between ${dateOf(first)} and ${dateOf(day)}`;
}

/** Anywhere in the year, later than the day too: whether there is anything recorded of the year. */
export function ofYear(column: Condition, year: number): Condition {
  return sql`${column} between ${dateOf(`${year}-01-01`)} and ${dateOf(`${year}-12-31`)}`;
}

export class Reading {
  readonly area: Area;
  readonly on: On;
  readonly moment: string | undefined;
  readonly settings: SettingValues;
  /** The newest income year whose collection was closed on the day; undefined where there is none. */
  readonly incomeYear: number | undefined;

  constructor({ area, on, moment, settings }: Asked, incomeYear?: number) {
    this.area = area;
    this.on = on;
    this.moment = moment;
    this.settings = settings;
    this.incomeYear = incomeYear;
  }

  get before(): On {
    return yearBefore(this.on);
  }

  get lastYear(): On {
    return sameDayBefore(this.on);
  }

  /** Valid rows of the register as known, to stand behind `from`. */
  valid(code: string): Condition {
    return sql`(select k.* from ${knownRows(registerRead(code), this.moment)} k where not k.voided)`;
  }

  /** Whether the register has such a row `t` anywhere. */
  has(code: string, where: Condition = sql`true`): Condition {
    return sql`exists (select from ${this.valid(code)} t where ${where})`;
  }

  /** Whether the place lies in the area. */
  within(place: string): Condition {
    return sql`${sql.ref(place)} between ${this.area.low} and ${this.area.high}`;
  }

  /** 旗县: statistical zones are none. */
  isCounty(code: Condition): Condition {
    return sql`${code} in (select c.code from regions c where c.level = 'county' and c.kind <> 'statistical-zone')`;
  }

  /** Counties that carry one of the titles on the day, as a subquery of their codes. */
  counties(titles: readonly Designation[], day: string = this.on.day): Condition {
    return sql`(select d.region_code from ${this.valid('county-designations')} d
      where d.title = any(${[...titles]}::text[]) and coalesce(d.designated_on <= ${dateOf(day)}, true)
        and coalesce(d.revoked_on > ${dateOf(day)}, true) and ${this.isCounty(sql`d.region_code`)})`;
  }

  inCounties(code: string, titles: readonly Designation[], day: string = this.on.day): Condition {
    return sql`${sql.ref(code)} in ${this.counties(titles, day)}`;
  }

  /** Whether any county of the whole region carries one of the titles. */
  anyCounty(titles: readonly Designation[], day: string = this.on.day): Condition {
    return sql`exists (select from ${this.counties(titles, day)} any_county)`;
  }
}

/** The same question with a part of it replaced. */
export function asked(r: Reading, instead: Partial<Asked>): Reading {
  const { area, on, moment, settings, incomeYear } = r;
  return new Reading({ area, on, settings, ...(moment === undefined ? {} : { moment }), ...instead }, incomeYear);
}

/**
 * Rows behind a part of a figure: their amounts add up to it, or their distinct objects count, or the object is the word; `least`: the
 * least number of distinct objects of a `county`, a first column more.
 */
export type Part = {
  part: '' | '分子' | '分母' | '本期' | '上期' | '本期分子' | '本期分母' | '上期分子' | '上期分母';
  counts: 'amount' | 'objects' | 'word' | 'least';
  /** A select of the columns that `registerCells` makes. */
  rows: RawBuilder<unknown>;
  /** Where all of an object stands, if nowhere else: in one row, or in rows of one county. */
  objectIn?: 'row' | 'county';
};

/** What a figure is counted from. `needs`: without these there is no record, and no number. */
export type Source = {
  needs: Condition[];
  parts: Part[];
  /** Whether the figure is defined for the area, where the level does not say it. */
  defined?: Condition;
  /** Numbers it depends on: what these parts come to is known before the rest of the source is. */
  prior?: { parts: Part[]; source: (totals: readonly string[]) => Source };
};

type Told = Pick<Part, 'objectIn'>;

export const total = (rows: RawBuilder<unknown>, part: Part['part'] = '', told: Told = {}): Part => ({
  ...{ part, counts: 'amount', rows },
  ...told,
});
export const distinct = (rows: RawBuilder<unknown>, part: Part['part'] = '', told: Told = {}): Part => ({
  ...{ part, counts: 'objects', rows },
  ...told,
});

export type FigureSource = (reading: Reading) => Source;
