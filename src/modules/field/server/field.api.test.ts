// What a phone sends and takes along, over HTTP: repeated, out of order, refused, in conflict, and what is news after each.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import { openVillages } from '../../../../test/registers/village-registry.ts';
import { TOWNSHIP, VILLAGE } from '../../../../test/small-registry.ts';

const newId = () => crypto.randomUUID();
const MADE = '2026-06-01T08:00:00+08:00';
const COUNTY_CODE = 150923;

let server: TestServer;
let worker: TestUser;
let township: TestUser;
let ids: Map<string, number>;
let seq = 0;

type Item = { id: string; seq: number; operation: string; input: object; madeAt: string; [more: string]: unknown };

beforeAll(async () => {
  server = await openVillages();
  worker = await server.as({ role: 'village-worker', areaCode: VILLAGE });
  township = await server.as({ role: 'township-officer', areaCode: TOWNSHIP });
  const rows = await read<{ number: string; id: number }>(sql`select number, id from households`);
  ids = new Map(rows.map(({ number, id }) => [number, id]));
});
afterAll(() => server.close());

function read<T>(statement: ReturnType<typeof sql>): Promise<T[]> {
  return server.shouwang.db.bulkRead((tx) => tx.rows(statement)) as Promise<T[]>;
}

const household = (number: string) => ({ countyCode: COUNTY_CODE, id: ids.get(number) ?? 0 });

function clue(number: string, text = '孩子上学费用高，家里有困难', more: object = {}): Item {
  const { countyCode, id: householdId } = household(number);
  const input = { channel: 'visit', countyCode, householdId, receivedOn: '2026-05-30', text };
  return {
    id: newId(),
    seq: ++seq,
    household: household(number),
    operation: 'clues.add',
    input,
    madeAt: MADE,
    ...more,
  };
}

async function push(items: object[], user: TestUser = worker) {
  return (await user.client.field.push({ items: items as never })).items;
}

const statesOf = (answers: { state: string }[]) => answers.map(({ state }) => state);

async function countOf(table: string): Promise<number> {
  const [row] = await read<{ n: number }>(sql`select count(*)::int as n from ${sql.table(table)}`);
  return row?.n ?? 0;
}

describe('push', () => {
  test('answers a repeat with the same receipt and changes nothing', async () => {
    const item = clue('户0001');
    const [first] = await push([item]);
    expect(first).toMatchObject({ state: 'stored', receipt: { number: expect.stringMatching(/^W\d{6}$/) } });
    const [clues, entries] = [await countOf('clues'), await countOf('audit_entries')];
    expect(await push([item, item])).toEqual([first, first]);
    expect((await worker.client.field.receipts({ ids: [item.id, newId()] })).items).toEqual([first]);
    expect([await countOf('clues'), await countOf('audit_entries')]).toEqual([clues, entries]);
  });

  test('knows a request again that came by its own address, and the other way round', async () => {
    const byAddress = clue('户0001');
    const done = await worker.client.clues.addClue({ requestId: byAddress.id, ...byAddress.input } as never);
    expect(await push([byAddress])).toMatchObject([{ state: 'stored', result: done, receipt: {} }]);
    const byPush = clue('户0001');
    const [stored] = await push([byPush]);
    const again = await worker.client.clues.addClue({ requestId: byPush.id, ...byPush.input } as never);
    expect(again).toEqual(stored?.result);
  });

  test('keeps the order of a household, and parks what comes after a bad item of it alone', async () => {
    const [good, bad, after] = [clue('户0001'), clue('户0001', '短'), clue('户0001')];
    const other = clue('户0002');
    const answers = await push([other, after, bad, good]);
    expect(statesOf(answers)).toEqual(['stored', 'parked', 'refused', 'stored']);
    expect(answers[2]?.problem).toMatchObject({ code: 'kernel.invalid-input', field: 'text' });
    const mended = { ...clue('户0001'), replaces: bad.id };
    expect(statesOf(await push([mended, { ...after, seq: mended.seq + 1 }]))).toEqual(['stored', 'stored']);
    const { unsettled } = await worker.client.field.pull({});
    expect(unsettled.map(({ item }) => item.id)).not.toContain(bad.id);
  });

  test('refuses what is no item, what may not wait, odd text and the household of another area, each by itself', async () => {
    const broken = { id: newId(), seq: 'first' };
    const office = { ...clue('户0001'), operation: 'households.record-event' };
    const odd = clue('户0001', '家里有困难\u0000，请核实');
    const elsewhere = clue('户0005');
    const own = clue('户0002');
    const answers = await push([
      broken,
      { ...office, household: undefined },
      { ...odd, household: undefined },
      elsewhere,
      own,
    ]);
    expect(statesOf(answers)).toEqual(['refused', 'refused', 'refused', 'refused', 'stored']);
    expect(answers.map(({ problem }) => problem?.code)).toMatchObject([
      'kernel.invalid-input',
      'field.unknown-operation',
      'http.malformed',
      expect.stringMatching(/^(clues|households)\./),
      undefined,
    ]);
  });

  test('refuses the item of another account, and shows it to nobody else', async () => {
    const item = clue('户0001');
    await push([item]);
    const [answer] = await push([item], township);
    expect(answer).toMatchObject({ state: 'refused', problem: { code: 'http.request-reused' } });
    expect((await township.client.field.receipts({ ids: [item.id] })).items).toEqual([]);
    const waiting = clue('户0002', '短');
    await push([waiting]);
    expect(statesOf(await push([{ ...waiting, input: clue('户0002').input }], township))).toEqual(['refused']);
  });

  test('keeps the time of the phone beside the time of arrival', async () => {
    const behind = new Date(Date.now() - 2 * 3_600_000).toISOString();
    const item = clue('户0002', undefined, { madeAt: behind });
    await push([item]);
    const [row] = await read<{ hours: number }>(
      sql`select round(extract(epoch from arrived_at - made_at) / 3600)::int as hours from field_items where id = ${item.id}`,
    );
    expect(row?.hours).toBe(2);
  });

  test('gives up what somebody drops, and nothing that is done', async () => {
    const [bad, good] = [clue('户0002', '短'), clue('户0003')];
    await push([bad, good]);
    await worker.client.field.drop({ requestId: newId(), id: bad.id });
    expect(await refusalOf(worker.client.field.drop({ requestId: newId(), id: good.id }))).toBe('field.item-not-found');
    expect((await worker.client.field.receipts({ ids: [bad.id] })).items).toEqual([]);
  });
});

const startedOn = '2026-03-01';

function courtyard(number: string, values: object = {}): Item {
  const input = {
    values: { householdNumber: number, courtyardKind: 'crop', startedOn, scale: '两亩', costFen: 100_000, ...values },
  };
  return {
    id: newId(),
    seq: ++seq,
    household: household(number),
    operation: 'industry.add-courtyard',
    input,
    madeAt: MADE,
  };
}

function change(of: Item, row: object, values: object): Item {
  const input = { ...row, values };
  return { ...of, id: newId(), seq: ++seq, operation: 'industry.change-courtyard', input };
}

describe('a register', () => {
  test('merges what only one side changed, and asks where both did', async () => {
    const added = courtyard('户0003');
    const [made] = await push([added]);
    const { id } = (made?.result ?? {}) as { id: number };
    const key = { countyCode: COUNTY_CODE, id };
    const office = township.client.registers.courtyards;
    const base = await office?.get(key);
    const version = base?.version ?? '';
    await office?.change({ requestId: newId(), ...key, version, values: { scale: '三亩', costFen: 120_000 } } as never);
    const [merged] = await push([change(added, { ...key, version }, { yearlyIncomeFen: 50_000, scale: '两亩' })]);
    expect(merged).toMatchObject({ state: 'stored', merged: ['scale', 'costFen'] });
    const both = change(added, { ...key, version }, { costFen: 90_000, yearlyIncomeFen: 60_000 });
    const [conflict] = await push([both]);
    expect(conflict).toMatchObject({
      state: 'conflict',
      clashes: [
        { field: 'costFen', title: '投入', base: 100_000, mine: 90_000, theirs: 120_000 },
        { field: 'yearlyIncomeFen', base: null, mine: 60_000, theirs: 50_000 },
      ],
      server: { values: { scale: '三亩', costFen: 120_000 }, by: expect.any(String), at: expect.any(String) },
    });
    const [entry] = await read<{ before: object; after: object }>(
      sql`select before, after from audit_entries where operation = 'field.conflict' and subject_id = ${String(id)}`,
    );
    expect(entry).toMatchObject({ before: { costFen: 120_000 }, after: { costFen: 90_000 } });
    const settled = {
      ...change(added, { ...key, version: conflict?.server?.version }, { costFen: 90_000 }),
      replaces: both.id,
    };
    expect(statesOf(await push([settled]))).toEqual(['stored']);
    const { values, history } = (await office?.get(key)) as unknown as {
      values: object;
      history: { values: object }[];
    };
    expect(values).toMatchObject({ scale: '三亩', costFen: 90_000, yearlyIncomeFen: 50_000 });
    expect(history.map((each) => (each.values as { costFen: number }).costFen)).toEqual([
      90_000, 120_000, 120_000, 100_000,
    ]);
  });

  test('takes a change that was made on a row before that row was there', async () => {
    const added = courtyard('户0004');
    const changed = { ...change(added, {}, { costFen: 1_000 }), after: added.id };
    const again = { ...change(added, {}, { costFen: 2_000 }), after: changed.id, input: {} as object };
    const answers = await push([added, changed]);
    expect(statesOf(answers)).toEqual(['stored', 'stored']);
    const { id } = (answers[0]?.result ?? {}) as { id: number };
    again.input = { countyCode: COUNTY_CODE, id, values: { costFen: 2_000 } };
    const lost = { ...change(added, {}, { costFen: 3_000 }), after: newId() };
    expect(statesOf(await push([again, lost]))).toEqual(['stored', 'parked']);
  });
});
