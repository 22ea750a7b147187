// Signing in, being refused, administering users, reading the audit trail.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, expectSound, type Office, openOffice, overflows, picture } from './harness.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

describe('sign-in', () => {
  it('refuses a wrong password in words, and comes back to the page that was asked for', async () => {
    const page = await office.visit();
    await page.goto(`${office.url}/system/users`);
    await page.getByLabel('用户名').fill('admin');
    await page.getByLabel('密码', { exact: true }).fill('wrong');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('alert').getByText('用户名或密码不对').waitFor();
    await picture(page, 'sign-in-refused');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('密码', { exact: true }).fill('Shouwang-2026');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '用户管理' }).waitFor();
    await page.getByText('共 13 人').waitFor();
    expect(await overflows(page)).toBe(false);
    await picture(page, 'users');
  });

  it.each(['admin', 'security', 'region', 'county', 'township', 'village', 'data', 'audit'])(
    '%s has a desk',
    async (username) => {
      const page = await office.signIn(username);
      await picture(page, `home-${username}`);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
    },
  );
});

describe('users and audit', () => {
  it('an administrator makes an account, whose first password is shown once, and the auditor finds who did it', async () => {
    const page = await office.open('admin', '/system/users');
    await page.getByRole('button', { name: '新建用户' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('用户名').fill('newofficer');
    await form.getByLabel('姓名', { exact: true }).fill('孟和');
    await form.getByLabel('角色').click();
    await page.getByTitle('旗县工作人员').last().click();
    await form.getByLabel('所属区域').fill('商都');
    await page.getByText('商都县（乌兰察布市）').first().click();
    await form.getByRole('button', { name: '新建' }).click();
    await form.getByText('只在这里显示一次').waitFor();
    await picture(page, 'first-password');
    const audit = await office.open('audit', '/system/audit?operation=accounts.create');
    await audit.getByRole('row').filter({ hasText: '商都县' }).first().click();
    await audit.getByText('newofficer').waitFor();
  });

  it('the auditor sees on a household who looked at it, and finds it in the trail by its number', async () => {
    const [household] = await office.find<{ id: number; number: string }>(
      'select id, number from households where county_code = 150923 and valid_to is null order by id limit 1',
    );
    const county = await office.open('county', `/households/150923-${household?.id}`);
    await county.getByRole('heading', { name: '家庭成员' }).waitFor();
    expect(await county.getByRole('heading', { name: '查阅记录' }).count()).toBe(0);
    const page = await office.open('audit', `/households/150923-${household?.id}`);
    await page.getByRole('heading', { name: '查阅记录' }).waitFor();
    const trail = page.getByLabel('查阅记录');
    await trail.getByRole('row').filter({ hasText: '查看农牧户' }).filter({ hasText: '旗县' }).first().waitFor();
    await picture(page, 'audit-household');
    await page.goto(`${office.url}/system/audit`);
    await page.getByLabel('户或人').fill(household?.number ?? '');
    await page.keyboard.press('Enter');
    await page.getByRole('row').filter({ hasText: '查看农牧户' }).first().waitFor();
    await picture(page, 'audit-by-household');
    await expectSound(page);
  });

  it('shows where one is signed in, and ends what is not wanted', async () => {
    const other = await office.signIn('township');
    const page = await office.open('township', '/account/sessions');
    await page.getByRole('row').filter({ hasText: '本机' }).waitFor();
    await picture(page, 'sessions');
    await expectSound(page);
    const others = page.getByRole('button', { name: '结束', exact: true });
    const before = await others.count();
    expect(before).toBeGreaterThan(0);
    await others.first().click();
    await expect.poll(() => others.count()).toBe(before - 1);
    await other.close();
  });

  it('the audit trail opens with what was changed', async () => {
    const page = await office.open('audit', '/system/audit');
    await page.getByRole('cell', { name: '登录', exact: true }).first().waitFor();
    await picture(page, 'audit');
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
