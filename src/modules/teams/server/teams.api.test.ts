// A team's month over the API: camps filed, punches that come days later, leave by days, the month confirmed; positions for the township
// alone and gone after their months; a ballot that leads back to nobody; grades.

import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import { HOUSEHOLD } from '../../../../test/registers/example-rows.ts';
import { COUNTY, OTHER_COUNTY, openSmallRegistry, TOWNSHIP, VILLAGE } from '../../../../test/small-registry.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import { daysOfMonth } from '../domain/attendance.ts';
import { slipCode } from './ballots.ts';
import { teamsDues } from './dues.ts';
import { purgePositions } from './purge.ts';

let server: TestServer;
let worker: TestUser;
let township: TestUser;
let county: TestUser;
let stranger: TestUser;
const id = () => crypto.randomUUID();
const MONTH = '2026-06-01';
type Key = { countyCode: number; id: number };

function register(code: string, user = county) {
  const found = user.client.registers[code];
  if (!found) throw new Error(`there is no register ${code}`);
  return found;
}
const add = (code: string, values: Record<string, unknown>, user = county) =>
  register(code, user).add({ requestId: id(), values });
async function move(
  code: string,
  name: string,
  key: Key,
  user: TestUser,
  more: { doneOn: string; values?: object; opinion?: string },
) {
  const { version } = await register(code, user).get(key);
  return register(code, user).move({
    requestId: id(),
    move: name,
    records: [{ countyCode: key.countyCode, id: key.id, version }],
    values: {},
    ...more,
  });
}
const stateOf = async (code: string, key: Key) => (await register(code).get(key)).state;
const CENTRE = { longitude: 112.01, latitude: 41.5 };
const punch = (day: string, given: object = {}, user = worker) =>
  user.client.teams.punch({ requestId: id(), kind: 'in-village', at: `${day}T09:00:00+08:00`, ...given });

beforeAll(async () => {
  server = await openSmallRegistry([HOUSEHOLD]);
  server.moveClock(new Date('2026-07-02T10:00:00+08:00'));
  worker = await server.as({ role: 'village-worker', areaCode: VILLAGE });
  township = await server.as({ role: 'township-officer', areaCode: TOWNSHIP });
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  stranger = await server.as({ role: 'township-officer', areaCode: OTHER_COUNTY + 103_000 });
  const me = await worker.client.accounts.me({});
  // Who punches is who the roster says; the other member of the team has no account.
  await add('cadres', { number: 'G1', name: me.name, regionCode: COUNTY });
  await add('cadres', { number: 'G2', name: '那仁', regionCode: COUNTY });
  const posting = { villageCode: VILLAGE, appointedOn: '2026-01-05' };
  await add('team-postings', { cadreNumber: 'G1', status: 'first-secretary', ...posting });
  await add('team-postings', { cadreNumber: 'G2', status: 'member', ...posting });
});
afterAll(() => server.close());

describe('a month', () => {
  it('begins with camps that the township files; one that is not filed counts for nothing', async () => {
    const camp = { villageCode: VILLAGE, fromMonth: 1, untilMonth: 12, radiusKm: 3, ...CENTRE };
    const office = await add('team-camps', { number: 'Y1', name: '嘎查部', campKind: 'office', ...camp }, worker);
    await punch('2026-05-29', CENTRE);
    await move('team-camps', 'file', office, township, { doneOn: '2026-06-01' });
    const pasture = await add(
      'team-camps',
      { number: 'Y2', name: '夏营地', campKind: 'pasture', ...camp, fromMonth: 5, untilMonth: 9, longitude: 112.4 },
      worker,
    );
    await move('team-camps', 'file', pasture, township, { doneOn: '2026-06-01' });
    // An exact position is sealed: a list shows none.
    expect(JSON.stringify(await register('team-camps').get(office))).not.toContain('112.01');
  });

  it('trap 2: punches of days without a network keep their own time, and the time they came', async () => {
    expect(await punch('2026-06-01', CENTRE)).toEqual({
      day: '2026-06-01',
      kind: 'in-village',
      camp: 'Y1',
      concerns: [],
    });
    for (const day of daysOfMonth(MONTH).slice(1, 18)) await punch(day);
    expect(await punch('2026-06-19', { ...CENTRE, longitude: 112.41 })).toMatchObject({ kind: 'camp', camp: 'Y2' });
    const requestId = id();
    const again = () => worker.client.teams.punch({ requestId, kind: 'in-village', at: '2026-06-20T09:00:00+08:00' });
    expect(await again()).toEqual(await again());
    const { days } = await worker.client.teams.member({ cadreNumber: 'G1', month: MONTH });
    expect(days[1]?.punches).toEqual([
      expect.objectContaining({ at: '2026-06-02T01:00:00.000Z', arrivedAt: '2026-07-02T02:00:00.000Z' }),
    ]);
    expect(days[19]?.punches).toHaveLength(1);
  });

  it('trap 3: outside every camp is field work; without a reason it is kept and told, and explained afterwards', async () => {
    const far = { longitude: 112.2, latitude: 41.7 };
    expect(await punch('2026-06-22', far)).toMatchObject({ kind: 'field', concerns: ['no-reason'] });
    expect(await punch('2026-06-23', { ...far, note: '到牧户家看牲畜' })).toMatchObject({
      kind: 'field',
      concerns: [],
    });
    const [line] = (await township.client.teams.sheet({ area: TOWNSHIP, month: MONTH })).lines;
    await worker.client.teams.explainPunch({ requestId: id(), day: '2026-06-22', note: '到牧户家' });
    const [after] = (await township.client.teams.sheet({ area: TOWNSHIP, month: MONTH })).lines;
    expect((line?.open ?? 0) - (after?.open ?? 0)).toBe(1);
    expect(
      await refusalOf(worker.client.teams.explainPunch({ requestId: id(), day: '2026-06-22', note: '再写' })),
    ).toBe('teams.no-punch');
  });

  it('an item of the phone does the same, and the phone takes along what it chooses from', async () => {
    const input = { kind: 'in-village', at: '2026-06-20T18:00:00+08:00' };
    const item = { id: id(), seq: 1, operation: 'teams.punch', input, files: [], madeAt: input.at };
    expect((await worker.client.field.push({ items: [item] })).items).toMatchObject([{ state: 'stored' }]);
    const diary = { cadreNumber: 'G1', villageCode: VILLAGE, diaryDay: '2026-06-20', items: '走访两户，核对饲草' };
    const written = { ...item, id: id(), seq: 2, operation: 'teams.add-team-diary', input: { values: diary } };
    expect((await worker.client.field.push({ items: [written] })).items).toMatchObject([{ state: 'stored' }]);
    const { picks, operations } = await worker.client.field.pull({});
    expect(picks?.['team-leaves.cadreNumber']).toMatchObject([{ value: 'G1', isOwn: true }, { value: 'G2' }]);
    expect(operations).toEqual(
      expect.arrayContaining([
        'teams.punch',
        'teams.add-team-leave',
        'teams.add-team-diary',
        'teams.add-team-task-record',
      ]),
    );
    const { days } = await worker.client.teams.member({ cadreNumber: 'G1', month: MONTH });
    expect(days[19]).toMatchObject({ punches: [{}, {}], diary: { items: diary.items, late: true } });
  });

  it('one phone for two days is right, a jump within the hour is told', async () => {
    const at = (clock: string) => `2026-06-24T${clock}:00+08:00`;
    await punch('', { at: at('09:00'), ...CENTRE, device: 'phone-a' });
    expect(
      await punch('', { at: at('09:30'), longitude: 114, latitude: 41.5, note: '在路上', device: 'phone-a' }),
    ).toMatchObject({ concerns: ['too-far'] });
  });

  it('whoever is on no roster is told so', async () => {
    expect(await refusalOf(punch('2026-06-10', {}, township))).toBe('teams.not-posted');
    expect(await refusalOf(punch('2026-01-04'))).toBe('teams.not-posted');
  });

  it('leave up to some days is the township’s, longer leave the county’s', async () => {
    const leave = { cadreNumber: 'G1', villageCode: VILLAGE, leaveKind: 'personal', reason: '家中有事' };
    const short = await add(
      'team-leaves',
      { number: 'Q1', fromOn: '2026-06-25', throughOn: '2026-06-26', ...leave },
      worker,
    );
    const long = await add(
      'team-leaves',
      { number: 'Q2', fromOn: '2026-06-25', throughOn: '2026-06-29', ...leave, cadreNumber: 'G2' },
      worker,
    );
    const [one, two] = [short, long];
    const on = { doneOn: '2026-06-24' };
    expect((await county.client.teams.board({ area: COUNTY })).waiting.leaves).toBe(2);
    expect(await refusalOf(move('team-leaves', 'review', one, township, on))).toBe('registers.not-moved');
    expect(await refusalOf(move('team-leaves', 'approve', two, township, on))).toBe('registers.not-moved');
    await move('team-leaves', 'approve', one, township, on);
    await move('team-leaves', 'review', two, township, on);
    expect(await stateOf('team-leaves', two)).toBe('reviewed');
    await move('team-leaves', 'grant', two, county, on);
    expect(await stateOf('team-leaves', two)).toBe('approved');
    await move('team-leaves', 'return', one, worker, { doneOn: '2026-06-26' });
    const due = teamsDues.find(({ key }) => key === 'teams.return');
    const rows = await server.shouwang.db.bulk(systemActor('test'), async (tx) => ({
      result: await due?.rows(tx, '2026-06-29'),
      audit: [],
    }));
    expect(rows).toEqual([{ placeCode: VILLAGE, dueOn: '2026-06-29' }]);
  });

  it('comes to a sheet that an independent count over the records agrees with, on screen and on paper', async () => {
    const sheet = await township.client.teams.sheet({ area: TOWNSHIP, month: MONTH });
    // 1 to 18, 20 by punches without a position or at the office, 19 in the camp, 22 and 23 in the field, 24 both; 25 and 26 leave.
    const cells = daysOfMonth(MONTH).map((day) => {
      const n = Number(day.slice(8));
      if (n <= 18 || n === 20 || n === 24) return 'in-village';
      if (n === 19) return 'camp';
      if (n === 22 || n === 23) return 'field';
      if (n === 25 || n === 26) return 'leave';
      return [21, 27, 28].includes(n) ? 'holiday' : 'absent';
    });
    expect(sheet.lines[0]).toMatchObject({ cadreNumber: 'G1', cells, inPost: 23, required: 20, open: 2 });
    expect(sheet.lines[1]).toMatchObject({
      cadreNumber: 'G2',
      inPost: 0,
      counts: expect.objectContaining({ leave: 5 }),
    });
    const paper = await township.get(`/teams/sheet/paper?area=${TOWNSHIP}&month=${MONTH}&format=xlsx`);
    const text = Object.entries(unzipSync(new Uint8Array(await paper.arrayBuffer())))
      .filter(([name]) => name.endsWith('.xml'))
      .map(([, part]) => strFromU8(part))
      .join('');
    for (const word of ['考勤月报', '那仁', '第一书记', '没有确认的']) expect(text).toContain(word);
  });

  it('a correction is the township’s word, and the month is confirmed by it, with who missed it told until then', async () => {
    const fix = await add(
      'team-fixes',
      { cadreNumber: 'G1', villageCode: VILLAGE, fixedDay: '2026-06-29', attendKind: 'in-village', reason: '手机没电' },
      worker,
    );
    expect(await refusalOf(move('team-fixes', 'approve', fix, worker, { doneOn: '2026-07-01' }))).not.toBe('');
    await move('team-fixes', 'approve', fix, township, { doneOn: '2026-07-01' });
    const before = await county.client.teams.sheet({ area: COUNTY, month: MONTH });
    expect(before).toMatchObject({ villages: 1, confirmed: 0, missed: [{ code: TOWNSHIP, villages: 1 }] });
    expect(before.lines[0]).toMatchObject({ inPost: 24, open: 1 });
    expect(
      await refusalOf(township.client.teams.confirmMonth({ requestId: id(), area: TOWNSHIP, month: '2026-07-01' })),
    ).toBe('teams.month-not-over');
    expect(await township.client.teams.confirmMonth({ requestId: id(), area: TOWNSHIP, month: MONTH })).toEqual({
      confirmed: 1,
    });
    expect(await refusalOf(township.client.teams.confirmMonth({ requestId: id(), area: TOWNSHIP, month: MONTH }))).toBe(
      'teams.nothing-to-confirm',
    );
    expect((await county.client.teams.sheet({ area: COUNTY, month: MONTH })).missed).toEqual([]);
  });

  it('trap 1: members are counted, not teams; what a team lacks is listed', async () => {
    const board = await county.client.teams.board({ area: COUNTY });
    expect(board.total).toMatchObject({ members: 2, teams: 1, secretaries: 1 });
    expect(board.gapCounts).toEqual({ 'not-insured': 2, 'no-checkup': 2 });
    expect((await stranger.client.teams.board({})).total.members).toBe(0);
    expect(await refusalOf(stranger.client.teams.member({ cadreNumber: 'G1' }))).toBe('teams.member-not-found');
  });

  it('tells what falls due: insurance and check-up of who came, training and grades by the end of the year, diaries', async () => {
    const told = async (key: string, on: string) =>
      server.shouwang.db.bulkRead(async (tx) => await teamsDues.find((each) => each.key === key)?.rows(tx, on));
    const both = (dueOn: string) => [
      { placeCode: VILLAGE, dueOn },
      { placeCode: VILLAGE, dueOn },
    ];
    for (const kind of ['insurance', 'checkup'])
      expect([kind, await told(`teams.first-${kind}`, '2026-02-01')]).toEqual([kind, both('2026-02-04')]);
    expect(await told('teams.training', '2026-12-20')).toEqual(both('2026-12-31'));
    expect(await told('teams.training', '2026-07-01')).toEqual([]);
    expect(await told('teams.assessment', '2026-12-20')).toEqual(both('2026-12-31'));
    // A day with a punch and without a diary, three days later.
    expect(await told('teams.diary', '2026-06-01')).toEqual([
      { placeCode: VILLAGE, dueOn: '2026-06-01' },
      { placeCode: VILLAGE, dueOn: '2026-06-04' },
    ]);
  });

  it('households visited stand in the month by themselves', async () => {
    const found = (await county.client.households.list({ area: VILLAGE, limit: 10 })).items[0];
    if (!found) throw new Error('there is no household');
    const { countyCode, id: householdId } = found;
    await worker.client.clues.addClue({
      requestId: id(),
      countyCode,
      householdId,
      channel: 'visit',
      text: '饲草不足，担心过冬',
      receivedOn: '2026-06-10',
    });
    const { days } = await worker.client.teams.member({ cadreNumber: 'G1', month: MONTH });
    expect(days[9]?.visited).toEqual([{ household: found.headName, what: ['clues'] }]);
  });
});

describe('trap 4: positions', () => {
  const asked = { cadreNumber: 'G1', month: MONTH, reason: '核对营地以外的打卡' };
  it('are the township’s alone, with a reason that is recorded', async () => {
    const { positions } = await township.client.teams.positions({ requestId: id(), ...asked });
    expect(positions[0]).toMatchObject(CENTRE);
    expect(positions).toHaveLength(6);
    expect(await refusalOf(county.client.teams.positions({ requestId: id(), ...asked }))).toBe('http.forbidden');
    expect(await refusalOf(worker.client.teams.positions({ requestId: id(), ...asked }))).toBe('http.forbidden');
    expect(await refusalOf(stranger.client.teams.positions({ requestId: id(), ...asked }))).toBe(
      'teams.member-not-found',
    );
    const member = JSON.stringify(await county.client.teams.member({ cadreNumber: 'G1', month: MONTH }));
    for (const secret of ['112.01', '112.2', '41.7']) expect(member).not.toContain(secret);
  });

  it('go with the daily round after the months that are set; the punch stays', async () => {
    const { db } = server.shouwang;
    expect(await purgePositions({ clock: () => new Date('2026-12-15T10:00:00+08:00') }, db)).toBe(2);
    expect(await purgePositions({ clock: () => new Date('2026-12-15T12:00:00+08:00') }, db)).toBe(0);
    expect(await purgePositions({ clock: () => new Date('2027-01-02T10:00:00+08:00') }, db)).toBe(5);
    const left = await db.bulkRead((tx) =>
      tx.first(sql<{ n: number }>`select count(*)::int as n from team_punches where is_placed`),
    );
    expect(left?.n).toBe(7);
  });
});

describe('a ballot', () => {
  const number = 'C2026-1';
  const marks = [
    { cadreNumber: 'G1', mark: 'excellent' as const },
    { cadreNumber: 'G2', mark: 'good' as const },
  ];
  it('counts a slip once, tells marks from a least number on, and keeps nothing that leads back to one', async () => {
    const ballot = await add('team-ballots', { number, villageCode: VILLAGE, year: 2026, slips: 12 }, township);
    const cast = (code: string) => township.client.teams.castSlip({ requestId: id(), number, code, marks });
    const codes = Array.from({ length: 12 }, (_, at) => slipCode(server.shouwang.keys, number, at));
    expect(await refusalOf(cast(codes[0] ?? ''))).toBe('teams.ballot-not-open');
    await move('team-ballots', 'open', ballot, township, { doneOn: '2026-07-01' });
    expect(await refusalOf(cast('ABCDEFGH'))).toBe('teams.bad-slip');
    for (const [n, code] of codes.slice(0, 9).entries())
      expect(await cast(code.toLowerCase())).toEqual({ used: n + 1 });
    expect(await refusalOf(cast(codes[0] ?? ''))).toBe('teams.slip-used');
    expect((await township.client.teams.ballot({ number })).members[0]).not.toHaveProperty('marks');
    await cast(codes[9] ?? '');
    expect(await township.client.teams.ballot({ number })).toMatchObject({
      used: 10,
      slips: 12,
      members: [{ marks: { excellent: 10 } }, { marks: { good: 10 } }],
    });
    expect(await refusalOf(stranger.client.teams.ballot({ number }))).toBe('teams.ballot-not-found');
    const paper = await (await township.get(`/teams/ballots/${number}/slips?format=html`)).text();
    for (const code of codes) expect(paper).toContain(`${code.slice(0, 4)} ${code.slice(4)}`);
    const kept = await server.shouwang.db.bulkRead((tx) =>
      tx.rows(sql<{
        text: string;
      }>`select to_jsonb(s)::text as text from team_slips s union all select to_jsonb(m)::text from team_marks m
        union all select to_jsonb(a)::text from audit_entries a where a.operation = 'teams.cast-slip'`),
    );
    // Codes are in no row; marks are sums; the audit of a slip has neither.
    for (const { text } of kept) for (const code of codes) expect(text).not.toContain(code);
    expect(kept.filter(({ text }) => text.includes('"after": null') && text.includes('teams.cast-slip'))).toHaveLength(
      10,
    );
    expect(kept.filter(({ text }) => text.includes('excellent'))).toHaveLength(1);
  });

  it('goes into the four dimensions; grades are proposed by one and decided by another', async () => {
    for (const [year, income] of [
      [2025, 10_000_000],
      [2026, 10_500_000],
    ])
      await add('collective-economy', {
        villageCode: VILLAGE,
        year,
        totalIncomeFen: 20_000_000,
        operatingIncomeFen: income,
      });
    for (const taskNo of [1, 2]) {
      const task = {
        list: 'team-tasks',
        year: 2026,
        sequence: taskNo,
        aspect: '为民服务',
        content: `任务 ${taskNo}`,
        inForceOn: '2026-01-01',
      };
      const region = await server.as({ role: 'region-officer', areaCode: 150_000_000_000 });
      await add('list-items', task, region);
    }
    await add('team-task-rules', {
      regionCode: COUNTY,
      year: 2026,
      taskNo: 1,
      evidence: ['clues', 'visits'],
      leastRecords: 1,
      effectiveOn: '2026-01-01',
    });
    const { tasks } = await worker.client.teams.team({ village: VILLAGE });
    expect(tasks.map(({ state }) => state)).toEqual(['done', 'open']);
    const { lines } = await county.client.teams.assessment({ area: COUNTY, year: 2026 });
    expect(lines.find(({ cadreNumber }) => cadreNumber === 'G1')?.scores).toMatchObject({
      economy: 80,
      villagers: 100,
      results: 50,
    });
    // A part of the county shows no grade: over the whole it may be another.
    expect((await township.client.teams.assessment({ area: TOWNSHIP, year: 2026 })).lines[0]).not.toHaveProperty(
      'grade',
    );
    expect(await county.client.teams.proposeGrades({ requestId: id(), area: COUNTY, year: 2026 })).toEqual({
      proposed: 2,
      incomplete: 0,
    });
    const { items } = await register('team-grades').list({ limit: 10 });
    expect(items.map(({ state }) => state)).toEqual(['proposed', 'proposed']);
    const [first] = items;
    if (!first) throw new Error('no grade was proposed');
    expect(await refusalOf(move('team-grades', 'decide', first, county, { doneOn: '2026-07-02' }))).toBe(
      'registers.not-moved',
    );
  });
});
