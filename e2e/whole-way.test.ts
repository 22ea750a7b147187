// The whole way of one household through the law, by the people whose turn it is, each signed in as themselves: the family's
// own declaration on a phone, identification, help, the end of its risk, the look-backs after it, and the auditor who reads
// afterwards who did what. The clock is moved on where the law makes people wait.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  act,
  addMeasure,
  addPeople,
  answerSurvey,
  checkWarnings,
  choose,
  compare,
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
  sign,
  surveyCleared,
  takeUp,
  verify,
} from './case-pages.ts';
import { expectSound, type Office, openOffice, PHONE, picture } from './harness.ts';

const COUNTY = 150923;
const TOLD = { text: '我住院两个月，自己花了三万多元，今年没有出去打工。', phone: '13804746688' };

let office: Office;
let household: QuietHousehold;
let address = '';
let receipt = '';
let village: Page;
let township: Page;
let county: Page;

/** Those who act meet the case as it is on that day. */
async function goTo(when: Date, ...pages: Page[]) {
  await office.moveClock(when);
  for (const page of pages) await page.goto(`${office.url}${address}`);
}

/** A part of the case by its address: on a phone its tab may lie outside what is seen. */
async function part(page: Page, key: 'survey' | 'conditions' | 'plan' | 'visits' | 'documents') {
  await page.goto(`${office.url}${address}?tab=${key}`);
}

beforeAll(async () => {
  office = await openOffice();
  household = await findQuiet(office, 'village');
  await office.moveClock(morning(2027, 3, 1));
  village = await office.signIn('village', PHONE);
  [township, county] = await Promise.all([office.signIn('township'), office.signIn('county')]);
});

afterAll(() => office.close());

describe('into monitoring', () => {
  it('the family declares its trouble on a phone, without an account', async () => {
    receipt = await declare(office, household, {
      ...TOLD,
      pictures: ['way-01-declare-trouble', 'way-02-declare-receipt'],
    });
  });

  it('the village worker finds the declaration, knows the household and opens the case', async () => {
    address = await takeUp(village, office, household, TOLD, 'way-03-clue');
    await village.getByText('剩 3 天').first().waitFor();
    await picture(village, 'way-04-case-opened');
    await expectSound(village);
  });

  it('two people verify it at home, with a signature and the survey', async () => {
    await goTo(morning(2027, 3, 2), village);
    const dialog = await openAction(village, '入户核实');
    await addPeople(village, '入户人员', ['李秀兰']);
    await sign(village, 'way-05-signature');
    await answerSurvey(village, '情况属实');
    await dialog.getByLabel('核实结论').fill('户主住院属实，自付费用较高，建议纳入监测');
    await dialog.getByLabel('工资性收入').fill('3000');
    await dialog.getByLabel('生产经营性收入').fill('9000');
    await dialog.getByLabel('合规自付支出').fill('32000');
    await dialog.getByText('难以自主应对', { exact: true }).click();
    await choose(village, '风险类型', ['因病']);
    await dialog.getByText('人均纯收入').scrollIntoViewIfNeeded();
    await picture(village, 'way-06-survey');
    await send(village, '入户核实');
    await village.getByText('信息比对').first().waitFor();
  });

  it('the county compares with departments, the village reviews and posts the notice', async () => {
    await goTo(morning(2027, 3, 3), county);
    await compare(county, ['医保', '公安'], 'way-07-comparison');
    await goTo(morning(2027, 3, 3), village);
    await holdReview(village, '经村民代表评议，一致同意纳入监测对象。');
    await postNotice(village, 'way-08-notice');
    await village.getByRole('button', { name: '为什么不能操作？' }).click();
    await village.getByText(/公示期到 2027-03-08 才满/).waitFor();
    await picture(village, 'way-09-notice-hangs');
    const paper = await openPaper(township, '公示');
    await paper.getByText(household.headName).first().waitFor();
    await paper.getByText('自2027年3月3日起至2027年3月8日止').waitFor();
    await picture(paper, 'way-10-notice-paper');
    await paper.close();
  });

  it('township and county decide, it is announced and recorded', async () => {
    await goTo(morning(2027, 3, 8), village);
    await act(village, '公示结束');
    await goTo(morning(2027, 3, 9), township);
    const review = await openAction(township, '乡镇审核通过');
    await review.getByText('已抽查').click();
    await picture(township, 'way-11-township');
    await send(township, '乡镇审核通过');
    await goTo(morning(2027, 3, 10), county);
    await act(county, '审定纳入监测', 'way-12-county');
    await goTo(morning(2027, 3, 11), township);
    await act(township, '公告');
    await act(township, '录入建档');
    await township.getByText('监测帮扶中').first().waitFor();
    await picture(township, 'way-13-monitored');
    await expectSound(township);
  });

  it('the family reads on its phone that it is in', async () => {
    await readProgress(office, { ...TOLD, receipt }, '已纳入监测', 'way-14-declare-status');
  });
});

/** Opens a paper of the case in its own window. */
async function openPaper(page: Page, title: string): Promise<Page> {
  await part(page, 'documents');
  const opened = page.context().waitForEvent('page');
  await page.getByRole('button', { name: `${title} 打开`, exact: true }).click();
  return opened;
}

describe('help', () => {
  it('a plan is made, a measure is carried out with a result, and the family is visited', async () => {
    await goTo(morning(2027, 3, 15), village);
    await makePlan(village, '王建国', 'way-15-plan');
    await goTo(morning(2027, 3, 16), township);
    await part(township, 'plan');
    await addMeasure(
      township,
      {
        措施类别: '健康帮扶',
        帮扶内容: '办理慢性病门诊报销，签约家庭医生',
        责任单位: '旗医保局',
        完成期限: '2027-06-30',
      },
      'way-16-measure',
    );
    await goTo(morning(2027, 4, 6), village);
    await part(village, 'plan');
    await recordResult(village, '慢性病门诊报销 4200 元，家庭医生每月随访', 'way-17-result');
    await part(village, 'visits');
    await village.getByRole('button', { name: '登记走访' }).click();
    const visit = village.getByRole('dialog');
    await visit.getByLabel('走访情况').fill('户主恢复良好，按时服药，打算秋天外出务工。');
    await visit.getByLabel('走访地点').fill('农户家中');
    await visit.getByRole('button', { name: '保存' }).click();
    await village.getByText('走访已登记').waitFor();
    await picture(village, 'way-18-visit');
  });

  it('the conditions of clearing stand as facts, and say which clue speaks against it until when', async () => {
    await office.moveClock(morning(2027, 3, 12));
    const clue = await township.request.post(`${office.url}/api/clues`, {
      data: {
        ...{ requestId: crypto.randomUUID(), channel: 'department', countyCode: COUNTY, householdId: household.id },
        ...{ receivedOn: '2027-03-12', text: '医保部门推送：自付费用较高' },
      },
    });
    const { id } = await clue.json();
    const taken = await township.request.post(`${office.url}/api/cases`, {
      data: { requestId: crypto.randomUUID(), countyCode: COUNTY, clueIds: [id] },
    });
    expect(taken.ok()).toBe(true);
    await office.moveClock(morning(2027, 4, 6));
    await checkWarnings(village, office, household);
    await part(township, 'conditions');
    await township
      .getByText('2027-03-12 的线索（部门筛查预警）已并入本个案，收到后须满 6 个月，2027-09-12 满')
      .waitFor();
    await township.getByText('2027-03-10 纳入，2027-09-10 满').waitFor();
    await picture(township, 'way-19-conditions-unmet');
    await expect.poll(() => township.getByRole('button', { name: '发起风险消除' }).count()).toBe(0);
  });
});

describe('out of it', () => {
  it('clearing begins when the months are over, with a second survey beside the first', async () => {
    await goTo(morning(2027, 9, 13), village);
    await part(village, 'conditions');
    await picture(village, 'way-20-conditions-phone');
    const start = await openAction(village, '发起风险消除');
    await start.getByLabel('消除理由').fill('户主外出务工，收入稳定，医疗费用已报销');
    await send(village, '发起风险消除');
    await goTo(morning(2027, 9, 14), village);
    await verify(village, '风险已消除', '收入稳定超过监测范围，风险已经消除', () => surveyCleared(village));
    await goTo(morning(2027, 9, 14), county);
    await part(county, 'survey');
    await county.getByRole('columnheader', { name: '风险消除时' }).waitFor();
    await picture(county, 'way-21-two-surveys');
    await expectSound(county);
    await part(county, 'conditions');
    await county.getByText('各项条件均已具备').waitFor();
    await picture(county, 'way-22-conditions-met');
  });

  it('goes through review, notice, township and county a second time', async () => {
    await goTo(morning(2027, 9, 15), village);
    await holdReview(village, '经村民代表评议，一致同意标注风险消除。');
    await postNotice(village, 'way-23-clearing-notice');
    await goTo(morning(2027, 9, 20), village);
    await act(village, '公示结束');
    await goTo(morning(2027, 9, 21), township);
    await act(township, '乡镇审核通过', 'way-24-clearing-township');
    await goTo(morning(2027, 9, 22), county);
    await act(county, '审定风险消除', 'way-25-clearing-county');
    await goTo(morning(2027, 9, 23), township);
    await act(township, '公告');
    await act(township, '录入建档');
    await township.getByText('风险已消除').first().waitFor();
    await township.getByText('2027-12-22').first().waitFor();
    await picture(township, 'way-26-cleared');
    await expectSound(township);
  });

  it('is looked at again after three months, and after six with something found', async () => {
    await office.moveClock(morning(2027, 12, 22));
    await village.goto(`${office.url}/cases?text=${encodeURIComponent(household.headName)}`);
    await village.getByRole('row').filter({ hasText: household.headName }).first().waitFor();
    await goTo(morning(2027, 12, 22), village);
    await village.getByText('今日到期').first().waitFor();
    await lookBack(village, '收入稳定，没有新的支出', 'way-27-look-back');
    await village.getByText('2028-03-22').first().waitFor();
    await goTo(morning(2028, 3, 22), village);
    const found = await openAction(village, '回头看');
    await addPeople(village, '入户人员', ['李秀兰']);
    await found.getByText('出现新的风险').click();
    await found.getByLabel('回头看情况').fill('户主再次住院，务工收入中断');
    await send(village, '回头看');
    await picture(village, 'way-28-look-back-found');
    await goTo(morning(2028, 3, 23), township);
    const back = await openAction(township, '风险回退');
    await back.getByLabel('回退原因').fill('回头看发现户主再次住院，收入中断');
    await send(township, '风险回退');
    await township.getByText('风险回退').first().waitFor();
    await picture(township, 'way-29-reversed');
    await expectSound(township);
  });
});

describe('afterwards', () => {
  it('the region finds both cases of the household', async () => {
    const region = await office.signIn('region');
    await findInList(region, office, household, '风险回退');
    await picture(region, 'way-30-region');
    await expectSound(region);
  });

  it('the auditor reads who did what, and nothing that is nobody’s business', async () => {
    const audit = await office.signIn('audit');
    const text = await readTrail(audit, office, household, '风险回退', 'way-31-audit');
    for (const who of ['巴特尔', '李秀兰', '王建国']) expect(text).toContain(who);
    expect(text).not.toContain('住院');
    await openEntry(audit, '审定纳入监测', 'way-32-audit-entry');
    await goTo(morning(2028, 3, 23), audit);
    await audit
      .getByText('本账号的角色只能查阅监测个案，不能办理。')
      .or(audit.getByRole('button', { name: '为什么不能操作？' }))
      .first()
      .waitFor();
  });
});
