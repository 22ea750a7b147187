// The desk by drag, keyboard and bulk; rows taken to Excel; lists on a phone; and the help of the demonstration.

import exceljs from 'exceljs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, expectSound, isCutOff, type Office, openOffice, overflows, PHONE, picture } from './harness.ts';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});

afterAll(() => office.close());

const lane = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const cards = (place: Locator) => place.getByRole('button', { name: /^移动/ });

async function openBoard(username: string, search = ''): Promise<Page> {
  const page = await office.open(username, `/cases/board${search}`);
  await lane(page, '入户核实').waitFor();
  return page;
}

/** All steps are seen at once, and no word sticks out of its card. */
async function expectWhole(page: Page, name: string, widths = [1280, DESK.width]) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: DESK.height });
    await picture(page, `${name}-${width}`);
    expect(await isCutOff(page, '.sw-board')).toBe(false);
    for (const part of await page.locator('.sw-lane, .sw-card').all())
      expect(await part.evaluate((each) => each.scrollWidth > each.clientWidth)).toBe(false);
  }
}

/** By small steps, as a hand does. */
async function drag(page: Page, card: Locator, target: Locator) {
  const from = await card.boundingBox();
  const to = await target.boundingBox();
  if (!from || !to) throw new Error('nothing to drag');
  await page.mouse.move(from.x + 10, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 30, from.y + from.height / 2, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + 60, { steps: 12 });
}

const stateOf = async (name: string) =>
  office.find<{ state: string; version: number }>(`
    select c.state, c.version from cases c join households h on h.county_code = c.county_code and h.id = c.household_id
    where h.head_name = '${name}' order by c.id`);

describe('the board', () => {
  it('opens the dialog of the next step by drag, and changes nothing before it is confirmed', async () => {
    const page = await openBoard('township', '?desk=mine');
    const review = lane(page, '乡镇审核');
    const card = cards(review).first();
    await card.waitFor();
    const before = await cards(review).count();
    await expectWhole(page, 'board');
    await expectSound(page);
    const link = review.getByRole('link').first();
    const name = ((await link.textContent()) ?? '').replace(/户$/, '');
    const was = await stateOf(name);
    const box = review.locator('.sw-card').first();
    await drag(page, box, lane(page, '旗县审定'));
    await picture(page, 'board-dragging');
    await page.mouse.up();
    const dialog = page.getByRole('dialog', { name: /乡镇审核/ });
    await dialog.waitFor();
    expect(await stateOf(name)).toEqual(was);
    await picture(page, 'board-dialog');
    await dialog.getByRole('button', { name: '取消' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await stateOf(name)).toEqual(was);
    await drag(page, box, lane(page, '旗县审定'));
    await page.mouse.up();
    await dialog.waitFor();
    const confirm = dialog.getByRole('button', { name: /乡镇审核通过|提交|通过|确定|审核/ }).last();
    // On a busy machine a press may come while the dialog still moves in, and miss.
    await expect
      .poll(
        async () => {
          await confirm.click({ timeout: 2000 }).catch(() => undefined);
          return dialog.isVisible();
        },
        { timeout: 30_000, interval: 1500 },
      )
      .toBe(false);
    await expect.poll(() => cards(review).count()).toBe(before - 1);
  });

  it('says why a card cannot be put where it was put', async () => {
    const page = await openBoard('township');
    await expectWhole(page, 'board-all');
    await drag(page, lane(page, '乡镇审核').locator('.sw-card').first(), lane(page, '公告'));
    await page.mouse.up();
    await page.getByText('“乡镇审核”之后是“旗县审定”，不能越过环节。请先办完“乡镇审核”。').waitFor();
    await picture(page, 'board-refused');
  });

  it('works by keyboard alone', async () => {
    const page = await openBoard('county', '?desk=mine');
    const handle = cards(lane(page, '旗县审定')).first();
    await handle.waitFor();
    await handle.focus();
    await page.keyboard.press('Space');
    await page.getByText('在旗县审定上方').waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowRight');
    await page.getByText('在公告上方').waitFor({ state: 'attached' });
    await picture(page, 'board-keyboard');
    await page.keyboard.press('Space');
    await page.getByRole('dialog', { name: /审定/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await handle.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });

  it('leads from monitoring to clearing only where the conditions are met', async () => {
    const page = await openBoard('village', '?walk=clearing');
    await lane(page, '监测帮扶中').locator('.sw-card').first().waitFor();
    await expectWhole(page, 'board-clearing');
    await expectSound(page);
    await drag(page, lane(page, '监测帮扶中').locator('.sw-card').first(), lane(page, '入户核实'));
    await page.mouse.up();
    await page.getByText(/风险消除的条件/).waitFor();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });
});

describe('rows for Excel', () => {
  it('are copied by the button and by Ctrl+C, as they stand on screen', async () => {
    const page = await office.signIn('township');
    await page.context().grantPermissions(['clipboard-read']);
    await page.goto(`${office.url}/cases?desk=mine`);
    const row = page.getByRole('row').nth(1);
    await row.getByRole('checkbox').waitFor();
    for (const n of [0, 1])
      await page
        .getByRole('checkbox')
        .nth(n + 1)
        .check();
    await picture(page, 'cases-selected');
    await expectSound(page);
    const read = () => page.evaluate<string>('navigator.clipboard.readText()');
    await page.getByRole('button', { name: '复制到 Excel' }).click();
    await page.getByText('已复制 2 户，可以粘贴到 Excel').waitFor();
    const [header = '', first = '', ...rest] = (await read()).split(/\r?\n/);
    expect(header.split('\t').slice(0, 4)).toEqual(['户主', '期限', '苏木乡镇', '嘎查村']);
    expect(header).not.toContain('办理\t');
    expect(first.split('\t')).toHaveLength(header.split('\t').length);
    expect(rest).toHaveLength(1);
    await page.getByRole('checkbox').nth(2).uncheck();
    await page.getByRole('heading', { name: '监测对象' }).click();
    await page.keyboard.press('Control+c');
    await expect.poll(async () => (await read()).split(/\r?\n/).length).toBe(2);
  });

  it('come as a workbook of what is filtered', async () => {
    const page = await office.open('township', '/clues?state=open');
    await page.getByRole('row').nth(1).waitFor();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 Excel' }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(/线索_\d{4}-\d{2}-\d{2}\.xlsx$/);
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(await file.path());
    const total = Number(((await page.getByText(/^共 [\d,]+ 条$/).textContent()) ?? '').replace(/\D/g, ''));
    expect(book.worksheets[0]?.actualRowCount).toBe(total + 3);
  });
});

describe('a list on paper', () => {
  it('has neither menu nor buttons, says of where and when it is, and fits A4', async () => {
    const page = await office.open('county', '/cases?stage=monitored');
    await page.locator('tbody tr.sw-row-open').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    // 297 mm less the margins.
    await page.setViewportSize({ width: 1032, height: 730 });
    await page.getByText(/^内蒙古自治区乌兰察布市商都县 \d{4}-\d{2}-\d{2}$/).waitFor();
    for (const part of ['.sw-side', '.sw-top', '.sw-filters', '.sw-table td .ant-btn', '.sw-list-bar .ant-btn'])
      await expect.poll(() => page.locator(part).filter({ visible: true }).count(), { message: part }).toBe(0);
    expect(await overflows(page)).toBe(false);
    // Head and rows are one table, whose head comes again on each sheet.
    await expect.poll(() => page.locator('.sw-table table:has(thead):has(tbody tr.sw-row-open)').count()).toBe(1);
    expect(await page.locator('.sw-table').evaluate((table) => table.scrollWidth > table.clientWidth + 1)).toBe(false);
    await picture(page, 'list-printed');
  });
});

describe('a list on a phone', () => {
  it.each(['clues', 'cases', 'help/gaps', 'help/visits-due'])('shows its first rows: %s', async (list) => {
    const page = await office.open('township', `/${list}`, PHONE);
    const row = page.locator('.ant-table-row').first();
    await row.waitFor();
    await picture(page, `phone-${list.replace('/', '-')}`);
    await expectSound(page);
    const box = await row.boundingBox();
    expect((box?.y ?? 9999) + (box?.height ?? 0)).toBeLessThan(PHONE.height);
    await page.getByRole('button', { name: /筛选$/ }).click();
    await page.getByPlaceholder(/户主|姓名/).waitFor();
    await picture(page, `phone-${list}-filters`);
    await expectSound(page);
  });

  it('is found at its old address, with what was filtered', async () => {
    const page = await office.open('township', '/monitoring/visits-due?due=late', PHONE);
    await page.waitForURL(/\/help\/visits-due\?due=late$/);
    await page.getByRole('heading', { name: '走访提醒' }).waitFor();
    for (const nowhere of ['/monitoring/nowhere', '/nowhere', '/money/nowhere/at/all']) {
      await page.goto(`${office.url}${nowhere}`);
      await page.getByText('没有这个页面').waitFor();
      await page.getByRole('button', { name: '打开主菜单' }).waitFor();
    }
    await page.getByRole('link', { name: '回到工作台' }).click();
    await page.waitForURL(`${office.url}/`);
  });

  it('says that a search found nothing, and on the button that something is filtered', async () => {
    const page = await office.open('township', '/clues', PHONE);
    await page.getByRole('button', { name: /筛选$/ }).click();
    await page.getByLabel('查找').fill('zzzz');
    await page.getByLabel('查找').press('Enter');
    await page.getByText('没有符合条件的记录').waitFor();
    await page.getByRole('button', { name: /收起筛选/ }).click();
    await page.getByRole('button', { name: /筛选.1.$/ }).waitFor();
  });
});

describe('the library of measures', () => {
  it('is copied, changed and saved for the county', async () => {
    const page = await office.open('county', '/help/measure-library');
    await page.getByText('程序默认措施库').first().waitFor();
    await picture(page, 'measure-library');
    await expectSound(page);
    await page.getByRole('button', { name: '复制修改' }).click();
    await page.getByLabel('第 1 项帮扶内容').fill('旗医院减免自付费用');
    await page.getByRole('button', { name: /增加一项措施/ }).click();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('还有 1 项措施没有填写完整。请按红字更正后再保存。').first().waitFor();
    await picture(page, 'measure-library-edit');
    await expectSound(page);
    await page.getByRole('button', { name: '删除第 16 项' }).click();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText(/起按新的措施库提出建议/).waitFor();
    await page.getByText('旗医院减免自付费用').waitFor();
    await picture(page, 'measure-library-saved');
    const village = await office.open('village', '/help/measure-library');
    await village.getByText('旗医院减免自付费用').waitFor();
    await expect.poll(() => village.getByRole('button', { name: '复制修改' }).count()).toBe(0);
  });
});

type HelpSummary = {
  helped: number;
  fullyHelped: number;
  gaps: Record<string, number>;
  visits: { late: number; soon: number };
};

describe('the demonstration', () => {
  it('shows gaps of every kind, visits late and due, measures of nearly all classes with results', async () => {
    const page = await office.signIn('county');
    const answer = await page.request.get(`${office.url}/api/help/summary`);
    const { helped, fullyHelped, gaps, visits } = (await answer.json()) as HelpSummary;
    expect(helped).toBeGreaterThan(fullyHelped);
    expect(fullyHelped).toBeGreaterThan(5);
    for (const kind of ['none', 'risk', 'developing', 'late']) expect(gaps[kind], kind).toBeGreaterThan(0);
    expect(Math.min(visits.late, visits.soon)).toBeGreaterThan(1);
    const classes = await office.find<{ class: string; done: number }>(`
      select class, (count(*) filter (where state = 'done'))::int as done from case_measures group by 1`);
    expect(classes.length).toBeGreaterThanOrEqual(12);
    expect(classes.filter(({ done }) => done > 0).length).toBeGreaterThanOrEqual(8);
    await page.goto(`${office.url}/bulletin`);
    await page.getByText('应帮尽帮').first().waitFor();
    await picture(page, 'bulletin-with-help');
  });
});

describe('reminders', () => {
  it('go to all that is late in a place by one click, ring at whoever has to act, and come back answered', async () => {
    const county = await office.open('county', '/reminders');
    await county.getByRole('button', { name: /^催办/ }).first().click();
    const dialog = county.getByRole('dialog', { name: /催办、督办/ });
    await dialog.getByLabel('督办（要求书面答复）').click();
    await dialog.getByRole('textbox', { name: '要求' }).fill('请于三日内办结');
    await dialog.getByRole('button', { name: '发出' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await county.getByText('未答复').first().waitFor();
    await picture(county, 'reminders');
    await expectSound(county);
    const village = await office.signIn('village');
    const bell = village.getByRole('link', { name: /消息，.*未读/ });
    await bell.waitFor();
    await village.getByRole('heading', { name: '待答复的督办' }).waitFor();
    await village.getByRole('button', { name: '答复' }).first().click();
    const answer = village.getByRole('dialog', { name: /答复督办/ });
    await answer.getByLabel('办理情况').fill('已约定明日入户核实');
    await answer.getByRole('button', { name: '答复' }).click();
    await answer.waitFor({ state: 'hidden' });
    await bell.click();
    await village.getByRole('heading', { name: '消息' }).waitFor();
    await village.getByText('王建国督办').first().waitFor();
    await picture(village, 'messages');
    await expectSound(village);
    await village.getByRole('button', { name: '消息设置' }).click();
    const settings = village.getByRole('dialog', { name: '消息设置' });
    await settings.getByText('并入每日汇总').first().click();
    await picture(village, 'message-settings');
    await settings.getByRole('button', { name: '保存' }).click();
    await settings.waitFor({ state: 'hidden' });
    await village.getByRole('button', { name: '全部标为已读' }).click();
    await village.getByRole('link', { name: '消息，没有未读' }).waitFor();
    await county.reload();
    await county.getByText('已约定明日入户核实').waitFor();
  });

  it('are given from a case, and stand on it', async () => {
    const page = await office.open('county', '/cases?turn=village&desk=waiting');
    await page.locator('tbody tr.ant-table-row').first().getByRole('cell').nth(2).click();
    await page.getByRole('button', { name: '催办', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '催办、督办' });
    await dialog.getByRole('button', { name: '发出' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('tab', { name: '督办' }).click();
    await page.getByRole('table', { name: '督办' }).getByText('未答复').first().waitFor();
    await picture(page, 'case-reminders');
  });
});
