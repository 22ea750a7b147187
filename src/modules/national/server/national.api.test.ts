// The list for the national system: it grows with the decisions, is ticked off and taken back.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, openWalk, type Walk } from '../../../../test/case-walk.ts';
import { refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import { COUNTY, idNumber, OTHER_COUNTY, openSmallRegistry, VILLAGE } from '../../../../test/small-registry.ts';

let server: TestServer;
let walk: Walk;
let caseId: number;

beforeAll(async () => {
  const members = [{ name: '王秀英', id: idNumber(19700101, 2) }];
  server = await openSmallRegistry([{ number: 'H1', village: VILLAGE, members }]);
  walk = await openWalk(server);
  const { items } = await walk.county.client.households.list({ area: COUNTY });
  caseId = await walk.open(items[0]?.id ?? 0, '2022-06-01');
  await walk.approve(caseId, { verify: '2022-06-03', notice: '2022-06-04', end: '2022-06-09' });
  await walk.conclude(caseId, '2022-06-09');
  await walk.plan(caseId);
});

afterAll(() => server.close());

async function listed(user: TestUser, state: 'waiting' | 'done' | 'all' = 'waiting') {
  const { items, total } = await user.client.national.nationalChanges({ area: COUNTY, state });
  expect(total).toBe(items.length);
  return items;
}

const brief = (items: { field: string; newValue: string }[]) =>
  items.map(({ field, newValue }) => `${field}=${newValue}`);

async function tick(items: { countyCode: number; id: number }[], done = true) {
  const changes = items.map(({ countyCode, id }) => ({ countyCode, id }));
  return walk.township.client.national.tickNational({ requestId: newId(), changes, done, note: '' });
}

describe('the list for the national system', () => {
  it('holds what the decisions changed', async () => {
    expect(brief(await listed(walk.township))).toEqual([
      'category=边缘易致贫户',
      'identified=202206',
      'risks=因病',
      'cleared=否',
      'responsible=王建国',
    ]);
    const other = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
    expect((await other.client.national.nationalChanges({})).items).toEqual([]);
  });

  it('an entry that waits is brought up to date instead of standing twice', async () => {
    await walk.plan(caseId, '李秀兰');
    expect(brief(await listed(walk.township)).filter((text) => text.startsWith('responsible'))).toEqual([
      'responsible=李秀兰',
    ]);
  });

  it('is ticked off several at once, and taken back', async () => {
    const waiting = await listed(walk.township);
    const two = waiting.filter(({ field }) => field === 'risks' || field === 'responsible');
    expect(await tick(two)).toEqual({ count: 2 });
    expect(await tick(two)).toEqual({ count: 0 });
    expect(await listed(walk.township)).toHaveLength(3);
    const done = await listed(walk.township, 'done');
    expect(done.every(({ doneOn }) => doneOn === '2022-06-09')).toBe(true);
    const [risks] = done.filter(({ field }) => field === 'risks');
    if (!risks) throw new Error('no entry for risks');
    expect(await tick([risks], false)).toEqual({ count: 1 });
    expect(await listed(walk.township)).toHaveLength(4);
    await tick([risks]);
    const other = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
    const changes = [{ countyCode: risks.countyCode, id: risks.id }];
    const asked = { requestId: newId(), changes, done: true, note: '' };
    expect(await refusalOf(other.client.national.tickNational(asked))).toBe('national.not-found');
  });

  it('an older tick is not taken back while a newer value waits', async () => {
    const responsible = (await listed(walk.township, 'done')).filter(({ field }) => field === 'responsible');
    await walk.plan(caseId, '赵敏');
    expect(await refusalOf(tick(responsible, false))).toBe('national.superseded');
  });

  it('is a workbook', async () => {
    const answer = await walk.township.get('/national/export?state=all');
    expect(answer.status).toBe(200);
  });
});
