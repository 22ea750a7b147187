// Looking at households over HTTP: lists, search, one household, unmasking; each from inside and outside the area.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf, type TestServer } from '../../../../test/harness.ts';
import {
  COUNTY,
  idNumber,
  NEXT_VILLAGE,
  OTHER_COUNTY,
  OTHER_VILLAGE,
  openSmallRegistry,
  REGION,
  type SmallHousehold,
  TOWNSHIP,
  VILLAGE,
} from '../../../../test/small-registry.ts';

const WANG = idNumber(19620419, 326);
const BAOYIN = idNumber(19800102, 111);
const PHONE = '13847412345';

/** Thirty in one village, five in the next one, three in another county. */
const HOUSEHOLDS: SmallHousehold[] = Array.from({ length: 38 }, (_, i) => ({
  number: `1509231${String(i).padStart(5, '0')}`,
  village: i < 30 ? VILLAGE : i < 35 ? NEXT_VILLAGE : OTHER_VILLAGE,
  kind: i % 3 === 0 ? '脱贫户' : '一般农户',
  category: i % 10 === 0 ? '边缘易致贫户' : '',
  phone: i === 0 ? PHONE : '',
  wage: String(10_000 + i * 100),
  members: [
    i === 0
      ? { name: '王秀英', id: WANG, phone: PHONE, dibao: true }
      : {
          name: i === 1 ? '宝音·巴图' : `其其格${'甲乙丙'[i % 3]}`,
          id: i === 1 ? BAOYIN : idNumber(19700101 + (i % 28), 100 + i * 2),
        },
    ...Array.from({ length: i % 4 }, (__, k) => ({
      name: `孩子${'甲乙丙'[k]}`,
      id: i === 5 && k === 0 ? '150923201501010000' : idNumber(20150101 + k, 300 + i * 4 + k * 2),
      relation: '之子',
    })),
  ],
}));

let server: TestServer;

beforeAll(async () => {
  server = await openSmallRegistry(HOUSEHOLDS);
});

afterAll(() => server.close());

const at = async (areaCode: number) => (await server.as({ role: 'township-officer', areaCode })).client.households;
const county = async () => (await server.as({ role: 'county-officer', areaCode: COUNTY })).client.households;

async function firstIn(area: number) {
  const row = (await (await at(COUNTY)).list({ area, limit: 1 })).items[0];
  if (!row) throw new Error('no household');
  return row;
}

describe('the list', () => {
  test('shows the own area and nothing beside it', async () => {
    expect((await (await county()).list({})).total).toBe(35);
    expect((await (await at(NEXT_VILLAGE)).list({})).total).toBe(5);
    expect((await (await at(OTHER_COUNTY)).list({})).total).toBe(3);
    expect((await (await at(NEXT_VILLAGE)).list({ area: VILLAGE })).items).toEqual([]);
    expect((await (await at(NEXT_VILLAGE)).list({ area: COUNTY })).items).toHaveLength(5);
    expect((await (await at(NEXT_VILLAGE)).list({ area: OTHER_COUNTY, text: '其其格甲' })).items).toEqual([]);
    const region = await server.as({ role: 'region-officer', areaCode: REGION });
    expect((await region.client.households.list({})).items).toHaveLength(38);
  });

  test.each([undefined, 'number', '-number', 'memberCount', '-memberCount', 'netPerCapita', '-netPerCapita'] as const)(
    'is paged by keyset without gap or repeat: %s',
    async (sort) => {
      const households = await county();
      const seen = [];
      let cursor: string | undefined;
      do {
        const page = await households.list({ sort, limit: 8, cursor });
        seen.push(...page.items);
        cursor = page.next;
      } while (cursor);
      expect(new Set(seen.map(({ id }) => id)).size).toBe(35);
      expect(seen).toHaveLength(35);
      const key = sort?.replace('-', '');
      if (key === 'memberCount' || key === 'number') {
        const values = seen.map((row) => row[key]);
        const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        expect(values).toEqual(sort?.startsWith('-') ? sorted.reverse() : sorted);
      }
      if (key === 'netPerCapita') {
        const sign = sort?.startsWith('-') ? -1 : 1;
        const values = seen.map((row) => (row.netPerCapitaFen ?? 0) * sign);
        expect(values).toEqual([...values].sort((a, b) => a - b));
      }
    },
  );

  test('filters by kind, category, dibao, issues, members and income', async () => {
    const households = await county();
    const total = async (filter: Parameters<typeof households.list>[0]) => (await households.list(filter)).total;
    expect(await total({ kind: 'lifted' })).toBe(12);
    expect(await total({ category: 'any' })).toBe(4);
    expect(await total({ category: 'borderline' })).toBe(4);
    expect(await total({ category: 'sudden-hardship' })).toBe(0);
    expect(await total({ category: 'none', area: TOWNSHIP })).toBe(31);
    expect(await total({ dibao: true, area: TOWNSHIP })).toBe(1);
    expect(await total({ openIssue: true, area: TOWNSHIP })).toBe(1);
    expect(await total({ membersFrom: 4, membersTo: 4 })).toBe(8);
    const rich = await households.list({ area: VILLAGE, incomeFrom: 16_000 });
    expect(rich.items.length).toBeGreaterThan(0);
    for (const row of rich.items) expect(row.netPerCapitaFen).toBeGreaterThanOrEqual(1_600_000);
    const [first] = (await households.list({ area: VILLAGE, sort: 'number' })).items;
    expect(first).toMatchObject({ headName: '王秀英', netPerCapitaFen: 1_400_000, dibao: true, memberCount: 1 });
  });

  test('takes what is typed into the search as a filter', async () => {
    const households = await county();
    expect((await households.list({ text: '王秀英' })).total).toBe(1);
    expect((await households.list({ text: 'wxy', kind: 'general' })).items).toEqual([]);
  });

  test('refuses a cursor that is none, and sorting the whole region', async () => {
    expect(await refusalOf((await county()).list({ cursor: 'x' }))).toBe('lists.bad-cursor');
    const region = await server.as({ role: 'region-officer', areaCode: REGION });
    expect(await refusalOf(region.client.households.list({ sort: 'memberCount' }))).toBe('households.sort-too-wide');
  });
});

describe('search', () => {
  test.each([
    ['王秀英', 1],
    ['王', 1],
    ['wxy', 1],
    ['wangxiuying', 1],
    ['宝音•巴图', 1],
    ['其其格', 33],
    ['150923100000', 1],
    ['15092310000112', 0],
    [WANG, 1],
    [WANG.toLowerCase(), 1],
    [`王秀英 ${WANG.slice(-4)}`, 1],
    ['王秀英 0000', 0],
  ])('%s', async (text, found) => {
    const { items } = await (await county()).search({ text, limit: 50 });
    expect(items).toHaveLength(found);
  });

  test('the tail of an ID alone, inside a township', async () => {
    const households = await county();
    expect(await refusalOf(households.search({ text: WANG.slice(-4) }))).toBe('households.tail-too-wide');
    for (const length of [4, 5, 6]) {
      const { items } = await households.search({ text: WANG.slice(-length), area: TOWNSHIP });
      expect(items.map(({ personName }) => personName)).toContain('王秀英');
    }
  });

  test('a whole ID finds its holder from any height, a masked one says what is missing', async () => {
    const region = (await server.as({ role: 'region-officer', areaCode: REGION })).client.households;
    for (const households of [region, await county()]) {
      for (const typed of [WANG, ` ${WANG.slice(0, 6)} ${WANG.slice(6, 14)} ${WANG.slice(14)}`, WANG.toLowerCase()])
        expect((await households.search({ text: typed })).items.map(({ personName }) => personName)).toEqual([
          '王秀英',
        ]);
      const masked = `${WANG.slice(0, 6)}********${WANG.slice(-4)}`;
      expect(await refusalOf(households.search({ text: masked }))).toBe('households.tail-too-wide');
      expect((await households.search({ text: `王秀英 ${masked}` })).items).toHaveLength(1);
      expect((await households.search({ text: masked, area: TOWNSHIP })).items).toHaveLength(1);
    }
  });

  test('shows IDs masked, and nobody of a neighbouring area', async () => {
    const [hit] = (await (await county()).search({ text: '王秀英' })).items;
    expect(hit?.idMasked).toBe(`150923********${WANG.slice(-4)}`);
    const sibling = await at(NEXT_VILLAGE);
    for (const text of ['王秀英', 'wxy', WANG, '150923100000', `王秀英 ${WANG.slice(-4)}`, WANG.slice(-4)])
      expect((await sibling.search({ text })).items).toEqual([]);
  });
});

describe('one household', () => {
  test('has members masked, income worked out, and the source of each fact', async () => {
    const { countyCode, id } = await firstIn(VILLAGE);
    const detail = await (await county()).get({ countyCode, id });
    expect(detail.household).toMatchObject({
      headName: '王秀英',
      monitoringCategory: 'borderline',
      phoneMasked: '138****2345',
    });
    expect(detail.household.path.at(1)).toBe('商都县');
    expect(detail.household.source).toMatchObject({ file: 'households.csv', line: 2, accountName: 'test' });
    expect(detail.members[0]).toMatchObject({ idMasked: `150923********${WANG.slice(-4)}`, birth: 19620419 });
    expect(detail.members[0]?.source).toMatchObject({ file: 'members.csv', line: 2 });
    expect(detail.incomes[0]).toMatchObject({
      year: 2021,
      grossFen: 1_600_000,
      netFen: 1_400_000,
      previousNetFen: 1_300_000,
    });
    expect(JSON.stringify(detail)).not.toContain(WANG);
    expect(JSON.stringify(detail)).not.toContain(PHONE);
  });

  test('does not exist for a sibling', async () => {
    const { countyCode, id } = await firstIn(VILLAGE);
    for (const area of [NEXT_VILLAGE, OTHER_COUNTY])
      expect(await refusalOf((await at(area)).get({ countyCode, id }))).toBe('households.not-found');
    expect(await refusalOf((await at(VILLAGE)).get({ countyCode, id: 99_999_999 }))).toBe('households.not-found');
  });
});

describe('unmasking', () => {
  const requestId = () => crypto.randomUUID();

  test('gives the value for a reason, and records the look without the value', async () => {
    const { countyCode, id: householdId } = await firstIn(VILLAGE);
    const households = await county();
    const personId = (await households.get({ countyCode, id: householdId })).members[0]?.id;
    const ask = { requestId: requestId(), countyCode, householdId, reason: '入户核实身份' };
    expect(await households.unmask({ ...ask, personId, field: 'id-number' })).toEqual({ value: WANG });
    expect(await households.unmask({ ...ask, personId, field: 'phone' })).toEqual({ value: PHONE });
    expect(await households.unmask({ ...ask, field: 'phone' })).toEqual({ value: PHONE });
    const { trail, kept } = await server.shouwang.db.bulkRead(async (tx) => ({
      trail: await tx.rows(sql<{ reason: string; personId: number | null; text: string }>`
        select reason, person_id, to_jsonb(a)::text as text from audit_entries a
        where operation = 'households.unmask' and household_id = ${householdId} order by id`),
      kept: await tx.rows(sql`select 1 from applied_requests where result::text like ${`%${WANG}%`}`),
    }));
    expect(trail.map((entry) => [entry.reason, entry.personId])).toEqual([
      ['入户核实身份', personId],
      ['入户核实身份', personId],
      ['入户核实身份', null],
    ]);
    for (const { text } of trail) expect(text).not.toMatch(new RegExp(`${WANG}|${PHONE}`));
    expect(kept).toEqual([]);
  });

  test('asks for a reason, a right and an area', async () => {
    const { countyCode, id: householdId } = await firstIn(VILLAGE);
    const ask = { requestId: requestId(), countyCode, householdId, field: 'phone' as const, reason: '入户核实身份' };
    expect(await refusalOf((await county()).unmask({ ...ask, reason: '看看' }))).toBe('kernel.invalid-input');
    expect(await refusalOf((await at(NEXT_VILLAGE)).unmask(ask))).toBe('households.not-found');
    expect(await refusalOf((await county()).unmask({ ...ask, personId: 987_654 }))).toBe('households.person-not-found');
    expect(await refusalOf((await county()).unmask({ ...ask, field: 'id-number' }))).toBe('households.no-value');
    const auditor = await server.as({ role: 'auditor', areaCode: COUNTY });
    expect(await refusalOf(auditor.client.households.unmask(ask))).toBe('http.forbidden');
  });
});

describe('data issues', () => {
  test('are listed by area and closed once, with an explanation', async () => {
    const households = await county();
    const open = await households.dataIssues({});
    expect(open).toMatchObject({ total: 1, items: [{ code: 'id-unsound', personName: '孩子甲', state: 'open' }] });
    const [issue] = open.items;
    if (!issue) throw new Error('no issue');
    const { countyCode, id } = issue;
    const closing = { countyCode, id, state: 'explained' as const, explanation: '证件正在补办,已登记' };
    const sibling = await at(NEXT_VILLAGE);
    expect((await sibling.dataIssues({})).items).toEqual([]);
    expect(await refusalOf(sibling.closeIssue({ ...closing, requestId: crypto.randomUUID() }))).toBe(
      'households.issue-not-found',
    );
    const requestId = crypto.randomUUID();
    await households.closeIssue({ ...closing, requestId });
    await households.closeIssue({ ...closing, requestId });
    expect(await refusalOf(households.closeIssue({ ...closing, requestId: crypto.randomUUID() }))).toBe(
      'households.issue-closed',
    );
    expect((await households.dataIssues({})).total).toBe(0);
    expect((await households.dataIssues({ state: 'explained' })).items[0]?.explanation).toBe('证件正在补办,已登记');
  });
});

describe('export', () => {
  test('is a workbook of what is filtered, recorded, without sensitive values', async () => {
    const user = await server.as({ role: 'county-officer', areaCode: COUNTY });
    const answer = await user.get('/households/export?kind=lifted');
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(3000);
    const [entry] = await server.shouwang.db.bulkRead((tx) =>
      tx.rows(sql<{ after: unknown }>`select after from audit_entries where operation = 'households.export'`),
    );
    expect(entry?.after).toEqual({ filters: { kind: 'lifted' }, rows: 12 });
  });
});
