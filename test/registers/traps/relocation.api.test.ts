// The numbered traps of registers §10, told by the pages of sites.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { relocationDues } from '../../../src/modules/relocation/server/index.ts';
import { refusalOf, type TestServer, type TestUser } from '../../harness.ts';
import { COUNTY, idNumber, NEXT_VILLAGE, OTHER_COUNTY, openSmallRegistry, VILLAGE } from '../../small-registry.ts';
import { formText } from '../form-text.ts';

let server: TestServer;
let county: TestUser;
const id = () => crypto.randomUUID();
const NAMES = ['其其格', '巴图', '乌云'];

/** All registered in one village; the site lies in the next. The third is old. */
beforeAll(async () => {
  server = await openSmallRegistry(
    NAMES.map((name, i) => ({
      ...{ number: `户000${i + 1}`, village: VILLAGE, kind: i === 0 ? '脱贫户' : '一般农户' },
      members: [{ name, id: idNumber((i === 2 ? 1950 : 1980) * 10_000 + 501 + i, 2 * i + 2) }],
    })),
  );
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  server.moveClock(new Date('2022-01-15T04:00:00Z'));
  for (const [number, dwellings, villageCode] of [
    ['S-1', 4, NEXT_VILLAGE],
    ['S-2', 1, VILLAGE],
  ] as const)
    await add('relocation-sites', {
      number,
      villageCode,
      siteName: `安置点 ${number}`,
      movedInOn: '2018-10-01',
      dwellings,
      responsible: '那顺',
    });
  for (const siteNumber of ['S-1', 'S-2'])
    await add('heating-checks', { siteNumber, winter: 2021, checkedOn: '2021-10-10', heatingResult: 'sound' });
  await moveIn('户0001', 'registered', { followUpMeasures: ['employed'], oldHouseRazed: true });
  await moveIn('户0002', 'accompanying', { followUpMeasures: ['industry'], oldHouseRazed: true });
  const job = { number: 'W-1', householdNumber: '户0002', name: '巴图', jobForm: 'nearby', organisedBy: 'self' };
  await add('employment-spells', { ...job, workRegionCode: '150923', startedOn: '2021-03-01' });
});
afterAll(() => server.close());

const add = async (code: string, values: Record<string, unknown>) =>
  county.client.registers[code]?.add({ requestId: id(), values });
const moveIn = (householdNumber: string, relocationStatus: string, more: object, siteNumber = 'S-1') =>
  add('relocation-households', {
    ...{ householdNumber, siteNumber, relocationStatus, resettledHow: 'central', movedInOn: '2018-10-15' },
    ...more,
  });
const site = (number = 'S-1') => county.client.relocation.site({ number });

test('registers §10 trap 1: both regions show a household registered in the old village, and one counts it', async () => {
  const there = await county.client.relocation.sites({ area: NEXT_VILLAGE });
  expect(there.items).toMatchObject([{ number: 'S-1', households: 2, persons: 2 }]);
  expect(there.livingElsewhere).toBe(0);
  const old = await county.client.relocation.sites({ area: VILLAGE });
  expect(old.items).toMatchObject([{ number: 'S-2', households: 0 }]);
  expect(old.livingElsewhere).toBe(2);
  expect((await site()).lines.map(({ registeredIn }) => registeredIn)).not.toContain(undefined);
});

test('registers §10 trap 2: a household that moved along is not lifted, and is not asked to be', async () => {
  const { registered, households, lines } = await site();
  expect({ registered, households }).toEqual({ registered: 1, households: 2 });
  expect(lines.find(({ number }) => number === '户0002')?.concerns).toEqual([]);
});

test('registers §10 trap 3: sites are listed by number with counts, none ranked by a rate', async () => {
  const { items } = await county.client.relocation.sites({});
  expect(items.map(({ number }) => number)).toEqual(['S-1', 'S-2']);
  expect(items[0]).toMatchObject({ able: 2, working: 1, ableHouseholds: 2, joblessHouseholds: 1 });
  expect((await site()).lines.find(({ number }) => number === '户0001')?.concerns).toEqual(['no-job']);
});

test('registers §10 trap 4: flats that are empty in summer are herding, those of January ask for a look', async () => {
  expect(await site()).toMatchObject({ vacant: 2, concerns: ['vacant'] });
  server.moveClock(new Date('2022-07-15T04:00:00Z'));
  expect(await site()).toMatchObject({ vacant: 2, concerns: [] });
  server.moveClock(new Date('2022-01-15T04:00:00Z'));
});

test('registers §10 trap 5: somebody old whose old house still stands is looked for in the old village', async () => {
  await moveIn('户0003', 'accompanying', { followUpMeasures: ['security'], oldHouseRazed: false });
  const { lines } = await site();
  expect(lines.find(({ number }) => number === '户0003')?.concerns).toContain('elderly-behind');
});

test('a household lives in one site at a time, and is nobody’s in another county', async () => {
  const twice = moveIn('户0001', 'registered', { movedInOn: '2020-01-01' }, 'S-2');
  expect(await refusalOf(Promise.resolve(twice))).toBe('registers.refused');
  const stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
  expect(await refusalOf(stranger.client.relocation.site({ number: 'S-1' }))).toBe('relocation.site-not-found');
  expect((await stranger.client.relocation.sites({})).items).toEqual([]);
});

test('a red risk of a site is told until the county, not who wrote it, says it is gone; then it is watched', async () => {
  const risk = {
    siteNumber: 'S-1',
    riskKind: 'housing-quality',
    level: 'red',
    foundOn: '2021-12-20',
    finding: '墙体开裂',
  };
  await add('site-risks', risk);
  expect(await site()).toMatchObject({ concerns: ['red-risk', 'vacant'], risks: [{ level: 'red', state: 'open' }] });
  const told = async (key: string, on: string) => {
    const found = relocationDues.find((due) => due.key === key);
    return server.shouwang.db.bulkRead(async (tx) => found?.rows(tx, on));
  };
  expect(await told('relocation.risk', '2022-01-15')).toEqual([{ placeCode: NEXT_VILLAGE, dueOn: '2022-01-19' }]);
  const other = await server.as({ role: 'region-officer', areaCode: 150000000000 });
  const move = async (user: TestUser, name: string, values: Record<string, unknown>) => {
    const row = (await county.client.registers['site-risks']?.list({}))?.items[0];
    const { countyCode = 0, id: recordId = 0, version = '' } = row ?? {};
    const records = [{ countyCode, id: recordId, version }];
    return user.client.registers['site-risks']?.move({
      ...{ requestId: id(), move: name, records, doneOn: '2022-01-15', values },
    });
  };
  await move(county, 'act', { action: '加固' });
  expect(await refusalOf(move(county, 'clear', { watchUntil: '2099-07-15' }))).toBe('registers.not-moved');
  await move(other, 'clear', { watchUntil: '2099-07-15' });
  expect(await site()).toMatchObject({ concerns: ['vacant'], risks: [{ state: 'cleared' }] });
  expect(await told('relocation.risk', '2022-01-15')).toEqual([]);
  expect(await told('relocation.watch', '2099-07-12')).toEqual([{ placeCode: NEXT_VILLAGE, dueOn: '2099-07-15' }]);
});

test('each site is looked at before the cold, and a fault is told until it is mended', async () => {
  server.moveClock(new Date('2022-10-16T04:00:00Z'));
  const heating = relocationDues.find(({ key }) => key === 'relocation.heating');
  const due = () => server.shouwang.db.bulkRead(async (tx) => heating?.rows(tx, '2022-10-10'));
  expect(await due()).toEqual([
    { placeCode: VILLAGE, dueOn: '2022-10-15' },
    { placeCode: NEXT_VILLAGE, dueOn: '2022-10-15' },
  ]);
  expect((await site()).concerns).toContain('heating-unchecked');
  const check = { siteNumber: 'S-1', winter: 2022, checkedOn: '2022-10-10' };
  const untold = add('heating-checks', { ...check, heatingResult: 'faulty' });
  expect(await refusalOf(Promise.resolve(untold))).toBe('registers.refused');
  await add('heating-checks', { ...check, heatingResult: 'faulty', finding: '管道漏水' });
  expect((await site()).concerns).toEqual(['heating-fault']);
  expect(await due()).toEqual([{ placeCode: VILLAGE, dueOn: '2022-10-15' }]);
  const row = (await county.client.registers['heating-checks']?.list({}))?.items.find(
    ({ values }) => values.winter === 2022,
  );
  if (!row) throw new Error('no check');
  const { countyCode, id: recordId, version } = row;
  await county.client.registers['heating-checks']?.move({
    ...{ requestId: id(), move: 'mend', records: [{ countyCode, id: recordId, version }], doneOn: '2022-10-12' },
    ...{ values: {}, opinion: '换了管道' },
  });
  expect((await site()).concerns).toEqual([]);
  server.moveClock(new Date('2022-01-15T04:00:00Z'));
});

test.each([
  ['sites', ['安置点基本情况台账', '安置点 S-1', '4'], []],
  ['households', ['搬迁户花名册', '户0001', '建档立卡'], []],
  ['measures', ['后续扶持措施台账', '户0002', '产业'], []],
  // Of three able households one works, by the ledger of jobs at the end of the year that is over.
  ['quarter', ['就业季报', '2021 年第四季度', '4 3 1 3 3 1 1 2', '1 0 1 0 0 0 0 0'], []],
  ['jobless', ['零就业家庭清零表', '户0001'], ['户0002']],
  ['risks', ['安置区风险台账', '墙体开裂'], []],
] as const)('the form %s says what it is made for', async (form, words, missing) => {
  server.moveClock(new Date('2022-01-15T04:00:00Z'));
  const text = await formText(county, `/relocation/forms/${form}`);
  for (const word of words) expect(text).toContain(word);
  for (const word of missing) expect(text).not.toContain(word);
  const stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
  expect(await formText(stranger, `/relocation/forms/${form}`)).not.toMatch(/户000|S-1/);
});

test('a household of a site in which nobody works is visited within days, told since it is so, and may become a clue', async () => {
  server.moveClock(new Date('2022-01-15T04:00:00Z'));
  const due = () =>
    server.shouwang.db.bulkRead(async (tx) =>
      relocationDues.find(({ key }) => key === 'relocation.jobless')?.rows(tx, '2022-01-15'),
    );
  expect(await due()).toEqual([]);
  const job = {
    householdNumber: '户0001',
    name: '其其格',
    jobForm: 'nearby',
    organisedBy: 'self',
    workRegionCode: '150923',
  };
  await add('employment-spells', {
    ...job,
    number: 'W-2',
    startedOn: '2021-06-01',
    leftOn: '2022-01-10',
    leavingReason: 'dismissed',
  });
  expect(await due()).toEqual([{ placeCode: VILLAGE, dueOn: '2022-01-17' }]);
  const step = async (user: TestUser, name: string, opinion: string, text = '户0001') => {
    const row = (await county.client.registers['relocation-households']?.list({}))?.items.find(
      ({ values }) => values.householdNumber === text,
    );
    if (!row) throw new Error('no household');
    const { countyCode, id: recordId, version } = row;
    return user.client.registers['relocation-households']?.move({
      ...{
        requestId: id(),
        move: name,
        records: [{ countyCode, id: recordId, version }],
        doneOn: '2022-01-15',
        values: {},
      },
      ...(opinion ? { opinion } : {}),
    });
  };
  const village = await server.as({ role: 'village-worker', areaCode: VILLAGE });
  await step(village, 'visit', '已联系旗人社局，下周面试');
  expect(await due()).toEqual([]);
  await step(village, 'clue', '面试没有通过，家中无收入');
  const clues = (await county.client.clues.clues({})).items.map(({ personName }) => personName);
  expect(clues).toEqual(['其其格']);
  await step(village, 'clue', '再说一遍');
  expect((await county.client.clues.clues({})).items).toHaveLength(1);
});
