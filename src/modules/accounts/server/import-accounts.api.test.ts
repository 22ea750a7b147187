// Accounts by workbook; one person in several villages; administrators of a county within their own area.

import { randomUUID } from 'node:crypto';
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import { contract } from '../../../app/contract.ts';

const REGION = 150000000000;
const COUNTY = 150923000000;
const SIBLING = 150922000000;

let server: TestServer;
let admin: TestUser;
/** Villages of the county, and one of another. */
let villages: number[];
let foreign: number;

beforeAll(async () => {
  server = await openTestServer();
  admin = await server.as({ role: 'administrator', areaCode: COUNTY });
  const below = async (user: TestUser, code: number) =>
    (await user.client.regions.children({ code })).map((each) => each.code);
  const townships = await below(admin, COUNTY);
  villages = await below(admin, townships[0] ?? 0);
  const region = await server.as({ role: 'administrator', areaCode: REGION });
  foreign = (await below(region, (await below(region, SIBLING))[0] ?? 0))[0] ?? 0;
});
afterAll(() => server.close());

async function signIn(username: string, password: string) {
  const response = await fetch(`${server.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const link = new OpenAPILink(contract, { url: `${server.url}/api`, headers: { cookie } });
  return { status: response.status, client: createORPCClient<ContractRouterClient<typeof contract>>(link) };
}

describe('accounts by workbook', () => {
  it('are previewed, made where they are sound, and refused rows come back with the reason', async () => {
    const rows = [
      '用户名,姓名,角色,区域代码,部门',
      `cunyi,张三,驻村工作人员,${villages[0]}、${villages[1]},`,
      `cunyi,李四,驻村工作人员,${villages[0]},`,
      `waixian,王五,驻村工作人员,${foreign},`,
      `qixian,赵六,旗县工作人员,${villages[0]},`,
      'bad name,钱七,驻村工作人员,1,',
      `shuju,孙八,部门数据员,${COUNTY},医保`,
      `meiyou,周九,书记,${villages[0]},`,
    ];
    const fileId = await admin.upload('账号.csv', `${rows.join('\n')}\n`);
    const preview = await admin.client.accounts.previewImport({ fileId });
    expect(preview).toMatchObject({ sound: 2, refused: 5 });
    expect(preview.rows.map(({ problem = '' }) => problem)).toEqual([
      '',
      expect.stringContaining('已被使用'),
      expect.stringMatching(/区域|没有/),
      expect.stringContaining('所属区域须为'),
      expect.stringContaining('用户名须为'),
      '',
      expect.stringContaining('没有角色“书记”'),
    ]);
    const file = await admin.get(`/accounts/import/${fileId}/refused`);
    expect(file.status).toBe(200);
    const request = { requestId: randomUUID(), fileId };
    const made = await admin.client.accounts.import(request);
    expect(made).toMatchObject({ refused: 5, made: [{ username: 'cunyi' }, { username: 'shuju' }] });
    // A repeat answers the same and makes nothing.
    expect(await admin.client.accounts.import(request)).toEqual(made);
    const [first] = made.made;
    expect((await signIn('cunyi', first?.password ?? '')).status).toBe(200);
    const stranger = await server.as({ role: 'administrator', areaCode: SIBLING });
    expect(await refusalOf(stranger.client.accounts.previewImport({ fileId }))).toBe('uploads.not-found');
  });

  it('says what is wrong with a file as a whole', async () => {
    const empty = await admin.upload('空.csv', '用户名,姓名,角色,区域代码\n');
    expect(await refusalOf(admin.client.accounts.previewImport({ fileId: empty }))).toBe('accounts.empty-file');
    const many = Array.from({ length: 301 }, (_, n) => `u${n}x,甲,驻村工作人员,${villages[0]}`).join('\n');
    const long = await admin.upload('多.csv', `用户名,姓名,角色,区域代码\n${many}\n`);
    expect(await refusalOf(admin.client.accounts.previewImport({ fileId: long }))).toBe('accounts.too-many');
    const template = await admin.get('/accounts/template');
    expect(template.headers.get('content-type')).toContain('spreadsheet');
  });
});

describe('one person in several villages', () => {
  it('works in one of them at a time, and in none that is not theirs', async () => {
    const [own = 0, other = 0, third = 0] = villages;
    const account = { username: 'jicun', name: '乌兰', role: 'village-worker' as const };
    const { id, password } = await admin.client.accounts.create({
      ...{ requestId: randomUUID(), ...account, areaCode: own, moreAreas: [other] },
    });
    const { client } = await signIn('jicun', password);
    await client.accounts.changePassword({
      ...{ requestId: randomUUID(), currentPassword: password, newPassword: 'caoyuan-de-feng-1' },
    });
    const worker = (await signIn('jicun', 'caoyuan-de-feng-1')).client;
    const seen = async () => (await worker.accounts.me()).region.code;
    expect((await worker.accounts.me()).areas.map(({ code }) => code)).toEqual([own, other]);
    expect(await seen()).toBe(own);
    await worker.accounts.switchArea({ requestId: randomUUID(), code: other });
    expect(await seen()).toBe(other);
    expect((await worker.accounts.sessions()).length).toBeGreaterThan(0);
    const foreignArea = worker.accounts.switchArea({ requestId: randomUUID(), code: third });
    expect(await refusalOf(foreignArea)).toBe('accounts.outside-area');
    // What is taken away ends the sessions that work there.
    const changed = await admin.client.accounts.update({ requestId: randomUUID(), id, moreAreas: [third] });
    expect(changed.moreAreas.map(({ code }) => code)).toEqual([third]);
    expect(await refusalOf(worker.accounts.me())).toBe('http.sign-in-required');
    const outside = admin.client.accounts.update({ requestId: randomUUID(), id, moreAreas: [foreign] });
    expect(await refusalOf(outside)).toMatch(/outside-area|not-found/);
    const wrongLevel = admin.client.accounts.update({ requestId: randomUUID(), id, moreAreas: [COUNTY] });
    expect(await refusalOf(wrongLevel)).toBe('accounts.role-level');
  });
});

describe('an administrator of a county', () => {
  it.each([
    ['administrator', REGION],
    ['region-officer', 150900000000],
    ['auditor', REGION],
    ['county-officer', SIBLING],
  ] as const)('makes no %s of %i', async (role, areaCode) => {
    const call = admin.client.accounts.create({
      ...{ requestId: randomUUID(), username: 'hoeher', name: '某人', role, areaCode },
    });
    expect(await refusalOf(call)).toMatch(/accounts.outside-area|regions.not-found/);
  });
});
