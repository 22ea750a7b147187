// What one office hands in or registers never silences what another did: serial numbers, and IDs claimed twice.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { TestServer } from '../../../../test/harness.ts';
import {
  COUNTY,
  householdsCsv,
  idNumber,
  membersCsv,
  NEXT_VILLAGE,
  OTHER_COUNTY,
  OTHER_VILLAGE,
  openSmallRegistry,
  type SmallHousehold,
  VILLAGE,
} from '../../../../test/small-registry.ts';
import { rangeOf } from '../../../kernel/region-code.ts';
import { type Actor, systemActor } from '../../../platform/server/actor.ts';
import { importRegistry } from '../../registry-import/server/index.ts';
import { loadBatch } from './index.ts';
import { getBatch, moveBatch } from './queries.ts';
import { undoBatch } from './undo.ts';

const SANA = { name: '萨娜', id: idNumber(19760112, 326) };
const BATU = { name: '巴图', id: idNumber(19680305, 111) };
const ORNA = { name: '敖日娜', id: idNumber(19800709, 222) };
const HOUSEHOLDS: SmallHousehold[] = [
  { number: 'A', village: VILLAGE, members: [SANA] },
  { number: 'B', village: OTHER_VILLAGE, members: [BATU] },
  { number: 'C', village: NEXT_VILLAGE, members: [ORNA] },
];

const region = systemActor('test');
const PREFECTURE = 150900000000;
const office = (areaCode: number): Actor => ({
  ...region,
  areaCode,
  range: rangeOf(areaCode, areaCode === PREFECTURE ? 'prefecture' : 'county'),
});
const BULK = { bulk: 0, rows: Number.MAX_SAFE_INTEGER };

let server: TestServer;
let folder: string;
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-rivals-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  server = await openSmallRegistry(HOUSEHOLDS, 'rivals');
  return () => server.close();
});

const query = <T>(fragment: ReturnType<typeof sql<T>>) => server.shouwang.db.bulkRead((tx) => tx.rows(fragment));

type Bill = { serial: string; of: { name: string; id: string }; paid: number };

async function load(actor: Actor, bills: Bill[], bulkFrom = BULK.rows) {
  const file = path.join(folder, `${files++}.csv`);
  const lines = bills.map(({ serial, of, paid }) => `${serial},${of.id},${of.name},900,${paid},2022-05-01`);
  await writeFile(file, ['结算流水号,证件号码,姓名,总费用,合规自付,结算日期', ...lines, ''].join('\n'));
  const { db, keys } = server.shouwang;
  return loadBatch(db, keys, actor, {
    dataset: 'medical-settlement',
    path: file,
    fileName: path.basename(file),
    bulkFrom,
  });
}

const counting = () =>
  query(sql<{ batchId: number; line: number }>`
    select batch_id, line from feed_medical_settlement where counts order by batch_id, line`);

const openIssues = (code: string) =>
  query(sql<{ countyCode: number; villageCode: number }>`
    select county_code, village_code from data_issues where code = ${code} and state = 'open' order by 1, 2`);

it.each(Object.entries(BULK))(
  'a serial number taken by another office leaves the real row standing, with an issue for both (%s)',
  async (_, from) => {
    const fake = await load(office(COUNTY), [{ serial: 'S-1', of: SANA, paid: 1 }], from);
    const real = await load(office(OTHER_COUNTY), [{ serial: 'S-1', of: BATU, paid: 800 }], from);
    expect(await counting()).toEqual([
      { batchId: fake.batchId, line: 2 },
      { batchId: real.batchId, line: 2 },
    ]);
    expect(await openIssues('serial-clash')).toEqual([
      { countyCode: 150922, villageCode: OTHER_VILLAGE },
      { countyCode: 150923, villageCode: VILLAGE },
    ]);
  },
);

it.each(Object.entries(BULK))(
  'the same bill from two offices counts once; another amount of it counts and is told (%s)',
  async (_, from) => {
    const first = await load(office(COUNTY), [{ serial: 'S-2', of: SANA, paid: 500 }], from);
    await load(
      region,
      [
        { serial: 'S-2', of: SANA, paid: 500 },
        { serial: 'S-2', of: SANA, paid: 700 },
      ],
      from,
    );
    expect(await counting()).toEqual([{ batchId: first.batchId, line: 2 }]);
    expect(await openIssues('serial-clash')).toEqual([]);
    const other = await load(office(PREFECTURE), [{ serial: 'S-2', of: SANA, paid: 700 }], from);
    expect((await counting()).map(({ batchId }) => batchId)).toEqual([first.batchId, other.batchId]);
    expect(await openIssues('serial-clash')).toHaveLength(2);
  },
);

it('a row that found nobody silences nothing, and an undone clash closes the issue of the other', async () => {
  const nobody = await load(office(COUNTY), [{ serial: 'S-3', of: BATU, paid: 800 }]);
  const real = await load(office(OTHER_COUNTY), [{ serial: 'S-3', of: BATU, paid: 800 }]);
  expect((await counting()).map(({ batchId }) => batchId)).toEqual([nobody.batchId, real.batchId]);
  expect(await openIssues('serial-clash')).toEqual([
    { countyCode: 150922, villageCode: OTHER_VILLAGE },
    { countyCode: 150923, villageCode: COUNTY },
  ]);
  const { db } = server.shouwang;
  await db.bulk(region, async (tx) => ({
    result: await moveBatch(tx, nobody.batchId, ['loaded'], 'undoing'),
    audit: [],
  }));
  await undoBatch(db, region, await db.bulkRead((tx) => getBatch(tx, nobody.batchId)));
  expect(await counting()).toEqual([{ batchId: real.batchId, line: 2 }]);
  expect(await openIssues('serial-clash')).toEqual([]);
});

it('the same bytes from another office are loaded, from the same office not again', async () => {
  const bills = [{ serial: 'S-4', of: BATU, paid: 800 }];
  const elsewhere = await load(office(COUNTY), bills);
  files--;
  const own = await load(office(OTHER_COUNTY), bills);
  files--;
  const again = await load(office(OTHER_COUNTY), bills);
  expect([elsewhere.alreadyLoaded, own.alreadyLoaded, again.alreadyLoaded]).toEqual([false, false, true]);
  expect(own.methods).toEqual({ id: 1 });
});

it.each(Object.entries(BULK))(
  'somebody new with a held ID opens an issue and takes no sound match away (%s)',
  async (_, from) => {
    const invented = { number: 'X', village: OTHER_VILLAGE, members: [{ name: '假名', id: SANA.id }] };
    await register(office(OTHER_COUNTY), [invented]);
    expect(await openIssues('id-repeated')).toEqual([
      { countyCode: 150922, villageCode: OTHER_VILLAGE },
      { countyCode: 150923, villageCode: VILLAGE },
    ]);
    const { batchId } = await load(
      region,
      [
        { serial: 'S-5', of: SANA, paid: 10 },
        { serial: 'S-6', of: { ...SANA, name: '假名' }, paid: 10 },
      ],
      from,
    );
    const rows = await query(sql<{ method: string; number: string | null }>`
    select f.method, p.number from feed_medical_settlement f left join persons p on p.id = f.person_id
    where f.batch_id = ${batchId} order by f.line`);
    expect(rows).toEqual([
      { method: 'id', number: 'A1' },
      { method: 'ambiguous', number: null },
    ]);
  },
);

it('two who come with one ID in the same import are equals: nobody is guessed', async () => {
  const id = idNumber(19900101, 333);
  await register(region, [
    { number: 'Y', village: VILLAGE, members: [{ name: '甲', id }] },
    { number: 'Z', village: OTHER_VILLAGE, members: [{ name: '乙', id }] },
  ]);
  const { methods } = await load(region, [{ serial: 'S-7', of: { name: '甲', id }, paid: 10 }]);
  expect(methods).toEqual({ ambiguous: 1 });
});

it('a member married in under an ID that another county holds only claims it, and both counties are told', async () => {
  const officer = await server.as({ role: 'county-officer', areaCode: COUNTY });
  const [household] = await query(sql<{ countyCode: number; id: number }>`
    select county_code, id from households where number = 'A'`);
  await officer.client.households.recordEvent({
    requestId: crypto.randomUUID(),
    countyCode: 150923,
    householdId: household?.id ?? 0,
    onDate: '2022-05-01',
    event: { kind: 'marriage-in', person: { name: '假名', sex: '男', relation: '配偶', idNumber: BATU.id } },
  });
  expect(await openIssues('id-repeated')).toHaveLength(2);
  const { methods } = await load(region, [{ serial: 'S-8', of: BATU, paid: 10 }]);
  expect(methods).toEqual({ id: 1 });
});

async function register(actor: Actor, households: SmallHousehold[]): Promise<void> {
  const write = async (name: string, text: string) => {
    await writeFile(path.join(folder, name), text);
    return { path: path.join(folder, name), name };
  };
  const { db, keys } = server.shouwang;
  await importRegistry(db, keys, actor, {
    households: await write('households.csv', householdsCsv(households)),
    members: await write('members.csv', membersCsv(households)),
  });
}
