// The demonstration prints what was published, but for counts of persons; at its full size it prints these as well. Loaded into an empty
// installation alone, and cut off it is whole or not there.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPrepared, openTestDatabase, refusalOf } from '../../../../test/harness.ts';
import { DEMONSTRATION } from '../../../../test/running/demonstration.ts';
import type { Shouwang } from '../../../app/open-shouwang.ts';
import { REGION_CODE } from '../../../kernel/region-code.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import { compareFigures, readKeeping } from '../../figures/server/index.ts';
import { FOCUS_DAY } from '../domain/totals.ts';
import { fillFocus, loadFocus } from './index.ts';

const ACTOR = systemActor('test');
const SHARE = 0.02;
/** A hundred thousand people are not to be had for six counties. */
const OF_PERSONS = [
  'household.dibao.persons',
  'project.covered_person_times',
  'employment.persons',
  'jingmeng.last_year.labour',
  'jingmeng.last_year.labour.lifted',
];
/** Cases of the demonstration are of today. */
const CLAIMS = ['monitoring.identified', 'monitoring.taken_in', 'monitoring.helped', 'monitoring.mass_relapse'];
/** They come behind the first page. */
const TOILETS = ['toilet.rectified', 'toilet.built'];

const countOf = async ({ db }: Shouwang) =>
  (
    await db.bulkRead((tx) =>
      tx.first<{ n: number }>(sql`select count(*)::int as n from households where number like 'J%'`),
    )
  )?.n;

async function others({ db }: Shouwang) {
  const compared = await readKeeping(db, (tx) => compareFigures(tx, { day: FOCUS_DAY, where: { area: REGION_CODE } }));
  return {
    published: compared.length,
    ids: compared.flatMap(({ id, same }) => (same === '是' ? [] : [id])),
    values: new Map(compared.map(({ id, value }) => [id, value])),
  };
}

describe('the demonstration', () => {
  let shouwang: Shouwang;
  beforeAll(async () => {
    shouwang = await openPrepared(DEMONSTRATION);
  }, 900_000);
  afterAll(() => shouwang.close());

  it('prints all that was published but what needs more people, cases or toilets', async () => {
    const { published, ids } = await others(shouwang);
    expect(published).toBe(107);
    expect(ids.toSorted()).toEqual([...OF_PERSONS, ...CLAIMS, ...TOILETS].toSorted());
  });

  it('takes no full size beside what is there', async () => {
    const load = { share: SHARE, loadBase: async () => undefined, onStep: () => undefined };
    expect(await refusalOf(loadFocus(shouwang.db, load))).toBe('demo-focus.not-empty');
    expect(await countOf(shouwang)).toBe(0);
  });

  it('is filled exactly, in one piece, with rows that do not count', async () => {
    const cut = fillFocus(shouwang.db, ACTOR, { share: SHARE, finish: () => Promise.reject(new Error('cut off')) });
    await expect(cut).rejects.toThrow('cut off');
    expect(await countOf(shouwang)).toBe(0);

    const steps: string[] = [];
    await fillFocus(shouwang.db, ACTOR, { share: SHARE, onStep: (what) => steps.push(what) });
    expect(steps).toContain('低保名册');
    const { ids, values } = await others(shouwang);
    expect(ids.toSorted()).toEqual([...OF_PERSONS, ...CLAIMS, ...TOILETS].toSorted());
    expect(OF_PERSONS.map((id) => values.get(id))).toEqual(
      [424_096, 493_217, 188_037, 71_038, 51_024].map((total) => String(Math.round(total * SHARE))),
    );
    const rows = await shouwang.db.bulkRead((tx) =>
      tx.first(sql`select (select count(*)::int from employment_spells where number like 'JZ%') as second_jobs,
        (select count(*)::int from household_statuses where household_number like 'J%' and risk_cleared_on is not null) as cleared`),
    );
    expect(rows).toEqual({ secondJobs: 3000 * SHARE, cleared: 3000 * SHARE });
  });
});

describe('an empty installation', () => {
  it('begins, goes on after a break, and is filled once', async () => {
    const shouwang = await openTestDatabase();
    try {
      const load = (loadBase: () => Promise<void>) =>
        loadFocus(shouwang.db, { share: 0.001, loadBase, onStep: () => undefined });
      await expect(load(() => Promise.reject(new Error('no power')))).rejects.toThrow('no power');
      expect(await countOf(shouwang)).toBe(0);
      expect(await load(async () => undefined)).toBeGreaterThan(1000);
      expect(await countOf(shouwang)).toBe(394 + 3);
      expect(await refusalOf(load(async () => undefined))).toBe('demo-focus.there');
    } finally {
      await shouwang.close();
    }
  });
});
