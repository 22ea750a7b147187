// What a chief has for the quarter's joint conference.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, expectSound, isCutOff, type Office, openOffice, picture } from './harness.ts';

const SMALL = { width: 1280, height: 720 };

let office: Office;
let chief: Page;

beforeAll(async () => {
  office = await openOffice();
  chief = await office.signIn('chief');
});
afterAll(() => office.close());

async function lookAt(page: Page, name: string) {
  for (const size of [SMALL, DESK]) {
    await page.setViewportSize(size);
    await picture(page, `${name}-${size.width}`);
  }
}

describe('a chief', () => {
  it('has the pack of the quarter in one click, with its tables', async () => {
    await chief.goto(`${office.url}/statements/conference`);
    await chief.getByRole('heading', { level: 1, name: '联席会议材料' }).waitFor();
    await lookAt(chief, 'chief-conference');
    await expectSound(chief);
    await chief.getByRole('button', { name: '生成材料' }).click();
    await chief.waitForURL(/\/statements\/\d+\/\d+/);
    await chief.getByText(/^全区\d+年第.季度联席会议材料$/).waitFor();
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
