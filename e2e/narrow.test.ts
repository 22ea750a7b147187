// Lists on small screens: nothing important beside the edge, nothing pinned over something else, targets for a thumb; and the
// way back after a reload.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice, PHONE, picture, settle } from './harness.ts';

const SMALL_DESK = { width: 1280, height: 720 };
/** What must be in sight without scrolling sideways. */
const LISTS: [string, string[]][] = [
  ['/warnings', ['户主', '核实期限', '核实人']],
  ['/households', ['户主', '人均纯收入（元）']],
  ['/clues', ['户主', '线索内容', '状态']],
  ['/cases?desk=mine', ['户主', '期限', '责任人', '办理']],
];

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});

afterAll(() => office.close());

async function expectInSight(page: Page, title: string, width: number) {
  const box = await page.getByRole('columnheader', { name: title, exact: true }).first().boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? width), title).toBeLessThanOrEqual(width);
}

describe('lists', () => {
  it.each(LISTS)('at 1280 × 720 %s shows %s', async (address, titles) => {
    const page = await office.open('county', address, SMALL_DESK);
    await page.locator('.sw-table tbody tr.ant-table-row').first().waitFor();
    await picture(page, `narrow${address.replace(/\W+/g, '-')}`);
    for (const title of titles) await expectInSight(page, title, SMALL_DESK.width);
  });

  it('on a phone who, until when and the button stand beside each other, and can be hit', async () => {
    const page = await office.open('township', '/cases?desk=mine', PHONE);
    await page.locator('.sw-table tbody tr.ant-table-row').first().waitFor();
    await picture(page, 'narrow-phone-cases');
    for (const title of ['户主', '期限', '办理']) await expectInSight(page, title, PHONE.width);
    const heights = await page
      .locator('.sw-content .ant-btn:visible')
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(40);
  });

  it('the second page knows the way back after a reload', async () => {
    const page = await office.open('county', '/households');
    await page.getByRole('button', { name: '下一页' }).click();
    await page.getByText('第 2 页').waitFor();
    await page.reload();
    await page.getByText('第 2 页').waitFor();
    await page.getByRole('button', { name: '上一页' }).click();
    await page.getByText('第 1 页').waitFor();
    await settle(page);
  });
});
