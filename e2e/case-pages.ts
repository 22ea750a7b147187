// The page of a case as people use it: the dialogs of its actions, names, signatures, photos. Shared by the journeys that
// walk a case.

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { TINY_PNG } from '../test/tiny-png.ts';
import { expectSound, type Office, PHONE, picture, settle } from './harness.ts';

/** A one-pixel picture: what it shows does not matter here. */
export const PHOTO = {
  name: '授权书.png',
  mimeType: 'image/png',
  buffer: TINY_PNG,
};

/** Opens the dialog of an action on the page of the case, and waits for it to come to rest: a click on what still grows may miss. */
export async function openAction(page: Page, title: string) {
  await page.getByRole('button', { name: title, exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await settle(page);
  return page.getByRole('dialog');
}

export async function addPeople(page: Page, label: string, names: string[]) {
  const input = page.getByRole('dialog').getByLabel(label);
  for (const name of names) {
    await input.fill(name);
    await input.press('Enter');
  }
}

/** Sends the dialog, which goes once the action is recorded, and stays where it is refused. */
export async function send(page: Page, title: string) {
  await page.getByRole('dialog').getByRole('button', { name: title, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

export async function act(page: Page, title: string, name?: string) {
  await openAction(page, title);
  if (name) await picture(page, name);
  await send(page, title);
}

/** Draws on the pad of the dialog; with a name for a picture of what was drawn. */
export async function sign(page: Page, name?: string) {
  const dialog = page.getByRole('dialog');
  const pad = dialog.getByRole('img', { name: '签名框' });
  // Hovering waits until the dialog has come to rest.
  await pad.hover({ position: { x: 40, y: 40 } });
  await page.mouse.down();
  await pad.hover({ position: { x: 120, y: 60 } });
  await pad.hover({ position: { x: 200, y: 30 } });
  await page.mouse.up();
  await dialog.getByText('已签名').waitFor();
  if (name) await picture(page, name);
}

/** Says what was found: nothing of it is filled in beforehand. */
export async function answer(page: Page, label: string, choice: string) {
  const item = page
    .getByRole('dialog')
    .locator('.ant-form-item')
    .filter({ has: page.getByText(label, { exact: true }) });
  await item.getByText(choice, { exact: true }).click();
}

const QUESTIONS = [
  '住房是否出现安全问题',
  '义务教育阶段是否有失学辍学',
  '饮水是否出现安全问题',
  '是否有成员未参加医保',
  '整户无劳动能力',
];

/** The questions of the survey, none of them with a trouble, and what came of the visit. */
export async function answerSurvey(page: Page, result: string) {
  for (const question of QUESTIONS) await answer(page, question, '否');
  await answer(page, '核实结果', result);
}

/** Chooses departments, risks and the like in the dialog by what they are called. */
export async function choose(page: Page, label: string, names: string[]) {
  await page.getByRole('dialog').getByLabel(label).click();
  for (const name of names) await page.getByTitle(name, { exact: true }).last().click();
  await page.keyboard.press('Escape');
}

/** The review of the village with everybody in favour. */
export async function holdReview(page: Page, minutes: string, name?: string) {
  const dialog = await openAction(page, '民主评议');
  await dialog.getByLabel('主持人').fill('巴特尔');
  await addPeople(page, '参会人员', ['巴特尔', '赵敏', '王建国', '张正', '乌云']);
  await dialog.getByLabel('同意票', { exact: true }).fill('5');
  await dialog.getByLabel('不同意票').fill('0');
  await dialog.getByLabel('弃权票').fill('0');
  await answer(page, '评议结果', '通过');
  await dialog.getByLabel('会议记录').fill(minutes);
  if (name) await picture(page, name);
  await send(page, '民主评议');
}

/** Posts the notice of the level that the dialog proposes, with a photo. */
export async function postNotice(page: Page, name?: string) {
  const dialog = await openAction(page, '张贴公示');
  await dialog.getByLabel('异议电话').fill('0474-6912345');
  await dialog.locator('input[type=file]').setInputFiles(PHOTO);
  await dialog.getByText('已上传').waitFor();
  if (name) await picture(page, name);
  await send(page, '张贴公示');
}

export type QuietHousehold = { id: number; headName: string; number: string; villageCode: number; village: string };

/** A household of the village of this account that nothing speaks of: no case, no clue, no warning that is unchecked. */
export async function findQuiet(office: Office, username: string): Promise<QuietHousehold> {
  const [found] = await office.find<QuietHousehold>(`
    select h.id, h.head_name, h.number, h.village_code, v.name as village from households h
    join accounts a on a.username = '${username}' join regions v on v.code = h.village_code
    where h.village_code = a.area_code and h.valid_to is null and h.kind = 'general' and h.monitoring_category is null
      and h.member_count > 1 and h.head_name <> ''
      and not exists (select from cases o where o.household_id = h.id)
      and not exists (select from clues o where o.household_id = h.id)
      and not exists (select from warnings w where w.household_id = h.id and w.active and w.state = 'open')
    order by h.id limit 1`);
  if (!found) throw new Error(`the village of ${username} has no household without an open warning`);
  return found;
}

/** Ten in the morning in Beijing. */
export const morning = (year: number, month: number, day: number) => new Date(Date.UTC(year, month - 1, day, 2));

/** The verification of two people with a signature; `fill` is what this one is about. */
export async function verify(page: Page, result: string, finding: string, fill: () => Promise<void>, name?: string) {
  const dialog = await openAction(page, '入户核实');
  await addPeople(page, '入户人员', ['李秀兰']);
  await sign(page);
  await answerSurvey(page, result);
  await dialog.getByLabel('核实结论').fill(finding);
  await dialog.getByText(/^(情况属实|风险已消除)$/).click();
  await fill();
  if (name) await picture(page, name);
  await send(page, '入户核实');
}

/** The second survey: what is better now; the risk is taken out. */
export async function surveyCleared(page: Page) {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('工资性收入').fill('96000');
  await dialog.getByLabel('合规自付支出').fill('600');
  await dialog.getByText('能够自主应对', { exact: true }).first().click();
  await dialog.getByLabel('风险类型').press('Backspace');
}

/** The county asks departments, records what each answers, and concludes. */
export async function compare(page: Page, departments: string[], name?: string) {
  await openAction(page, '发起信息比对');
  await choose(page, '比对部门', departments);
  await send(page, '发起信息比对');
  for (const _each of departments) await act(page, '回复比对结果');
  await conclude(page, name);
}

export async function conclude(page: Page, name?: string) {
  await openAction(page, '形成比对结论');
  await answer(page, '比对结论', '没有应排除的情形，继续办理');
  await page.getByRole('dialog').getByLabel('比对情况').fill('各部门均无应排除的情形');
  const reason = page.getByRole('dialog').getByLabel('未经部门回复的原因');
  if (await reason.count()) await reason.fill('部门数据已在筛查时比对');
  if (name) await picture(page, name);
  await send(page, '形成比对结论');
}

/** The family declares its trouble on a phone, without an account; gives the number on its receipt. */
export async function declare(
  office: Office,
  { villageCode, village, headName }: QuietHousehold,
  { text, phone, pictures }: { text: string; phone: string; pictures: [string, string] },
): Promise<string> {
  const page = await office.visit(PHONE);
  await page.goto(`${office.url}/declare/${villageCode}`);
  await page.getByText(village).waitFor();
  await page.getByRole('button', { name: '给自己家申报' }).click();
  await page.getByText('生病', { exact: true }).click();
  await page.getByLabel('用自己的话说一说').fill(text);
  await page.locator('input[type=file]').setInputFiles(PHOTO);
  await page.getByText('已上传').waitFor();
  await picture(page, pictures[0]);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('您的姓名').fill(headName);
  await page.getByLabel('您的电话').fill(phone);
  await page.getByRole('button', { name: '送出申报' }).click();
  await page.getByRole('heading', { level: 1, name: '已收到申报' }).waitFor();
  await picture(page, pictures[1]);
  await expectSound(page);
  return (await page.locator('.d-number span').allTextContents()).join('');
}

/** The family reads on its phone where its declaration stands. */
export async function readProgress(
  office: Office,
  { receipt, phone }: { receipt: string; phone: string },
  expected: string,
  name: string,
) {
  const page = await office.visit(PHONE);
  await page.goto(`${office.url}/declare#status`);
  await page.getByLabel('回执号').fill(receipt);
  await page.getByLabel('电话后 4 位').fill(phone.slice(-4));
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByRole('heading', { name: expected }).waitFor();
  await picture(page, name);
  await expectSound(page);
}

/** The village worker finds what the family declared and opens the case; gives its address. */
export async function takeUp(
  page: Page,
  office: Office,
  { headName }: QuietHousehold,
  { text, phone }: { text: string; phone: string },
  name: string,
): Promise<string> {
  await page.goto(`${office.url}/clues?channel=self&state=open`);
  await page
    .getByRole('row')
    .filter({ hasText: headName })
    .filter({ hasText: text.slice(0, 6) })
    .first()
    .click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText(`${phone.slice(0, 3)}****${phone.slice(-4)}`).waitFor();
  await expect.poll(() => drawer.getByText('尚未确定').count()).toBe(0);
  await picture(page, name);
  await drawer.getByRole('button', { name: '登记立案' }).click();
  await page.waitForURL(/\/cases\/\d{6}-\d+/);
  return new URL(page.url()).pathname;
}

export async function makePlan(page: Page, helper: string, name: string) {
  const plan = await openAction(page, '制定帮扶计划');
  await plan.getByLabel('帮扶责任人').fill(helper);
  await plan.getByLabel('帮扶目标').fill('年内人均纯收入稳定超过监测范围');
  await picture(page, name);
  await send(page, '制定帮扶计划');
}

/** Adds one measure to the plan that is open on the page. */
export async function addMeasure(page: Page, cells: Record<string, string>, name: string) {
  await page.getByRole('button', { name: '新增措施' }).click();
  for (const [title, text] of Object.entries(cells)) {
    await page.getByLabel(`第 1 行 ${title}`).fill(text);
    if (title === '措施类别') await page.keyboard.press('Enter');
  }
  await picture(page, name);
  await page.getByRole('button', { name: '保存 1 项措施' }).click();
  await page.getByText('措施已加入帮扶计划').waitFor();
}

export async function recordResult(page: Page, result: string, name: string) {
  await page.getByRole('button', { name: '登记结果' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('落实结果').fill(result);
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByText('落实结果已登记').waitFor();
  await picture(page, name);
}

export async function lookBack(page: Page, finding: string, name: string) {
  const dialog = await openAction(page, '回头看');
  await addPeople(page, '入户人员', ['李秀兰']);
  await answer(page, '结果', '稳定，没有返贫致贫风险');
  await dialog.getByLabel('回头看情况').fill(finding);
  await picture(page, name);
  await send(page, '回头看');
}

/** A household that came into monitoring is screened by stricter rules: what they find is checked before its risk may end. */
export async function checkWarnings(page: Page, office: Office, { id: householdId }: QuietHousehold) {
  const open = await office.find<{ countyCode: number; id: number }>(`select w.county_code, w.id from warnings w
    where w.household_id = ${householdId} and w.active and w.state = 'open'`);
  for (const { countyCode, id } of open) {
    const data = { requestId: crypto.randomUUID(), result: 'handled-by-department', note: '医保部门已办理二次报销' };
    const answer = await page.request.post(`${office.url}/api/warnings/${countyCode}/${id}/check`, { data });
    expect(answer.ok()).toBe(true);
  }
}

/** Whoever watches over several villages finds the household by its name. */
export async function findInList(page: Page, office: Office, { villageCode, headName }: QuietHousehold, state: string) {
  await page.goto(`${office.url}/cases?area=${villageCode}&text=${encodeURIComponent(headName)}`);
  await page.getByText(state).first().waitFor();
}

/** The audit trail of the household, in words. */
export async function readTrail(page: Page, office: Office, { id }: QuietHousehold, deed: string, name: string) {
  await page.goto(`${office.url}/system/audit?householdId=${id}`);
  await page.getByRole('cell', { name: deed }).first().waitFor();
  await picture(page, name);
  await expectSound(page);
  return (await page.locator('main').textContent()) ?? '';
}

/** Opens an entry of the trail: what it changed. */
export async function openEntry(page: Page, deed: string, name: string) {
  await page.getByRole('row').filter({ hasText: deed }).first().click();
  await page.getByRole('heading', { name: '变更内容' }).waitFor();
  await picture(page, name);
}
