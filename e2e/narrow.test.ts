// Lists on small screens: nothing important beside the edge, nothing pinned over something else, targets for a thumb; and the
// way back after a reload.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCutOff, type Office, openOffice, PHONE, picture, settle } from './harness.ts';

const SMALL_DESK = { width: 1280, height: 720 };
const LISTS = ['/warnings', '/households', '/clues', '/cases?desk=mine'];

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});

afterAll(() => office.close());

describe('lists', () => {
  it.each(LISTS)('at 1280 × 720 %s shows all its columns', async (address) => {
    const page = await office.open('county', address, SMALL_DESK);
    await page.locator('.sw-table tbody tr.ant-table-row').first().waitFor();
    await picture(page, `narrow${address.replace(/\W+/g, '-')}`);
    expect(await isCutOff(page, '.sw-table .ant-table-body')).toBe(false);
  });

  it('on a phone who, until when and the button stand beside each other, and can be hit', async () => {
    const page = await office.open('township', '/cases?desk=mine', PHONE);
    await page.locator('.sw-table tbody tr.ant-table-row').first().waitFor();
    await picture(page, 'narrow-phone-cases');
    for (const title of ['户主', '期限', '办理']) {
      const box = await page.getByRole('columnheader', { name: title, exact: true }).first().boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? PHONE.width), title).toBeLessThanOrEqual(PHONE.width);
    }
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
