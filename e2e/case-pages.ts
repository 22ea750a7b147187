// The page of a case as people use it: the dialogs of its actions, names, signatures, photos. Shared by the journeys that
// walk a case.

import type { Page } from 'playwright-core';
import { TINY_PNG } from '../test/tiny-png.ts';
import { type Office, picture } from './harness.ts';

/** A one-pixel picture: what it shows does not matter here. */
export const PHOTO = {
  name: '授权书.png',
  mimeType: 'image/png',
  buffer: TINY_PNG,
};

/** A picture once dialogs and lists have come to rest. */
export async function shot(page: Page, name: string) {
  await page.waitForTimeout(500);
  await picture(page, name);
}

/** Opens the dialog of an action on the page of the case. */
export async function openAction(page: Page, title: string) {
  await page.getByRole('button', { name: title, exact: true }).click();
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
  if (name) await shot(page, name);
  await send(page, title);
}

/** Draws on the pad of the dialog; with a name for a picture of what was drawn. */
export async function sign(page: Page, name?: string) {
  const dialog = page.getByRole('dialog');
  const box = await dialog.getByRole('img', { name: '签名框' }).boundingBox();
  if (!box) throw new Error('there is no pad to sign on');
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 60, { steps: 5 });
  await page.mouse.move(box.x + 200, box.y + 30, { steps: 5 });
  await page.mouse.up();
  if (name) await shot(page, name);
  await dialog.getByRole('button', { name: '保存签名' }).click();
  await dialog.getByText('签名已保存').waitFor();
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
  await dialog.getByLabel('会议记录').fill(minutes);
  if (name) await shot(page, name);
  await send(page, '民主评议');
}

/** Posts the notice of the level that the dialog proposes, with a photo. */
export async function postNotice(page: Page, name?: string) {
  const dialog = await openAction(page, '张贴公示');
  await dialog.getByLabel('异议电话').fill('0474-6912345');
  await dialog.locator('input[type=file]').setInputFiles(PHOTO);
  await dialog.getByText('100').or(dialog.locator('.ant-progress-status-success')).first().waitFor();
  if (name) await shot(page, name);
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
export async function verify(page: Page, finding: string, fill: () => Promise<void>, name?: string) {
  const dialog = await openAction(page, '入户核实');
  await addPeople(page, '入户人员', ['李秀兰']);
  await sign(page);
  await dialog.getByLabel('核实结论').fill(finding);
  await fill();
  if (name) await shot(page, name);
  await send(page, '入户核实');
}
