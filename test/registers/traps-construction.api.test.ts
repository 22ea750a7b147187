// The numbered traps of registers §16, and the road of a fault from who finds it to who closes it.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dues } from '../../src/app/registers/dues.ts';
import type { Role } from '../../src/kernel/operation.ts';
import { refusalOf, type TestServer, type TestUser } from '../harness.ts';
import { COUNTY, NEXT_VILLAGE, OTHER_COUNTY, TOWNSHIP, VILLAGE } from '../small-registry.ts';
import { tinyPng } from '../tiny-png.ts';
import { openVillages } from './village-registry.ts';

type Key = { countyCode: number; id: number };
let server: TestServer;
let village: TestUser;
let township: TestUser;
let county: TestUser;
const requestId = () => crypto.randomUUID();

beforeAll(async () => {
  server = await openVillages();
  const as = (role: Role, areaCode: number) => server.as({ role, areaCode });
  [village, township, county] = await Promise.all([
    as('village-worker', VILLAGE),
    as('township-officer', TOWNSHIP),
    as('county-officer', COUNTY),
  ]);
  server.moveClock(new Date('2022-06-15T04:00:00Z'));
});
afterAll(() => server.close());

function registers(user: TestUser, code: string) {
  const found = user.client.registers[code];
  if (!found) throw new Error(`there is no register ${code}`);
  return found;
}

async function add(code: string, values: Record<string, unknown>, user = county): Promise<Key> {
  const { countyCode, id } = await registers(user, code).add({ requestId: requestId(), values });
  return { countyCode, id };
}

async function move(code: string, name: string, key: Key, more: Record<string, unknown> = {}, user = county) {
  const { version } = await registers(user, code).get(key);
  const given = { doneOn: '2022-06-01', values: {}, ...more };
  return registers(user, code).move({ requestId: requestId(), move: name, records: [{ ...key, version }], ...given });
}

const hindered = async (code: string, name: string, key: Key, user: TestUser) =>
  (await registers(user, code).get(key)).next?.find((one) => one.move === name)?.hindrances;

const toilet = (number: string, values: Record<string, unknown> = {}) =>
  add('toilets', {
    ...{ number, villageCode: VILLAGE, householdNumber: '户0001', nature: 'household', builtHow: 'new' },
    ...values,
  });

const issue = (toiletNumber: string, values: Record<string, unknown> = {}, user = village) =>
  add('toilet-issues', { toiletNumber, problemKind: 'cannot-use', foundOn: '2022-05-01', ...values }, user);

async function attach(key: Key, stage: 'before' | 'after', shade: number) {
  const fileIds = [await village.upload(`${shade}.png`, tinyPng(shade))];
  const given = { register: 'toilet-issues', ...key, requestId: requestId(), stage, fileIds };
  await village.client.registerPhotos.attach(given);
}

const overview = async (area: number = COUNTY) => (await county.client.construction.overview({ area })).total;
const needsOf = async (need: string) => {
  const { rows } = await county.client.construction.needs({ area: COUNTY });
  return rows.filter((row) => row.need === need).map(({ title }) => title);
};

describe('a fault of a toilet', () => {
  it('goes from the village by the township to the county, none judging what it did itself', async () => {
    await toilet('T-1', { finishedOn: '2021-08-01' });
    const key = await issue('T-1', { responsible: '那顺' });
    expect(await refusalOf(move('toilet-issues', 'confirm', key, {}, village))).toBe('registers.no-move');
    await move('toilet-issues', 'confirm', key, { doneOn: '2022-05-02' }, township);
    const late = { values: { rectifiedHow: 'at-once', rectifyBy: '2022-05-17' }, doneOn: '2022-05-03' };
    // Fifteen days from the first of May end on the sixteenth.
    expect(await refusalOf(move('toilet-issues', 'start', key, late, township))).toBe('construction.too-late');
    const set = { ...late, values: { ...late.values, rectifyBy: '2022-05-16' } };
    await move('toilet-issues', 'start', key, set, township);
    expect(await needsOf('overdue')).toEqual(['T-1']);
    expect(await hindered('toilet-issues', 'rectify', key, village)).toHaveLength(2);
    await attach(key, 'before', 10);
    await attach(key, 'after', 20);
    await move('toilet-issues', 'rectify', key, {}, village);
    const unhappy = { values: { householdAgrees: false }, doneOn: '2022-06-02' };
    await move('toilet-issues', 'accept', key, unhappy, township);
    expect(await hindered('toilet-issues', 'close', key, county)).toEqual([
      '农户还不认可，请退回整改，或到户核实后修改“农户认可”',
    ]);
    const back = { values: { rectifyBy: '2022-06-30' }, opinion: '农户反映仍有异味', doneOn: '2022-06-03' };
    await move('toilet-issues', 'return', key, back, township);
    expect((await overview()).rectified).toBe(0);
    await move('toilet-issues', 'rectify', key, { doneOn: '2022-06-04' }, village);
    await move('toilet-issues', 'accept', key, { values: { householdAgrees: true }, doneOn: '2022-06-05' }, township);
    await move('toilet-issues', 'close', key, { doneOn: '2022-06-06' });
    expect(await overview()).toMatchObject({ faulty: 1, rectified: 1, closed: 1 });
  });

  it('registers §16 trap 3: is not closed with a picture of another, nor with one for before and after', async () => {
    await toilet('T-2', { householdNumber: '户0002', finishedOn: '2021-09-01' });
    const [one, other] = [
      await issue('T-2', { rectifiedHow: 'upkeep' }),
      await issue('T-2', { problemKind: 'unable-to-use' }),
    ];
    await attach(one, 'before', 30);
    await attach(one, 'after', 30);
    await move('toilet-issues', 'confirm', one, { doneOn: '2022-05-02' }, township);
    const borrowed = ['整改照片与另一条问题或另一阶段的照片相同，请换成本次拍摄的照片'];
    expect(await hindered('toilet-issues', 'rectify', one, village)).toEqual(borrowed);
    await attach(other, 'before', 30);
    expect(await hindered('toilet-issues', 'rectify', one, village)).toEqual(borrowed);
  });

  it('registers §16 trap 4: put right in two campaigns counts as one toilet, and is told', async () => {
    await toilet('T-3', { householdNumber: '户0003', finishedOn: '2020-08-01' });
    for (const [foundOn, rectifiedOn] of [
      ['2020-09-01', '2020-10-01'],
      ['2021-09-01', '2021-10-01'],
    ])
      await issue('T-3', { foundOn, rectifiedOn }, county);
    // T-1 and T-3; T-2 is only found.
    expect(await overview()).toMatchObject({ faulty: 3, rectified: 2 });
    expect(await needsOf('twice')).toEqual(['T-3']);
  });
});

describe('what is built', () => {
  it('registers §16 trap 2: is not what works in winter, and is looked at again after it', async () => {
    await toilet('T-4', { householdNumber: '户0004', finishedOn: '2021-10-01', usableInWinter: false });
    expect(await overview()).toMatchObject({ built: 4, winterProof: 0 });
    expect(await needsOf('frozen-shut')).toEqual(['T-4']);
    expect(await needsOf('look-due')).toContain('T-4');
    const look = { lookKind: 'after-winter', lookedOn: '2022-06-10' };
    await add('toilet-looks', { toiletNumber: 'T-4', ...look, isUsable: false }, village);
    expect(await needsOf('look-due')).not.toContain('T-4');
    expect(await needsOf('found-again')).toEqual(['T-4']);
    await issue('T-4', { problemKind: 'frost-cracked', foundOn: '2022-06-11' });
    expect(await needsOf('found-again')).toEqual([]);
  });

  it('registers §16 trap 5: two homes have two toilets, the second with a reason', async () => {
    await toilet('T-5', { householdNumber: '户0004', builtHow: 'existing', sanitary: true });
    const second = await toilet('T-6', { householdNumber: '户0004' });
    const words = ['该户另有在用的卫生厕所，请先在备注写明再建的原因（如牧民两处住房）'];
    expect(await hindered('toilets', 'start', second, county)).toEqual(words);
    const { version } = await registers(county, 'toilets').get(second);
    const reason = { remark: '夏营地另有住房' };
    await registers(county, 'toilets').change({ requestId: requestId(), ...second, version, values: reason });
    await move('toilets', 'start', second);
    expect((await registers(county, 'toilets').get(second)).state).toBe('building');
  });

  it('registers §16 trap 1: villages are administrative ones, a hamlet is no village', async () => {
    const work = { matter: 'garbage', batch: 1, planYear: 2022, plannedOn: '2022-02-01', hamletsCovered: 9 };
    const hamlet = add('village-works', { ...work, villageCode: TOWNSHIP });
    expect(await refusalOf(hamlet)).toBe('registers.refused');
    const key = await add('village-works', { ...work, villageCode: VILLAGE });
    await add('village-works', { ...work, villageCode: NEXT_VILLAGE, builtOn: '2021-05-01' });
    const { villages, works } = await overview();
    expect(villages).toBeGreaterThan(100);
    expect(works.garbage).toEqual({ inPlace: 1, abnormal: 0, planned: 2, plannedDone: 1 });
    const finish = { values: { handledHow: 'joint-transfer', householdsCovered: 80 }, doneOn: '2022-05-20' };
    await move('village-works', 'finish', key, finish, township);
    expect(await hindered('village-works', 'accept', key, county)).toEqual([
      '还没有填写“保洁员数”、“年度经费”，请先修改补上',
    ]);
    expect(await needsOf('check-due')).toEqual(['生活垃圾']);
    const check = { villageCode: NEXT_VILLAGE, matter: 'garbage', checkedOn: '2022-06-01', operation: 'abnormal' };
    await add('village-work-checks', { ...check, finding: '垃圾箱破损' });
    expect([await needsOf('check-due'), await needsOf('abnormal')]).toEqual([[], ['生活垃圾']]);
  });
});

describe('the card of a village', () => {
  it('tells what stands, what is planned and what is broken, and nothing to others', async () => {
    await add('livestock-separations', { householdNumber: '户0001', plannedOn: '2022-03-01', animals: '羊' });
    const card = await village.client.construction.village({ code: VILLAGE });
    expect(card).toMatchObject({ households: 4, separations: { planned: 1, done: 0 } });
    expect(card.works).toMatchObject([{ matter: 'garbage', builtOn: '2022-05-20' }]);
    expect(card.needs.map(({ need }) => need)).toContain('frozen-shut');
    const stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
    const asked = stranger.client.construction.village({ code: VILLAGE });
    expect(await refusalOf(asked)).toBe('construction.village-not-found');
    expect(await refusalOf(village.client.construction.village({ code: TOWNSHIP }))).toBe(
      'construction.village-not-found',
    );
  });

  it('comes on forms as workbook and Word, the head named, other names masked', async () => {
    const form = await county.get(`/construction/forms/issues?area=${VILLAGE}&format=html`);
    const text = await form.text();
    for (const told of ['问题厕所整改台账', '其其格', '不能用', '那*']) expect(text).toContain(told);
    for (const format of ['xlsx', 'docx'])
      expect((await county.get(`/construction/forms/garbage?area=${COUNTY}&format=${format}`)).status).toBe(200);
  });
});

it('days are set by region, frost as days of the year, and the round tells what falls due', async () => {
  const setting = { regionCode: COUNTY, effectiveFrom: '2022-06-15', basis: '试行' };
  const save = (key: 'frost.until' | 'look.after-frost', value: number) =>
    county.client.construction.saveSetting({ requestId: requestId(), ...setting, key, value });
  expect(await refusalOf(save('frost.until', 230))).toBe('construction.setting-value');
  await save('look.after-frost', 70);
  const due = dues.find(({ key }) => key === 'construction.look-due');
  const told = await server.shouwang.db.bulkRead((tx) => due?.rows(tx, '2022-06-15') ?? Promise.resolve([]));
  // T-2 was finished before the frost and nobody has looked since.
  expect(told).toContainEqual({ placeCode: VILLAGE, dueOn: '2022-06-24' });
});
