// npm run bench -- phone [--households 400] [--slower 4] [--starts 5]
// What somebody waits for who opens the phone's program for the second time and without a network: from the PIN that is confirmed until
// the work of the day stands, and until a village of so many households can be scrolled and searched, on a processor that is so many
// times slower. Wants the built pages (`npm run build`). Prints each start and the median; the bar is 2 seconds. Beside the clock stand the
// processor seconds of the page, which other programs on the machine do not make longer. The browser slows down scripts alone: what the
// PIN's key costs is measured by itself and counted as many times.

import path from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../src/modules/demo/server/index.ts';
import { systemActor } from '../src/platform/server/actor.ts';
import { openRegion } from './run/open-region.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    households: { type: 'string', default: '400' },
    slower: { type: 'string', default: '4' },
    starts: { type: 'string', default: '5' },
  },
});
const WEB = path.resolve(import.meta.dirname, '../dist/web');
const PIN = '270519';
const BAR_MS = 2000;
/** As of `platform/web/field/vault-keys.ts`. */
const ITERATIONS = 400_000;

const region = await openRegion(3000, WEB);

/** Villages are small where everything is: one is made of the first households of a county. */
async function largeVillage(): Promise<number> {
  const size = Number(values.households);
  return region.db.bulk(systemActor('bench'), async (tx) => {
    const row = await tx.first(
      sql<{ code: number }>`select min(village_code) as code from households where county_code = 150923`,
    );
    const code = row?.code ?? 0;
    await tx.run(sql`update households set village_code = ${code} where county_code = 150923 and id in
      (select id from households where county_code = 150923 and valid_to is null order by id limit ${size})`);
    await tx.run(sql`update persons p set village_code = ${code} from households h where h.county_code = 150923 and p.county_code = 150923
      and p.household_id = h.id and h.village_code = ${code}`);
    return { result: code, audit: [] };
  });
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${region.url}/field`);
  await page.getByLabel('用户名').fill('phone');
  await page.getByLabel('密码').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByLabel('解锁密码').fill(PIN);
  await page.getByLabel('再输一次').fill(PIN);
  await page.getByRole('button', { name: '完成' }).click();
  await page
    .getByText(/^全部已送达/)
    .first()
    .waitFor();
  await page.evaluate(
    'navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller || new Promise((r) => (navigator.serviceWorker.oncontrollerchange = r))).then(() => 1)',
  );
}

/** Milliseconds of what opens the lock, on the processor as it is. */
function keyOfPin(page: Page): Promise<number> {
  return page.evaluate(async (iterations) => {
    const from = performance.now();
    const typed = await crypto.subtle.importKey('raw', new Uint8Array(6), 'PBKDF2', false, ['deriveBits']);
    await crypto.subtle.deriveBits(
      { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(16), iterations },
      typed,
      256,
    );
    return performance.now() - from;
  }, ITERATIONS);
}

/** Processor milliseconds that the page has had so far, slowed down as it is. */
async function spentOf(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}

/** The longest that a letter in the search takes until the next picture, while a name is typed. */
function longestKey(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('input[type=search]');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    let longest = 0;
    for (const text of ['b', 'bt', 'bte', 'bt', 'b', '']) {
      const from = performance.now();
      set?.call(input, text);
      input?.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      longest = Math.max(longest, performance.now() - from);
    }
    return longest;
  });
}

const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  await region.addWorker('phone', '外业', await largeVillage());
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } });
  const first = await context.newPage();
  first.setDefaultTimeout(120_000);
  await signIn(first);
  await first.close();
  await context.setOffline(true);
  const [totals, spent]: [number[], number[]] = [[], []];
  const slower = Number(values.slower);
  for (let i = 0; i < Number(values.starts); i++) {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const from = performance.now();
    await page.goto(`${region.url}/field#/households`);
    await page.getByLabel('解锁密码').waitFor();
    const shown = performance.now();
    await page.getByLabel('解锁密码').fill(PIN);
    const typed = performance.now();
    await page.locator('.f-list li').nth(20).waitFor();
    const opened = performance.now();
    const busy = await spentOf(devtools);
    const all = await page.locator('main').getByRole('status').textContent();
    const searched = performance.now();
    await page.getByRole('searchbox').fill('w');
    await page
      .locator('main')
      .getByRole('status')
      .filter({ hasNotText: all ?? '' })
      .waitFor();
    const found = performance.now();
    const longest = await longestKey(page);
    const key = await keyOfPin(page);
    totals.push(shown - from + (opened - typed) + (slower - 1) * key);
    spent.push(busy + slower * key);
    const ms = (what: string, time: number) => `${what} ${time.toFixed(0)}`;
    console.log(
      [
        ms('PIN asked', shown - from),
        ms('village opened', opened - typed),
        ms('key of the PIN', key),
        ms('searched', found - searched),
        ms('a letter typed', longest),
        ms('processor', busy + slower * key),
      ].join(', '),
    );
    await page.close();
  }
  const told = (what: string, ms: number) =>
    console.log(`${what}: ${ms.toFixed(0)} ms, bar ${BAR_MS}: ${ms <= BAR_MS ? 'met' : 'missed'}`);
  told(`start of ${values.households} households, ${slower} times slower`, median(totals));
  told('the same in processor time', median(spent));
} finally {
  await browser.close();
  await region.close();
}
