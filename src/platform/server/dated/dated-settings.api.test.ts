import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../../test/harness.ts';
import type { Shouwang } from '../../../app/open-shouwang.ts';
import { defineProblems } from '../../../kernel/problem.ts';
import { systemActor } from '../actor.ts';
import type { Tx } from '../db.ts';
import { holdingSql, openDatedSettings } from './dated-settings.ts';
import { setDated } from './set-dated.ts';

const LEAGUE = 150_900_000_000;
const COUNTY = 150_923_000_000;
const TOWNSHIP = 150_923_101_000;

defineProblems({
  'test.area': { kind: 'forbidden', sentence: () => '' },
  'test.past': { kind: 'invalid', sentence: () => '' },
  'test.taken': { kind: 'conflict', sentence: () => '' },
});

const lines = openDatedSettings<{ value: number; note: string }>({
  table: 'lines',
  isKeyed: true,
  own: { value: 'numeric', note: 'text' },
});
const plans = openDatedSettings<{ plan: { steps: number[] } }>({
  table: 'plans',
  own: { plan: 'jsonb' },
  isFinal: true,
});

const NAMES = {
  operation: 'test.set',
  subjectKind: 'line',
  problems: { area: 'test.area', past: 'test.past', taken: 'test.taken' },
};

let shouwang: Shouwang;

beforeAll(async () => {
  shouwang = await openTestDatabase();
  const columns =
    'id int generated always as identity, region_code bigint, effective_from date, account_name text, at timestamptz default now()';
  await work((tx) =>
    tx.script(`create table lines (${columns}, key text, value numeric, note text,
        constraint lines_once unique (region_code, key, effective_from));
      create table plans (${columns}, plan jsonb, constraint plans_once unique (region_code, effective_from))`),
  );
});

afterAll(() => shouwang.close());

function work<T>(what: (tx: Tx) => Promise<T>): Promise<T> {
  return shouwang.db.bulk(systemActor('白音'), async (tx) => ({ result: await what(tx), audit: [] }));
}

const line = (regionCode: number, effectiveFrom: string, value: number, key = 'line') => ({
  ...{ regionCode, effectiveFrom, value, key },
  note: '',
});
const at = { region: { code: COUNTY, level: 'county' as const }, today: 20220601 };

describe('dated settings', () => {
  test('of a region, name and day the last one kept holds, with who kept it', async () => {
    await work(async (tx) => {
      await lines.keep(
        tx,
        [line(LEAGUE, '2022-01-01', 1), line(COUNTY, '2022-03-01', 2), line(COUNTY, '2022-03-01', 3)],
        '甲',
      );
      await lines.keep(tx, [line(LEAGUE, '2022-01-01', 4.25), line(LEAGUE, '2022-01-01', 9, 'other')], '乙');
      const on = async (day: string) => (await lines.holding(tx, TOWNSHIP, day)).get('line');
      expect(await on('2021-12-31')).toBeUndefined();
      expect(await on('2022-01-01')).toMatchObject({ value: 4.25, regionCode: LEAGUE, accountName: '乙' });
      expect(await on('2022-03-01')).toMatchObject({ value: 3, effectiveFrom: '2022-03-01', accountName: '甲' });
      expect(await lines.all(tx, 'other')).toHaveLength(1);
    });
  });

  test.each([
    ['before the first', TOWNSHIP, '2021-12-31', null],
    ['the league’s', TOWNSHIP, '2022-02-28', 4.25],
    ['the county’s goes before it', 150_923_101_203, '2022-03-01', 3],
    ['the county itself', COUNTY, '2022-03-01', 3],
    ['another county of the league', 150_924_000_000, '2022-03-01', 4.25],
    ['another league', 152_200_000_000, '2022-03-01', null],
  ])('in a statement over rows the same holds: %s', async (_what, code, day, value) => {
    await work(async (tx) => {
      const place = { region: 'a.code', on: 'a.day' };
      const row = await tx.first<{ value: string | null }>(sql`
        select ${sql.raw(holdingSql('lines', 'line', 'value', place))} as value from (values (${code}::bigint, ${day}::date)) a (code, day)`);
      expect(row?.value === null ? null : Number(row?.value)).toBe(value);
      expect((await lines.holding(tx, code, day)).get('line')?.value ?? null).toBe(value);
    });
  });

  test('those that reach into an area are its own and those above it', async () => {
    await work(async (tx) => {
      await lines.keep(tx, [line(152_200_000_000, '2022-04-01', 7)], '甲');
      const reaching = await lines.reaching(tx, { low: TOWNSHIP, high: TOWNSHIP + 999 }, 2);
      expect(reaching.map(({ regionCode, effectiveFrom }) => [regionCode, effectiveFrom])).toEqual([
        [COUNTY, '2022-03-01'],
        [LEAGUE, '2022-01-01'],
      ]);
    });
  });

  test('what is set is recorded with what it replaces and why', async () => {
    const given = { key: 'line', effectiveFrom: '2022-06-01', value: 5, note: '会议纪要' };
    const first = await work((tx) => setDated(tx, lines, NAMES, given, at));
    expect(first.audit).toEqual({
      ...{ operation: 'test.set', subjectKind: 'line', subjectId: 'line', regionCode: COUNTY, reason: '会议纪要' },
      after: { value: 5, effectiveFrom: '2022-06-01' },
    });
    const second = await work((tx) => setDated(tx, lines, NAMES, { ...given, value: 6 }, at));
    expect(second.audit).toMatchObject({ before: { value: 5, note: '会议纪要' }, after: { value: 6 } });
    expect(second.result).toEqual(first.result);
  });

  test.each([
    ['a township', 'test.area', { ...at, region: { code: TOWNSHIP, level: 'township' as const } }],
    ['yesterday', 'test.past', { ...at, today: 20220602 }],
  ])('%s is refused', async (_what, code, place) => {
    const given = { key: 'line', effectiveFrom: '2022-06-01', value: 5, note: '' };
    await expect(work((tx) => setDated(tx, lines, NAMES, given, place))).rejects.toMatchObject({ code });
  });

  test('what records name stays as it was', async () => {
    const given = (steps: number[]) => ({ effectiveFrom: '2022-06-01', plan: { steps } });
    await work((tx) => setDated(tx, plans, NAMES, given([1, 2]), at));
    await expect(work((tx) => setDated(tx, plans, NAMES, given([3]), at))).rejects.toMatchObject({
      code: 'test.taken',
    });
    const held = await work((tx) => plans.theOneHolding(tx, COUNTY, '2022-06-01'));
    expect(held?.plan).toEqual({ steps: [1, 2] });
  });
});
