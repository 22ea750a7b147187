// The twelve rules (contract §5) in the plainest form, for small data: one household at a time, everything in memory.
// Written apart from the screening itself, so that each can be checked by the other.

import { addDays, firstOfMonth, type PlainDate, yearOf } from '../../../kernel/plain-date.ts';
import { type KnownEvents, readEvents } from './expected-events.ts';
import { type ExpectedInput, type KnownHousehold, parameterOf, readRegistry } from './expected-facts.ts';

export type ExpectedWarning = {
  household: string;
  rule: string;
  level: '红' | '橙' | '黄' | '数据';
  monitored: boolean;
};

type Case = {
  household: KnownHousehold;
  events: KnownEvents;
  asOf: PlainDate;
  from: PlainDate;
  value: (name: string) => number;
};

/** Ratios have at most four decimals, so whole ten-thousandths compare exactly. */
function scaled(ratio: number): number {
  return Math.round(ratio * 10_000);
}

function isAlive({ events, asOf }: Case, person: string): boolean {
  return (events.deaths.get(person) ?? 99_999_999) > asOf;
}

function isSick({ household, events, value }: Case): boolean {
  const paid = events.selfPaid.get(household.number) ?? 0;
  const limit = value(household.focus ? 'medical.selfPaid.focus' : 'medical.selfPaid.general') * 100;
  const share = scaled(value('medical.incomeShare'));
  return paid > limit && (household.net <= 0 || paid * 10_000 > share * household.net);
}

function missesSchool(c: Case): boolean {
  const { household, events, asOf } = c;
  if (!events.pupils) return false;
  const year = asOf % 10000 >= 901 ? yearOf(asOf) : yearOf(asOf) - 1;
  return household.members.some(
    (m) =>
      m.birth >= (year - 15) * 10000 + 901 &&
      m.birth <= (year - 6) * 10000 + 831 &&
      !events.pupils?.has(m.number) &&
      isAlive(c, m.number),
  );
}

function lostItsWork(c: Case): boolean {
  const { household, events, from } = c;
  const working = (m: { number: string; works: boolean }) => {
    const change = events.work.get(m.number);
    return isAlive(c, m.number) && (change ? !change.lost : m.works);
  };
  return household.members.some((m) => {
    const change = events.work.get(m.number);
    if (!change?.lost || change.day < from || !isAlive(c, m.number)) return false;
    return !household.members.some((other) => other !== m && working(other));
  });
}

function isUninsured(c: Case): boolean {
  const { household, events } = c;
  if (!events.insured || !household.focus) return false;
  return household.members.some((m) => !events.insured?.has(m.number) && isAlive(c, m.number));
}

function drawsForDead({ household, events, asOf }: Case): boolean {
  const month = firstOfMonth(asOf);
  return household.members.some(
    (m) => events.dibaoNow?.has(m.number) && (events.deaths.get(m.number) ?? 99_999_999) < month,
  );
}

/** Per-capita net income under `factor` × monitoring line. */
function isUnder({ household, value }: Case, factor: number): boolean {
  return household.net * 10_000 < scaled(factor) * Math.round(value('income.line') * 100) * household.members.length;
}

function leftDibao(c: Case): boolean {
  const { household, events, value } = c;
  if (!events.dibaoNow || !events.dibaoBefore) return false;
  const before = household.members.some((m) => events.dibaoBefore?.has(m.number));
  const now = household.members.some((m) => events.dibaoNow?.has(m.number));
  return before && !now && isUnder(c, value('dibao.exitFactor'));
}

function hasFallen(c: Case): boolean {
  const { household, value } = c;
  const dropped = household.net * 10_000 < scaled(value('income.dropRatio')) * household.lastYear;
  return household.lastYear > 0 && dropped && isUnder(c, value('income.dropFactor'));
}

const RULES: Record<string, (c: Case) => boolean> = {
  R01: isSick,
  R02: missesSchool,
  R03: ({ household, events }) => /[CD]$/.test(events.housing.get(household.number) ?? ''),
  R04: ({ household, events, value }) =>
    household.focus && (events.outageDays.get(household.village) ?? 0) > value('water.outageDays'),
  R05: ({ household, events }) => household.members.some((m) => events.disabled.has(m.number)),
  R06: (c) => isUnder(c, 1),
  R07: lostItsWork,
  R08: drawsForDead,
  R09: isUninsured,
  R10: ({ household, events, value }) =>
    (events.severity.get(household.village) ?? 0) >= value('disaster.severity') &&
    household.business * 2 > household.gross,
  R11: leftDibao,
  R12: hasFallen,
};

function levelOf(rules: readonly string[]): ExpectedWarning['level'] {
  const counting = rules.filter((rule) => rule !== 'R08');
  if (counting.length === 0) return '数据';
  const grave = rules.includes('R06') && ['R01', 'R03', 'R10'].some((rule) => rules.includes(rule));
  if (counting.length >= 3 || grave) return '红';
  return counting.length === 2 ? '橙' : '黄';
}

/** One entry for each household and rule, in the order of the households. */
export function expectWarnings(input: ExpectedInput): ExpectedWarning[] {
  const households = readRegistry(input);
  const events = readEvents(input, households);
  const from = addDays(input.asOf, -89);
  const warnings: ExpectedWarning[] = [];
  for (const household of households.values()) {
    if (household.members.length === 0) continue;
    const value = (name: string) => parameterOf(input, household.village, name);
    const found = Object.entries(RULES)
      .filter(([, test]) => test({ household, events, asOf: input.asOf, from, value }))
      .map(([rule]) => rule);
    const level = levelOf(found);
    for (const rule of found)
      warnings.push({ household: household.number, rule, level, monitored: household.monitored });
  }
  return warnings;
}
