// The chief's day before a press conference: a statement from the template to the Word file, a question of a journalist, and the pack for the
// quarter's joint conference. Clicks are counted, and printed with the time the machine took.

import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, expectSound, isCutOff, type Office, openOffice, picture, settle } from './harness.ts';

const SMALL = { width: 1280, height: 720 };

let office: Office;
let writer: Page;
let chief: Page;
let statement = '';

beforeAll(async () => {
  office = await openOffice();
  writer = await office.signIn('region');
  chief = await office.signIn('chief');
});
afterAll(() => office.close());

/** Counts what somebody does with the mouse, and how long the machine takes to be ready again. */
function counted() {
  const from = performance.now();
  let clicks = 0;
  return {
    click: async (place: Locator) => {
      await place.click();
      clicks++;
    },
    seen: (what: string) => {
      const seconds = Math.round((performance.now() - from) / 100) / 10;
      console.log(`${what}: ${clicks} clicks, ${seconds} s`);
      return { clicks, seconds };
    },
  };
}

async function type(page: Page, label: string, text: string) {
  const field = page.getByLabel(label, { exact: true });
  await field.fill(text);
  await field.press('Enter');
}

async function lookAt(page: Page, name: string) {
  for (const size of [SMALL, DESK]) {
    await page.setViewportSize(size);
    await picture(page, `${name}-${size.width}`);
  }
}

describe('a chief', () => {
  it('has a statement of the day from the template to the Word file', async () => {
    const hand = counted();
    await writer.goto(`${office.url}/statements`);
    await type(writer, '数据时点', '2022-05-31');
    await type(writer, '发布日期', '2022-06-09');
    await hand.click(writer.getByRole('button', { name: '起草', exact: true }));
    await writer.waitForURL(/\/statements\/\d+\/\d+/);
    statement = new URL(writer.url()).pathname;

    // Live numbers, each a way down.
    const jobs = writer.getByRole('link', { name: /^\d[\d.]*万人$/ }).first();
    await jobs.waitFor();
    await lookAt(writer, 'chief-statement');

    await hand.click(writer.getByRole('tab', { name: '两个时点比较' }));
    await type(writer, '另一时点', '2022-04-30');
    await writer.getByText(/^有 \d+ 个数不同/).waitFor();
    expect(await writer.locator('.sw-statement-two .sw-changed').count()).toBeGreaterThan(4);
    await lookAt(writer, 'chief-two-days');

    await hand.click(writer.getByRole('tab', { name: /^核对（\d+）$/ }));
    const claims = writer.getByRole('button', { name: '由我确认' });
    await claims.first().waitFor();
    await lookAt(writer, 'chief-claims');
    const open = await writer.locator('button:enabled', { hasText: '由我确认' }).count();
    expect(open).toBeGreaterThan(2);
    await hand.click(writer.locator('button:enabled', { hasText: '由我确认' }).first());
    await writer
      .getByText(/^乌云 /)
      .first()
      .waitFor();
    await expectSound(writer);

    await hand.click(writer.getByRole('button', { name: '送审' }));
    await hand.click(writer.getByRole('dialog').getByRole('button', { name: '送审' }));
    await writer.getByText('已送审').first().waitFor();

    await chief.goto(`${office.url}${statement}`);
    await hand.click(chief.getByRole('button', { name: '审定或退回' }));
    await hand.click(chief.getByRole('button', { name: '审定', exact: true }));
    const dialog = chief.getByRole('dialog', { name: /^审定：/ });
    await dialog.getByLabel('办理日期').waitFor();
    await hand.click(dialog.getByRole('button', { name: '审定', exact: true }));
    await dialog.waitFor({ state: 'hidden' });
    await chief.goto(`${office.url}${statement}`);
    await chief.getByText('已审定').first().waitFor();

    const file = chief.waitForEvent('download');
    await hand.click(chief.getByRole('button', { name: /^发布稿 FB\d+ Word$/ }));
    expect((await file).suggestedFilename()).toMatch(/\.docx$/);
    const { clicks, seconds } = hand.seen('statement from template to Word');
    expect(clicks).toBeLessThanOrEqual(12);
    // Ten minutes are for reading; the machine may have one of them, on a busy machine three.
    expect(seconds).toBeLessThan(180);
  });

  it('tells a journalist in three clicks why it is this number and not the next', async () => {
    await chief.goto(`${office.url}${statement}`);
    const hand = counted();
    const number = chief.getByRole('link', { name: /^\d[\d.]*万人$/ }).last();
    await hand.click(number);
    await chief.getByText('为什么是这个数').waitFor();
    await chief.getByText(/四舍五入保留 \d 位小数为 [\d.]+；到 [\d.]+ 才是 [\d.]+/).waitFor();
    await chief.getByText('与已发布的数比较').waitFor();
    await settle(chief);
    await lookAt(chief, 'chief-why');
    await expectSound(chief);
    const file = chief.waitForEvent('download');
    await hand.click(chief.getByRole('button', { name: /说明 Word$/ }));
    expect((await file).suggestedFilename()).toMatch(/说明_2022-05-31\.docx$/);
    const rows = chief.waitForEvent('download');
    await hand.click(chief.getByRole('button', { name: '导出明细' }));
    expect((await rows).suggestedFilename()).toMatch(/明细_2022-05-31\.csv$/);
    expect(hand.seen('why this number: words, paper, rows').clicks).toBe(3);
  });

  it('has the pack of the quarter in one click, with its tables', async () => {
    await chief.goto(`${office.url}/statements/conference`);
    await chief.getByRole('heading', { level: 1, name: '联席会议材料' }).waitFor();
    await lookAt(chief, 'chief-conference');
    await expectSound(chief);
    const hand = counted();
    await hand.click(chief.getByRole('button', { name: '生成材料' }));
    await chief.waitForURL(/\/statements\/\d+\/\d+/);
    await chief.getByText(/^全区\d+年第.季度联席会议材料$/).waitFor();
    hand.seen('pack of the quarter');
    await lookAt(chief, 'chief-pack');
    await chief.getByRole('tab', { name: '附表' }).click();
    await chief.getByRole('heading', { name: '逾期未办事项' }).waitFor();
    await chief.getByRole('table', { name: '主要指标与上季度末、上年同期比较' }).waitFor();
    await lookAt(chief, 'chief-pack-tables');
    expect(await isCutOff(chief, '.sw-statement-paper')).toBe(false);
    await expectSound(chief);
    await chief.getByRole('button', { name: '送审' }).click();
    await chief.getByRole('dialog').getByRole('button', { name: '送审' }).click();
    await chief.getByText('已送审').first().waitFor();
    for (const [button, ending] of [
      ['Word', /\.docx$/],
      ['Excel', /\.xlsx$/],
    ] as const) {
      const file = chief.waitForEvent('download');
      await chief.getByRole('button', { name: new RegExp(`^联席会议材料 LX\\d+ ${button}$`) }).click();
      expect((await file).suggestedFilename()).toMatch(ending);
    }
  });
});
