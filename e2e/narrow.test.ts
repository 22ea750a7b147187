// The frame and lists on small screens: a menu that never scrolls, nothing important beside the edge, nothing pinned over something
// else, targets for a thumb; and the way back, after a reload and by the browser's key.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idNumber } from '../test/small-registry.ts';
import { expectSound, type Office, openOffice, PHONE, picture, settle } from './harness.ts';

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

  it('on a phone the counter finds a household by its initials and gives points by one tap', async () => {
    const page = await office.open('village', '/', PHONE);
    const township = await office.open('township', '/');
    const post = async (as: Page, where: string, data: object) => {
      const answer = await as.request.post(`${office.url}/api/registers/${where}`, {
        data: { requestId: crypto.randomUUID(), ...data },
      });
      if (!answer.ok()) throw new Error(await answer.text());
      return (await answer.json()) as { countyCode: number; id: number };
    };
    const [{ village, head, initials } = { village: 0, head: '', initials: '' }] = await office.find<{
      village: number;
      head: string;
      initials: string;
    }>(`select a.area_code as village, h.head_name as head, split_part(n.initials, ' ', 1) as initials from accounts a
      join households h on h.village_code = a.area_code and h.valid_to is null join person_names n on n.name = h.head_name
      where a.username = 'village' order by h.id limit 1`);
    const villageCode = Number(village);
    const rule = {
      ruleNumber: '1',
      pointKind: 'environment',
      behaviour: '清理房前屋后',
      points: 5,
      effectiveOn: '2022-01-01',
    };
    await post(page, 'point-rules', { values: { villageCode, ...rule } });
    const scheme = { villageCode, edition: 1, ruleSource: 'own', draftedOn: '2022-01-02' };
    const { countyCode, id } = await post(page, 'point-schemes', { values: scheme });
    const move = async (as: Page, name: string, doneOn: string, values: object = {}) => {
      const row = await as.request.get(`${office.url}/api/registers/point-schemes/${countyCode}/${id}`);
      const { version } = (await row.json()) as { version: string };
      await post(as, 'point-schemes/move', { move: name, doneOn, values, records: [{ countyCode, id, version }] });
    };
    await move(page, 'pass', '2022-01-05', { minutesNo: '会 1 号', attended: 30 });
    await move(township, 'file', '2022-01-06');
    await move(page, 'enforce', '2022-01-07');
    await page.goto(`${office.url}/governance/counter`);
    await page.getByRole('textbox', { name: '查找农牧户' }).fill(initials);
    await page
      .getByRole('button', { name: new RegExp(`^${head}户`) })
      .first()
      .click();
    await page.getByRole('button', { name: /清理房前屋后/ }).click();
    await page.getByRole('button', { name: '记 5 分' }).click();
    await page.locator('.governance-sums', { hasText: '余额 5 分' }).waitFor();
    await expectSound(page);
    await picture(page, 'counter-phone');
  });

  // Four minutes are six seconds a person.
  it('on a phone forty jobs are confirmed by forty taps, each taken back by one more', async () => {
    const page = await office.open('village', '/', PHONE);
    const county = await office.open('county', '/');
    const [{ code } = { code: 0 }] = await office.find<{ code: number }>(
      `select area_code as code from accounts where username = 'village'`,
    );
    for (let i = 0; i < 40; i++) {
      const values = {
        ...{ number: `E2E${i}`, villageCode: code, idNumber: idNumber(19_800_101 + (i % 28), 100 + i), name: `甲${i}` },
        ...{ jobForm: 'away', workRegionCode: '110105', startedOn: '2022-03-01', organisedBy: 'self' },
      };
      const added = await county.request.post(`${office.url}/api/registers/employment-spells`, {
        data: { requestId: crypto.randomUUID(), values },
      });
      expect(added.ok(), await added.text()).toBe(true);
    }
    await page.goto(`${office.url}/employment/confirm`);
    const buttons = page.getByRole('group', { name: /^甲/ }).getByRole('button', { name: '在岗' });
    await buttons.first().waitFor();
    await picture(page, 'employment-confirm-phone');
    const total = page.locator('.sw-job-total');
    const before = Number(/已确认\s*(\d+)/.exec((await total.textContent()) ?? '')?.[1]);
    const heights = await buttons.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(heights).toHaveLength(40);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    const begun = Date.now();
    for (let left = 40; left > 0; left--) await buttons.first().click();
    await page.getByText('正在保存').first().waitFor({ state: 'detached' });
    expect(Date.now() - begun).toBeLessThan(240_000);
    await expectSound(page);
    await page.reload();
    await total.filter({ hasText: `已确认 ${before + 40} /` }).waitFor();
    await page.getByRole('button', { name: '撤销甲0的确认' }).click();
    await total.filter({ hasText: `已确认 ${before + 39} /` }).waitFor();
    await settle(page);
    const [{ kept } = { kept: 0 }] = await office.find<{ kept: number }>(
      `select count(*)::int as kept from employment_confirmations where spell_number like 'E2E%' and not voided`,
    );
    expect(kept).toBe(39);
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

  it('the back key leads to the list with its filter, its page and the place on it', async () => {
    const page = await office.open('county', '/warnings?state=open', SMALL_DESK);
    await page.getByRole('button', { name: '下一页' }).click();
    await page.getByText('第 2 页').waitFor();
    await settle(page);
    const row = page.locator('.sw-table tbody tr.sw-row-open').nth(24);
    await row.scrollIntoViewIfNeeded();
    await settle(page);
    const place = await page.locator('#sw-content').evaluate((content) => content.scrollTop);
    expect(place).toBeGreaterThan(200);
    await row.click();
    await page.waitForURL(/warnings\/\d{6}-\d+/);
    await settle(page);
    await page.goBack();
    await page.getByText('第 2 页').waitFor();
    await settle(page);
    expect(new URL(page.url()).searchParams.get('state')).toBe('open');
    const now = await page.locator('#sw-content').evaluate((content) => content.scrollTop);
    expect(Math.abs(now - place)).toBeLessThan(40);
  });
});

const USERS = ['admin', 'region', 'county', 'township', 'village', 'data', 'audit'];

describe('the menu', () => {
  it.each(USERS)('of %s does not scroll at 1280 × 720', async (user) => {
    const page = await office.open(user, '/', SMALL_DESK);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const menu = page.getByRole('navigation', { name: '主菜单' });
    const panels = menu.getByRole('button', { expanded: false });
    await picture(page, `menu-${user}`);
    // The area that is open shows its entries already; the others when they are chosen.
    const paths = new Set<string>();
    for (let left = 12; left > 0; left--) {
      for (const link of await menu.getByRole('link').all()) paths.add((await link.getAttribute('href')) ?? '');
      const scrolls = await menu.evaluate((nav) =>
        [nav, ...nav.querySelectorAll('*')].some(
          (part) =>
            part.scrollHeight > part.clientHeight + 1 &&
            part.clientHeight > 0 &&
            getComputedStyle(part).overflowY !== 'visible',
        ),
      );
      expect(scrolls).toBe(false);
      const box = await menu.locator('.sw-rail').boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(SMALL_DESK.height);
      const next = panels.nth(12 - left);
      if ((await next.count()) === 0) break;
      await next.click();
    }
    expect(paths.size).toBeGreaterThan(1);
    await expectSound(page);
  });

  it('is folded away, lies over the page when it is called, and remembers it', async () => {
    const page = await office.open('county', '/warnings', SMALL_DESK);
    const menu = page.getByRole('navigation', { name: '主菜单' });
    const panel = menu.getByRole('region', { name: '监测帮扶' });
    await panel.getByRole('link', { name: '公示公告' }).waitFor();
    await menu.getByRole('button', { name: '收起二级菜单' }).click();
    await panel.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { name: '预警' }).waitFor();
    expect(await panel.count()).toBe(0);
    await menu.getByRole('button', { name: '农牧户' }).click();
    await menu.getByRole('link', { name: '收入' }).click();
    await page.getByRole('heading', { name: '收入', exact: true }).waitFor();
    expect(await menu.getByRole('region').count()).toBe(0);
    await menu.getByRole('button', { name: '固定二级菜单' }).click();
    await menu.getByRole('region', { name: '农牧户' }).waitFor();
  });

  it('of a village is a flat list on the phone, with views as tabs', async () => {
    const page = await office.open('village', '/', PHONE);
    await page.getByRole('button', { name: '打开主菜单' }).click();
    const menu = page.getByRole('navigation', { name: '主菜单' });
    expect(await menu.getByRole('link').allTextContents()).toEqual([
      '今日',
      '农牧户',
      '线索预警',
      '监测对象',
      '排查',
      '建设治理',
      '驻村',
      '驻村任务',
    ]);
    await settle(page);
    await picture(page, 'menu-village-phone');
    await menu.getByRole('link', { name: '线索预警' }).click();
    await page.getByRole('navigation', { name: '线索预警' }).getByRole('link', { name: '预警地图' }).click();
    await page.waitForURL(/warnings\/map/);
  });

  it('whoever is posted in a village finds the month, the tasks and the assessment in the menu, in a small window', async () => {
    for (const [user, address, heading] of [
      ['village', '/teams', '到岗情况'],
      ['township', '/registers/team-leaves', '驻村请假'],
      ['county', '/teams/assessment', '四维考核'],
    ] as const) {
      const page = await office.open(user, address, SMALL_DESK);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await picture(page, `teams-menu-${user}`);
      await expectSound(page);
      const scrolls = await page.evaluate<boolean>(
        `[...document.querySelectorAll('nav')].some((nav) => nav.scrollHeight > nav.clientHeight + 1)`,
      );
      expect([user, scrolls]).toEqual([user, false]);
    }
  });
});

describe('what is looked for', () => {
  const find = async (page: Page, text: string) => {
    await page.keyboard.press('/');
    await page.keyboard.insertText(text);
    await page.locator('.sw-hit').first().waitFor();
    await settle(page);
  };

  it('a page is found by what one calls it, and stands among what was opened last', async () => {
    const page = await office.open('county', '/', SMALL_DESK);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await find(page, '理赔');
    await page.keyboard.press('Enter');
    await page.waitForURL(/registers\/insurance-claims/);
    await find(page, '措施');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await page.locator('.sw-hit').first().waitFor({ state: 'hidden' });
    await page.reload();
    await page.getByRole('heading', { name: '防贫保理赔' }).waitFor();
    await page.getByLabel('全局搜索').fill('');
    await page.getByLabel('全局搜索').click();
    await page.locator('.sw-hit', { hasText: '防贫保理赔' }).waitFor();
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    expect(kept).not.toContain('理赔');
  });

  it('a household with a case under way leads to the case', async () => {
    const [open] = await office.find<{ number: string; path: string }>(`
      select h.number, '/cases/' || c.county_code || '-' || c.id as path from cases c
      join households h on h.county_code = c.county_code and h.id = c.household_id
      where c.ended_on is null order by c.county_code desc, c.id limit 1`);
    const page = await office.open('county', '/', SMALL_DESK);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await find(page, open?.number ?? '');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === open?.path);
  });

  it('a filtered list is kept by name, opened from the desk, and given up', async () => {
    const page = await office.open('county', '/cases?desk=late', SMALL_DESK);
    await page.getByRole('button', { name: '收藏' }).click();
    await page.getByLabel('收藏名称').fill('逾期的个案');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已收藏').waitFor();
    await page.goto(`${office.url}/saved-lists`);
    await page.getByRole('link', { name: '逾期的个案' }).click();
    await page.waitForURL(/cases\?desk=late/);
    await page.goto(`${office.url}/saved-lists`);
    await expectSound(page);
    await picture(page, 'saved-lists');
    await page.getByRole('button', { name: '删除收藏 逾期的个案' }).click();
    await page.getByText('还没有收藏').waitFor();
  });

  it('what a page is for is told on ?', async () => {
    const page = await office.open('county', '/registers/toilets', SMALL_DESK);
    await page.getByRole('heading', { name: '户厕' }).waitFor();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: '户厕：说明' });
    await sheet.getByText('相同的是同一条记录').waitFor();
    await settle(page);
    await expectSound(page);
  });
});
