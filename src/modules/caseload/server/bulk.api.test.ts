// Many households at once: who fits and why the others do not, one refused household that stops nobody, a repeat that does
// nothing twice, and two who do it at the same time.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { details } from '../../../../test/case-details.ts';
import { newId, openWalk, type Walk } from '../../../../test/case-walk.ts';
import { refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import {
  COUNTY,
  idNumber,
  NEXT_VILLAGE,
  openSmallRegistry,
  TOWNSHIP,
  VILLAGE,
} from '../../../../test/small-registry.ts';
import { TINY_PNG } from '../../../../test/tiny-png.ts';

const HOUSEHOLDS = 60;
const countyCode = COUNTY / 1_000_000;

let server: TestServer;
let walk: Walk;
let households: number[];

beforeAll(async () => {
  server = await openSmallRegistry(
    Array.from({ length: HOUSEHOLDS }, (_, n) => ({
      number: `B${n}`,
      village: VILLAGE,
      members: [{ name: `王秀英${n}`, id: idNumber(19700101, n) }],
    })),
  );
  walk = await openWalk(server);
  const { items } = await walk.county.client.households.list({ area: COUNTY, limit: HOUSEHOLDS });
  households = items.map(({ id }) => id);
});

afterAll(() => server.close());

let cases: number[];

/** Cases that are compared and wait for the review. */
async function compared(count: number): Promise<number[]> {
  const ids: number[] = [];
  for (const householdId of households.splice(0, count)) {
    const id = await walk.open(householdId, '2022-06-01');
    await walk.verify(id, '2022-06-02');
    ids.push(id);
  }
  const shared = details('2022-06-02').compare;
  await walk.county.client.cases.bulkAct({
    ...{ requestId: newId(), kind: 'compare', shared },
    cases: await targets(ids),
  });
  return ids;
}

async function targets(ids: readonly number[]) {
  return Promise.all(ids.map(async (id) => ({ countyCode, id, version: (await walk.look(id)).version, own: {} })));
}

/** One meeting for all, with votes of each. */
async function meeting(ids: readonly number[], by: TestUser = walk.village) {
  const { votesFor, votesAgainst, abstained, passed, ...shared } = details('2022-06-02').review;
  const own = { votesFor, votesAgainst, abstained, passed: passed as boolean };
  const photos = [await by.upload('会议.png', TINY_PNG)];
  return {
    ...{ requestId: newId(), kind: 'review' as const, shared: { ...shared, photos } },
    cases: (await targets(ids)).map((each) => ({ ...each, own })),
  };
}

const states = (ids: readonly number[]) => Promise.all(ids.map(async (id) => (await walk.look(id)).state));

describe('the check before', () => {
  it('says who fits, and of the others why, by group', async () => {
    const fresh = await walk.open(households.shift() ?? 0, '2022-06-01');
    cases = await compared(3);
    const asked = { kind: 'review' as const, cases: [...cases, fresh].map((id) => ({ countyCode, id })) };
    const { fitting, others, total } = await walk.village.client.caseload.bulkCheck(asked);
    expect(fitting.map(({ id }) => id)).toEqual(cases);
    expect(others).toEqual([
      {
        reason: '当前环节是“入户核实”',
        cases: [expect.objectContaining({ id: fresh, villageName: expect.any(String) })],
      },
    ]);
    expect(total).toBe(4);
  });

  it('takes a whole filter, and nothing outside the own area', async () => {
    const all = await walk.village.client.caseload.bulkCheck({
      kind: 'review',
      filter: { state: 'identification.review' },
    });
    expect(all.fitting.map(({ id }) => id)).toEqual(expect.arrayContaining(cases));
    const neighbour = await server.as({ role: 'village-worker', areaCode: NEXT_VILLAGE });
    const given = { kind: 'review' as const, cases: cases.map((id) => ({ countyCode, id })) };
    expect(await neighbour.client.caseload.bulkCheck(given)).toMatchObject({ fitting: [], others: [] });
  });

  it('tells whoever may not do it that it may not', async () => {
    const given = { kind: 'review' as const, cases: cases.map((id) => ({ countyCode, id })) };
    const { fitting, others } = await walk.county.client.caseload.bulkCheck(given);
    expect(fitting).toEqual([]);
    expect(others).toHaveLength(1);
  });
});

describe('one meeting for many', () => {
  beforeEach(async () => {
    cases = await compared(4);
  });

  it('is an action of every case, with the votes of each and photos of its own', async () => {
    const input = await meeting(cases);
    const last = input.cases.at(-1);
    if (last) last.own = { votesFor: 1, votesAgainst: 3, abstained: 1, passed: false };
    const { done, refused } = await walk.village.client.cases.bulkAct(input);
    expect([done.length, refused]).toEqual([4, []]);
    expect(await states(cases)).toEqual([...Array(3).fill('identification.notice'), 'rejected']);
    const [first, second] = await Promise.all(cases.map((id) => walk.look(id)));
    const photosOf = (of: typeof first) => of?.files.filter(({ seq }) => seq === 4).map(({ id }) => id) ?? [];
    expect(photosOf(first)).toHaveLength(1);
    expect(photosOf(first)).not.toEqual(photosOf(second));
  });

  it('a refused household stops no other, and is told', async () => {
    const input = await meeting(cases);
    const [one, two] = input.cases;
    if (one) one.own = { votesFor: 1, votesAgainst: 4, abstained: 0, passed: true };
    if (two) two.version = 1;
    const { done, refused } = await walk.village.client.cases.bulkAct(input);
    expect(done.map(({ id }) => id)).toEqual(cases.slice(2));
    expect(refused.map(({ id, code }) => [id, code])).toEqual([
      [cases[0], 'cases.votes-too-few'],
      [cases[1], 'cases.moved-on'],
    ]);
    expect(refused[0]?.reason).toContain('同意票未过半数');
  });

  it('sent again does nothing twice', async () => {
    const input = await meeting(cases);
    const once = await walk.village.client.cases.bulkAct(input);
    await expect(walk.village.client.cases.bulkAct(input)).resolves.toEqual(once);
    const { timeline } = await walk.look(cases[0] ?? 0);
    expect(timeline.filter(({ kind }) => kind === 'review')).toHaveLength(1);
  });

  it('two at once: every case has one meeting, and each is told who was quicker', async () => {
    const [one, two] = [await meeting(cases), await meeting(cases)];
    const answers = await Promise.all([one, two].map((each) => walk.village.client.cases.bulkAct(each)));
    expect(answers.flatMap(({ done }) => done.map(({ id }) => id)).sort()).toEqual([...cases].sort());
    expect(answers.flatMap(({ refused }) => refused.map(({ code }) => code))).toEqual(
      Array(cases.length).fill('cases.moved-on'),
    );
  });

  it('somebody of another village does nothing', async () => {
    const neighbour = await server.as({ role: 'village-worker', areaCode: NEXT_VILLAGE });
    expect(await refusalOf(neighbour.client.cases.bulkAct(await meeting(cases, neighbour)))).toBe('cases.not-found');
    expect(await states(cases)).toEqual(Array(4).fill('identification.review'));
  });
});

describe('from the notice to the announcement in one sitting', () => {
  it('one notice, one end, one decision; taken back by whoever did it', async () => {
    cases = await compared(3);
    const { village, township, county } = walk;
    await village.client.cases.bulkAct(await meeting(cases));
    const { publish, approve } = details('2022-06-02');
    const send = async (by: TestUser, kind: 'publish' | 'end-notice' | 'pass-township' | 'announce', shared: object) =>
      by.client.cases.bulkAct({ requestId: newId(), kind, shared, cases: await targets(cases) } as never);
    const noticesToDo = async () => {
      const queue = await village.client.caseload.queue({ area: VILLAGE });
      return queue.find(({ state }) => state === 'identification.notice')?.count ?? 0;
    };
    const before = await noticesToDo();
    await send(village, 'publish', publish);
    // While it hangs it is nobody's work.
    expect(await noticesToDo()).toBe(before - 3);
    walk.moveTo('2022-06-07');
    expect(await noticesToDo()).toBe(before);
    await send(village, 'end-notice', { note: '', photos: [] });
    await send(township, 'pass-township', { opinion: '同意', spotChecked: false });
    const { category, danger, risks } = approve;
    const own = { category, danger, risks };
    const { done } = await county.client.cases.bulkAct({
      ...{ requestId: newId(), kind: 'approve', shared: { opinion: '同意纳入', documentNumber: '防返贫〔2022〕1 号' } },
      cases: (await targets(cases)).map((each) => ({ ...each, own })),
    });
    expect(await states(cases)).toEqual(Array(3).fill('identification.announcement'));
    const household = async () =>
      (await county.client.households.get({ countyCode, id: (await walk.look(cases[0] ?? 0)).householdId })).household
        .monitoringCategory;
    expect(await household()).toBe('borderline');
    const taken = await county.client.cases.bulkAct({
      ...{ requestId: newId(), kind: 'recall', shared: { reason: '误操作,当即撤销' } },
      cases: done.map(({ version, ...key }) => ({ ...key, version, own: { seq: version } })),
    });
    expect(taken.refused).toEqual([]);
    expect(await states(cases)).toEqual(Array(3).fill('identification.county-approval'));
    expect(await household()).not.toBe('borderline');
    const waiting = await county.client.national.nationalChanges({ area: TOWNSHIP, state: 'waiting' });
    expect(waiting.items.filter(({ caseId }) => cases.includes(caseId))).toEqual([]);
  });
});
