// The process is set up (template, holidays), a case goes through it, its changes are entered in the national system, and the
// bulletin tells how the days were kept.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { details } from '../test/case-details.ts';
import { expectSound, type Office, openOffice, overflows, PHONE, picture } from './harness.ts';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});

afterAll(() => office.close());

const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
const requestId = () => crypto.randomUUID();

/** An operation as somebody who is signed in on this page. */
async function call<Answer>(page: Page, path: string, data?: object): Promise<Answer> {
  const url = `${office.url}/api${path}`;
  const answer = data ? await page.request.post(url, { data }) : await page.request.get(url);
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

type Household = { countyCode: number; id: number; number: string; headName: string };

async function findHousehold(): Promise<Household> {
  const [found] = await office.find<Household>(`
    select h.county_code, h.id, h.number, h.head_name from households h
    join accounts a on a.username = 'village' and h.village_code = a.area_code
    where h.kind = 'general' and h.monitoring_category is null and h.valid_to is null
      and not exists (select from cases c where c.household_id = h.id) order by h.id limit 1`);
  if (!found) throw new Error('the village of the demonstration has no general household');
  return found;
}

/** From the clue to the approval and the plan; the county's template of today lets a notice end on the day it begins. */
async function walkCase(pages: { village: Page; township: Page; county: Page }, household: Household) {
  const { village, township, county } = pages;
  const { countyCode } = household;
  const clue = { channel: 'visit', countyCode, householdId: household.id, receivedOn: today, text: '户主患病住院' };
  const { id: clueId } = await call<{ id: number }>(village, '/clues', { requestId: requestId(), ...clue });
  const opening = { requestId: requestId(), countyCode, clueIds: [clueId] };
  const { id } = await call<{ id: number }>(village, '/cases', opening);
  const upload = await village.request.post(`${office.url}/api/uploads`, {
    multipart: { file: { name: '签名.png', mimeType: 'image/png', buffer: await village.screenshot() } },
  });
  const { fileId } = (await upload.json()) as { fileId: string };
  const given = details(today, [fileId]);
  const path = `/cases/${countyCode}/${id}`;
  const act = async (page: Page, kind: keyof typeof given) => {
    const { version } = await call<{ version: number }>(page, path);
    await call(page, `${path}/${kind}`, { requestId: requestId(), version, detail: given[kind] });
  };
  await act(village, 'verify');
  await act(village, 'review');
  await act(county, 'compare');
  await act(village, 'publish');
  await act(village, 'end-notice');
  await act(township, 'pass-township');
  await act(county, 'approve');
  await act(township, 'announce');
  await act(township, 'record');
  await act(village, 'plan');
}

async function countOfList(page: Page): Promise<number> {
  const text = await page.getByText(/^共 [\d,]+ [户条]$/).textContent();
  return Number((text ?? '').replace(/\D/g, ''));
}

describe('settings of the process', () => {
  it('a county copies the template in force, changes its order and days, and saves it with a date', async () => {
    const page = await office.open('county', '/process/templates');
    await page.getByRole('row').filter({ hasText: '程序默认模板' }).waitFor();
    await picture(page, 'templates');
    await expectSound(page);
    await page.getByRole('link', { name: '查看、复制修改' }).click();
    await page.getByRole('heading', { name: '识别流程预览' }).waitFor();
    await picture(page, 'template-editor');
    await expectSound(page);
    const steps = page.getByRole('list').filter({ hasText: '入户核实' }).getByRole('listitem');
    await page.getByRole('button', { name: '民主评议上移' }).press('Enter');
    await expect.poll(() => steps.nth(1).textContent()).toContain('民主评议');
    await expect.poll(() => page.getByRole('button', { name: '入户核实下移' }).isDisabled()).toBe(true);
    await page.getByLabel('公示天数').fill('12');
    await page.getByText(/晚于总期限/).waitFor();
    await picture(page, 'template-too-long');
    await page.getByLabel('公示天数').fill('999');
    await page.getByText('公示的天数不能大于 400').waitFor();
    await page.getByLabel('模板名称').fill('商都县试行模板');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page
      .getByRole('alert')
      .getByText(/还有 1 处填写不对/)
      .waitFor();
    await picture(page, 'template-fault');
    await page.getByLabel('公示天数').fill('0');
    await page.getByRole('tab', { name: '其他设置' }).click();
    await picture(page, 'template-others');
    await expectSound(page);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('row').filter({ hasText: '商都县试行模板' }).getByText('执行中').waitFor();
    await picture(page, 'templates-saved');
  });

  it('the region fills in the official holidays and saves them; an unknown year is told', async () => {
    const page = await office.open('region', '/process/calendar?year=2026');
    await page.getByRole('button', { name: '填入法定节假日' }).click();
    await page.getByRole('button', { name: /2026-10-01 周四 休息 国庆节/ }).waitFor();
    await page.getByLabel('名称').fill('那达慕');
    await page.getByRole('button', { name: /2026-08-03 / }).click();
    await page.getByRole('button', { name: /2026-08-03 周一 休息 那达慕/ }).waitFor();
    await picture(page, 'calendar');
    await expectSound(page);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page
      .getByText(/正在按新的节假日重算/)
      .first()
      .waitFor();
    await page.getByText('2026 年节假日安排待核对').waitFor();
    await page.getByRole('button', { name: '已核对无误' }).click();
    await page.getByText(/2026 年节假日安排已由 乌云 于 .* 核对/).waitFor();
    await picture(page, 'calendar-checked');
    await page.goto(`${office.url}/process/calendar?year=2099`);
    await page.getByRole('button', { name: '填入法定节假日' }).click();
    await page.getByText('程序中没有 2099 年的放假安排。请按国务院办公厅的通知逐日填写。').waitFor();
    const county = await office.open('county', '/process/calendar?year=2026');
    await county.getByTitle(/2026-10-01 周四 休息 国庆节/).waitFor();
    await expect.poll(() => county.getByRole('button', { name: '填入法定节假日' }).count()).toBe(0);
  });
});

describe('a case decided', () => {
  it('stands on the list for the national system until it is entered there, or its export shows it', async () => {
    const [village, township, county] = [
      await office.signIn('village'),
      await office.signIn('township'),
      await office.signIn('county'),
    ];
    const household = await findHousehold();
    await township.goto(`${office.url}/national`);
    const before = await countOfList(township);
    await walkCase({ village, township, county }, household);
    const page = township;
    await page.goto(`${office.url}/national`);
    const row = (field: string) =>
      page.getByRole('row').filter({ hasText: household.headName }).filter({ hasText: field });
    await row('致贫返贫风险').waitFor();
    expect(await countOfList(page)).toBe(before + 5);
    await picture(page, 'national');
    await expectSound(page);
    for (const field of ['致贫返贫风险', '帮扶责任人']) await row(field).getByRole('checkbox').check();
    await page.getByRole('button', { name: '标记为已回写' }).click();
    await page.getByText('已标记 2 条为已回写').waitFor();
    await page.getByText(`共 ${before + 3} 条`, { exact: true }).waitFor();
    await page.getByRole('button', { name: '与国家系统导出比对' }).click();
    const file = [
      '户编号,监测对象类别,风险是否已消除,识别监测时间',
      `${household.number},边缘易致贫户,否,${today.slice(0, 4)}01`,
      'X0001,边缘户,否,',
    ].join('\n');
    const content = { name: '国家系统导出.csv', mimeType: 'text/csv', buffer: Buffer.from(file) };
    await page.locator('input[type=file]').setInputFiles(content);
    await page.getByRole('button', { name: '开始比对' }).click();
    await page.getByText('须为脱贫不稳定户、边缘易致贫户、突发严重困难户之一').waitFor();
    await picture(page, 'national-compared');
    await expectSound(page);
    await page.getByRole('button', { name: '历次比对' }).click();
    await page.getByRole('table', { name: '历次比对' }).getByText('国家系统导出.csv').first().waitFor();
    await picture(page, 'national-comparisons');
    await expectSound(page);
    await page.getByRole('dialog').locator('.sw-form-actions').getByRole('button', { name: '关闭' }).click();
    await page.getByText(`共 ${before + 1} 条`, { exact: true }).waitFor();
    await page.goto(`${office.url}/national?state=done`);
    await row('监测对象类别')
      .getByText(/导出比对/)
      .waitFor();
    await row('监测对象类别').getByRole('checkbox').check();
    await page.getByRole('button', { name: '撤销回写标记' }).click();
    await page.getByText('已撤销 1 条的回写标记').waitFor();
  });

  it('is counted in the bulletin, whose numbers open their lists', async () => {
    const page = await office.open('region', '/bulletin');
    await page.getByRole('heading', { name: '办理进度排名' }).waitFor();
    await picture(page, 'bulletin');
    await expectSound(page);
    const rank = page.getByRole('row').filter({ hasText: '商都县' }).first().getByRole('link').first();
    const shown = Number((await rank.textContent())?.replace(',', ''));
    await rank.click();
    await page.waitForURL(/\/bulletin\/cases\?/);
    await page.getByRole('heading', { name: '个案明细：有应办结的环节' }).waitFor();
    expect(await countOfList(page)).toBe(shown);
    await picture(page, 'bulletin-cases');
    await expectSound(page);
    await page.goBack();
    const card = page.locator('.sw-stat').filter({ hasText: '应识尽识率' });
    const handled = Number((await card.textContent())?.match(/([\d,]+) \/ [\d,]+ 条/)?.[1]?.replace(',', ''));
    await card.click();
    await page.waitForURL(/\/bulletin\/clues\?/);
    expect(await countOfList(page)).toBe(handled);
    await picture(page, 'bulletin-clues');
    await expectSound(page);
    await page.goBack();
    await page.getByRole('heading', { name: '办理进度排名' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.getByText('防止返贫监测帮扶工作进度通报').waitFor();
    await picture(page, 'bulletin-printed');
  });

  it('can be read on a phone', async () => {
    const page = await office.signIn('county', PHONE);
    for (const [path, name] of [
      ['bulletin', 'bulletin-phone'],
      ['national', 'national-phone'],
      ['process/templates', 'templates-phone'],
      ['process/templates/edit?from=0', 'template-editor-phone'],
      ['process/calendar?year=2026', 'calendar-phone'],
    ] as const) {
      await page.goto(`${office.url}/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('.sw-loading').first().waitFor({ state: 'detached' });
      await picture(page, name);
      expect(await overflows(page), path).toBe(false);
    }
  });
});
