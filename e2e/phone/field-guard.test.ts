// What the phone keeps and from whom: locked, guessed at, long without contact, full, updated with a full outbox, handed to somebody else.

import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../../src/modules/demo/server/index.ts';
import { expectSound, type Office, PHONE, picture } from '../harness.ts';
import { addClue, expectForThePasture, leftOnPhone, next, PIN, pulled, signIn, strip, unlock } from './phone.ts';
import { openTwoBuilds, SECOND_BRAND } from './two-builds.ts';
import { NEIGHBOUR, openVillageOffice, WORKER } from './village-office.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

let office: Office;

beforeAll(async () => {
  office = await openVillageOffice();
});

afterAll(() => office.close());

type Found = { key: string; id: number; countyCode: number };

async function someHousehold(skipped = 0): Promise<Found> {
  const [found] =
    await office.find<Found>(`select h.county_code || '-' || h.id as key, h.id, h.county_code from households h
    where h.village_code = (select area_code from accounts where username = '${WORKER}') and h.valid_to is null
    order by h.number desc offset ${skipped} limit 1`);
  if (!found) throw new Error('the village has no such household');
  return found;
}

async function cluesOf({ countyCode, id }: Found): Promise<number> {
  const [found] = await office.find<{ n: number }>(
    `select count(*)::int as n from clues where county_code = ${countyCode} and household_id = ${id}`,
  );
  return found?.n ?? 0;
}

/** What the browser says of a server that breaks off is no fault there. */
async function visitElsewhere(): Promise<Page> {
  const phone = { viewport: PHONE, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' as const };
  const page = await (await office.browser.newContext(phone)).newPage();
  page.setDefaultTimeout(60_000);
  return page;
}

/** Signed in, with the village on it; at another address than the office's, where one is given. */
async function openPhone(elsewhere?: string): Promise<{ page: Page; context: BrowserContext }> {
  const url = elsewhere ?? office.url;
  const page = elsewhere ? await visitElsewhere() : await office.visit(PHONE);
  await page.goto(`${url}/field`);
  await signIn(page, WORKER);
  await pulled(page);
  return { page, context: page.context() };
}

/** Ids of what lies there, by kind. */
const lying = (page: Page) =>
  page.evaluate<string[]>(`new Promise((resolve) => {
    const opened = indexedDB.open('shouwang-field');
    opened.onsuccess = () => {
      const asked = opened.result.transaction('sealed').objectStore('sealed').getAllKeys();
      asked.onsuccess = () => { opened.result.close(); resolve(asked.result.map((key) => key.join('/'))); };
    };
  })`);

/** Whether the text is anywhere in the memory of the page. */
async function isInMemory(page: Page, text: string): Promise<boolean> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  let isThere = false;
  let rest = '';
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
    const whole = rest + chunk;
    isThere ||= whole.includes(text);
    rest = whole.slice(-text.length);
  });
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await devtools.detach();
  return isThere;
}

describe('a phone that is not in the hands of its user', () => {
  it('locks after minutes, makes who guesses wait, and after ten guesses forgets everything, saying what goes with it', async () => {
    const { page, context } = await openPhone();
    const household = await someHousehold();
    await context.setOffline(true);
    await addClue(page, office.url, household.key, '没传出去的一条');
    let now = Date.now() + 6 * MINUTE_MS;
    await context.clock.setSystemTime(now);
    await page.getByRole('heading', { level: 1, name: '解锁' }).waitFor();
    await expectForThePasture(page, 'guard-locked');
    for (let wrong = 1; wrong <= 10; wrong++) {
      await page.getByLabel('解锁密码').fill('864209');
      await page
        .getByText(/^解锁密码不对|解锁密码错了十次/)
        .first()
        .waitFor();
      if (wrong < 5) expect(await page.getByText('后再试').count()).toBe(0);
      if (wrong === 5) {
        await page.getByText('请 60 秒后再试').or(page.getByText('请 59 秒后再试')).first().waitFor();
        // The right one does not help before the time is over.
        await page.getByLabel('解锁密码').fill(PIN);
        await page.waitForTimeout(500);
        expect(await page.getByRole('heading', { name: '解锁' }).count()).toBe(1);
        await page.getByLabel('解锁密码').fill('');
        await picture(page, 'guard-waits');
      }
      if (wrong < 5 || wrong === 10) continue;
      now += 31 * MINUTE_MS;
      await context.clock.setSystemTime(now);
      await expect.poll(() => page.getByText('后再试').count()).toBe(0);
    }
    await page.getByRole('heading', { name: '解锁密码错了十次' }).waitFor();
    await page.getByText('登记线索').waitFor();
    await expectForThePasture(page, 'guard-wiped');
    await page.getByRole('button', { name: '清除手机上的资料' }).click();
    await page.getByLabel('用户名').waitFor();
    expect(await leftOnPhone(page, '没传出去的一条')).toEqual({ rows: 0, isReadable: false, answers: [] });
  });

  it('long without contact has no households any more, before anybody unlocks it; what was not sent is there and arrives, with a clock that is wrong', async () => {
    const { page, context } = await openPhone();
    const household = await someHousehold(1);
    const before = await cluesOf(household);
    await context.setOffline(true);
    await addClue(page, office.url, household.key, '走了很远才有信号');
    expect(await lying(page)).toContain('data/copy');
    await context.clock.setSystemTime(Date.now() + 15 * DAY_MS);
    await page.goto(`${office.url}/field`);
    await page.getByLabel('解锁密码').waitFor();
    expect(await lying(page)).not.toContain('data/copy');
    await page.getByLabel('解锁密码').fill(PIN);
    await page.getByText('手机超过 14 天没有联网').waitFor();
    await strip(page, '离线，1 条待传');
    await expectForThePasture(page, 'guard-long-away');
    await context.setOffline(false);
    await strip(page, /^全部已送达/);
    await page.getByText(/手机时间比单位快 360 小时/).waitFor();
    expect(await cluesOf(household)).toBe(before + 1);
    await page.goto(`${office.url}/field#/household/${household.key}`);
    await page.getByRole('link', { name: '登记线索' }).click();
    // The day is the office's, whatever the phone believes.
    await next(page);
    await page.getByRole('textbox').fill('日期按单位的');
    await next(page);
    const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
    expect(await page.locator('input[type=date]').inputValue()).toBe(today);
  });

  it('handed to somebody else it has nothing of the one before: not lying there, not in the memory of the page', async () => {
    const { page, context } = await openPhone();
    const household = await someHousehold(2);
    const secret = '暗号七三九一';
    await context.setOffline(true);
    await addClue(page, office.url, household.key, `${secret}，只有前一个人知道`);
    const [mine] = (await lying(page)).filter((key) => key.startsWith('item/'));
    expect(await isInMemory(page, secret)).toBe(true);
    await context.setOffline(false);
    await strip(page, /^全部已送达/);
    await page.goto(`${office.url}/field#/mine`);
    await page.getByRole('button', { name: '锁定' }).click();
    await page.getByRole('button', { name: '忘了解锁密码，联网登录' }).click();
    await page.getByLabel('用户名').fill(NEIGHBOUR);
    await page.getByLabel('密码').fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: '手机上有另一个账号的资料' }).waitFor();
    await expectForThePasture(page, 'guard-other-account');
    await page.getByRole('button', { name: '清除并继续' }).click();
    await page.getByLabel('解锁密码').fill(PIN);
    await page.getByLabel('再输一次').fill(PIN);
    await page.getByRole('button', { name: '完成' }).click();
    await strip(page, /^全部已送达/);
    expect(await lying(page)).not.toContain(mine);
    expect(await isInMemory(page, secret)).toBe(false);
    expect((await leftOnPhone(page, secret)).isReadable).toBe(false);
    await page.goto(`${office.url}/field#/household/${household.key}`);
    await page.getByText('手机上没有这一户').waitFor();
  });
});

it('works in a browser of 2021', async () => {
  const page = await office.visit(PHONE);
  await page.addInitScript(`delete Array.prototype.at; delete String.prototype.at; delete Array.prototype.findLast;
    delete Object.hasOwn; delete AbortSignal.timeout; delete crypto.randomUUID; delete Map.groupBy; delete self.structuredClone;`);
  await page.goto(`${office.url}/field`);
  await signIn(page, WORKER);
  await pulled(page);
  const household = await someHousehold(6);
  const before = await cluesOf(household);
  await addClue(page, office.url, household.key, '老手机上写的一条');
  await strip(page, /^全部已送达/);
  expect(await cluesOf(household)).toBe(before + 1);
});

it('says that there is no room when it cannot keep something, and before, where photos are taken', async () => {
  const { page, context } = await openPhone();
  const household = await someHousehold(3);
  const before = await cluesOf(household);
  const devtools = await context.newCDPSession(page);
  const allow = (quotaSize?: number) =>
    devtools.send('Storage.overrideQuotaForOrigin', { origin: office.url, ...(quotaSize ? { quotaSize } : {}) });
  await allow(1);
  await page.goto(`${office.url}/field#/form/register/toilets/new/${household.key}`);
  await page.getByText('手机只剩约 0 MB 空间').waitFor();
  await expectForThePasture(page, 'guard-little-room');
  await page.goto(`${office.url}/field#/form/clue/${household.key}`);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('手机存储空间不足').waitFor();
  await page.getByRole('textbox').fill('没有空间的时候写的');
  await page.getByRole('button', { name: '下一步' }).click();
  await next(page);
  await page.getByRole('button', { name: '确认保存' }).click();
  await page.getByText('手机存储空间不足，这次没有保存').waitFor();
  await picture(page, 'guard-full');
  await expectSound(page);
  await allow();
  await page.getByRole('button', { name: '确认保存' }).click();
  await page.getByText('登记时间').waitFor();
  await strip(page, /^全部已送达/);
  expect(await cluesOf(household)).toBe(before + 1);
});

it('takes a new version with a full outbox and half a form, loses nothing, and stays with the old one when the new one breaks off', async () => {
  const builds = await openTwoBuilds(office.url);
  try {
    const { page, context } = await openPhone(builds.url);
    const household = await someHousehold(4);
    const before = await cluesOf(household);
    builds.reach(false);
    for (const text of ['旧版里的第一条', '旧版里的第二条']) await addClue(page, builds.url, household.key, text);
    await page.goto(`${builds.url}/field#/form/clue/${household.key}`);
    await next(page);
    await page.getByRole('textbox').fill('旧版里填了一半');
    await page.waitForTimeout(1000);

    builds.serve('cut');
    await unlock(page, builds.url);
    await page.waitForTimeout(1500);
    expect(await page.getByText('有新版本').count()).toBe(0);
    await context.setOffline(true);
    await unlock(page, builds.url);
    await strip(page, '离线，2 条待传');
    await context.setOffline(false);

    builds.serve('second');
    await unlock(page, builds.url);
    const update = page.getByRole('button', { name: /有新版本，点此更新/ });
    await update.waitFor();
    await expectForThePasture(page, 'guard-update');
    expect(await page.getByText(SECOND_BRAND).count()).toBe(0);
    await update.click();
    await page.getByText(SECOND_BRAND).first().waitFor();
    await page.getByLabel('解锁密码').fill(PIN);
    await strip(page, /2 条待传/);
    await page.getByRole('link', { name: /继续填/ }).click();
    await page.getByText('旧版里填了一半').waitFor();
    await context.setOffline(true);
    await unlock(page, builds.url);
    await strip(page, '离线，2 条待传');
    builds.reach(true);
    await context.setOffline(false);
    await strip(page, /^全部已送达/);
    expect(await cluesOf(household)).toBe(before + 2);
    await context.close();
  } finally {
    await builds.close();
  }
});

it('on two phones: what each changed alone is merged, what both changed is asked, and both values stay', async () => {
  const household = await someHousehold(5);
  const [{ page: one }, { page: other }] = [await openPhone(), await openPhone()];
  await one.goto(`${office.url}/field#/form/register/courtyards/new/${household.key}`);
  await one.getByRole('button', { name: '下一步' }).click();
  await one.getByText('小养殖', { exact: true }).click();
  while ((await one.getByRole('heading', { level: 2, name: '请核对' }).count()) === 0) await next(one);
  await one.getByRole('button', { name: '确认保存' }).click();
  await strip(one, /^全部已送达/);
  const [row] = await office.find<{ key: string }>(`select county_code || '-' || id as key from courtyards
    where household_number = (select number from households where county_code = ${household.countyCode} and id = ${household.id})
    order by id desc limit 1`);
  for (const page of [one, other]) {
    await page.goto(`${office.url}/field#/outbox`);
    await page.getByRole('button', { name: '现在上传' }).click();
    await strip(page, /^全部已送达/);
    await page.context().setOffline(true);
  }
  const change = async (page: Page, said: Record<string, string>) => {
    await page.goto(`${office.url}/field#/form/register/courtyards/${row?.key}`);
    const review = page.getByRole('heading', { level: 2, name: '请核对' });
    while ((await review.count()) === 0) {
      for (const [title, value] of Object.entries(said)) {
        const field = page.getByLabel(new RegExp(`^${title}`));
        if ((await field.count()) > 0) await field.fill(value);
      }
      await next(page);
    }
    await page.getByRole('button', { name: '确认保存' }).click();
    await strip(page, '离线，1 条待传');
  };
  await change(one, { 规模: '十只羊', 投入: '3000' });
  await change(other, { 规模: '十五只羊', 年收入: '5000' });
  await one.context().setOffline(false);
  await strip(one, /^全部已送达/);
  await other.context().setOffline(false);
  await strip(other, /^1 条没有送达/);
  await other.goto(`${office.url}/field#/today`);
  await other.getByText('两边都改了').click();
  await other.getByText('十只羊', { exact: true }).waitFor();
  await other.getByText('十五只羊', { exact: true }).click();
  await expectForThePasture(other, 'guard-conflict');
  await other.getByRole('button', { name: '按选择的保存' }).click();
  await strip(other, /^全部已送达/);
  const [now] = await office.find<{ scale: string; costFen: number; yearlyIncomeFen: number }>(
    `select scale, cost_fen, yearly_income_fen from courtyards where county_code || '-' || id = '${row?.key}'`,
  );
  expect(now).toEqual({ scale: '十五只羊', costFen: 300_000, yearlyIncomeFen: 500_000 });
});
