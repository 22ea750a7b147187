// Whom a row with a damaged ID finds (data contract §4, steps 2 to 4), in a small registry, row by row and in bulk.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer } from '../../../../../test/harness.ts';
import { idNumber, NEXT_VILLAGE, openSmallRegistry, VILLAGE } from '../../../../../test/small-registry.ts';
import { repairsOf } from '../../../../kernel/id-number.ts';
import { systemActor } from '../../../../platform/server/actor.ts';
import { loadBatch } from './load-batch.ts';

const SOUND = idNumber(19760111, 326);
/** The first character of the check is wrong: the registry holds it as it is. */
const UNSOUND = SOUND.slice(0, 17) + (SOUND.endsWith('1') ? '2' : '1');
const LETTERED = `${SOUND.slice(0, 15)}O${SOUND.slice(16)}`;
const OTHERS = idNumber(19880222, 123);

function change(id: string, at: number, by = 1): string {
  return id.slice(0, at) + ((Number(id[at]) + by) % 10) + id.slice(at + 1);
}
function swap(id: string, at: number): string {
  return id.slice(0, at) + id[at + 1] + id[at] + id.slice(at + 2);
}
function drop(id: string, at: number): string {
  return id.slice(0, at) + id.slice(at + 1);
}

/** Two persons of one name whose IDs are both one edit away from this. */
const BETWEEN = change(OTHERS, 2);
const TWIN = repairsOf(BETWEEN).find((id) => id !== OTHERS) ?? '';

const HOUSEHOLDS = [
  { number: 'A', village: VILLAGE, members: [{ name: '张三', id: SOUND }] },
  { number: 'B', village: VILLAGE, members: [{ name: '李四', id: UNSOUND }] },
  { number: 'C', village: VILLAGE, members: [{ name: '王五', id: LETTERED }] },
  { number: 'D', village: VILLAGE, members: [{ name: '赵六', id: OTHERS }] },
  { number: 'E', village: NEXT_VILLAGE, members: [{ name: '赵六', id: TWIN }] },
];

/** ID, name, method, number of the person. */
const ROWS: [string, string, string, string?][] = [
  [SOUND, '张三', 'id', 'A1'],
  ...Array.from(SOUND.slice(0, 17), (_, at): (typeof ROWS)[number] => [change(SOUND, at), '张三', 'id-repaired', 'A1']),
  [swap(SOUND, 5), '张三', 'id-repaired', 'A1'],
  [swap(SOUND, 8), '张三', 'id-repaired', 'A1'],
  [drop(SOUND, 0), '张三', 'id-repaired', 'A1'],
  [drop(SOUND, 9), '张三', 'id-repaired', 'A1'],
  [drop(SOUND, 17), '张三', 'id-repaired', 'A1'],
  [change(SOUND, 8), '张散', 'bad-id'],
  [change(change(SOUND, 8), 16), '张三', 'bad-id'],
  [change(change(SOUND, 15), 14), '张三', 'name-birth', 'A1'],
  [UNSOUND, '李四', 'id-repaired', 'B1'],
  [change(UNSOUND, 7), '李四', 'id-repaired', 'B1'],
  [drop(UNSOUND, 3), '李四', 'id-repaired', 'B1'],
  [UNSOUND, '李思', 'bad-id'],
  [LETTERED, '王五', 'id-repaired', 'C1'],
  [drop(LETTERED, 6), '王五', 'id-repaired', 'C1'],
  [BETWEEN, '赵六', 'ambiguous'],
];

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await openSmallRegistry(HOUSEHOLDS);
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-match-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Method and person of every row. `day` makes the file another than the one before. */
async function match(day: string, bulkFrom: number) {
  const file = path.join(folder, `${day}.csv`);
  const lines = ROWS.map(([id, name]) => `${id},${name},C,${day}`);
  await writeFile(file, `${['户主证件号码,户主姓名,鉴定等级,鉴定日期', ...lines].join('\n')}\n`);
  const { db, keys } = server.shouwang;
  const { batchId } = await loadBatch(db, keys, systemActor('test'), {
    ...{ dataset: 'housing-inspection', path: file, fileName: `${day}.csv`, bulkFrom },
  });
  const rows = await db.bulkRead((tx) =>
    tx.rows<{ method: string; number: string | null }>(sql`
      select f.method, p.number from feed_housing_inspection f
      left join persons p on p.county_code = f.county_code and p.id = f.person_id where f.batch_id = ${batchId} order by f.line`),
  );
  return ROWS.map(([id, name], i) => [id, name, rows[i]?.method, ...(rows[i]?.number ? [rows[i]?.number] : [])]);
}

describe('rows with a damaged ID', () => {
  it('find their person one by one', async () =>
    expect(await match('2022-05-01', Number.MAX_SAFE_INTEGER)).toEqual(ROWS));
  it('find the same in bulk', async () => expect(await match('2022-05-02', 0)).toEqual(ROWS));
});
