// Signing in, being refused, administering users, reading the audit trail.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, type Office, openOffice, overflows, picture } from './harness.ts';

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
    await page.getByText('共 10 人').waitFor();
    expect(await overflows(page)).toBe(false);
    await picture(page, 'users');
  });

  it.each(['admin', 'region', 'county', 'township', 'village', 'data', 'audit'])('%s has a desk', async (username) => {
    const page = await office.signIn(username);
    await picture(page, `home-${username}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
  });
});

describe('users and audit', () => {
  it('an administrator makes an account, whose first password is shown once, and the auditor finds who did it', async () => {
    const page = await office.open('admin', '/system/users');
    await page.getByRole('button', { name: '新建用户' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('用户名').fill('newofficer');
    await form.getByLabel('姓名', { exact: true }).fill('孟和');
    await form.getByLabel('角色').click();
    await page.getByTitle('审计人员').last().click();
    await form.getByLabel('所属区域').fill('商都');
    await page.getByText('商都县（乌兰察布市）').first().click();
    await form.getByRole('button', { name: '新建' }).click();
    await form.getByText('只在这里显示一次').waitFor();
    await picture(page, 'first-password');
    const audit = await office.open('audit', '/system/audit?operation=accounts.create');
    await audit.getByRole('row').filter({ hasText: '商都县' }).first().click();
    await audit.getByText('newofficer').waitFor();
  });

  it('the audit trail opens with what was changed', async () => {
    const page = await office.open('audit', '/system/audit');
    await page.getByRole('cell', { name: '登录', exact: true }).first().waitFor();
    await picture(page, 'audit');
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
