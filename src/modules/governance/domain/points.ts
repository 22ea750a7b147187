// Points of a household, reckoned from its entries each time: how many it has, how many it may spend, how often it may still earn.

import { addDays, formatDate, parseDate } from '../../../kernel/plain-date.ts';

export type Entry = {
  kind: 'earned' | 'deduction' | 'spent';
  points: number;
  /** ISO day. */
  on: string;
  ruleNumber?: string | undefined;
  /** Looked at by another of the committee, and not objected to. */
  isChecked: boolean;
};

export type Account = { balance: number; available: number; earned: number; spent: number };

/** The day from which what was earned may be spent: nobody objected for so many days. */
export function spendableFrom(on: string, objectionDays: number): string {
  return formatDate(addDays(parseDate(on), objectionDays));
}

/**
 * The ledger of one household on a day. What is taken off or spent counts at once, what is earned may be spent once it was checked and
 * its days of objection are over; so what is available is never more than the balance.
 */
export function accountOf(entries: readonly Entry[], on: string, objectionDays: number): Account {
  const account: Account = { balance: 0, available: 0, earned: 0, spent: 0 };
  for (const { kind, points, on: day, isChecked } of entries) {
    if (day > on) continue;
    if (kind === 'earned') {
      account.earned += points;
      account.balance += points;
      if (isChecked && spendableFrom(day, objectionDays) <= on) account.available += points;
    } else {
      account.balance -= points;
      account.available -= points;
      if (kind === 'spent') account.spent += points;
    }
  }
  return account;
}

/** The last day of the year or quarter before the day. */
export function lastEnd(rule: 'yearly' | 'quarterly', on: string): string {
  return formatDate(addDays(parseDate(beginOf(rule === 'yearly' ? 'year' : 'quarter', on)), -1));
}

/**
 * What is left of a period that is over: what there was on its last day, less what has been taken since, because the oldest points go
 * first. What lapsed is taken, too, so it lapses once.
 */
export function lapsing(entries: readonly Entry[], end: string, on: string): number {
  const { balance } = accountOf(entries, end, 0);
  const since = entries.filter(({ kind, on: day }) => kind !== 'earned' && day > end && day <= on);
  return Math.max(0, balance - since.reduce((sum, { points }) => sum + points, 0));
}

export type Limit = { times: number; per: 'day' | 'week' | 'month' | 'quarter' | 'year' };

const PERIODS: Readonly<Record<string, Limit['per']>> = {
  日: 'day',
  天: 'day',
  周: 'week',
  星期: 'week',
  月: 'month',
  季: 'quarter',
  季度: 'quarter',
  年: 'year',
};
const DIGITS = '零一二三四五六七八九十';

/** 每月2次, 每季度一次, 一年两次; a text that says no number is a note and limits nothing. */
export function readLimit(text: string | undefined): Limit | undefined {
  const [, period, times] =
    /(?:每|一)(?:个)?(日|天|周|星期|月|季度|季|年)(?:度)?(?:不超过|最多|限)?(\d{1,3}|[一二两三四五六七八九十])次/.exec(
      (text ?? '').replaceAll(/\s/g, ''),
    ) ?? [];
  const per = PERIODS[period ?? ''];
  if (!per || !times) return undefined;
  const count = /^\d/.test(times) ? Number(times) : times === '两' ? 2 : DIGITS.indexOf(times);
  return count > 0 ? { times: count, per } : undefined;
}

/** The first day of the period a day lies in; weeks begin on Monday. */
export function beginOf(per: Limit['per'], on: string): string {
  const [year = '', month = '01'] = on.split('-');
  if (per === 'day') return on;
  if (per === 'month') return `${year}-${month}-01`;
  if (per === 'year') return `${year}-01-01`;
  if (per === 'quarter') return `${year}-${String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
  const weekday = (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7;
  return formatDate(addDays(parseDate(on), -weekday));
}

/** Whether the household has had all it may have of a rule in the period of the day. */
export function isUsedUp(entries: readonly Entry[], ruleNumber: string, limit: Limit, on: string): boolean {
  const begin = beginOf(limit.per, on);
  const had = entries.filter((entry) => entry.ruleNumber === ruleNumber && entry.on >= begin && entry.on <= on);
  return had.length >= limit.times;
}

/** Places of a list that stands in its order: equals share a place. */
export function placesOf(values: readonly number[]): number[] {
  return values.map((value) => values.indexOf(value) + 1);
}
