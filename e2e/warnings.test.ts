// A warning goes from the desk to the village and back with a result; the map's numbers open the lists they count; a
// threshold is tried before it is saved.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectSound, type Office, openOffice, overflows, PHONE, picture, toTheEnd } from './harness.ts';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});

afterAll(() => office.close());

async function countOfList(page: Page): Promise<number> {
  const text = await page.getByText(/^共 [\d,]+ 户$/).textContent();
  return Number((text ?? '').replace(/\D/g, ''));
}

describe('warnings', () => {
  it('every number of the desk opens as many rows', async () => {
    const page = await office.signIn('county');
    for (const title of ['预警今日到期', '预警已逾期', '未核实']) {
      await page.goto(office.url);
      await toTheEnd(page);
      const card = page.getByRole('link').filter({ hasText: title });
      const shown = Number((await card.textContent())?.match(/([\d,]+) ?户/)?.[1]?.replace(',', ''));
      await card.click();
      await page.waitForURL(/\/warnings\?/);
      expect(await countOfList(page), title).toBe(shown);
    }
    await picture(page, 'warnings');
    await expectSound(page);
  });

  it('is assigned by the county, checked in the village on a phone, and taken back with a reason', async () => {
    const county = await office.signIn('county');
    const village = await office.open('village', '/warnings?state=open', PHONE);
    await village.getByText(/^共 [\d,]+ 户$/).waitFor();
    await picture(village, 'warnings-phone');
    expect(await overflows(village)).toBe(false);
    await village.getByRole('row').nth(1).click();
    await village.getByRole('button', { name: '填写核实结果' }).waitFor();
    const address = new URL(village.url()).pathname;

    await county.goto(`${office.url}${address}`);
    await county.getByRole('button', { name: '指派' }).click();
    const assign = county.getByRole('dialog');
    await assign.getByLabel('核实人').click();
    await county.getByTitle(/巴特尔/).click();
    await picture(county, 'warning-assign');
    await assign.getByRole('button', { name: '指派' }).click();
    await county.getByText('已指派 1 户').waitFor();
    await picture(county, 'warning');
    await expectSound(county);

    await village.reload();
    await village
      .getByText(/指派给/)
      .first()
      .waitFor();
    await village.getByRole('button', { name: '填写核实结果' }).click();
    const check = village.getByRole('dialog');
    await check.getByText('无风险', { exact: true }).click();
    await check.getByRole('button', { name: '保存' }).click();
    await check.getByRole('alert').getByText('请写明无风险的理由，至少 4 个字').waitFor();
    await check.getByLabel('无风险的理由').fill('入户核实，子女务工收入未计入，无返贫风险');
    await picture(village, 'warning-check-phone');
    await check.getByRole('button', { name: '保存' }).click();
    await village.getByText('核实结果已保存').waitFor();
    await village.getByRole('heading', { name: '核实结果' }).waitFor();
    await picture(village, 'warning-checked-phone');

    await county.reload();
    await county.getByRole('button', { name: '撤销核实' }).click();
    const reopen = county.getByRole('dialog');
    await reopen.getByLabel('撤销原因').fill('与医保数据不符，请再次入户');
    await reopen.getByRole('button', { name: '撤销' }).click();
    await county.getByText('已撤销，预警重新待核实').waitFor();
    await county.getByText('与医保数据不符，请再次入户').waitFor();
  });

  it('is read by an auditor, who is told why nothing can be done', async () => {
    const page = await office.open('audit', '/warnings?state=open');
    await page.getByRole('row').nth(1).click();
    await page.getByRole('button', { name: '为什么不能操作？' }).click();
    await page.getByText('本账号的角色只能查阅预警，不能核实。').waitFor();
    await expect.poll(() => page.getByRole('button', { name: '填写核实结果' }).count()).toBe(0);
  });
});

describe('the map', () => {
  it('drills from the region to villages, and each number opens the list it counts', async () => {
    const page = await office.open('region', '/warnings/map');
    await page.getByRole('heading', { name: '分旗县示意图' }).waitFor();
    await picture(page, 'map');
    await expectSound(page);
    for (const name of ['乌兰察布市', '商都县']) {
      await page.getByRole('row').filter({ hasText: name }).getByRole('button', { name }).last().click();
      await page.getByRole('heading', { name: '预警地图' }).waitFor();
      await page.getByText(`${name} 每千户预警数`).waitFor();
    }
    const total = page.getByRole('row').filter({ hasText: '合计' }).getByRole('link').first();
    const shown = Number((await total.textContent())?.replace(',', ''));
    await picture(page, 'map-county');
    await total.click();
    await page.waitForURL(/\/warnings\?/);
    expect(await countOfList(page)).toBe(shown);
  });
});

describe('rules and thresholds', () => {
  it('are shown in words, and a threshold is tried before it is saved', async () => {
    const page = await office.open('county', '/warnings/rules');
    await page.getByRole('row').filter({ hasText: 'R12' }).waitFor();
    await picture(page, 'rules');
    await expectSound(page);
    await page.getByRole('tab', { name: '参数' }).click();
    await page.getByRole('columnheader', { name: '监测范围（人均纯收入）' }).waitFor();
    await picture(page, 'parameters');
    await expectSound(page);
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '商都县' }) });
    await row.getByRole('button').first().click();
    await page.getByLabel(/新值/).fill('99999');
    await page.getByRole('button', { name: '试算' }).click();
    await page.getByRole('row').filter({ hasText: '合计' }).waitFor();
    await picture(page, 'what-if');
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '放弃填写的内容' }).click();
    await page.getByRole('dialog').first().waitFor({ state: 'hidden' });
    await page.getByRole('tab', { name: '筛查' }).click();
    await page.getByRole('tabpanel').getByRole('table').waitFor();
    await picture(page, 'screenings');
    await expectSound(page);
  });
});
