// The phone in a browser test: signing in, questions answered with a thumb, and what is left on it.

import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { DEMO_PASSWORD } from '../../src/modules/demo/server/index.ts';
import { expectSound, overflows, picture } from '../harness.ts';

export const PIN = '270519';

export async function signIn(page: Page, username: string) {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByLabel('解锁密码').fill(PIN);
  await page.getByLabel('再输一次').fill(PIN);
  await page.getByRole('button', { name: '完成' }).click();
  await page.getByRole('heading', { level: 1, name: '今日' }).waitFor();
}

/** Until the copy is there, and the program can do without the network. */
export async function pulled(page: Page) {
  await strip(page, /^全部已送达/);
  await page.evaluate(
    'navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller || new Promise((r) => (navigator.serviceWorker.oncontrollerchange = r))).then(() => 1)',
  );
}

export async function unlock(page: Page, url: string) {
  await page.goto(`${url}/field`);
  await page.getByLabel('解锁密码').fill(PIN);
  await page.getByRole('heading', { level: 1, name: '今日' }).waitFor();
}

export const strip = (page: Page, text: string | RegExp) => page.locator('.f-strip').getByText(text).waitFor();
export const stripText = (page: Page) => page.locator('.f-strip span').first().textContent();
/** To the next question, which comes once the answer is on the disk. */
export async function next(page: Page) {
  const step = page.locator('.f-step');
  const before = await step.textContent();
  await page.getByRole('button', { name: '下一步' }).click();
  await expect.poll(() => step.textContent()).not.toBe(before);
}

export async function confirm(page: Page) {
  await page.getByRole('button', { name: '确认保存' }).click();
  await page.getByText('登记时间').waitFor();
}

export async function addClue(page: Page, url: string, household: string, text: string) {
  await page.goto(`${url}/field#/form/clue/${household}`);
  await next(page);
  await page.getByRole('textbox').fill(text);
  await next(page);
  await next(page);
  await confirm(page);
}

export async function draw(page: Page, label: string) {
  const pad = page.getByRole('img', { name: label });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error(`${label} is not on the screen`);
  for (const [from, to] of [
    [0.2, 0.5],
    [0.4, 0.8],
  ] as const) {
    await page.mouse.move(box.x + box.width * from, box.y + box.height * 0.3);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * to, box.y + box.height * 0.7, { steps: 4 });
    await page.mouse.up();
  }
}

/** Nothing of the person in anything the browser keeps. */
export function leftOnPhone(
  page: Page,
  name: string,
): Promise<{ rows: number; isReadable: boolean; answers: string[] }> {
  return page.evaluate(`(async () => {
    let rows = 0; let text = '';
    for (const { name, version } of await indexedDB.databases()) {
      const db = await new Promise((resolve) => { const o = indexedDB.open(name, version); o.onsuccess = () => resolve(o.result); });
      for (const store of db.objectStoreNames) {
        const all = await new Promise((resolve) => { const q = db.transaction(store).objectStore(store).getAll(); q.onsuccess = () => resolve(q.result); });
        rows += all.length;
        for (const row of all) text += JSON.stringify(row) + (row.body ? new TextDecoder().decode(row.body) : '');
      }
      db.close();
    }
    const answers = [];
    for (const key of await caches.keys()) for (const { url } of await (await caches.open(key)).keys()) {
      if (url.includes('/api/')) answers.push(url);
    }
    text += JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage });
    return { rows, isReadable: text.includes(${JSON.stringify(name)}), answers };
  })()`);
}

/** Answers by the titles of the questions; photos as how many there are. */
export type Given = Readonly<Record<string, string | number>>;

async function answer(page: Page, field: Locator, given: Given, photo: Buffer): Promise<void> {
  const title = ((await field.locator('.f-label, .f-hidden').first().textContent()) ?? '').replace('（可不填）', '');
  const isOptional = (await field.getByText(/可不填|可以不填/).count()) > 0;
  const said = given[title];
  const pad = field.getByRole('img', { name: title });
  if ((await field.locator('input[type=file]').count()) > 0) {
    for (let n = 1; n <= Number(said ?? 0); n++) {
      await field
        .locator('input[type=file]')
        .last()
        .setInputFiles({ name: `${title}${n}.png`, mimeType: 'image/png', buffer: photo });
      await field.getByRole('img', { name: `第 ${n} 张照片` }).waitFor();
    }
  } else if ((await field.locator('canvas').count()) > 0 && (await pad.count()) > 0) {
    await draw(page, title);
    await field.getByText('已签名').waitFor();
  } else if ((await field.locator('.f-option').count()) > 0) {
    if (said !== undefined) await field.locator('.f-option').getByText(String(said), { exact: true }).click();
    else if (!isOptional && (await field.locator('input:checked').count()) === 0)
      await field.locator('.f-option').first().click();
  } else {
    const input = field.locator('input, textarea').first();
    if ((await input.count()) === 0) return;
    const isMissing = !isOptional && (await input.inputValue()) === '';
    const isNumber = (await input.getAttribute('inputmode')) === 'decimal';
    if (said !== undefined) await input.fill(String(said));
    else if (isMissing) await input.fill(isNumber ? '1200' : '入户当面了解，情况如实');
  }
}

/** Every question in its turn, what is not given in some sound way; then the last look, and kept. */
export async function fillForm(page: Page, given: Given, photo: Buffer = Buffer.alloc(0)): Promise<void> {
  const review = page.getByRole('heading', { level: 2, name: '请核对' });
  while ((await review.count()) === 0) {
    for (const field of await page.locator('.f-field').all()) await answer(page, field, given, photo);
    await next(page);
  }
  await confirm(page);
}

/** Things to touch that a thumb would miss. */
const SMALL = `[...document.querySelectorAll('a, button, input:not([type=radio], [type=checkbox], [type=file]), textarea, summary, .f-option')]
  .filter((each) => each.getClientRects().length > 0 && each.getBoundingClientRect().height < 47.5)
  .map((each) => each.outerHTML.slice(0, 120))`;
/** Paler than 7 to 1, which is what is read in sunlight. */
const PALE = `axe.run(document, { runOnly: { type: 'rule', values: ['color-contrast-enhanced'] }, resultTypes: ['violations'] })
  .then(({ violations }) => violations.flatMap(({ nodes }) => nodes.map(({ target, any }) => target.join(' ') + ' ' + any[0]?.data?.contrastRatio)))`;

/** Read in sunlight, touched with a thumb, and with letters of twice the size nothing sticks out or lies under something else. */
export async function expectForThePasture(page: Page, name: string): Promise<void> {
  await picture(page, name);
  await expectSound(page);
  expect(await page.evaluate(PALE), name).toEqual([]);
  expect(await page.evaluate(SMALL), name).toEqual([]);
  await page.evaluate("document.documentElement.style.fontSize = '200%'");
  expect(await overflows(page), name).toBe(false);
  await picture(page, `${name}-200`);
  await page.evaluate("document.documentElement.style.fontSize = ''");
}
