// The numbered traps of registers §12, and a plan that is ticked off by what was done.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { pairingDues } from '../../../src/modules/pairing/server/index.ts';
import { openTestServer, refusalOf, type TestServer, type TestUser } from '../../harness.ts';
import { COUNTY, NEXT_VILLAGE, OTHER_COUNTY, OTHER_VILLAGE, REGION, VILLAGE } from '../../small-registry.ts';

let server: TestServer;
let region: TestUser;
let county: TestUser;
let village: TestUser;
let stranger: TestUser;
const id = () => crypto.randomUUID();
const THIRD_VILLAGE = 150923101003;
const FIRM = '91150923MA0N00001N';
const MORE_FIRMS = ['91150923MA0N00002R', '91150923MA0N00003W'];

const add = async (code: string, values: Record<string, unknown>, user = region) =>
  user.client.registers[code]?.add({ requestId: id(), values });

const organisation = (code: string, name: string, kind = 'party-government', more: object = {}) =>
  add('organisations', { code, name, kind, regionCode: REGION, ...more });

function pair(number: string, pairingKind: string, helpedCode: number, more: Record<string, unknown>) {
  const values = { number, pairingKind, helpedCode, startedOn: '2021-06-01', documentNo: '协〔2021〕1号' };
  return add('pairings', { ...values, ...more });
}

const deed = (number: string, pairingNumber: string, more: Record<string, unknown> = {}) =>
  add('support-records', {
    ...{ number, pairingNumber, happenedOn: '2022-05-10', field: 'industry', way: 'fund', content: '购买基础母羊' },
    ...more,
  });

/** `cadre-many-villages C1` for every concern of the kinds, in the order of the page. */
async function concerns(kinds: readonly string[], user = region) {
  const { rows } = await user.client.pairing.concerns({});
  return rows.flatMap(({ concern, subject, regionCode, by }) =>
    kinds.includes(concern) ? [`${concern} ${subject ?? regionCode}${by === undefined ? '' : ` ${by}`}`] : [],
  );
}

beforeAll(async () => {
  server = await openTestServer();
  region = await server.as({ role: 'region-officer', areaCode: REGION });
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  village = await server.as({ role: 'village-worker', areaCode: VILLAGE });
  stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
  server.moveClock(new Date('2022-07-01T04:00:00Z'));
  await organisation('U1', '自治区水利厅');
  await organisation('U2', '自治区国资公司', 'soe-region');
  await organisation(FIRM, '示例牧业有限公司', 'private');
  for (const [number, name, post] of [
    ['C1', '那顺', '处长'],
    ['C2', '李建国', '副主席'],
  ])
    await add('cadres', { number, name, regionCode: REGION, post, level: 'region' });
  await pair('V1', 'unit-village', VILLAGE, { organisationCode: 'U1', cadreNumber: 'C1' });
  await pair('V2', 'unit-village', NEXT_VILLAGE, { organisationCode: 'U1', cadreNumber: 'C1' });
  await pair('V3', 'unit-village', OTHER_VILLAGE, { organisationCode: 'U1', cadreNumber: 'C1' });
  await pair('F1', 'firms-villages', COUNTY, { organisationCode: FIRM });
  await pair('L1', 'leader-county', COUNTY, { cadreNumber: 'C2' });
  await pair('S1', 'soe-key-county', COUNTY, { organisationCode: 'U2' });
});
afterAll(() => server.close());

test('registers §12 trap 1: a unit and a cadre with several villages are one; counties together count more than the region', async () => {
  const whole = await region.client.pairing.overview({});
  const units = whole.kinds.find(({ kind }) => kind === 'unit-village');
  expect(units).toMatchObject({ pairs: 3, units: 1, cadres: 1, helped: 3 });
  expect(whole.total).toMatchObject({ pairs: 6, units: 3, cadres: 2 });
  const [own, other] = await Promise.all([county, stranger].map((user) => user.client.pairing.overview({})));
  expect((own?.total.units ?? 0) + (other?.total.units ?? 0)).toBe(4);
  expect(whole.counties.filter(({ helpers }) => helpers > 0).map(({ code, helpers }) => [code, helpers])).toEqual([
    [OTHER_COUNTY, 1],
    [COUNTY, 4],
  ]);
  expect(await concerns(['cadre-many-villages'])).toEqual(['cadre-many-villages C1 3']);
  // The rule is a setting: three may be allowed from a day on.
  const setting = { regionCode: REGION, key: 'cadre.villages' as const, value: 3, basis: '试行文件' };
  await region.client.pairing.saveSetting({ requestId: id(), ...setting, effectiveFrom: '2022-07-01' });
  expect(await concerns(['cadre-many-villages'])).toEqual([]);
});

test('registers §12 trap 2: a firm that signed and did nothing for a year is shown apart', async () => {
  await deed('D1', 'S1', { amountFen: 1_000_000, fundNature: 'direct' });
  expect(await concerns(['no-deed'])).toEqual(
    ['no-deed F1', 'no-deed L1', 'no-deed V1', 'no-deed V2', 'no-deed V3'].sort(byHelped),
  );
  const { total } = await county.client.pairing.overview({});
  expect(total).toMatchObject({ pairs: 5, active: 1, deeds: 1, directFen: 1_000_000 });
  const idle = await county.client.pairing.pairs({ look: 'no-deed', kind: 'firms-villages' });
  expect(idle.items.map(({ number, deeds, lastDeedOn }) => [number, deeds, lastDeedOn])).toEqual([
    ['F1', 0, undefined],
  ]);
});

/** By helped area, then by number, as the page does. */
function byHelped(a: string, b: string): number {
  const place = (line: string) => [line.endsWith('V3') ? 0 : 1, /[FL]1$/.test(line) ? 0 : 1, line] as const;
  const [[x, y, z], [u, v, w]] = [place(a), place(b)];
  return x - u || y - v || z.localeCompare(w);
}

test('registers §12 trap 3: the same gift told by two is asked about once, and goods want a receipt', async () => {
  const gift = { field: 'donation', way: 'goods', goodsValueFen: 500_000, happenedOn: '2022-06-01' };
  await deed('G1', 'F1', gift);
  await deed('G2', 'L1', gift);
  expect(await concerns(['same-gift', 'goods-unconfirmed'])).toEqual([
    'same-gift G2',
    'goods-unconfirmed G1',
    'goods-unconfirmed G2',
  ]);
});

test('registers §12 trap 4: a unit that was closed, and one with two codes, are asked about; a code is one unit under any name', async () => {
  await organisation('U3', '自治区 水利厅（原）', 'party-government', { closedOn: '2022-03-31' });
  await organisation('U4', '自治区水利厅(原)');
  await pair('V4', 'unit-village', THIRD_VILLAGE, { organisationCode: 'U3', cadreNumber: 'C1' });
  await pair('V5', 'unit-village', THIRD_VILLAGE, { organisationCode: 'U4', cadreNumber: 'C1' });
  expect(await concerns(['unit-closed', 'same-name'])).toEqual(['unit-closed V4', 'same-name U3、U4 2']);
  const found = await region.client.registers.organisations?.list({ area: REGION, text: 'U1' });
  const [row] = found?.items ?? [];
  if (!row) throw new Error('U1 is not there');
  const { countyCode, id: recordId, version } = row;
  const before = await region.client.pairing.overview({});
  await region.client.registers.organisations?.change({
    ...{ requestId: id(), countyCode, id: recordId, version },
    values: { name: '内蒙古自治区水利厅' },
  });
  expect((await region.client.pairing.overview({})).total.units).toBe(before.total.units);
});

test('registers §12 trap 5: a key county needs three firms, whichever way they pair; counties without a helper are told', async () => {
  const few = await concerns(['key-few-firms'], county);
  expect(few).toEqual([`key-few-firms ${COUNTY} 1`]);
  for (const code of MORE_FIRMS) {
    await organisation(code, `示例牧业 ${code}`, 'private');
    await pair(`K${code}`, 'firms-key-county', COUNTY, { organisationCode: code });
  }
  expect(await concerns(['key-few-firms', 'key-no-soe', 'county-no-leader'], county)).toEqual([]);
  expect(await concerns(['key-no-soe', 'county-no-leader', 'county-no-central'], stranger)).toEqual([
    `county-no-leader ${OTHER_COUNTY}`,
    `key-no-soe ${OTHER_COUNTY}`,
    `county-no-central ${OTHER_COUNTY}`,
  ]);
  const { items } = await stranger.client.pairing.unhelped({ level: 'county', key: 'true' });
  expect(items).toMatchObject([{ code: OTHER_COUNTY, titles: ['key-national', 'lifted-national'] }]);
});

test('each leader has one county and each county one leader; a leader is told by the post', async () => {
  await add('cadres', { number: 'C3', name: '张志强', regionCode: REGION, post: '副主席', level: 'region' });
  expect(await refusalOf(pair('L2', 'leader-county', COUNTY, { cadreNumber: 'C3' }) as Promise<unknown>)).toBe(
    'registers.refused',
  );
  const { items } = await county.client.pairing.pairs({ kind: 'leader-county' });
  expect(items.map(({ helper }) => helper)).toEqual(['副主席']);
  expect(JSON.stringify(await county.client.pairing.one({ number: 'L1' }))).not.toContain('李建国');
});

async function movePlan(move: string, user = county, more: object = {}) {
  const { items } = (await user.client.registers['pairing-plans']?.list({ area: VILLAGE })) ?? { items: [] };
  const [row] = items;
  if (!row) throw new Error('there is no line');
  const { countyCode, id: recordId, version } = row;
  const records = [{ countyCode, id: recordId, version }];
  return user.client.registers['pairing-plans']?.move({
    requestId: id(),
    move,
    records,
    doneOn: '2022-07-01',
    values: {},
    ...more,
  });
}

test('a line of a plan is ticked off by deeds with evidence, and confirmed by somebody else', async () => {
  const line = {
    pairingNumber: 'V1',
    year: 2022,
    item: 1,
    field: 'industry',
    matter: '发展肉羊',
    plannedFundFen: 5_000_000,
    reportedOn: '2022-03-01',
  };
  await add('pairing-plans', line, county);
  expect(await refusalOf(movePlan('finish') as Promise<unknown>)).toBe('registers.not-moved');
  await deed('P1', 'V1', { year: 2022, itemNumber: '1', amountFen: 300_000, fundNature: 'attracted' });
  expect(await refusalOf(movePlan('finish') as Promise<unknown>)).toBe('registers.not-moved');
  await deed('P2', 'V1', {
    year: 2022,
    itemNumber: '1',
    attachment: '发票.pdf',
    way: 'visit',
    visits: 3,
    visitorLevel: 'cadre',
  });
  await movePlan('finish');
  expect(await refusalOf(movePlan('confirm') as Promise<unknown>)).toBe('registers.not-moved');
  await movePlan('confirm', village);
  const one = await county.client.pairing.one({ number: 'V1' });
  expect(one.plan).toMatchObject([{ item: 1, progress: 'confirmed', deeds: 2, evidence: 1, spentFen: 300_000 }]);
  expect(one.sums).toMatchObject({ directFen: 0, attractedFen: 300_000, visits: 3 });
  expect(one.others.map(({ number, relation }) => `${relation} ${number}`)).toEqual(['same-helper V2']);
});

test('the year’s report is a Word file of the own area', async () => {
  const report = await county.get('/pairing/report?number=V1&year=2022&format=docx');
  expect(report.headers.get('content-type')).toContain('wordprocessingml');
  expect((await county.get('/pairing/report?number=V3&year=2022&format=docx')).status).toBe(404);
  expect(await refusalOf(stranger.client.pairing.one({ number: 'V1' }))).toBe('pairing.not-found');
});

test('a plan that is not there, and a place that was left, are told in time', async () => {
  const [plan, successor] = pairingDues;
  const rows = (due: typeof plan, on: string) =>
    server.shouwang.db.bulkRead(async (tx) => (await due?.rows(tx, on)) ?? []);
  const missing = await rows(plan, '2022-03-29');
  expect(missing).toContainEqual({ placeCode: NEXT_VILLAGE, dueOn: '2022-03-31' });
  expect(missing.some(({ placeCode }) => placeCode === VILLAGE)).toBe(false);
  await pair('S0', 'central-county', COUNTY, {
    organisationCode: 'U2',
    startedOn: '2020-01-01',
    endedOn: '2022-06-15',
  });
  expect(await rows(successor, '2022-07-01')).toEqual([{ placeCode: COUNTY, dueOn: '2022-07-15' }]);
  expect(await concerns(['no-successor'])).toEqual([]);
  server.moveClock(new Date('2022-07-20T04:00:00Z'));
  expect(await concerns(['no-successor'])).toEqual(['no-successor S0']);
});

test('a report on the half-year is told until it is there, and money of the cooperation by its day', async () => {
  server.moveClock(new Date('2022-07-20T04:00:00Z'));
  const rows = (key: string, on: string) =>
    server.shouwang.db.bulkRead(async (tx) => (await pairingDues.find((due) => due.key === key)?.rows(tx, on)) ?? []);
  expect(await concerns(['no-report'])).toContain('no-report V1');
  const told = async () =>
    (await rows('pairing.report', '2022-07-08')).filter(({ placeCode }) => placeCode === VILLAGE);
  expect(await told()).toEqual([{ placeCode: VILLAGE, dueOn: '2022-07-10' }]);
  const report = { pairingNumber: 'V1', period: '2022-H1', reportedOn: '2022-07-09', progressText: '发展肉羊 1 项' };
  await add('pairing-reports', report, county);
  expect(await told()).toEqual([]);
  expect(await concerns(['no-report'])).not.toContain('no-report V1');
  const fund = { regionCode: COUNTY, year: 2022, payer: '北京市', happenedOn: '2022-03-01' };
  await add('cooperation-funds', { ...fund, number: 'J1', nature: 'planned', amountFen: 200_000_000 });
  await add('cooperation-funds', { ...fund, number: 'J2', nature: 'received', amountFen: 150_000_000 });
  expect(await rows('pairing.fund', '2022-06-27')).toEqual([{ placeCode: COUNTY, dueOn: '2022-06-30' }]);
  await add('cooperation-funds', { ...fund, number: 'J3', nature: 'received', amountFen: 50_000_000 });
  expect(await rows('pairing.fund', '2022-06-27')).toEqual([]);
});
