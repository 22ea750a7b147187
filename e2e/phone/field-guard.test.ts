// What the phone keeps and from whom: locked, guessed at, updated with a full outbox.

import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, PHONE, picture } from '../harness.ts';
import { addClue, expectForThePasture, leftOnPhone, next, PIN, pulled, signIn, strip, unlock } from './phone.ts';
import { openTwoBuilds, SECOND_BRAND } from './two-builds.ts';
import { openVillageOffice, WORKER } from './village-office.ts';

const MINUTE_MS = 60_000;

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
