// A day on the pasture: the morning's pull, work without a network over a closed and reopened browser, the evening's sync, and what the
// office finds of it. Then the same over a network that breaks off anywhere and in a browser that is killed.

import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectSound, type Office, openOffice, PHONE, picture } from '../harness.ts';
import { type CuttingProxy, openCuttingProxy } from './cutting-proxy.ts';
import { addClue, confirm, draw, leftOnPhone, next, pulled, signIn, strip, stripText, unlock } from './phone.ts';

const WEB = path.resolve(import.meta.dirname, '../../dist/web');
const MOST_FIRST_LOAD = 250 * 1024;
/** Cuts and kills beside those that are named; more where somebody has the time: `npm run test:field-long`. */
const SEEDS = Number(process.env.SEEDS ?? 30);
const KILLS = Number(process.env.KILLS ?? 5);
/** What a long run has come to is told now and then. */
const TOLD_EVERY = 25;
const MOST_MS = 300_000 + (SEEDS + KILLS) * 20_000;

function told(done: number, of: number, what: string): void {
  if (done % TOLD_EVERY === 0 && of >= TOLD_EVERY * 2) process.stdout.write(`${done} of ${of} ${what}\n`);
}

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});

afterAll(() => office.close());

/** The demonstration has unsettled items of the other village's account. */
const USER = 'huade-village';

type Found = {
  key: string;
  id: number;
  countyCode: number;
  headName: string;
  number: string;
  initials: string;
  village: string;
};

/** Households of the village worker's village; `more` narrows. */
async function someHousehold(more = ''): Promise<Found> {
  const [found] =
    await office.find<Found>(`select h.county_code || '-' || h.id as key, h.id, h.county_code, h.head_name, h.number,
      n.initials, h.village_code::text as village from households h join person_names n on n.name = h.head_name
    where h.village_code = (select area_code from accounts where username = '${USER}') and h.valid_to is null ${more}
    order by h.number limit 1`);
  if (!found) throw new Error('the demonstration has no such household');
  return found;
}

/** What a clue says is sealed: how many the household has. */
async function cluesOf({ countyCode, id }: Found): Promise<number> {
  const [found] = await office.find<{ n: number }>(
    `select count(*)::int as n from clues where county_code = ${countyCode} and household_id = ${id}`,
  );
  return found?.n ?? 0;
}

async function toiletsOf({ number }: Found): Promise<number> {
  const [found] = await office.find<{ n: number }>(
    `select count(*)::int as n from toilets where household_number = '${number}' and built_how = 'new'`,
  );
  return found?.n ?? 0;
}

/** The item of a household in the round that runs. */
const ofRound = ({ countyCode, id }: { countyCode: number | string; id: number | string }) =>
  `from sweep_items i join sweeps s on s.id = i.sweep_id and s.issued_on is not null and s.closed_on is null
   where i.county_code = ${countyCode} and i.household_id = ${id} and i.left_on is null`;

/** What the board counts in the village of the household. */
async function doneIn(household: Found): Promise<number> {
  const [found] = await office.find<{ n: number }>(
    `select done::int as n from sweep_villages where village_code = ${household.village} and sweep_id = (select s.id ${ofRound(household)})`,
  );
  return found?.n ?? 0;
}

describe('a day on the pasture, where every network breaks off', () => {
  it('is begun with a network, worked without one, and arrives whole', async () => {
    const household = await someHousehold();
    const [before, toilets] = [await cluesOf(household), await toiletsOf(household)];
    const toVerify = await someHousehold(
      `and exists (select from cases c where c.county_code = h.county_code and c.household_id = h.id and c.state = 'identification.verification')`,
    );
    const toSweep = await someHousehold(
      `and exists (select ${ofRound({ countyCode: 'h.county_code', id: 'h.id' })} and i.visit_result is null)`,
    );
    const doneBefore = await doneIn(toSweep);
    let page = await office.visit(PHONE);
    const context = page.context();
    await page.goto(`${office.url}/field`);
    await picture(page, 'field-sign-in');
    await expectSound(page);
    await signIn(page, USER);
    await pulled(page);
    await picture(page, 'field-today');
    await expectSound(page);

    await context.setOffline(true);
    await strip(page, '离线，没有待传');
    await page.getByRole('link', { name: '农户', exact: true }).click();
    await page.getByRole('searchbox').fill(household.initials);
    await picture(page, 'field-households');
    await expectSound(page);
    await page.locator(`a[href="#/household/${household.key}"]`).click();
    await page.getByRole('heading', { level: 1, name: household.headName }).waitFor();
    await picture(page, 'field-household');
    await expectSound(page);
    await addClue(page, office.url, household.key, '户主住院两个月，牛也卖了。');
    await strip(page, '离线，1 条待传');
    await picture(page, 'field-item');

    await page.goto(`${office.url}/field#/household/${toVerify.key}`);
    await page.getByRole('link', { name: '入户核实' }).click();
    await page
      .locator('input[type=file]')
      .last()
      .setInputFiles({
        ...{ name: '院子.png', mimeType: 'image/png' },
        buffer: await page.screenshot(),
      });
    await page.getByRole('img', { name: '第 1 张照片' }).waitFor();
    await next(page);
    await page.getByLabel('入户人员').fill('巴特尔、苏和');
    await next(page);
    for (const group of await page.getByRole('radiogroup').all()) await group.getByText('否').click();
    await picture(page, 'field-question');
    await expectSound(page);
    await next(page);
    await next(page);
    for (const input of await page.locator('main input').all()) await input.fill('1200');
    await next(page);
    await page.locator('.f-option').first().click();
    await next(page);
    await page.getByText('否', { exact: true }).click();
    await next(page);
    await page.locator('.f-option').first().click();
    await next(page);
    await page.getByRole('textbox').fill('冬季草料不够');
    await next(page);
    // Gone in the middle of it: the next start goes on with the same question.
    await page.close();
    page = await context.newPage();
    await unlock(page, office.url);
    await page.getByRole('link', { name: '继续填' }).click();
    await draw(page, '农户在承诺授权书上签名');
    await draw(page, '入户人员签名');
    await expect.poll(() => page.getByText('已签名').count()).toBe(2);
    await picture(page, 'field-signatures');
    await next(page);
    await page.getByText('情况属实', { exact: true }).click();
    await next(page);
    await page.getByRole('textbox').fill('情况属实，需要帮扶。');
    await next(page);
    // Nothing was allowed to measure: it goes on all the same.
    await page.getByRole('button', { name: '记录现在的位置' }).click();
    await page.getByText('没有允许读取位置').waitFor();
    await next(page);
    await picture(page, 'field-review');
    await confirm(page);
    await strip(page, '离线，2 条、3 张照片待传');

    await page.goto(`${office.url}/field#/form/register/toilets/new/${household.key}`);
    await page
      .locator('input[type=file]')
      .nth(1)
      .setInputFiles({
        ...{ name: '改前.png', mimeType: 'image/png' },
        buffer: await page.screenshot(),
      });
    await page.getByRole('img', { name: '第 1 张照片' }).waitFor();
    await next(page);
    await next(page);
    await page.getByText('户厕', { exact: true }).click();
    await next(page);
    await page.getByText('新建', { exact: true }).click();
    await next(page);
    await next(page);
    await confirm(page);
    await strip(page, '离线，4 条、4 张照片待传');

    // A household of the round is phoned: nobody has to be there for the list to get shorter.
    await page.goto(`${office.url}/field#/households/round`);
    const left = await page.locator('main').getByRole('status').textContent();
    await page.goto(`${office.url}/field#/household/${toSweep.key}`);
    await page.getByRole('link', { name: /^入户核查/ }).click();
    await page.getByText('无风险', { exact: true }).click();
    await next(page);
    await page.getByText('电话', { exact: true }).click();
    await next(page);
    for (const question of await page.locator('.f-field').all()) await question.locator('.f-option').first().click();
    await picture(page, 'field-round');
    await expectSound(page);
    await next(page);
    await next(page);
    await page.getByLabel('另一名核查人').fill('巴特尔');
    await next(page);
    await next(page);
    await confirm(page);
    await strip(page, '离线，5 条、4 张照片待传');
    await page.goto(`${office.url}/field#/households/round`);
    expect(await page.locator('main').getByRole('status').textContent()).not.toBe(left);
    await page.goto(`${office.url}/field#/outbox`);
    await picture(page, 'field-outbox');
    await expectSound(page);
    const kept = await leftOnPhone(page, household.headName);
    expect(kept).toEqual({ rows: expect.any(Number), isReadable: false, answers: [] });
    expect(kept.rows).toBeGreaterThan(5);

    await context.setOffline(false);
    await strip(page, /^全部已送达 \d\d:\d\d$/);
    await picture(page, 'field-all-stored');
    expect(await cluesOf(household)).toBe(before + 1);
    const [verified] = await office.find<{ n: number; files: number }>(
      `select count(distinct a.seq)::int as n, count(f.id)::int as files from cases c
        join case_actions a on a.county_code = c.county_code and a.case_id = c.id and a.kind = 'verify'
        left join case_files f on f.county_code = c.county_code and f.case_id = c.id
        where c.county_code = ${toVerify.countyCode} and c.household_id = ${toVerify.id}`,
    );
    expect(verified).toEqual({ n: 1, files: 3 });
    expect(await toiletsOf(household)).toBe(toilets + 1);
    const [swept] = await office.find(
      `select visit_result, visit_mode, visitors like '%巴特尔' as by_two ${ofRound(toSweep)}`,
    );
    expect(swept).toEqual({ visitResult: 'no-risk', visitMode: 'phone', byTwo: true });
    expect(await doneIn(toSweep)).toBe(doneBefore + 1);

    // The next user of the phone finds nothing.
    await page.goto(`${office.url}/field#/mine`);
    await picture(page, 'field-mine');
    await expectSound(page);
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByText('手机上没有未送达的记录').waitFor();
    await page.getByRole('button', { name: '清除并退出' }).click();
    await page.getByLabel('用户名').waitFor();
    expect(await leftOnPhone(page, household.headName)).toEqual({ rows: 0, isReadable: false, answers: [] });
  });

  it('loads little: under 250 KB of scripts and styles, compressed', () => {
    const html = readFileSync(path.join(WEB, 'field.html'), 'utf8');
    const files = new Set([...html.matchAll(/\/assets\/[\w.-]+\.(?:js|css)/g)].map(([name]) => path.join(WEB, name)));
    const sizeOf = (file: string) => statSync(`${file}.br`, { throwIfNoEntry: false })?.size ?? statSync(file).size;
    expect(files.size).toBeGreaterThan(2);
    // Chromium 90 does not read it, and shows nothing.
    for (const file of files) expect(readFileSync(file, 'utf8')).not.toMatch(/\bstatic\s*\{/);
    expect([...files].reduce((sum, file) => sum + sizeOf(file), 0)).toBeLessThan(MOST_FIRST_LOAD);
  });
});

/** Always the same places for a seed. */
function randomOf(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

describe('a network that breaks off, a browser that is killed', () => {
  let proxy: CuttingProxy;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    proxy = await openCuttingProxy(office.url);
    context = await office.browser.newContext({
      ...{ viewport: PHONE, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' as const },
    });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(`${proxy.url}/field`);
    await signIn(page, USER);
    await pulled(page);
  });

  afterAll(async () => {
    await context.close();
    await proxy.close();
  });

  it(
    'delivers each item once, wherever it breaks off',
    async () => {
      const household = await someHousehold();
      const before = await cluesOf(household);
      const named = [
        { way: 'up', after: 0 },
        { way: 'up', after: 900 },
        { way: 'down', after: 0 },
        { way: 'down', after: 300 },
      ] as const;
      const random = randomOf(7);
      let reached = 0;
      const drawn = Array.from({ length: SEEDS }, () => ({
        way: random() < 0.4 ? ('up' as const) : ('down' as const),
        after: Math.floor(random() * 1500),
      }));
      for (const [i, cut] of [...named, ...drawn].entries()) {
        proxy.cutNext('/api/field/push', cut);
        await addClue(page, proxy.url, household.key, `断网 ${i} 次也只有一条`);
        await expect
          .poll(async () => {
            await page.evaluate('dispatchEvent(new Event("online"))');
            return stripText(page);
          })
          .toMatch(/^全部已送达/);
        if (proxy.wasCut()) reached += 1;
        told(i + 1, SEEDS, 'cuts');
      }
      expect(await cluesOf(household)).toBe(before + named.length + SEEDS);
      // Some are drawn beyond the end of what goes over the line.
      expect(reached).toBeGreaterThan((named.length + SEEDS) / 4);
    },
    MOST_MS,
  );

  it(
    'loses nothing that was confirmed, whenever it is killed',
    async () => {
      const household = await someHousehold();
      const before = await cluesOf(household);
      const random = randomOf(11);
      for (let i = 0; i < KILLS; i++) {
        await addClue(page, proxy.url, household.key, `关机 ${i} 次也不丢`);
        const crashed = page;
        page = await context.newPage();
        page.setDefaultTimeout(60_000);
        const devtools = await context.newCDPSession(crashed);
        await crashed.waitForTimeout(random() * 400);
        void devtools.send('Page.crash').catch(() => undefined);
        await unlock(page, proxy.url);
        await crashed.close();
        told(i + 1, KILLS, 'kills');
      }
      await expect.poll(() => stripText(page)).toMatch(/^全部已送达/);
      expect(await cluesOf(household)).toBe(before + KILLS);
    },
    MOST_MS,
  );

  it('is emptied when the office asks for it, once what could be sent has been', async () => {
    const household = await someHousehold();
    const before = await cluesOf(household);
    await context.setOffline(true);
    await addClue(page, proxy.url, household.key, '手机丢之前写下的一条');
    const desk = await office.open('admin', '/system/users');
    await desk.getByText(USER, { exact: true }).click();
    await desk.getByRole('button', { name: '清除手机资料' }).click();
    await desk.getByLabel('原因').fill('手机在草场丢失');
    await picture(desk, 'field-wipe');
    await expectSound(desk);
    await desk.getByRole('button', { name: '清除', exact: true }).click();
    await desk.getByText('已下达，手机下次联网时清除').waitFor();
    await context.setOffline(false);
    await page.getByRole('heading', { name: '单位要求清除这台手机' }).waitFor();
    expect(await cluesOf(household)).toBe(before + 1);
    await page.getByRole('button', { name: '清除手机上的资料' }).click();
    await page.getByLabel('用户名').waitFor();
    expect(await leftOnPhone(page, household.headName)).toEqual({ rows: 0, isReadable: false, answers: [] });
  });
});
