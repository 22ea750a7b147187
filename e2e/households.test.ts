// Looking for a household, reading its page, seeing an ID with a reason, recording a change, importing the registry.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idNumber } from '../test/small-registry.ts';
import { accessibilityFaults, type Office, openOffice, overflows, picture } from './harness.ts';

let office: Office;
let folder: string;

beforeAll(async () => {
  office = await openOffice();
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-import-'));
});

afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

async function openFirst(username: string) {
  const page = await office.open(username, '/households');
  await page.locator('.sw-table tbody tr.sw-row-open').first().click();
  await page.getByRole('heading', { name: '家庭成员' }).waitFor();
  return page;
}

describe('the list of households', () => {
  it('is filtered by what is typed, keeps it in the address, and opens', async () => {
    const page = await office.open('county', '/households');
    await page.locator('.sw-table tbody tr.sw-row-open').first().waitFor();
    await picture(page, 'households');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    const name = await page.locator('.sw-table tbody tr.sw-row-open td').nth(1).textContent();
    await page.getByLabel('查找').fill(name ?? '');
    await page.keyboard.press('Enter');
    await page.waitForURL(/text=/);
    await page.getByText(/^共 \d/).waitFor();
    await expect.poll(() => page.locator('.sw-table tbody tr.sw-row-open').count()).toBeGreaterThan(0);
    await picture(page, 'households-found');
  });

  it('sorts by income inside a county', async () => {
    const page = await office.open('county', '/households?sort=-netPerCapita&category=any');
    await page.locator('.sw-table tbody tr.sw-row-open').first().waitFor();
    await picture(page, 'households-sorted');
  });

  it('is found from the search box of the frame', async () => {
    const page = await openFirst('county');
    const name = await page.locator('[aria-label="家庭成员"] tbody tr.ant-table-row td').first().textContent();
    await page.keyboard.press('/');
    await page.keyboard.insertText(name?.trim() ?? '');
    await picture(page, 'global-search');
    await page.locator('.sw-hit').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/(households|cases)\/\d{6}-\d+/);
  });
});

describe('one household', () => {
  it('is one screen without sensitive values', async () => {
    const page = await openFirst('county');
    await page.getByRole('heading', { name: '家庭收支' }).waitFor();
    await picture(page, 'household');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    expect(await page.locator('main').textContent()).not.toMatch(/\d{17}[\dX]/);
    await page.locator('#sw-content').evaluate((content) => content.scrollTo(0, content.scrollHeight));
    await picture(page, 'household-below');
  });

  it('shows an ID for a reason, and the auditor sees the look', async () => {
    const page = await openFirst('county');
    await page.getByRole('button', { name: '查看证件号码' }).first().click();
    await page.getByLabel('查看原因').fill('入户核实身份信息');
    await page.getByRole('dialog').getByRole('button', { name: '查看' }).click();
    await page
      .locator('[aria-label="家庭成员"]')
      .getByText(/^\d{17}[\dX]$/)
      .waitFor();
    const auditor = await office.open('audit', '/system/audit');
    await auditor.getByText('入户核实身份信息').first().waitFor();
  });

  it('is not changed by an auditor, who has no buttons for it', async () => {
    const page = await openFirst('audit');
    await expect.poll(() => page.getByRole('button', { name: '登记变动' }).count()).toBe(0);
    await expect.poll(() => page.getByRole('button', { name: '查看证件号码' }).count()).toBe(0);
  });

  it('gains a child', async () => {
    const page = await openFirst('village');
    await page.getByRole('button', { name: '登记变动' }).click();
    await page.getByRole('menuitem', { name: '出生' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('变动日期').fill('2022-05-01');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('姓名').fill('新生儿');
    await dialog.getByText('女', { exact: true }).click();
    await dialog.getByLabel('与户主关系').fill('之女');
    await page.keyboard.press('Enter');
    await picture(page, 'event-birth');
    await dialog.getByRole('button', { name: '登记' }).click();
    await page.getByText('2022-05-01 出生：新生儿').waitFor();
    await picture(page, 'household-after-birth');
  });

  it('can be split in the dialog', async () => {
    const page = await openFirst('township');
    await page.getByRole('button', { name: '登记变动' }).click();
    await page.getByRole('menuitem', { name: '分户' }).click();
    await page.getByRole('dialog').getByLabel('分出的成员').click();
    await picture(page, 'event-split');
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

describe('data issues', () => {
  it('are listed and answered with basis and explanation', async () => {
    const page = await office.open('county', '/households/issues');
    await page.locator('.sw-table tbody tr.sw-row-open').first().waitFor();
    await picture(page, 'issues');
    expect(await accessibilityFaults(page)).toEqual([]);
    // In the middle of the row stands the link to the household.
    await page.locator('.sw-table tbody tr.sw-row-open').first().locator('td').nth(2).click();
    await page.getByLabel('依据').click();
    await page.getByTitle('证件', { exact: true }).last().click();
    await page.getByLabel('情况说明').fill('已到派出所核对');
    await picture(page, 'issue');
    await page.getByRole('button', { name: '登记结论', exact: true }).click();
    await page.getByText('结论已登记').first().waitFor();
  });
});

describe('the import', () => {
  it('goes from files to result, and says what it refused', async () => {
    const header = '户编号,嘎查村代码,户类型,收入年度,工资性收入,不认识的列';
    const rows = Array.from({ length: 40 }, (_, i) =>
      [`77700000${100 + i}`, i % 8 === 0 ? '150923999999' : '150923101001', '一般农户', '2021', '12000', 'x'].join(','),
    );
    const members = Array.from({ length: 40 }, (_, i) =>
      [
        `777000001${100 + i}`,
        `77700000${100 + i}`,
        `测试${i % 5}`,
        idNumber(19700101 + (i % 28), 101 + i),
        '户主',
      ].join(','),
    );
    await writeFile(path.join(folder, '户.csv'), [header, ...rows].join('\n'));
    await writeFile(path.join(folder, '成员.csv'), ['人编号,户编号,姓名,身份证号,与户主关系', ...members].join('\n'));
    const page = await office.open('county', '/households/import?step=new');
    const inputs = page.locator('input[type=file]');
    await inputs.nth(0).setInputFiles(path.join(folder, '户.csv'));
    await inputs.nth(1).setInputFiles(path.join(folder, '成员.csv'));
    await picture(page, 'import-1-files');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('不认识的列').first().waitFor();
    await picture(page, 'import-2-columns');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '开始预检' }).click();
    await page.getByText('预检没有改动登记册').waitFor();
    await picture(page, 'import-3-preview');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '开始导入' }).click();
    await page.getByText('已导入。').waitFor();
    await picture(page, 'import-4-outcome');
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载未收录行' }).click();
    expect((await file).suggestedFilename()).toMatch(/^未收录行-\d+\.xlsx$/);
    await page.getByRole('link', { name: '户人口导入' }).click();
    await page.getByText('户.csv、成员.csv').waitFor();
    await picture(page, 'imports');
  });
});
