import { describe, expect, it } from 'vitest';
import { formatDate, parseDate } from '../../../kernel/plain-date.ts';
import { type CardCase, proposedCard } from './cards.ts';
import { approver, checkers, type Rank, rankOf } from './levels.ts';
import { isFitting, RECTIFICATION_SETTINGS, type RectificationSettingKey } from './settings.ts';
import { daysLate, nextTerm, type Standing } from './terms.ts';

const COUNTY = 150923000000;
const VILLAGE = 150923101001;
const LEAGUE = 150900000000;
const REGION = 150000000000;

describe('levels', () => {
  it.each<[number, Rank, Rank[], Rank]>([
    [VILLAGE, 3, [1, 2, 3], 2],
    [COUNTY, 3, [1, 2, 3], 2],
    [COUNTY, 2, [1, 2], 2],
    [COUNTY, 1, [1], 1],
    [LEAGUE, 3, [2, 3], 2],
    [LEAGUE, 1, [2], 2],
    [REGION, 1, [3], 3],
  ])('a problem of %i that rank %i closes is checked by %j, its plan approved by %i', (place, closedBy, ranks, by) => {
    expect(checkers(place, closedBy)).toEqual(ranks);
    expect(approver(place, closedBy)).toBe(by);
    expect(rankOf(place)).toBe(ranks[0]);
  });
});

const of = (key: RectificationSettingKey) => RECTIFICATION_SETTINGS.find((one) => one.key === key)?.fallback ?? 0;
const day = (text: string) => parseDate(text);
const BASE: Standing = {
  ...{ state: 'fixing', kind: 'dated', pausedDays: 0, left: [1, 2, 3] },
  ...{ reportedOn: day('2026-03-02'), rectifyBy: day('2026-05-31') },
};

describe('terms', () => {
  it.each<[string, Partial<Standing>, string | undefined]>([
    // 2026-03-05 is a Thursday.
    ['three working days to claim', { state: 'assigned', since: day('2026-03-05') }, 'claim 2026-03-10'],
    ['seven working days to plan', { state: 'claimed', since: day('2026-03-05') }, 'plan 2026-03-16'],
    ['ten days before the term', {}, 'submit 2026-05-21'],
    ['frost moves the term', { pausedDays: 60 }, 'submit 2026-07-20'],
    ['at once is fifteen days', { kind: 'at-once' }, 'submit 2026-03-17'],
    ['or the term, if it is earlier', { kind: 'at-once', rectifyBy: day('2026-03-10') }, 'submit 2026-03-10'],
    ['the county first', { state: 'submitted', since: day('2026-05-01') }, 'check-county 2026-05-11'],
    ['from the day a file tells', { state: 'submitted', rectifiedOn: day('2026-05-02') }, 'check-county 2026-05-12'],
    ['then the league', { state: 'checked-county', left: [2, 3], since: day('2026-05-01') }, 'check-league 2026-05-11'],
    ['closing by the county', { state: 'checked-county', left: [], since: day('2026-05-01') }, 'close 2026-05-11'],
    ['nothing while it stands still', { state: 'paused' }, undefined],
    ['nothing after', { state: 'closed' }, undefined],
  ])('%s', (_, more, expected) => {
    const found = nextTerm({ ...BASE, ...more }, of, new Map());
    expect(found && `${found.term} ${formatDate(found.dueOn)}`).toBe(expected);
  });

  it.each<[string, Partial<Standing>, string, number]>([
    ['on the day', {}, '2026-05-31', 0],
    ['a day after', {}, '2026-06-01', 1],
    ['less the days of frost', { pausedDays: 10 }, '2026-06-15', 5],
    ['until it was put right', { rectifiedOn: day('2026-06-03') }, '2026-09-01', 3],
    ['not if that was in time', { rectifiedOn: day('2026-05-03') }, '2026-09-01', 0],
  ])('late %s', (_, more, on, days) => {
    expect(daysLate({ ...BASE, ...more }, day(on))).toBe(days);
  });
});

describe('cards', () => {
  const none: CardCase = { daysLate: 0, isReopened: false, yellows: 0, had: [] };
  it.each<[string, Partial<CardCase>, string | undefined]>([
    ['in time', {}, undefined],
    ['late', { daysLate: 1 }, 'yellow late'],
    ['late once', { daysLate: 10, had: ['yellow'] }, undefined],
    ['thirty days', { daysLate: 30, had: ['yellow'] }, undefined],
    ['more than thirty', { daysLate: 31, had: ['yellow'] }, 'red very-late'],
    ['the second yellow of the unit', { daysLate: 1, yellows: 2 }, 'red yellows'],
    ['two yellows, nothing late now', { yellows: 2 }, undefined],
    ['closed falsely', { isReopened: true }, 'red false-closing'],
    ['red once', { daysLate: 90, had: ['yellow', 'red'] }, undefined],
  ])('%s', (_, more, expected) => {
    const card = proposedCard({ ...none, ...more }, { red: 30, yellows: 2 });
    expect(card && `${card.colour} ${card.reason}`).toBe(expected);
  });
});

it.each([
  ['level.audit', 3, true],
  ['level.audit', 4, false],
  ['level.audit', 0, false],
  ['days.claim', 0, true],
] as const)('%s may be %i: %s', (key, value, fits) => {
  expect(isFitting(key, value)).toBe(fits);
});
