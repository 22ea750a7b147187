// The feeds seen by the independent evaluator: who died, who is on which roster, what counts of each person.

import { addDays, addMonths, firstOfMonth, type PlainDate, toEpochDays, yearOf } from '../../../kernel/plain-date.ts';
import { cell, day, type ExpectedInput, fen, type KnownHousehold, type TrueRow } from './expected-facts.ts';

export type KnownEvents = {
  deaths: Map<string, PlainDate>;
  /** Self-paid fen by household, each settlement once, in the twelve months. */
  selfPaid: Map<string, number>;
  pupils: Set<string> | undefined;
  insured: Set<string> | undefined;
  dibaoNow: Set<string> | undefined;
  dibaoBefore: Set<string> | undefined;
  /** Newest grade by household. */
  housing: Map<string, string>;
  disabled: Set<string>;
  /** Newest employment change by person: day and whether the work was lost. */
  work: Map<string, { day: PlainDate; lost: boolean }>;
  outageDays: Map<string, number>;
  severity: Map<string, number>;
};

function rows(input: ExpectedInput, dataset: string): readonly TrueRow[] {
  return input.feeds[dataset] ?? [];
}

/** Everybody on the roster of a period; undefined while no row of that period is loaded. */
function roster(input: ExpectedInput, dataset: string, column: string, period: string): Set<string> | undefined {
  const found = rows(input, dataset).filter((row) => cell(row.cells, column) === period);
  return found.length === 0 ? undefined : new Set(found.map((row) => row.person));
}

function sumSelfPaid(input: ExpectedInput, homes: Map<string, string>): Map<string, number> {
  const after = addMonths(input.asOf, -12);
  const seen = new Set<string>();
  const sums = new Map<string, number>();
  for (const { cells, person } of rows(input, 'medical-settlement')) {
    const serial = cell(cells, '结算流水号');
    if (seen.has(serial)) continue;
    seen.add(serial);
    const home = homes.get(person);
    const date = day(cells, '结算日期');
    if (home !== undefined && date > after && date <= input.asOf)
      sums.set(home, (sums.get(home) ?? 0) + fen(cells, '合规自付'));
  }
  return sums;
}

function newestHousing(input: ExpectedInput, homes: Map<string, string>): Map<string, string> {
  const newest = new Map<string, string>();
  for (const { cells, person } of rows(input, 'housing-inspection')) {
    const home = homes.get(person);
    const date = day(cells, '鉴定日期');
    // Date and grade in one text: the later wins, and D after C on the same day.
    const text = `${date}${cell(cells, '鉴定等级').toUpperCase()}`;
    if (home !== undefined && date <= input.asOf && text > (newest.get(home) ?? '')) newest.set(home, text);
  }
  return newest;
}

function newestWork(input: ExpectedInput): Map<string, { day: PlainDate; lost: boolean }> {
  const newest = new Map<string, { day: PlainDate; lost: boolean }>();
  for (const { cells, person } of rows(input, 'employment-change')) {
    const date = day(cells, '变动日期');
    const lost = cell(cells, '就业状态') !== '在岗';
    const known = newest.get(person);
    if (person === '' || date > input.asOf) continue;
    if (!known || date > known.day || (date === known.day && lost)) newest.set(person, { day: date, lost });
  }
  return newest;
}

function countOutageDays(input: ExpectedInput): Map<string, number> {
  const from = toEpochDays(addDays(input.asOf, -89));
  const to = toEpochDays(input.asOf);
  const days = new Map<string, Set<number>>();
  for (const { cells } of rows(input, 'water-outage')) {
    const village = cell(cells, '嘎查村代码');
    const end = day(cells, '结束日期');
    const last = end === 0 ? to : Math.min(to, toEpochDays(end));
    const known = days.get(village) ?? new Set<number>();
    days.set(village, known);
    for (let d = Math.max(from, toEpochDays(day(cells, '开始日期'))); d <= last; d++) known.add(d);
  }
  return new Map([...days].map(([village, set]) => [village, set.size]));
}

export function readEvents(input: ExpectedInput, households: Map<string, KnownHousehold>): KnownEvents {
  const homes = new Map<string, string>();
  for (const household of households.values())
    for (const member of household.members) homes.set(member.number, household.number);
  const deaths = new Map<string, PlainDate>();
  for (const { cells, person } of rows(input, 'death-register')) {
    const date = day(cells, '死亡日期');
    if (person !== '') deaths.set(person, Math.min(date, deaths.get(person) ?? date));
  }
  const from = addDays(input.asOf, -89);
  const inWindow = (date: PlainDate) => date >= from && date <= input.asOf;
  const severity = new Map<string, number>();
  for (const { cells } of rows(input, 'disaster-report')) {
    const village = cell(cells, '嘎查村代码');
    if (inWindow(day(cells, '发生日期')))
      severity.set(village, Math.max(Number(cell(cells, '严重程度')), severity.get(village) ?? 0));
  }
  const certificates = rows(input, 'disability-certificate').filter(
    ({ cells }) => Number(cell(cells, '残疾等级')) <= 2 && inWindow(day(cells, '发证日期')),
  );
  const month = (date: PlainDate) => `${String(date).slice(0, 4)}-${String(date).slice(4, 6)}`;
  const year = yearOf(input.asOf);
  const schoolYear = input.asOf % 10000 >= 901 ? year : year - 1;
  return {
    deaths,
    selfPaid: sumSelfPaid(input, homes),
    pupils: roster(input, 'school-enrolment', '学年', `${schoolYear}-${schoolYear + 1}`),
    insured: roster(input, 'medical-insurance', '参保年度', String(year)),
    dibaoNow: roster(input, 'dibao-roster', '名册月份', month(input.asOf)),
    dibaoBefore: roster(input, 'dibao-roster', '名册月份', month(addMonths(firstOfMonth(input.asOf), -1))),
    housing: newestHousing(input, homes),
    disabled: new Set(certificates.map((row) => row.person)),
    work: newestWork(input),
    outageDays: countOutageDays(input),
    severity,
  };
}
