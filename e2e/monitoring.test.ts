// The journey of a household from a clue into monitoring, through the village, the township and the county: on a phone in
// the village, at desks above it, with the clock moved on where the law makes people wait.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, type Office, openOffice, overflows, PHONE, picture } from './harness.ts';

let office: Office;

type Household = { id: number; headName: string; number: string };

/** A Monday, so that the days of the journey are the same in every year. */
const day = (n: number) => new Date(Date.UTC(2027, 2, n, 2));

/** A one-pixel picture: what it shows does not matter here. */
const PHOTO = {
  name: '授权书.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
};

let families: Household[];

beforeAll(async () => {
  office = await openOffice();
  families = await office.find<Household>(`
    select h.id, h.head_name, h.number from households h join accounts a on a.username = 'village'
    where h.village_code = a.area_code and h.valid_to is null and h.head_name <> '' order by h.number limit 6`);
});

afterAll(() => office.close());

async function expectSound(page: Page) {
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
}

function family(n: number): Household {
  const found = families[n];
  if (!found) throw new Error(`the demonstration has no household ${n} in the village`);
  return found;
}

/** Registers a clue of a household through the dialog. */
async function addClue(page: Page, { number, headName }: Household, text: string) {
  await page.goto(`${office.url}/monitoring/clues`);
  await page.getByRole('button', { name: '登记线索' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('农牧户').fill(number);
  await page
    .getByTitle(new RegExp(`^${headName}户 ${number}`))
    .first()
    .click();
  await dialog.getByLabel('线索内容').fill(text);
  await picture(page, 'monitoring-clue-dialog');
  await dialog.getByRole('button', { name: '登记' }).click();
  await page.getByText('线索已登记').waitFor();
}

/** Opens the dialog of an action on the page of the case. */
async function openAction(page: Page, title: string) {
  await page.getByRole('button', { name: title, exact: true }).click();
  return page.getByRole('dialog');
}

async function addPeople(page: Page, label: string, names: string[]) {
  const input = page.getByRole('dialog').getByLabel(label);
  for (const name of names) {
    await input.fill(name);
    await input.press('Enter');
  }
}

/** Sends the dialog and waits for the record. */
async function send(page: Page, title: string) {
  await page.getByRole('dialog').getByRole('button', { name: title, exact: true }).click();
  await page.getByText(`${title}已记录`).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

async function act(page: Page, title: string, shot?: string) {
  await openAction(page, title);
  if (shot) await picture(page, shot);
  await send(page, title);
}

describe('a household comes into monitoring', () => {
  let village: Page;
  let township: Page;
  let county: Page;
  let address = '';

  beforeAll(async () => {
    await office.moveClock(day(1));
    [village, township, county] = await Promise.all([
      office.signIn('village', PHONE),
      office.signIn('township'),
      office.signIn('county'),
    ]);
  });

  it('a clue is recorded on the phone and becomes a case', async () => {
    await addClue(village, family(0), '户主住院,自付费用较大,今年没有外出务工');
    await picture(village, 'monitoring-clues-phone');
    await village
      .getByRole('row')
      .filter({ hasText: family(0).headName })
      .first()
      .click();
    await village.getByRole('dialog').getByRole('button', { name: '登记立案' }).waitFor();
    await picture(village, 'monitoring-clue-phone');
    await village.getByRole('dialog').getByRole('button', { name: '登记立案' }).click();
    await village.waitForURL(/\/monitoring\/cases\/\d{6}-\d+/);
    address = new URL(village.url()).pathname;
    await village.getByText('剩 3 天').first().waitFor();
    await picture(village, 'monitoring-case-phone');
    await expectSound(village);
  });

  it('two people verify it, with a signature and the survey filled in from the registry', async () => {
    const dialog = await openAction(village, '入户核实');
    await addPeople(village, '入户人员', ['李秀兰']);
    const pad = dialog.getByRole('img', { name: '签名框' });
    const box = await pad.boundingBox();
    if (!box) throw new Error('there is no pad to sign on');
    await village.mouse.move(box.x + 40, box.y + 40);
    await village.mouse.down();
    await village.mouse.move(box.x + 120, box.y + 60, { steps: 5 });
    await village.mouse.move(box.x + 200, box.y + 30, { steps: 5 });
    await village.mouse.up();
    await picture(village, 'monitoring-signature-phone');
    await dialog.getByRole('button', { name: '保存签名' }).click();
    await dialog.getByText('签名已保存').waitFor();
    await dialog.getByLabel('核实结论').fill('情况属实,建议纳入监测');
    await dialog.getByLabel('合规自付支出').fill('');
    await dialog.getByRole('button', { name: '入户核实', exact: true }).click();
    await dialog.getByText('请填写合规自付支出').waitFor();
    await dialog.getByLabel('合规自付支出').fill('32000');
    await dialog.getByLabel('工资性收入').fill('1000');
    await dialog.getByText('难以自主应对', { exact: true }).click();
    await dialog.getByLabel('风险类型').click();
    await village.getByTitle('因病', { exact: true }).click();
    await village.keyboard.press('Escape');
    await dialog.getByText('人均纯收入').scrollIntoViewIfNeeded();
    await picture(village, 'monitoring-verify-phone');
    await expectSound(village);
    await send(village, '入户核实');
    await picture(village, 'monitoring-verified-phone');
  });

  it('the county compares with departments', async () => {
    await county.goto(`${office.url}${address}`);
    const dialog = await openAction(county, '发起信息比对');
    await dialog.getByLabel('比对部门').click();
    for (const name of ['医保', '公安']) await county.getByTitle(name, { exact: true }).click();
    await county.keyboard.press('Escape');
    await picture(county, 'monitoring-request-comparison');
    await send(county, '发起信息比对');
    await act(county, '回复比对结果', 'monitoring-reply-comparison');
    await act(county, '回复比对结果');
    await act(county, '形成比对结论', 'monitoring-compare');
    await picture(county, 'monitoring-case');
    await expectSound(county);
    await county.getByRole('tab', { name: '核实表' }).click();
    await county.getByText('扣除自付、加上理赔后人均').waitFor();
    await picture(county, 'monitoring-survey');
    await expectSound(county);
    await county.getByRole('tab', { name: '附件' }).click();
    await picture(county, 'monitoring-files');
  });

  it('the village holds its review and posts the notice, which has to hang for its days', async () => {
    await village.reload();
    const dialog = await openAction(village, '民主评议');
    await dialog.getByLabel('主持人').fill('巴特尔');
    await addPeople(village, '参会人员', ['巴特尔', '赵敏', '王建国', '张正', '乌云']);
    await dialog.getByLabel('同意票', { exact: true }).fill('5');
    await dialog.getByLabel('会议记录').fill('经村民代表评议,一致同意纳入监测对象。');
    await picture(village, 'monitoring-review-phone');
    await send(village, '民主评议');
    const notice = await openAction(village, '张贴公示');
    await notice.getByLabel('异议电话').fill('0474-6912345');
    await notice.locator('input[type=file]').setInputFiles(PHOTO);
    await notice.getByText('100').or(notice.locator('.ant-progress-status-success')).first().waitFor();
    await picture(village, 'monitoring-publish-phone');
    await send(village, '张贴公示');
    await village.getByRole('button', { name: '为什么不能操作?' }).click();
    await village.getByText(/公示期到 2027-03-06 才满/).waitFor();
    await picture(village, 'monitoring-why-not-phone');
  });

  it('when the notice is over it goes up, and what lies too long is late', async () => {
    await office.moveClock(day(6));
    await village.reload();
    await act(village, '公示结束', 'monitoring-end-notice-phone');
    await office.moveClock(day(9));
    await county.goto(`${office.url}${address}`);
    await county.getByText('逾期 2 天').first().waitFor();
    await picture(county, 'monitoring-case-late');
  });

  it('the township passes it two clicks after sign-in, the county approves it with two more', async () => {
    await township.goto(office.url);
    const row = township.getByRole('table', { name: '我的待办' }).getByRole('row');
    await row.getByRole('button', { name: '乡镇审核通过' }).waitFor();
    await picture(township, 'monitoring-home');
    await expectSound(township);
    await row.getByRole('button', { name: '乡镇审核通过' }).click();
    await township.getByRole('dialog').getByText('民主评议').waitFor();
    await picture(township, 'monitoring-pass-township');
    await expectSound(township);
    await send(township, '乡镇审核通过');

    await county.goto(office.url);
    await county
      .getByRole('table', { name: '我的待办' })
      .getByRole('row')
      .getByRole('button', { name: '审定纳入监测' })
      .click();
    await county.getByRole('dialog').getByText('审定意见').waitFor();
    await picture(county, 'monitoring-approve');
    await send(county, '审定纳入监测');
  });

  it('is announced and recorded, and then stands in monitoring', async () => {
    await township.goto(`${office.url}${address}`);
    await act(township, '公告');
    await act(township, '录入建档');
    await township.getByText('监测帮扶中').first().waitFor();
    await picture(township, 'monitoring-monitored');
    await township.getByRole('tab', { name: '消除条件' }).click();
    await township.getByText('纳入监测满 6 个月').waitFor();
    await picture(township, 'monitoring-conditions');
    await expectSound(township);
    await township
      .getByRole('link', { name: family(0).number })
      .or(township.getByRole('tab', { name: '基本情况' }))
      .first()
      .click();
  });

  it('is found in the list and on the page of its household', async () => {
    await township.goto(`${office.url}/monitoring/cases?stage=monitored`);
    const row = township.getByRole('row').filter({ hasText: family(0).headName });
    await row.waitFor();
    await picture(township, 'monitoring-cases');
    await expectSound(township);
    await row.click();
    await township.getByRole('link', { name: family(0).number }).click();
    await township.getByRole('heading', { name: '监测', exact: true }).waitFor();
    await township.getByRole('table', { name: '该户的监测个案' }).scrollIntoViewIfNeeded();
    await picture(township, 'monitoring-household');
  });
});
