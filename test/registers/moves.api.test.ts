// Projects led from state to state: what hinders them, many at once, taken back, and what nobody gets round.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stateOf } from '../../src/kernel/register/states.ts';
import { PROJECT_STATES } from '../../src/modules/projects/domain/project-states.ts';
import { systemActor } from '../../src/platform/server/actor.ts';
import { refusalOf, type TestServer, type TestUser } from '../harness.ts';
import { COUNTY, OTHER_COUNTY, openSmallRegistry } from '../small-registry.ts';
import { HOUSEHOLD } from './example-rows.ts';
import { hangOut } from './hang-out.ts';

let server: TestServer;
let officer: TestUser;
let colleague: TestUser;
let stranger: TestUser;
let auditor: TestUser;
const id = () => crypto.randomUUID();

beforeAll(async () => {
  server = await openSmallRegistry([HOUSEHOLD]);
  officer = await server.as({ role: 'county-officer', areaCode: COUNTY });
  colleague = await server.as({ role: 'region-officer', areaCode: COUNTY });
  stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
  auditor = await server.as({ role: 'auditor', areaCode: COUNTY });
});
afterAll(() => server.close());

function projects(user: TestUser) {
  const found = user.client.registers.projects;
  if (!found) throw new Error('there are no projects');
  return found;
}

const READY = {
  projectKind: 'construction',
  performanceGoal: '修通牧道 12 公里',
  plannedTotalFen: 500_000_000,
  plannedHouseholds: 40,
  implementer: '交通局',
};

async function add(number: string, values: Record<string, unknown> = READY) {
  const given = { number, regionCode: COUNTY, projectName: `牧道 ${number}`, projectKind: 'construction', ...values };
  return projects(officer).add({ requestId: id(), values: given });
}

const look = (key: { countyCode: number; id: number }, user = officer) => projects(user).get(key);

type Key = { countyCode: number; id: number };

async function move(name: string, keys: readonly Key[], more: Record<string, unknown> = {}, user = officer) {
  const records = await Promise.all(
    keys.map(async ({ countyCode, id }) => ({ countyCode, id, version: (await look({ countyCode, id })).version })),
  );
  return projects(user).move({ requestId: id(), move: name, records, doneOn: '2022-03-01', values: {}, ...more });
}

const COMPLETION = { register: 'projects', kind: 'completion', level: 'county' as const };
const PLAN = { values: { planYear: 2022 } };

describe('a project', () => {
  it('says what is missing for its next step, and goes on once it is there', async () => {
    const key = await add('T-1', { performanceGoal: null });
    const before = await look(key);
    expect(before.state).toBe('in-library');
    expect(before.next?.find(({ move }) => move === 'plan')?.hindrances).toEqual([
      '还没有填写“计划总投资”、“绩效目标”、“计划受益户数”，请先修改补上',
    ]);
    expect(await refusalOf(move('plan', [key], PLAN))).toBe('registers.not-moved');
    await projects(officer).change({ requestId: id(), ...key, version: before.version, values: READY });
    expect(await move('plan', [key], PLAN)).toEqual({ moved: 1, refused: [] });
    const after = await look(key);
    expect(after).toMatchObject({ state: 'annual-plan', values: { plannedOn: '2022-03-01', planYear: 2022 } });
    expect(after.moves).toMatchObject([{ move: 'plan', from: 'in-library', to: 'annual-plan', doneOn: '2022-03-01' }]);
  });

  it('waits for its money before it begins', async () => {
    const key = await add('T-2');
    await move('plan', [key], PLAN);
    expect((await look(key)).next?.find((one) => one.move === 'start')?.hindrances).toEqual([
      '还没有分配资金，请先由财政登记“资金分配”',
      '“年度项目实施计划公告”还没有张贴，请先点“公告公示”生成并张贴',
    ]);
  });

  it('rests and goes on where it was, and says why', async () => {
    const key = await add('T-3');
    await move('plan', [key], PLAN);
    expect(await refusalOf(move('suspend', [key]))).toBe('registers.move-unexplained');
    await move('suspend', [key], { opinion: '草场界线有争议' });
    expect((await look(key)).state).toBe('suspended');
    await move('resume', [key]);
    expect((await look(key)).state).toBe('annual-plan');
  });

  it('is accepted by somebody else than who finished it', async () => {
    const key = await add('T-4');
    await move('plan', [key], PLAN);
    await server.shouwang.db.bulk(systemActor('test'), async (tx) => ({
      result: await tx.run(sql`update projects set started_on = '2022-04-01' where id = ${key.id}`),
      audit: [],
    }));
    await move('finish', [key], { doneOn: '2022-05-01' });
    const own = await look(key);
    expect(own.next).toContainEqual({
      move: 'accept',
      hindrances: ['上一步由您本人办理，这一步须由另一人办理', '“项目完工公告”还没有张贴，请先点“公告公示”生成并张贴'],
    });
    await hangOut(officer, key, { ...COMPLETION, postedOn: '2022-05-02' });
    expect((await look(key, colleague)).next).toContainEqual({ move: 'accept', hindrances: [] });
    expect(await refusalOf(move('accept', [key], { doneOn: '2022-04-30' }, colleague))).toBe('registers.not-moved');
    await move('accept', [key], { doneOn: '2022-05-10' }, colleague);
    expect((await look(key)).state).toBe('accepted');
  });

  it('that is entered as finished is accepted by somebody else than who entered it, whatever they are called', async () => {
    const key = await add('T-5');
    await server.shouwang.db.bulk(systemActor('test'), async (tx) => ({
      result: await tx.run(sql`update projects set started_on = '2022-04-01', finished_on = '2022-05-01',
        recorded_by = (select name from accounts where role = 'region-officer') where id = ${key.id}`),
      audit: [],
    }));
    const accept = async (user: TestUser) => (await look(key, user)).next?.find((one) => one.move === 'accept');
    const own = '上一步由您本人办理，这一步须由另一人办理';
    await hangOut(officer, key, { ...COMPLETION, postedOn: '2022-05-02' });
    expect((await accept(officer))?.hindrances).toEqual([own]);
    expect((await accept(colleague))?.hindrances).toEqual([]);
  });
});

describe('forty at once', () => {
  it('moves what fits, tells why the others stay, and the list shows who stands where', async () => {
    const keys: Key[] = [];
    for (let n = 0; n < 38; n++) keys.push(await add(`B-${n}`));
    const unready = [await add('B-38', {}), await add('B-39', { performanceGoal: '有目标' })];
    const records = [...keys, ...unready].map(({ countyCode, id }) => ({ countyCode, id }));
    const checked = await projects(officer).check({ move: 'plan', records });
    expect(checked.filter(({ hindrances }) => hindrances.length === 0)).toHaveLength(38);
    expect(checked.find(({ name }) => name === 'B-38 牧道 B-38')?.hindrances[0]).toMatch(/还没有填写/);
    const asked = checked.map(({ countyCode, id, version }) => ({ countyCode, id, version }));
    const meeting = { requestId: id(), move: 'plan', records: asked, doneOn: '2022-03-01', ...PLAN };
    const { moved, refused } = await projects(officer).move(meeting);
    expect(moved).toBe(38);
    expect(refused.map(({ id }) => id)).toEqual(unready.map(({ id }) => id));
    const listed = await projects(officer).list({ state: 'annual-plan', text: 'B-', limit: 200 });
    expect(listed.total).toBe(38);
    expect(listed.items.every(({ state }) => state === 'annual-plan')).toBe(true);
  });

  it('keeps in the audit who led which project where', async () => {
    const key = await add('A-1');
    await move('plan', [key], { ...PLAN, opinion: '领导小组会议通过' });
    const [entry] = await server.shouwang.db.bulkRead((tx) =>
      tx.rows(sql<{
        operation: string;
        after: object;
        reason: string;
      }>`select operation, after, reason from audit_entries
        where operation = 'projects.move-project' and subject_id = ${key.id}::text`),
    );
    expect(entry).toMatchObject({ after: { state: 'annual-plan', planYear: 2022 }, reason: '领导小组会议通过' });
  });
});

describe('taken back', () => {
  it('by who made it: the row is as it was, and the move stays in its history', async () => {
    const key = await add('W-1');
    await move('plan', [key], PLAN);
    const { version, mayWithdraw } = await look(key);
    expect(mayWithdraw).toBe(true);
    expect((await look(key, colleague)).mayWithdraw).toBe(false);
    const asked = { requestId: id(), ...key, version };
    expect(await refusalOf(projects(colleague).withdraw({ ...asked, requestId: id() }))).toBe(
      'registers.no-withdrawal',
    );
    await projects(officer).withdraw(asked);
    const after = await look(key);
    expect(after).toMatchObject({ state: 'in-library', values: { plannedOn: null, planYear: null } });
    expect(after.moves?.[0]?.withdrawnAt).toBeDefined();
  });
});

describe('nobody gets round', () => {
  it.each([
    ['another county', () => stranger],
    ['who only reads', () => auditor],
  ])('%s moves nothing', async (_who, user) => {
    const key = await add(`N-${crypto.randomUUID().slice(0, 8)}`);
    expect(['registers.not-moved', 'registers.no-move', 'http.forbidden']).toContain(
      await refusalOf(move('plan', [key], PLAN, user())),
    );
    expect((await look(key)).state).toBe('in-library');
  });

  it('a day that moves fill in is not typed', async () => {
    const key = await add('N-1');
    const { version } = await look(key);
    const typed = { requestId: id(), ...key, version, values: { plannedOn: '2022-03-01', planYear: 2022 } };
    expect(await refusalOf(projects(officer).change(typed))).toBe('registers.moved-day');
  });

  it('a day that has not come, a move that is not there, a year that was not asked for', async () => {
    const key = await add('N-2');
    expect(await refusalOf(move('plan', [key], { ...PLAN, doneOn: '2099-01-01' }))).toBe('registers.move-ahead');
    expect(await refusalOf(move('constructor', [key], PLAN))).toBe('registers.no-move');
    expect(await refusalOf(move('plan', [key]))).toBe('registers.refused');
    expect(await refusalOf(projects(officer).list({ state: 'nowhere' }))).toBe('registers.bad-filter');
    const renamed = move('plan', [key], { values: { planYear: 2022, projectName: '改名' } });
    expect(await refusalOf(renamed)).toBe('kernel.invalid-input');
    // What another move asks for is not written by this one.
    await move('plan', [key], { values: { planYear: 2022, finalAmountFen: 1 } });
    expect((await look(key)).values.finalAmountFen).toBeNull();
  });
});

it('the list and the definition say the same of every project', async () => {
  const { items } = await projects(officer).list({ limit: 200 });
  expect(items.length).toBeGreaterThan(40);
  for (const { countyCode, id, state } of items) {
    const { values, moves } = await look({ countyCode, id });
    const last = moves?.find(({ withdrawnAt }) => !withdrawnAt);
    expect(stateOf(PROJECT_STATES, values, last?.to)).toBe(state);
  }
});
