// Lists of registers: looked through for what was typed, sorted whichever way, and answered from the indexes that follow from
// the definition.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../src/app/registers.ts';
import { systemActor } from '../../src/platform/server/actor.ts';
import type { Tx } from '../../src/platform/server/db.ts';
import { ensureListIndexes, listIndexes } from '../../src/platform/server/registers/list/list-indexes.ts';
import { openTestServer, type TestServer, type TestUser } from '../harness.ts';

const REGION = 150_000_000_000;
const NAMES = ['丁_站', '甲%社', '乙\\厂', '丙站', '戊站'];

let server: TestServer;
let user: TestUser;

beforeAll(async () => {
  server = await openTestServer();
  user = await server.as({ role: 'region-officer', areaCode: REGION });
  for (const [i, name] of NAMES.entries()) {
    const values = {
      ...{ code: `L${i}`, name, kind: i % 2 === 0 ? 'school' : 'hospital', regionCode: 150_923_000_000 },
      ...(i % 2 === 0 ? { closedOn: `2015-03-0${i + 1}` } : { parentCode: `L${i - 1}` }),
    };
    await user.client.registers.organisations?.add({ requestId: crypto.randomUUID(), values });
  }
});

afterAll(() => server.close());

type Asked = { text?: string; sort?: string; cursor?: string; limit?: number; filters?: Record<string, string> };

async function names(asked: Asked): Promise<unknown[]> {
  const page = await user.client.registers.organisations?.list(asked);
  const shown = page?.items.map(({ values }) => values.name) ?? [];
  return page?.next ? [...shown, ...(await names({ ...asked, cursor: page.next }))] : shown;
}

test.each([
  ['%', ['甲%社']],
  ['_', ['丁_站']],
  ['\\', ['乙\\厂']],
  ['L3', ['丙站']],
  ['站', ['丁_站', '丙站', '戊站']],
  ['没有', []],
])('what is typed is looked for as it is: %s', async (text, expected) => {
  expect(await names({ text })).toEqual(expected);
});

const DAYS = ['丁_站', '乙\\厂', '戊站'];

test.each([
  ['code', NAMES],
  ['-code', [...NAMES].reverse()],
  ['name', [...NAMES].sort()],
  ['-name', [...NAMES].sort().reverse()],
  ['closedOn', [...DAYS, '甲%社', '丙站']],
  ['-closedOn', [...[...DAYS].reverse(), '丙站', '甲%社']],
  ['parentCode', ['甲%社', '丙站', ...DAYS]],
  ['-parentCode', ['丙站', '甲%社', ...[...DAYS].reverse()]],
])('sorted by %s, page by page, what is empty comes last', async (sort, expected) => {
  expect(await names({ sort, limit: 2 })).toEqual(expected);
});

describe('indexes', () => {
  const owner = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    server.shouwang.db.bulk(systemActor('test'), async (tx) => ({ result: await work(tx), audit: [] }));

  test('are there for every register, and made anew where the definition changed', async () => {
    expect(await owner((tx) => ensureListIndexes(tx, catalogue.registers))).toEqual([]);
    const { found, again } = await owner(async (tx) => {
      const tables = await tx.rows(sql<{ name: string }>`select indexname::text as name from pg_indexes`);
      await tx.script(`comment on index organisations_lists is 'on organisations (place_code) where not voided'`);
      return {
        found: new Set(tables.map(({ name }) => name)),
        again: await ensureListIndexes(tx, catalogue.registers),
      };
    });
    expect(again).toEqual(['organisations_lists']);
    const wanted = catalogue.registers.flatMap((register) => [...listIndexes(register).keys()]);
    expect(wanted.filter((name) => !found.has(name))).toEqual([]);
  });

  test.each([
    [
      'counting',
      `select count(*) from organisations t where not t.voided and t.kind = 'school'`,
      'Index Only Scan using organisations_lists',
    ],
    [
      'looking',
      `select count(*) from organisations t where not t.voided and (t.name like '%a%' or t.code like '%a%')`,
      'Index Only Scan using organisations_found',
    ],
    [
      'sorting',
      'select * from organisations t where not t.voided order by t.name desc, t.id desc limit 51',
      'Index Scan Backward using organisations_found',
    ],
  ])('answer %s', async (_what, asked, expected) => {
    await server.shouwang.db.tidy('organisations');
    const plan = await owner(async (tx) => {
      // Of five rows every index is dearer than the table.
      await tx.script('set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off');
      return tx.rows<Record<string, string>>(sql.raw(`explain ${asked}`));
    });
    expect(plan.flatMap((row) => Object.values(row)).join('\n')).toContain(expected);
  });
});
