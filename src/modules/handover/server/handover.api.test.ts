// People of the roster: named in a plan, asked for what they hold, relieved of it before their account is stopped.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, openWalk, type Walk } from '../../../../test/case-walk.ts';
import { refusalOf, type TestServer } from '../../../../test/harness.ts';
import { COUNTY, idNumber, openSmallRegistry, REGION, VILLAGE } from '../../../../test/small-registry.ts';

const DAYS = { verify: '2022-06-02', notice: '2022-06-03', end: '2022-06-10' };

let server: TestServer;
let walk: Walk;
let cases: number[];
let leaving: { id: number; name: string };

const accounts = async () => (await (await server.as(ADMIN)).client.accounts.list({})).items;
const ADMIN = { role: 'administrator', areaCode: REGION } as const;

beforeAll(async () => {
  server = await openSmallRegistry(
    Array.from({ length: 3 }, (_, n) => ({
      number: `H${n}`,
      village: VILLAGE,
      members: [{ name: `王秀英${n}`, id: idNumber(19700101, n) }],
    })),
  );
  walk = await openWalk(server);
  const households = (await walk.county.client.households.list({ area: COUNTY })).items;
  const found = (await accounts()).find(({ role }) => role === 'township-officer');
  if (!found) throw new Error('no township officer');
  leaving = found;
  cases = [];
  for (const { id } of households) {
    const opened = await walk.open(id, '2022-06-01');
    await walk.approve(opened, DAYS);
    cases.push(opened);
  }
  await walk.plan(cases[0] ?? 0, leaving.name);
  await walk.plan(cases[1] ?? 0, leaving.name);
  await walk.plan(cases[2] ?? 0, '外单位某人');
});
afterAll(() => server.close());

describe('people of the roster', () => {
  it('are found by name and pinyin, the own area first, also above the own area, but not in another county', async () => {
    const people = await walk.village.client.organisations.people({});
    expect(people.map(({ note }) => note)).toContainEqual(expect.stringContaining('苏木乡镇工作人员'));
    expect(people[0]?.note).toContain('驻村工作人员');
    const spelled = await walk.village.client.organisations.people({ text: 'shiyong' });
    expect(spelled.map(({ name }) => name)).toEqual(people.map(({ name }) => name));
    expect(await walk.village.client.organisations.people({ text: 'wang' })).toEqual([]);
    const elsewhere = await server.as({ role: 'county-officer', areaCode: 150922000000 });
    const theirs = await elsewhere.client.organisations.people({ text: leaving.name });
    expect(theirs).toEqual([]);
  });

  it('are known by their account in a plan; another name stays a name, and is marked', async () => {
    expect(await walk.look(cases[0] ?? 0)).toMatchObject({ responsible: leaving.name, responsibleKnown: true });
    expect(await walk.look(cases[2] ?? 0)).toMatchObject({ responsible: '外单位某人', responsibleKnown: false });
    const mine = await walk.township.client.caseload.cases({ helpedByMe: true });
    expect(mine.items.map(({ id }) => id).sort()).toEqual([cases[0], cases[1]].sort());
    expect((await walk.village.client.caseload.cases({ helpedByMe: true })).items).toEqual([]);
  });
});

describe('handing over', () => {
  it('shows what moves, moves it with a record on each case, and lets the account be stopped only then', async () => {
    const admin = await server.as(ADMIN);
    const stop = () => admin.client.accounts.update({ requestId: newId(), id: leaving.id, disabled: true });
    expect(await refusalOf(stop())).toBe('accounts.holds');
    const { client } = walk.county;
    const to = (await accounts()).find(({ role }) => role === 'county-officer')?.id ?? 0;
    expect(await client.handover.holdings({ accountId: leaving.id })).toMatchObject({ name: leaving.name, total: 2 });
    const moving = { accountId: leaving.id, to, reason: '岗位调整' };
    const same = client.handover.move({ requestId: newId(), ...moving, to: leaving.id });
    expect(await refusalOf(same)).toBe('handover.same');
    const nobody = client.handover.move({ requestId: newId(), ...moving, to: 999_999 });
    expect(await refusalOf(nobody)).toBe('handover.nobody');
    expect(await client.handover.move({ requestId: newId(), ...moving })).toEqual({ moved: 2, left: 0, refused: [] });
    const detail = await walk.look(cases[0] ?? 0);
    expect(detail.timeline.at(-1)).toMatchObject({ kind: 'hand-over', detail: { reason: '岗位调整' } });
    expect(detail).toMatchObject({ responsible: expect.any(String), responsibleKnown: true });
    expect(detail.responsible).not.toBe(leaving.name);
    expect((await client.caseload.cases({ helpedByMe: true })).items).toHaveLength(2);
    expect(await refusalOf(client.handover.move({ requestId: newId(), ...moving }))).toBe('handover.nothing');
    expect(await stop()).toMatchObject({ disabled: true });
  });

  it('reaches nothing of another county', async () => {
    const elsewhere = await server.as({ role: 'county-officer', areaCode: 150922000000 });
    const to = (await accounts()).find(({ role }) => role === 'county-officer')?.id ?? 0;
    const theirs = elsewhere.client.handover.move({ requestId: newId(), accountId: to, to: 1000, reason: '试试' });
    expect(await refusalOf(theirs)).toBe('handover.nobody');
  });
});
