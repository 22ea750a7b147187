// A village is given another code on screen: looked at before, made, and found in the list.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibilityFaults, type Office, openOffice, overflows, picture } from './harness.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

it('previews what goes along, and makes the change', async () => {
  const page = await office.open('admin', '/system/regions');
  await page.getByRole('button', { name: '办理变更' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('变更类型').click();
  await page.getByTitle('代码变更').last().click();
  await form.getByLabel('原区划').fill('150923101200');
  await page.locator('.ant-select-tree-title').first().click();
  await form.getByLabel('新代码').fill('150923101988');
  await form.getByLabel('文件依据').fill('统计局通知〔2026〕1号');
  expect(await accessibilityFaults(page)).toEqual([]);
  await picture(page, 'region-change');
  await form.getByRole('button', { name: '预览' }).click();
  await form.getByText('随之转入').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await picture(page, 'region-change-preview');
  await form.getByRole('button', { name: '确认办理' }).click();
  await page.getByRole('cell', { name: '代码变更' }).waitFor();
  await page.getByRole('cell', { name: '150923101988' }).waitFor();
  await form.waitFor({ state: 'detached' });
  expect(await overflows(page)).toBe(false);
  expect(await accessibilityFaults(page)).toEqual([]);
  await picture(page, 'region-changes');
});

it('shows no button to those who may not change regions', async () => {
  const page = await office.open('county', '/');
  await expect.poll(() => page.getByText('区划变更').count()).toBe(0);
});
