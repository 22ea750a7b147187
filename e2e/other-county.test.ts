// The same way in a county that has set its process otherwise: days are working days, the notice hangs in two places and
// names by surname, comparison comes after the notice, and the way out has a step more and a step less. From the family's
// own declaration to the last look-back and those who read afterwards.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  act,
  addMeasure,
  checkWarnings,
  choose,
  compare,
  conclude,
  declare,
  findInList,
  findQuiet,
  holdReview,
  lookBack,
  makePlan,
  morning,
  openAction,
  openEntry,
  postNotice,
  type QuietHousehold,
  readProgress,
  readTrail,
  recordResult,
  send,
  surveyCleared,
  takeUp,
  verify,
} from './case-pages.ts';
import { expectSound, type Office, openOffice, PHONE, picture } from './harness.ts';

const TOLD = { text: '我住院一个月，自己花了三万多元，家里没有别的收入。', phone: '13847412266' };

let office: Office;
let household: QuietHousehold;
let address = '';
let receipt = '';
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

beforeAll(async () => {
  office = await openOffice();
  household = await findQuiet(office, 'huade-village');
  await office.moveClock(morning(2027, 3, 1));
  village = await office.signIn('huade-village', PHONE);
  [township, county] = await Promise.all([office.signIn('huade-township'), office.signIn('huade-county')]);
});

afterAll(() => office.close());

describe('a county with a process of its own', () => {
  it('sets how many days a notice hangs and how it names people, and sees before what it will look like', async () => {
    await county.goto(`${office.url}/process/templates`);
    await county
      .getByRole('row')
      .filter({ hasText: '按工作日计算，村、乡两级公示' })
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
    await picture(county, 'other-01-template');
    await expectSound(county);
    await county.getByLabel('模板名称').fill('化德县 2027 年流程');
    await county.getByRole('button', { name: '保存', exact: true }).click();
    await county.getByRole('row').filter({ hasText: '化德县 2027 年流程' }).getByText('执行中').waitFor();
  });

  it('is told by the family itself, without an account', async () => {
    receipt = await declare(office, household, { ...TOLD, pictures: ['other-01-declare', 'other-01-receipt'] });
  });

  it('verifies in working days, and reviews before it compares', async () => {
    address = await takeUp(village, office, household, TOLD, 'other-02-clue-phone');
    // Five working days from Monday: the next one.
    await village.getByText('剩 7 天').first().waitFor();
    expect(await stepsOf(village)).toEqual([
      ...['入户核实', '民主评议', '公示', '信息比对', '乡镇审核', '旗县审定', '公告', '录入建档'],
    ]);
    await picture(village, 'other-02-case-phone');
    await expectSound(village);
    await goTo(morning(2027, 3, 2), village);
    await verify(village, '情况属实', '户主住院属实，建议纳入监测', async () => {
      const dialog = village.getByRole('dialog');
      for (const income of ['工资性收入', '生产经营性收入']) await dialog.getByLabel(income).fill('2000');
      await dialog.getByLabel('合规自付支出').fill('32000');
      await dialog.getByText('难以自主应对', { exact: true }).click();
      await choose(village, '风险类型', ['因病']);
    });
    await goTo(morning(2027, 3, 3), village);
    await holdReview(village, '经村民代表评议，一致同意纳入监测对象。');
  });

  it('hangs its notice in village and township for six working days, with the surname alone', async () => {
    await postNotice(village);
    await village.getByRole('button', { name: '为什么不能操作？' }).click();
    await village
      .getByText(/苏木乡镇/)
      .first()
      .waitFor();
    await picture(village, 'other-03-second-notice-missing');
    await goTo(morning(2027, 3, 4), township);
    await postNotice(township, 'other-04-township-notice');
    await goTo(morning(2027, 3, 11), village);
    await village.getByRole('button', { name: '为什么不能操作？' }).click();
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
    await conclude(county);
    await goTo(morning(2027, 3, 16), township);
    await act(township, '乡镇审核通过');
    await goTo(morning(2027, 3, 17), county);
    await act(county, '审定纳入监测');
    await goTo(morning(2027, 3, 18), township);
    await act(township, '公告');
    await act(township, '录入建档');
    await goTo(morning(2027, 3, 18), township, 'conditions');
    await township.getByText('纳入监测满 3 个月').waitFor();
    await township.getByText('2027-03-17 纳入，2027-06-17 满').waitFor();
    await picture(township, 'other-06-conditions');
    await expectSound(township);
    await readProgress(office, { ...TOLD, receipt }, '已纳入监测', 'other-06-progress');
  });

  it('helps by a plan, with a measure that is carried out', async () => {
    await goTo(morning(2027, 3, 22), village);
    await makePlan(village, '苏和', 'other-06-plan-phone');
    await goTo(morning(2027, 3, 23), township, 'plan');
    await addMeasure(
      township,
      {
        措施类别: '健康帮扶',
        帮扶内容: '办理二次报销，签约家庭医生',
        责任单位: '化德县医保局',
        完成期限: '2027-05-31',
      },
      'other-06-measure',
    );
    await goTo(morning(2027, 5, 10), village, 'plan');
    await recordResult(village, '二次报销 9600 元已到账', 'other-06-result-phone');
    await expectSound(village);
  });

  it('goes out by a way that compares once more and ends with the announcement', async () => {
    await checkWarnings(village, office, household);
    await goTo(morning(2027, 6, 17), village);
    const start = await openAction(village, '发起风险消除');
    await start.getByLabel('消除理由').fill('户主康复后外出务工，收入稳定');
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
    await village.getByText(/2027-06-17 发起，至审定限 40 个工作日/).waitFor();
    await picture(village, 'other-07-clearing-phone');
    await expectSound(village);
    await goTo(morning(2027, 6, 18), village);
    await verify(village, '风险已消除', '收入稳定超过监测范围，风险已经消除', () => surveyCleared(village));
    await goTo(morning(2027, 6, 21), county);
    await compare(county, ['医保', '公安'], 'other-08-clearing-comparison');
    await goTo(morning(2027, 6, 22), village);
    await holdReview(village, '经村民代表评议，一致同意标注风险消除。');
  });

  it('hangs the notice of clearing in the village alone, for seven working days', async () => {
    await postNotice(village, 'other-09-clearing-notice-phone');
    await village.getByRole('button', { name: '为什么不能操作？' }).click();
    // From Tuesday: the seventh working day is the Thursday of the next week.
    await village.getByText(/公示期到 2027-07-01 才满/).waitFor();
    await picture(village, 'other-10-clearing-notice-hangs-phone');
    await goTo(morning(2027, 6, 23), township);
    expect(await stepsOf(township)).toContain('信息比对');
    await expect.poll(() => township.getByRole('button', { name: '张贴公示' }).count()).toBe(0);
    await goTo(morning(2027, 7, 1), village);
    await act(village, '公示结束');
  });

  it('is cleared with the announcement, and nothing is left to record', async () => {
    await goTo(morning(2027, 7, 5), township);
    await act(township, '乡镇审核通过', 'other-11-clearing-township');
    await goTo(morning(2027, 7, 6), county, 'conditions');
    await county.getByText('纳入监测满 3 个月').waitFor();
    await county.getByText('各项条件均已具备').waitFor();
    await act(county, '审定风险消除', 'other-12-clearing-county');
    await goTo(morning(2027, 7, 7), township);
    await act(township, '公告');
    await township.getByText('风险已消除').first().waitFor();
    await expect.poll(() => township.getByRole('button', { name: '录入建档' }).count()).toBe(0);
    // A month after the decision, by its own template.
    await township.getByText('2027-08-06').first().waitFor();
    await picture(township, 'other-13-cleared');
    await expectSound(township);
    await readProgress(office, { ...TOLD, receipt }, '风险已消除', 'other-14-progress-cleared');
  });

  it('is looked at again after one month and after six, and then no more', async () => {
    await goTo(morning(2027, 8, 6), village);
    await village.getByText('今日到期').first().waitFor();
    await lookBack(village, '收入稳定，没有新的支出', 'other-15-look-back-phone');
    await village.getByText('2028-01-06').first().waitFor();
    await goTo(morning(2028, 1, 6), village);
    await lookBack(village, '仍在外务工，收入稳定', 'other-16-last-look-back-phone');
    await goTo(morning(2028, 1, 7), village);
    await village.getByText('风险已消除').first().waitFor();
    await expect.poll(() => village.getByText('下次回头看').count()).toBe(0);
    await picture(village, 'other-17-done-phone');
    await expectSound(village);
  });
});

describe('afterwards', () => {
  it('the region finds the household with the cases of a county that works otherwise', async () => {
    const region = await office.signIn('region');
    await findInList(region, office, household, '风险已消除');
    await picture(region, 'other-18-region');
    await expectSound(region);
    await goTo(morning(2028, 1, 7), region, 'timeline');
    expect(await stepsOf(region)).toContain('信息比对');
    await picture(region, 'other-19-region-case');
  });

  it('the auditor reads who did what in that county', async () => {
    const audit = await office.signIn('audit');
    const text = await readTrail(audit, office, household, '审定风险消除', 'other-20-audit');
    for (const who of ['苏和', '其其格', '高娃']) expect(text).toContain(who);
    expect(text).not.toContain('住院');
    await openEntry(audit, '审定风险消除', 'other-21-audit-entry');
    const entry = audit.getByRole('dialog');
    await entry.getByRole('row').filter({ hasText: '状态' }).getByText('消除旗县审定').waitFor();
    expect(await entry.textContent()).not.toContain('county-approval');
  });
});
