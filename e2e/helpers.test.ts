// Three officers: who looks after a county's pairings, who asks what a clause promises and who has not got it, and who sits there at ten in the
// evening of a snowstorm.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectSound, type Office, openOffice, picture } from './harness.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const SMALLER = { width: 1280, height: 720 };

/** The page with this heading, looked at. */
async function shown(page: Page, heading: string | RegExp, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await expectSound(page);
  await picture(page, name);
}

it('a pairing officer sees who helps, who does nothing, and what a key county was promised', async () => {
  const page = await office.open('region', '/pairing', SMALLER);
  await page.getByText('合计（去重）').waitFor();
  await shown(page, '结对总览', 'helpers-pairing');
  await page.getByRole('link', { name: /本年有帮扶的结对/ }).click();
  await shown(page, '谁帮谁', 'helpers-idle');
  await page.goto(`${office.url}/key-counties`);
  await page.getByText(/相加.*去重/).waitFor();
  await shown(page, '重点旗县', 'helpers-key-counties');
  const [first] = await office.find<{
    name: string;
  }>(`select r.name from regions r join county_designations d on d.region_code = r.code
    where d.title in ('key-national', 'key-regional') and not d.voided order by r.code limit 1`);
  await page.getByRole('cell', { name: first?.name ?? '', exact: true }).click();
  await page.getByRole('heading', { name: /倾斜政策：今年落实/ }).waitFor();
  await shown(page, first?.name ?? '', 'helpers-key-county');
  await page.goto(`${office.url}/organisations/twins`);
  await shown(page, '单位合并', 'helpers-twins');
});

it('a policy officer finds who has not got what clause 7 promises', async () => {
  const page = await office.open('county', '/entitlements', SMALLER);
  await page
    .getByRole('cell', { name: /(^|\s)7$/ })
    .first()
    .click();
  await page.getByText('适用对象：').waitFor();
  await shown(page, /应享未享/, 'helpers-clause');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '应享未享核查表 Excel' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('应享未享核查表.xlsx');
});

it('at ten in the evening of a snowstorm a plan is proposed, activated by somebody else, and the households are there', async () => {
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await office.moveClock(new Date(`${day}T14:00:00Z`));
  const page = await office.open('county', '/contingency', SMALLER);
  await page.getByRole('button', { name: '建议启动' }).first().click();
  const dialog = page.getByRole('dialog', { name: '建议启动应急响应' });
  await dialog.getByLabel('预案').click();
  await page.getByTitle('雪灾寒潮应急预案').click();
  await dialog.getByLabel('响应级别').click();
  await page.getByTitle('三级', { exact: true }).click();
  await dialog.getByLabel('事件').fill('夜间暴雪，通村路中断');
  await dialog.getByLabel('触发依据').fill('气象局暴雪红色预警');
  await picture(page, 'helpers-propose');
  await dialog.getByRole('button', { name: '提交建议' }).click();
  await shown(page, '夜间暴雪，通村路中断', 'helpers-event');

  const above = await office.open('region', new URL(page.url()).pathname);
  await above.getByRole('link', { name: /办理（启动/ }).click();
  await above.getByRole('cell', { name: '夜间暴雪，通村路中断' }).click();
  await above.getByRole('button', { name: '启动', exact: true }).click();
  const move = above.getByRole('dialog', { name: /启动/ }).last();
  await move.getByLabel('批准岗位').fill('盟应急管理局局长');
  await move.getByRole('button', { name: /启动/ }).last().click();
  await move.waitFor({ state: 'hidden' });

  await page.reload();
  await page
    .getByRole('cell', { name: /苏木|镇|乡/ })
    .first()
    .waitFor();
  await shown(page, '夜间暴雪，通村路中断', 'helpers-responding');
  await page.goto(`${page.url()}/households`);
  await page.getByRole('button', { name: '登记走访' }).first().waitFor();
  await shown(page, '应急响应名单', 'helpers-listed');
});
