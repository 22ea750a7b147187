// The numbered traps of registers §9: titles, state firms, specialists, policies of key counties; what is promised, done, due and printed.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { keycountiesDues } from '../../../src/modules/keycounties/server/index.ts';
import { openTestServer, refusalOf, type TestServer, type TestUser } from '../../harness.ts';
import { COUNTY, OTHER_COUNTY, REGION, VILLAGE } from '../../small-registry.ts';

let server: TestServer;
let region: TestUser;
let other: TestUser;
let county: TestUser;
let stranger: TestUser;
const id = () => crypto.randomUUID();
const DAY = '2022-07-20';

const register = (code: string, user: TestUser) => {
  const found = user.client.registers[code];
  if (!found) throw new Error(`${code} has no operations`);
  return found;
};
const add = (code: string, values: Record<string, unknown>, user = region) =>
  register(code, user).add({ requestId: id(), values });
const soe = (number: string, helpedCode: number) =>
  add('pairings', {
    ...{ number, helpedCode, pairingKind: 'soe-key-county', organisationCode: 'S1' },
    ...{ startedOn: '2021-06-01', documentNo: '国资〔2021〕1号' },
  });
const posting = (cadreNumber: string, regionCode: number, more: object = {}) =>
  add('specialist-postings', {
    ...{ cadreNumber, regionCode, specialistTeam: '肉羊团', postedOn: '2021-08-01', professionalTitle: '研究员' },
    ...more,
  });
const service = (cadreNumber: string, servedOn: string, more: object = {}) =>
  add(
    'specialist-services',
    { cadreNumber, servedOn, regionCode: VILLAGE, form: 'on-site', content: `看羊 ${servedOn}`, ...more },
    county,
  );

async function move(code: string, name: string, user: TestUser, more: { doneOn?: string; opinion?: string } = {}) {
  const [row] = (await register(code, user).list({ area: COUNTY })).items;
  if (!row) throw new Error(`${code} has no row`);
  const { countyCode, id: recordId, version } = row;
  const records = [{ countyCode, id: recordId, version }];
  const values = name === 'approve' ? { documentNo: '内政函〔2022〕9号' } : {};
  return register(code, user).move({ requestId: id(), move: name, doneOn: DAY, values, records, ...more });
}

const overview = (user = region, asOf?: string) => user.client.keycounties.overview(asOf ? { asOf } : {});
/** `no-team 化德县` for every concern of the county, in the order of the page. */
async function concerns(user = county) {
  return (await overview(user)).concerns.map(({ concern, subject }) => (subject ? `${concern} ${subject}` : concern));
}
async function due(key: string, on: string) {
  const found = keycountiesDues.find((one) => one.key === `keycounties.${key}`);
  return server.shouwang.db.bulkRead(async (tx) => found?.rows(tx, on));
}

beforeAll(async () => {
  server = await openTestServer();
  region = await server.as({ role: 'region-officer', areaCode: REGION });
  // A league's officer works as the region's does: somebody else above the county.
  other = await server.as({ role: 'region-officer', areaCode: 150_900_000_000 });
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
  server.moveClock(new Date(`${DAY}T04:00:00Z`));
  for (const [code, name, regionCode] of [
    ['S1', '某能源公司', REGION],
    ['A1', '自治区农科院', REGION],
    ['B1', '本县农牧局', COUNTY],
  ])
    await add('organisations', { code, name, kind: 'institution', regionCode });
  for (const [number, name, organisationCode] of [
    ['C1', '那顺', 'A1'],
    ['C2', '巴图', 'A1'],
    ['C3', '乌云', 'B1'],
  ])
    await add('cadres', { number, name, regionCode: REGION, organisationCode });
  await soe('K1', COUNTY);
  await soe('K2', OTHER_COUNTY);
  await posting('C1', COUNTY);
  await posting('C1', OTHER_COUNTY);
  await posting('C2', COUNTY, { endedOn: '2022-04-01' });
  await posting('C3', COUNTY);
});
afterAll(() => server.close());

test('registers §9 trap 1: a county with two titles is one key county', async () => {
  const { rows } = await overview();
  const own = rows.filter(({ code }) => code === COUNTY);
  expect(own).toHaveLength(1);
  expect(own[0]?.titles).toEqual(['key-national', 'lifted-national']);
});

test('registers §9 trap 2: firms and counties are many to many: the counties’ sums are more than the whole', async () => {
  const { total, rows } = await overview();
  const sum = (key: 'soes' | 'specialists') => rows.reduce((all, row) => all + row[key], 0);
  expect([total.soes, sum('soes')]).toEqual([1, 2]);
  expect([total.specialists, sum('specialists')]).toEqual([2, 3]);
  expect((await overview(county)).total).toMatchObject({ soes: 1, specialists: 2 });
});

test('registers §9 trap 3: a specialist of the county’s own bureau is asked about, so is one in two teams', async () => {
  expect(await concerns()).toEqual(expect.arrayContaining(['own-county C3']));
  expect(await concerns(region)).toEqual(expect.arrayContaining(['two-teams C1']));
  expect(await concerns(stranger)).not.toContain('own-county C3');
});

test('registers §9 trap 4: a title that ended is one of the past', async () => {
  const [title] = (await register('county-designations', region).list({ area: COUNTY })).items.filter(
    ({ values }) => values.title === 'key-national',
  );
  if (!title) throw new Error('the county is no key county');
  const { countyCode, id: recordId, version } = title;
  const key = { countyCode, id: recordId };
  await register('county-designations', region).change({
    ...{ requestId: id(), ...key, version },
    values: { revokedOn: '2022-07-01' },
  });
  expect((await overview(county)).rows).toEqual([]);
  expect((await overview(county, '2022-06-30')).rows.map(({ code }) => code)).toEqual([COUNTY]);
  expect(await refusalOf(county.client.keycounties.county({ county: COUNTY }))).toBe('keycounties.not-key');
  const { version: next } = await register('county-designations', region).get(key);
  await register('county-designations', region).change({
    ...{ requestId: id(), ...key, version: next },
    values: { revokedOn: null },
  });
});

test('registers §9 trap 5: policies are counted by clauses, not by documents, and ticked off by what was done', async () => {
  const policy = {
    number: 'P1',
    regionCode: REGION,
    title: '倾斜支持政策',
    issuer: '自治区政府',
    issuedOn: '2021-05-01',
  };
  await add('policies', { ...policy, sets: ['key-county'] });
  for (const clauseNo of ['一', '二', '三'])
    await add('policy-clauses', { documentNumber: 'P1', clauseNo, gist: `倾斜${clauseNo}`, clauseSet: 'key-county' });
  await add('policy-clauses', {
    ...{
      documentNumber: 'P1',
      clauseNo: '四',
      gist: '只给自治区级',
      clauseSet: 'key-county',
      titles: ['key-regional'],
    },
  });
  const favour = {
    ...{
      regionCode: COUNTY,
      documentNumber: 'P1',
      doneBy: '自治区财政厅',
      content: '单列资金',
      amountFen: 300_000_000,
    },
  };
  await add('key-county-favours', { ...favour, number: 'F1', clauseNo: '二', doneOn: '2022-05-10' });
  // Last year's is last year's.
  await add('key-county-favours', { ...favour, number: 'F2', clauseNo: '三', doneOn: '2021-12-01' });
  const one = await county.client.keycounties.county({ county: COUNTY });
  expect(one).toMatchObject({ clauses: 3, clausesDone: 1, deeds: 1, amountFen: 300_000_000 });
  expect(one.favours.map(({ clauseNo, deeds }) => `${clauseNo} ${deeds}`)).toEqual(['一 0', '二 1', '三 0']);
  expect(
    (await county.client.figures.list({ ids: ['policy.keycounty'], area: COUNTY, day: DAY })).figures[0]?.shown,
  ).toBe('3');
  const [confirmed] = [await move('key-county-favours', 'confirm', county)];
  expect(confirmed.refused).toEqual([]);
  expect(await refusalOf(stranger.client.keycounties.county({ county: COUNTY }))).toBe('regions.not-found');
});

test('a team is short since somebody left, is told of in time, and is assessed once a year', async () => {
  const team = { regionCode: COUNTY, teamName: '肉羊团', industry: '肉羊', planned: 4, formedOn: '2021-07-01' };
  await add('specialist-teams', { ...team, headNumber: 'C1' }, county);
  expect(await refusalOf(add('specialist-teams', { ...team, formedOn: '2022-01-01' }, county))).toBe(
    'registers.refused',
  );
  expect(await concerns()).toEqual(expect.arrayContaining(['team-vacant 肉羊团', 'team-not-assessed 肉羊团']));
  expect(await due('vacant', '2022-06-01')).toEqual([{ placeCode: COUNTY, dueOn: '2022-05-31' }]);
  expect(await due('assess', '2022-06-15')).toEqual([{ placeCode: COUNTY, dueOn: '2022-07-01' }]);
  await move('specialist-teams', 'assess', county, { opinion: '优秀，服务 12 个嘎查村' });
  expect(await concerns()).not.toContain('team-not-assessed 肉羊团');
  expect(await due('assess', DAY)).toEqual([]);
  const setting = { regionCode: REGION, key: 'specialist.vacant' as const, value: 200, basis: '试行文件' };
  await region.client.keycounties.saveSetting({ requestId: id(), ...setting, effectiveFrom: DAY });
  expect(await concerns()).not.toContain('team-vacant 肉羊团');
});

test('a specialist is proposed, serves, is assessed by the county, and is replaced by whoever posted', async () => {
  const states = async () =>
    (await register('specialist-postings', county).list({ area: COUNTY })).items.map(({ state }) => state).sort();
  expect(await states()).toEqual(['ended', 'serving', 'serving']);
  expect(await refusalOf(move('specialist-postings', 'assess', county))).toBe('registers.move-unexplained');
  const serving = (await register('specialist-postings', county).list({ area: COUNTY })).items.find(
    ({ values }) => values.cadreNumber === 'C3',
  );
  if (!serving) throw new Error('C3 does not serve');
  const { countyCode, id: recordId, version } = serving;
  await register('specialist-postings', county).move({
    ...{
      requestId: id(),
      move: 'fail',
      doneOn: DAY,
      values: {},
      opinion: '全年未到村',
      records: [{ countyCode, id: recordId, version }],
    },
  });
  expect(await states()).toEqual(['ended', 'serving', 'unfit']);
});

test('days of service are specialists times days, within a posting, and a month without any is told', async () => {
  await service('C1', '2022-06-10', { people: 30 });
  await service('C3', '2022-06-10');
  await service('C1', '2022-06-11');
  expect(await refusalOf(service('C1', '2022-06-11'))).toBe('registers.exists');
  await service('C2', '2022-05-01');
  const { rows } = await overview(county);
  expect(rows[0]).toMatchObject({ serviceDays: 4, served: 3, specialists: 2 });
  expect(await concerns()).toEqual(expect.arrayContaining(['service-outside 看羊 2022-05-01']));
  expect((await concerns()).filter((one) => one.startsWith('no-service'))).toEqual([]);
  expect(await concerns(stranger)).toEqual(expect.arrayContaining(['no-service C1']));
  expect(await due('log', '2022-07-05')).toEqual([{ placeCode: OTHER_COUNTY, dueOn: '2022-07-10' }]);
});

test('a plan is approved above, holds for its years, and is reported on twice a year', async () => {
  const plan = {
    regionCode: COUNTY,
    planTitle: '实施方案',
    startsOn: '2021-01-01',
    endsOn: '2025-12-31',
    goals: '人均收入达到全区平均',
  };
  await add('key-county-plans', { ...plan, number: 'N1' }, county);
  expect(await concerns()).toContain('no-plan');
  expect(await refusalOf(move('key-county-plans', 'approve', county))).toBe('http.forbidden');
  await move('key-county-plans', 'approve', other);
  expect(await concerns()).not.toContain('no-plan');
  expect(await concerns()).toContain('report-missing N1');
  expect(await due('report', DAY)).toEqual([{ placeCode: COUNTY, dueOn: '2022-07-15' }]);
  const report = { planNumber: 'N1', period: '2022-H1', reportedOn: '2022-07-18', progressText: '完成一半' };
  await add('key-county-reports', report, county);
  expect(await concerns()).not.toContain('report-missing N1');
  expect(await due('report', DAY)).toEqual([]);
  const { plans } = await county.client.keycounties.county({ county: COUNTY });
  expect(plans).toMatchObject([{ number: 'N1', period: '2022-H1', progress: '完成一半', approvedOn: DAY }]);
  const twice = add('key-county-plans', { ...plan, number: 'N2', startsOn: '2024-01-01' }, county);
  expect(await refusalOf(twice)).toBe('registers.refused');
});

test('the forms of §9 say what the pages say', async () => {
  const forms = ['counties', 'favours', 'specialists', 'services', 'pairs'];
  const texts = await Promise.all(
    forms.map(async (form) => {
      const answer = await county.get(`/key-counties/forms/paper?form=${form}&format=html`);
      expect(answer.status).toBe(200);
      return answer.text();
    }),
  );
  expect(texts[0]).toContain('国家乡村振兴重点帮扶旗县');
  expect(texts[1]).toContain('倾斜二');
  expect(texts[2]).toContain('那顺');
  expect(texts[3]).toContain('共 4 行');
  expect(texts[4]).toContain('某能源公司');
  const sheet = await county.get('/key-counties/forms/paper?form=pairs&format=xlsx');
  expect(sheet.headers.get('content-type')).toContain('spreadsheet');
});
