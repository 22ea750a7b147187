// Days and months of members: a table of what outweighs what, and a random month of forty members counted a second way.

import { describe, expect, test } from 'vitest';
import { dayKind, daysOfMonth, leaveDays, type MemberMonth, monthLine } from './attendance.ts';
import { type Camp, campAt, concernsOf, distanceKm, isInSeason, type Punched, placeOf } from './camps.ts';
import { repeats, sameness } from './diary.ts';
import { taskStates } from './tasks.ts';
import type { AttendKind, LeaveKind, PunchKind } from './words.ts';

const MONTH = '2026-06-01';
const DAYS = daysOfMonth(MONTH);
/** Mondays to Fridays, and the Sunday that is worked instead of the Friday of a feast. */
const isWorking = (day: string) =>
  day === '2026-06-21' || (day !== '2026-06-19' && ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));
const month = { days: DAYS, isWorking, today: '2026-07-05' };
const whole = { from: MONTH, through: '2026-06-30' };
const member = (given: Partial<MemberMonth> = {}): MemberMonth => ({
  ...{ posted: [whole], punches: [], leaves: [], fixes: [] },
  ...given,
});
const punch = (day: string, kind: PunchKind = 'in-village') => ({ day, kind });
const leave = (kind: LeaveKind, from: string, through = from) => ({ kind, from, through });

describe('a day', () => {
  const day = '2026-06-10';
  test.each<[string, Partial<MemberMonth>, string, AttendKind | undefined]>([
    ['without anything on a working day', {}, day, 'absent'],
    ['without anything on a Saturday', {}, '2026-06-13', 'holiday'],
    ['on a feast within the week', {}, '2026-06-19', 'holiday'],
    ['on a Sunday that is worked', {}, '2026-06-21', 'absent'],
    ['with a punch', { punches: [punch(day)] }, day, 'in-village'],
    ['with a punch on a Saturday', { punches: [punch('2026-06-13')] }, '2026-06-13', 'in-village'],
    ['with two punches: the village tells more', { punches: [punch(day, 'field'), punch(day)] }, day, 'in-village'],
    ['on the pasture', { punches: [punch(day, 'camp'), punch(day, 'field')] }, day, 'camp'],
    ['on leave', { leaves: [leave('sick', '2026-06-08', day)] }, day, 'leave'],
    ['of rest by turns', { leaves: [leave('rest', day)] }, day, 'rest'],
    ['at a training', { leaves: [leave('training', day)] }, day, 'training'],
    ['on official business', { leaves: [leave('official-trip', day)] }, day, 'official-trip'],
    [
      'on leave, and there all the same',
      { leaves: [leave('personal', day)], punches: [punch(day)] },
      day,
      'in-village',
    ],
    ['on leave over a Saturday', { leaves: [leave('personal', '2026-06-12', '2026-06-15')] }, '2026-06-13', 'leave'],
    [
      'after coming back early',
      { leaves: [{ ...leave('personal', '2026-06-08', '2026-06-12'), returnedOn: '2026-06-09' }] },
      day,
      'absent',
    ],
    ['put right by the township', { punches: [punch(day)], fixes: [{ day, kind: 'absent' }] }, day, 'absent'],
    ['before the posting', { posted: [{ from: '2026-06-11', through: '2026-06-30' }] }, day, undefined],
  ])('%s', (_what, given, on, kind) => expect(dayKind(on, member(given), month)).toBe(kind));

  test('that is not over is nobody’s absence yet', () => {
    expect(dayKind('2026-06-10', member(), { isWorking, today: '2026-06-10' })).toBeUndefined();
    expect(dayKind('2026-06-10', member(), { isWorking, today: '2026-06-11' })).toBe('absent');
  });
});

test('leave is counted with both ends', () => {
  expect(leaveDays({ from: '2026-06-29', through: '2026-07-03' })).toBe(5);
});

/** A generator that gives the same numbers every time. */
function random(seed: number) {
  let state = seed;
  return (n: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * n);
  };
}

/** The sheet counted a second way: a board of days on which what happened is written over what was planned. */
function countAgain({ posted, punches, leaves, fixes }: MemberMonth): Map<string, string> {
  const board = new Map<string, string>();
  for (const day of DAYS) board.set(day, isWorking(day) ? 'absent' : 'holiday');
  for (const { kind, from, through, returnedOn } of [...leaves].reverse())
    for (const day of DAYS)
      if (day >= from && day <= through && (!returnedOn || day <= returnedOn))
        board.set(day, ['training', 'official-trip', 'rest'].includes(kind) ? kind : 'leave');
  for (const rank of ['field', 'camp', 'in-village'])
    for (const { day, kind } of punches) if (kind === rank) board.set(day, kind);
  for (const { day, kind } of fixes) board.set(day, kind);
  for (const day of DAYS) if (!posted.some(({ from, through }) => day >= from && day <= through)) board.delete(day);
  return board;
}

test('a random month of forty members is what an independent count says', () => {
  const draw = random(20_260_601);
  const pick = <T>(of: readonly T[]) => of[draw(of.length)] as T;
  let [counting, absent, fields, away] = [0, 0, 0, 0];
  for (let n = 0; n < 40; n++) {
    const from = n % 9 === 4 ? pick(DAYS) : MONTH;
    // 22 days with punches, a day on the pasture, a leave, now and then a second camp and a correction.
    const punches = Array.from({ length: 22 }, () => punch(pick(DAYS)));
    punches.push(punch(pick(DAYS), 'field'), ...(n % 3 === 0 ? [punch(pick(DAYS), 'camp')] : []));
    const start = draw(26);
    const kind = pick(['personal', 'sick', 'rest', 'training', 'official-trip'] as const);
    const own = { ...leave(kind, DAYS[start] ?? MONTH, DAYS[start + draw(4)] ?? '2026-06-30') };
    const leaves = [n % 4 === 0 ? { ...own, returnedOn: own.from } : own];
    const fixes = n % 5 === 0 ? [{ day: pick(DAYS), kind: 'in-village' as const }] : [];
    const one = member({ posted: [{ from, through: '2026-06-30' }], punches, leaves, fixes });
    const line = monthLine(one, month, 20);
    const again = countAgain(one);
    expect(Object.fromEntries(DAYS.map((day, i) => [day, line.cells[i]])), `member ${n}`).toEqual(
      Object.fromEntries(DAYS.map((day) => [day, again.get(day)])),
    );
    const counted = [...again.values()].filter((each) =>
      ['in-village', 'field', 'camp', 'training', 'official-trip'].includes(each),
    );
    expect(line.inPost).toBe(counted.length);
    expect(line.required).toBe(Math.floor((20 * again.size) / 30));
    counting += line.inPost;
    absent += line.counts.absent;
    fields += line.counts.field;
    away += line.counts.leave;
  }
  // It says something: all of them happen.
  for (const each of [counting, absent, fields, away]) expect(each).toBeGreaterThan(0);
});

describe('where a punch was', () => {
  const camp = (number: string, given: Partial<Camp> = {}): Camp => ({
    ...{ number, kind: 'office', fromMonth: 1, untilMonth: 12, radiusKm: 3, longitude: 116, latitude: 43.5 },
    ...given,
  });
  const winter = camp('W', { kind: 'pasture', fromMonth: 11, untilMonth: 4, longitude: 116.3, radiusKm: 8 });
  const camps = [camp('A'), winter];
  const at = Date.parse('2026-01-15T09:00:00+08:00');
  const punched = (given: Partial<Punched> = {}): Punched => ({
    ...{ kind: 'in-village', day: '2026-01-15', at, arrivedAt: at, note: '' },
    ...given,
  });
  const quiet = { near: [], isDeviceOfOther: false, farKm: 100 };

  test('a degree of latitude is 111 km', () => {
    expect(distanceKm({ longitude: 116, latitude: 43 }, { longitude: 116, latitude: 44 })).toBeCloseTo(111.2, 1);
  });

  test('a camp of the winter is used over the new year', () => {
    expect(['2026-01-15', '2026-04-30', '2026-05-01', '2026-11-01'].map((day) => isInSeason(winter, day))).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect(campAt({ longitude: 116.3, latitude: 43.5 }, camps, '2026-07-01')).toBeUndefined();
  });

  test('trap 3: outside every camp is field work with a reason, never a refusal', () => {
    const far = punched({ position: { longitude: 116.6, latitude: 43.9 } });
    expect(placeOf(far, camps)).toEqual({ kind: 'field' });
    expect(concernsOf(far, placeOf(far, camps), quiet)).toEqual(['no-reason']);
    expect(concernsOf({ ...far, note: '到牧户家看牲畜' }, { kind: 'field' }, quiet)).toEqual([]);
  });

  test('in the camp of the season it is the camp, whatever was said', () => {
    expect(placeOf(punched({ position: { longitude: 116.31, latitude: 43.5 } }), camps)).toEqual({
      kind: 'camp',
      campNumber: 'W',
    });
    expect(placeOf(punched({ kind: 'field', position: { longitude: 116.01, latitude: 43.5 } }), camps)).toEqual({
      kind: 'in-village',
      campNumber: 'A',
    });
  });

  test('trap 2: a punch of days ago is as good as one of now', () => {
    const late = punched({ arrivedAt: at + 6 * 86_400_000 });
    expect(concernsOf(late, placeOf(late, camps), quiet)).toEqual([]);
  });

  test('a refused position is no dead end', () => {
    expect(placeOf(punched(), camps)).toEqual({ kind: 'in-village' });
    expect(placeOf(punched({ kind: 'field' }), camps)).toEqual({ kind: 'field' });
  });

  test('one phone for two, too far within an hour, a clock that runs ahead are told', () => {
    const here = punched({ position: { longitude: 116, latitude: 43.5 }, at: at + 11 * 60_000 });
    const near = (minutes: number) => [{ at: at + minutes * 60_000, position: { longitude: 116, latitude: 44.5 } }];
    expect(concernsOf(here, placeOf(here, camps), { near: near(0), isDeviceOfOther: true, farKm: 100 })).toEqual([
      'same-device',
      'too-far',
      'clock-ahead',
    ]);
    expect(concernsOf(here, placeOf(here, camps), { ...quiet, near: near(-50) })).toEqual(['clock-ahead']);
    expect(concernsOf(here, placeOf(here, camps), { ...quiet, near: near(0), farKm: 120 })).toEqual(['clock-ahead']);
  });
});

describe('a diary', () => {
  const text = '上午到巴音家了解牲畜越冬饲草储备情况，下午召开党员会议学习文件，研究村集体肉牛养殖项目。';
  test('trap 5: one that repeats another is told with the day of the other, and nothing else happens', () => {
    const again = { day: '2026-06-12', items: text.replace('巴音', '宝音') };
    expect(sameness(text, again.items)).toBeGreaterThanOrEqual(90);
    expect(repeats(again, [{ day: '2026-06-10', items: text }], 90)).toEqual({
      day: '2026-06-10',
      same: expect.any(Number),
    });
    expect(repeats({ day: '2026-06-10', items: text }, [again], 90)).toBeUndefined();
  });
  test('another day’s work is no repetition', () => {
    expect(
      repeats(
        { day: '2026-06-12', items: '陪同旗农牧局查看高标准农田，核对两户低保申请材料，晚上整理台账。' },
        [{ day: '2026-06-10', items: text }],
        90,
      ),
    ).toBeUndefined();
  });
});

test('trap 6: a task is proven by records of other registers, and typed only where none can', () => {
  const task = (no: number) => ({ no, aspect: '为民服务', content: `任务 ${no}` });
  const states = taskStates(
    [task(1), task(2), task(3), task(4)],
    [
      { no: 1, evidence: ['visits', 'sweep-visits'], least: 10 },
      { no: 2, evidence: ['projects'], least: 2 },
    ],
    { visits: 4, 'sweep-visits': 6, projects: 1 },
    [{ no: 3, progress: 'done', period: '6 月' }],
  );
  expect(states.map(({ state }) => state)).toEqual(['done', 'under-way', 'done', 'open']);
  expect(states[0]?.proof).toEqual([
    { evidence: 'visits', records: 4 },
    { evidence: 'sweep-visits', records: 6 },
  ]);
});
