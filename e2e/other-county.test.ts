// The same way in a county that has set its process otherwise: days are working days, the notice hangs in two places and
// names by surname, comparison comes after the notice, and the way out has a step more and a step less.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  act,
  choose,
  findQuiet,
  holdReview,
  morning,
  openAction,
  postNotice,
  type QuietHousehold,
  send,
  shot,
  verify,
} from './case-pages.ts';
import { expectSound, type Office, openOffice, PHONE, picture } from './harness.ts';

const COUNTY = 150922;

let office: Office;
let household: QuietHousehold;
let address = '';
let village: Page;
let township: Page;
let county: Page;

async function goTo(when: Date, page: Page, part = 'basics') {
  await office.moveClock(when);
  await page.goto(`${office.url}${address}?tab=${part}`);
}

/** What stands in the bar of steps, from left to right. */
async function stepsOf(page: Page): Promise<string[]> {
  const bar = page.locator('.sw-step-bar');
  await bar.locator('.sw-step-name').first().waitFor();
  return bar.locator('.sw-step-name').allTextContents();
}

async function post(page: Page, path: string, data: object): Promise<{ id: number }> {
  const answer = await page.request.post(`${office.url}/api/monitoring/${path}`, {
    data: { requestId: crypto.randomUUID(), countyCode: COUNTY, ...data },
  });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return answer.json();
}

beforeAll(async () => {
  office = await openOffice();
  household = await findQuiet(office, 'huade-village');
  await office.moveClock(morning(2027, 3, 1));
  village = await office.signIn('huade-village', PHONE);
  [township, county] = await Promise.all([office.signIn('huade-township'), office.signIn('huade-county')]);
});

afterAll(() => office.close());

/** A household that came into monitoring is screened by stricter rules: what they find is checked before its risk may end. */
async function checkWarnings() {
  const open = await office.find<{ id: number }>(`select w.id from warnings w
    where w.county_code = ${COUNTY} and w.household_id = ${household.id} and w.active and w.state = 'open'`);
  for (const { id } of open) {
    const data = { requestId: crypto.randomUUID(), result: 'handled-by-department', note: '医保部门已办理二次报销' };
    const answer = await village.request.post(`${office.url}/api/warnings/${COUNTY}/${id}/check`, { data });
    expect(answer.ok()).toBe(true);
  }
}

describe('a county with a process of its own', () => {
  it('sets how many days a notice hangs and how it names people, and sees before what it will look like', async () => {
    await county.goto(`${office.url}/monitoring/templates`);
    await county
      .getByRole('row')
      .filter({ hasText: '按工作日计算,村、乡两级公示' })
      .getByRole('link', { name: '查看、复制修改' })
      .click();
    await county.getByRole('heading', { name: '识别流程预览' }).waitFor();
    await county.getByLabel('公示天数').fill('6');
    await county.getByRole('tab', { name: '其他设置' }).click();
    await county.getByText('自收到之日起也要满这么多个月').waitFor();
    const names = county.getByRole('radiogroup', { name: '公示、公告中的户主姓名' });
    await names.getByText('写全名').click();
    await county.getByText('“王秀兰”写作“王秀兰”').waitFor();
    await names.getByText('只写姓氏').click();
    await county.getByText('“王秀兰”写作“王某某”').scrollIntoViewIfNeeded();
    await shot(county, 'other-01-template');
    await expectSound(county);
    await county.getByLabel('模板名称').fill('化德县 2027 年流程');
    await county.getByRole('button', { name: '保存', exact: true }).click();
    await county.getByRole('row').filter({ hasText: '化德县 2027 年流程' }).getByText('执行中').waitFor();
  });

  it('verifies in working days, and reviews before it compares', async () => {
    const told = { channel: 'visit', householdId: household.id, receivedOn: '2027-03-01', text: '走访发现户主住院' };
    const clue = await post(village, 'clues', told);
    const { id } = await post(village, 'cases', { clueIds: [clue.id] });
    address = `/monitoring/cases/${COUNTY}-${id}`;
    await goTo(morning(2027, 3, 1), village);
    // Five working days from Monday: the next one.
    await village.getByText('剩 7 天').first().waitFor();
    expect(await stepsOf(village)).toEqual([
      ...['入户核实', '民主评议', '公示', '信息比对', '乡镇审核', '旗县审定', '公告', '录入建档'],
    ]);
    await shot(village, 'other-02-case-phone');
    await expectSound(village);
    await goTo(morning(2027, 3, 2), village);
    await verify(village, '户主住院属实,建议纳入监测', async () => {
      const dialog = village.getByRole('dialog');
      for (const income of ['工资性收入', '生产经营性收入']) await dialog.getByLabel(income).fill('2000');
      await dialog.getByLabel('合规自付支出').fill('32000');
      await dialog.getByText('难以自主应对', { exact: true }).click();
      await choose(village, '风险类型', ['因病']);
    });
    await goTo(morning(2027, 3, 3), village);
    await holdReview(village, '经村民代表评议,一致同意纳入监测对象。');
  });

  it('hangs its notice in village and township for six working days, with the surname alone', async () => {
    await postNotice(village);
    await village.getByRole('button', { name: '为什么不能操作?' }).click();
    await village
      .getByText(/苏木乡镇/)
      .first()
      .waitFor();
    await shot(village, 'other-03-second-notice-missing');
    await goTo(morning(2027, 3, 4), township);
    await postNotice(township, 'other-04-township-notice');
    await goTo(morning(2027, 3, 11), village);
    await village.getByRole('button', { name: '为什么不能操作?' }).click();
    // The township's hangs from Thursday: the sixth working day is the Friday of the next week.
    await village.getByText(/公示期到 2027-03-12 才满/).waitFor();
    await goTo(morning(2027, 3, 11), township, 'documents');
    const opened = township.context().waitForEvent('page');
    await township.getByRole('button', { name: '公示 打开', exact: true }).click();
    const paper = await opened;
    await paper.getByText(`${[...household.headName][0]}某某`).waitFor();
    await paper.getByText('自2027年3月4日起至2027年3月12日止').waitFor();
    expect(await paper.getByText(household.headName).count()).toBe(0);
    await picture(paper, 'other-05-notice-paper');
    await paper.close();
    await goTo(morning(2027, 3, 12), village);
    await act(village, '公示结束');
    await village.getByText('信息比对').first().waitFor();
  });

  it('compares, decides, and shows its own months before clearing', async () => {
    await goTo(morning(2027, 3, 15), county);
    await act(county, '形成比对结论');
    await goTo(morning(2027, 3, 16), township);
    await act(township, '乡镇审核通过');
    await goTo(morning(2027, 3, 17), county);
    await act(county, '审定纳入监测');
    await goTo(morning(2027, 3, 18), township);
    await act(township, '公告');
    await act(township, '录入建档');
    await goTo(morning(2027, 3, 18), township, 'conditions');
    await township.getByText('纳入监测满 3 个月').waitFor();
    await township.getByText('2027-03-17 纳入,2027-06-17 满').waitFor();
    await shot(township, 'other-06-conditions');
    await expectSound(township);
  });

  it('goes out by a way that compares once more and ends with the announcement', async () => {
    await checkWarnings();
    await goTo(morning(2027, 6, 17), village);
    const start = await openAction(village, '发起风险消除');
    await start.getByLabel('消除理由').fill('户主康复后外出务工,收入稳定');
    await send(village, '发起风险消除');
    expect(await stepsOf(village)).toEqual([
      '入户核实',
      '信息比对',
      '民主评议',
      '公示',
      '乡镇审核',
      '旗县审定',
      '公告',
    ]);
    await village.getByText(/2027-06-17 发起,至审定限 40 个工作日/).waitFor();
    await shot(village, 'other-07-clearing-phone');
    await expectSound(village);
  });
});
