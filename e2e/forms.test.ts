// Nothing that was typed is lost: the long form of a visit at the family is left in every way people leave it, cut off from
// the server, and sent after the session has ended.

import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../src/modules/demo/server/index.ts';
import { officeDay } from '../test/office-day.ts';
import { addPeople, answerSurvey, choose, openAction, sign } from './case-pages.ts';
import { expectSound, type Office, openOffice, PHONE, picture, settle } from './harness.ts';

let office: Office;
let paths: string[];

type Row = { countyCode: number; id: number };

const FINDING = '户主住院，自付费用较大，建议纳入监测';

beforeAll(async () => {
  office = await openOffice();
  const page = await office.signIn('village');
  const households = await office.find<Row>(`
    select h.county_code, h.id from households h join accounts a on a.username = 'village'
    where h.village_code = a.area_code and h.valid_to is null and h.head_name <> ''
      and not exists (select from cases c where c.county_code = h.county_code and c.household_id = h.id)
    order by h.number desc limit 3`);
  paths = [];
  for (const { countyCode, id: householdId } of households) {
    const receivedOn = officeDay();
    const text = '户主住院，自付费用较大';
    const clue = await call(page, '/clues', { channel: 'visit', countyCode, householdId, receivedOn, text });
    const { id } = await call(page, '/cases', { countyCode, clueIds: [clue.id] });
    paths.push(`/cases/${countyCode}-${id}`);
  }
});

afterAll(() => office.close());

async function call(page: Page, address: string, input: object): Promise<{ id: number }> {
  const data = { requestId: crypto.randomUUID(), ...input };
  const answer = await page.request.post(`${office.url}/api${address}`, { data });
  if (!answer.ok()) throw new Error(`${address}: ${await answer.text()}`);
  return (await answer.json()) as { id: number };
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: /入户核实/ });
const finding = (page: Page) => dialogOf(page).getByLabel('核实结论');
const kept = (page: Page) => dialogOf(page).getByText('已存草稿');

/** As a phone takes it: 3,200 pixels wide, of noise, so that it is large. */
async function largePhoto(page: Page) {
  const data = await page.evaluate<string>(`(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 3200, height: 1200 });
    const picture = new ImageData(3200, 1200);
    for (let i = 0; i < picture.data.length; i++) picture.data[i] = i % 4 === 3 ? 255 : (i * 2654435761) % 251;
    canvas.getContext('2d').putImageData(picture, 0, 0);
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1];
  })()`);
  return { name: '授权书.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(data, 'base64') };
}

/** Types a sentence into the long form and waits until it is kept. */
async function begin(page: Page) {
  await openAction(page, '入户核实');
  await finding(page).fill(FINDING);
  await kept(page).waitFor();
}

/** The form comes back with what was typed. */
async function expectResumed(page: Page) {
  await page.getByRole('main').getByRole('button', { name: '继续填写' }).click();
  await dialogOf(page)
    .getByText(/没有提交的内容/)
    .waitFor();
  await expect.poll(() => finding(page).inputValue()).toBe(FINDING);
}

const ask = (page: Page) => page.getByRole('dialog', { name: '有未保存的内容' });

async function giveUp(page: Page) {
  await page.keyboard.press('Escape');
  await ask(page).getByRole('button', { name: '放弃填写的内容' }).click();
  await dialogOf(page).waitFor({ state: 'hidden' });
}

describe('what was typed outlives', () => {
  let page: Page;

  beforeAll(async () => {
    page = await open(paths[0] ?? '');
  });

  /** Not of one test: the journey goes on with the same browser. */
  async function open(path: string): Promise<Page> {
    const context: BrowserContext = await office.browser.newContext({
      ...{ viewport: { width: 1280, height: 720 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
      reducedMotion: 'reduce',
    });
    const made = await context.newPage();
    made.setDefaultTimeout(60_000);
    const data = { requestId: crypto.randomUUID(), username: 'village', password: DEMO_PASSWORD };
    await made.request.post(`${office.url}/api/session`, { data });
    await made.goto(`${office.url}${path}`);
    return made;
  }

  afterAll(() => page.context().close());

  it('Esc, the cross and 取消，which ask', async () => {
    await begin(page);
    await page.keyboard.press('Escape');
    await ask(page).waitFor();
    await picture(page, 'forms-leave-question');
    await ask(page).getByRole('button', { name: '继续填写' }).click();
    await ask(page).waitFor({ state: 'hidden' });
    await expect.poll(() => finding(page).inputValue()).toBe(FINDING);
    await dialogOf(page).getByRole('button', { name: '取消' }).click();
    await ask(page).getByRole('button', { name: '继续填写' }).click();
    await ask(page).waitFor({ state: 'hidden' });
    await dialogOf(page)
      .getByRole('button', { name: 'Close' })
      .or(dialogOf(page).locator('.ant-modal-close'))
      .first()
      .click();
    await ask(page).getByRole('button', { name: '存为草稿' }).click();
    await dialogOf(page).waitFor({ state: 'hidden' });
    await expectResumed(page);
    await giveUp(page);
    await expect.poll(() => page.getByRole('main').getByRole('button', { name: '继续填写' }).count()).toBe(0);
  });

  it('a reload, with the signature and the photo', async () => {
    await begin(page);
    await sign(page);
    await dialogOf(page).getByRole('tab', { name: '纸质授权书照片' }).click();
    const photo = await largePhoto(page);
    const sending = page.waitForRequest('**/api/uploads?*');
    await dialogOf(page).locator('input[type=file]').first().setInputFiles(photo);
    await dialogOf(page).getByText('已上传').waitFor();
    // Half the sides are a quarter of the picture.
    expect((await (await sending).sizes()).requestBodySize).toBeLessThan(photo.buffer.length / 3);
    await kept(page).waitFor();
    await page.reload();
    await expectResumed(page);
    await dialogOf(page).getByText('已签名').waitFor();
    await dialogOf(page).getByRole('tab', { name: '纸质授权书照片 1' }).click();
    await dialogOf(page).getByRole('img', { name: photo.name }).waitFor();
    await picture(page, 'forms-resumed');
    await giveUp(page);
  });

  it('back, the menu and the address of another page', async () => {
    await page.goto(`${office.url}/`);
    await page.getByRole('heading', { name: '今日', level: 1 }).waitFor();
    await page.goto(`${office.url}${paths[0]}`);
    await begin(page);
    await page.goBack();
    await page.getByRole('heading', { name: '今日', level: 1 }).waitFor();
    await page.goto(`${office.url}${paths[0]}`);
    await expectResumed(page);
    await page.evaluate('history.pushState({}, "", "/clues"); dispatchEvent(new PopStateEvent("popstate"))');
    await page.getByRole('heading', { name: '线索', level: 1 }).waitFor();
    await page.getByText(/已存为草稿/).waitFor();
    await page.getByRole('button', { name: '巴特尔' }).click();
    await page.getByText('我的草稿', { exact: true }).click();
    await page
      .getByRole('dialog', { name: '我的草稿' })
      .getByText(/入户核实/)
      .waitFor();
    await picture(page, 'forms-my-drafts');
    await page.getByRole('dialog', { name: '我的草稿' }).getByRole('button', { name: '继续填写' }).click();
    await dialogOf(page)
      .getByText(/没有提交的内容/)
      .waitFor();
    await expect.poll(() => finding(page).inputValue()).toBe(FINDING);
  });

  it('is not shown to the next user of the device', async () => {
    const data = { requestId: crypto.randomUUID(), username: 'township', password: DEMO_PASSWORD };
    await page.context().clearCookies();
    await page.request.post(`${office.url}/api/session`, { data });
    await page.goto(`${office.url}${paths[0]}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settle(page);
    await expect.poll(() => page.getByRole('main').getByRole('button', { name: '继续填写' }).count()).toBe(0);
    const lying = await page.evaluate(`new Promise((resolve) => {
      const opening = indexedDB.open('shouwang');
      opening.onsuccess = () => {
        const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
        all.onsuccess = () => resolve(all.result.map(({ body }) => new TextDecoder().decode(body)));
      };
    })`);
    expect(lying).toHaveLength(1);
    expect(String(lying)).not.toContain('住院');
  });
});

/** Fills in the whole form. */
async function fillIn(page: Page) {
  const dialog = await openAction(page, '入户核实');
  await addPeople(page, '入户人员', ['李秀兰']);
  await sign(page);
  await answerSurvey(page, '情况属实');
  await dialog.getByLabel('工资性收入').fill('４．２万');
  await dialog.getByText('难以自主应对', { exact: true }).click();
  await choose(page, '风险类型', ['因病']);
  await dialog.getByLabel('核实结论').fill(FINDING);
}

const submit = (page: Page) => dialogOf(page).getByRole('button', { name: '入户核实', exact: true }).click();

describe('what was sent', () => {
  it('says in sight why it failed, without a network or with a full disk, and goes through afterwards', async () => {
    const page = await office.open('village', paths[1] ?? '', PHONE);
    await fillIn(page);
    await finding(page).fill('');
    await submit(page);
    const foot = dialogOf(page).getByRole('alert');
    await foot.getByText(/请填写核实结论/).waitFor();
    await foot.getByRole('button', { name: '去填写' }).click();
    expect(await finding(page).evaluate((field) => field.matches(':focus'))).toBe(true);
    await finding(page).fill(FINDING);
    await page.context().setOffline(true);
    await page.keyboard.press('Control+Enter');
    await foot.getByText(/连接不上服务器|连接中断/).waitFor({ timeout: 90_000 });
    const box = await foot.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(PHONE.height);
    await picture(page, 'forms-offline-phone');
    await page.context().setOffline(false);
    const full = { code: 'machine.disk-full', message: '服务器存储空间已满，没有保存。请联系管理员。' };
    await page.route('**/api/cases/**', (route) =>
      route.request().method() === 'POST' ? route.fulfill({ status: 503, json: full }) : route.continue(),
    );
    await submit(page);
    await foot.getByText(full.message).waitFor();
    await picture(page, 'forms-full-disk-phone');
    await page.unroute('**/api/cases/**');
    await submit(page);
    await dialogOf(page).waitFor({ state: 'hidden' });
    await page.getByText('信息比对').first().waitFor();
  });

  it('goes through after somebody has signed in again over the form', async () => {
    const page = await office.open('village', paths[2] ?? '');
    await fillIn(page);
    await page.context().clearCookies();
    await submit(page);
    const again = page.getByRole('dialog', { name: '登录已过期' });
    await again.getByLabel('密码').fill('wrong-password-1');
    await again.getByRole('button', { name: '登录', exact: true }).click();
    await again.getByText(/密码不对/).waitFor();
    await picture(page, 'forms-sign-in-again');
    await expectSound(page);
    await again.getByLabel('密码').fill(DEMO_PASSWORD);
    await again.getByRole('button', { name: '登录', exact: true }).click();
    await dialogOf(page).waitFor({ state: 'hidden' });
    await page.getByText('信息比对').first().waitFor();
    await page.getByRole('tab', { name: '核实表' }).click();
    await page.getByRole('row').filter({ hasText: '工资性收入' }).getByText('42,000.00').waitFor();
  });
});
