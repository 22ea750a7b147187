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

async function shown(page: Page, heading: string | RegExp, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await picture(page, name);
}

it('a county’s pairing officer sees who helps and who does nothing, what was promised to the county, and makes two codes one unit', async () => {
  const page = await office.open('county', '/pairing', SMALLER);
  await page.getByText('合计（去重）').waitFor();
  await shown(page, '结对总览', 'helpers-pairing');
  await page.getByRole('link', { name: /本年有帮扶的结对/ }).click();
  await shown(page, '谁帮谁', 'helpers-pairs');
  await page.goto(`${office.url}/cooperation`);
  await page.getByRole('table', { name: '协议任务完成情况' }).getByText('企业新增投资（万元）').waitFor();
  await shown(page, '京蒙协作年度情况', 'helpers-agreements');
  await page.goto(`${office.url}/organisations/twins?text=${encodeURIComponent('示例养殖合作社')}`);
  await page.getByRole('button', { name: '合并', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '合并单位' });
  // Whichever is kept is not the one that goes.
  const [kept, gone] = [dialog.getByRole('group', { name: '保留' }), dialog.getByRole('group', { name: '并入' })];
  await dialog.getByText('没有台账用到并入的代码，合并只作废这个单位。').waitFor();
  await picture(page, 'helpers-merge');
  await expectSound(page);
  expect([await kept.count(), await gone.count()]).toEqual([0, 0]);
  await dialog.getByLabel('依据').fill('同一营业执照，两次登记');
  await dialog.getByRole('button', { name: '合并', exact: true }).click();
  await page.getByText('已合并').waitFor();
});

it('a policy officer finds who has not got what clause 7 promises, and takes the list along', async () => {
  const page = await office.open('county', '/entitlements', SMALLER);
  await page.getByText('有人外出务工的，每年发给一次往返交通补贴').click();
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
  await page.getByRole('button', { name: '建议启动', exact: true }).last().click();
  const dialog = page.getByRole('dialog', { name: '建议启动应急响应' });
  await dialog.getByLabel('预案').click();
  await page.getByTitle(/白灾寒潮/).click();
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
  await expectSound(page);
});
