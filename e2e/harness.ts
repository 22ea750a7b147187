// What a browser journey needs: the whole product with the demonstration region on a port of its own, and Chromium.

import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { sql } from 'kysely';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openApi } from '../src/app/open-api.ts';
import { DEMO_PASSWORD } from '../src/modules/demo/server/index.ts';
import { openPrepared } from '../test/harness.ts';
import { DEMONSTRATION } from '../test/running/demonstration.ts';
import { giveFonts, openBrowser } from './browser.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
/** Each page that is looked at takes it in anew: less than half of what the package gives as its source. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCREENSHOTS = path.join(ROOT, 'test-results');

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

type Viewport = typeof DESK;

export type Office = {
  url: string;
  browser: Browser;
  /** A page of somebody signed in with a demonstration account. Errors in the page's console fail `close`. */
  signIn: (username: string, viewport?: Viewport) => Promise<Page>;
  /** The same, opened at this address instead of the desk. */
  open: (username: string, address: string, viewport?: Viewport) => Promise<Page>;
  visit: (viewport?: Viewport) => Promise<Page>;
  /** Rows of the demonstration that a journey has to know beforehand. */
  find: <Row>(statement: string) => Promise<Row[]>;
  /** Holds what the statement locks until the answer is called. */
  hold: (statement: string) => Promise<() => Promise<void>>;
  /** Makes it this moment, from which time runs on, for everything that has deadlines and in everybody's browser. */
  moveClock: (to: Date) => Promise<void>;
  close: () => Promise<void>;
};

/** Opened by the test that runs, not for all tests of a file. Left open they would go on asking for news beside the next. */
let ofThisTest: BrowserContext[] | undefined;

export function beginTest(): void {
  ofThisTest = [];
}

export async function endTest(): Promise<void> {
  const opened = ofThisTest ?? [];
  ofThisTest = undefined;
  for (const context of opened) await context.close();
}

/** What a browser says of a refused or cut-off request is expected where a journey provokes one. */
const EXPECTED = /status of (4\d\d|503)|net::ERR_(FAILED|INTERNET_DISCONNECTED)/;

type Prepared = Parameters<typeof openPrepared>[0];

/** `prepared`: another one than that of the demonstration. */
export async function openOffice(prepared: Prepared = DEMONSTRATION): Promise<Office> {
  const shouwang = await openPrepared(prepared);
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const api = await openApi(shouwang, {
    webFolder: path.join(ROOT, 'dist', 'web'),
    logLevel: 'error',
    clock: now,
    limitFactor: 10,
  });
  const url = await api.http.listen({ host: '127.0.0.1', port: 0 });
  const browser = await openBrowser();
  const contexts = new Set<BrowserContext>();
  const faults: string[] = [];
  const onWarning = ({ name, message }: Error) => {
    if (name === 'MaxListenersExceededWarning') faults.push(message);
  };
  process.on('warning', onWarning);
  async function visit(viewport = DESK): Promise<Page> {
    const context = await browser.newContext({
      ...{ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
      // Nothing fades or slides that has to be waited for; the journey of the forms has its own browser, in which it does.
      reducedMotion: 'reduce',
    });
    contexts.add(context);
    context.on('close', () => contexts.delete(context));
    context.on('page', countRequests);
    ofThisTest?.push(context);
    if (ahead !== 0) await context.clock.setSystemTime(now());
    const page = await context.newPage();
    await giveFonts(page);
    page.setDefaultTimeout(60_000);
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) faults.push(`${page.url()}: ${message.text()}`);
    });
    return page;
  }
  /** Signs in without the form, which a journey of its own fills in. */
  async function open(username: string, address: string, viewport?: Viewport): Promise<Page> {
    const page = await visit(viewport);
    const answer = await page.request.post(`${url}/api/session`, {
      data: { requestId: crypto.randomUUID(), username, password: DEMO_PASSWORD },
    });
    if (!answer.ok()) throw new Error(`${username} cannot sign in: ${await answer.text()}`);
    await page.goto(`${url}${address}`);
    return page;
  }
  return {
    url,
    browser,
    visit,
    open,
    find: <Row>(statement: string) => shouwang.db.bulkRead((tx) => tx.rows(sql.raw<Row>(statement))),
    hold: async (statement) => {
      const [held, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const work = shouwang.db.bulkRead(async (tx) => {
        await tx.script(statement);
        held.resolve();
        await released.promise;
      });
      await Promise.race([held.promise, work]);
      return () => {
        released.resolve();
        return work;
      };
    },
    signIn: async (username, viewport) => {
      const page = await open(username, '/', viewport);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
    moveClock: async (to) => {
      ahead = to.getTime() - Date.now();
      for (const context of contexts) await context.clock.setSystemTime(to);
    },
    close: async () => {
      for (const context of [...contexts]) await context.close();
      process.off('warning', onWarning);
      await api.close();
      await shouwang.close();
      if (faults.length > 0)
        throw new Error(`errors in the browser or of the server that served it:\n${faults.join('\n')}`);
    },
  };
}

/** How many requests of each page have not been answered yet. */
const underWay = new WeakMap<Page, number>();

function countRequests(page: Page) {
  const add = (step: number) => underWay.set(page, (underWay.get(page) ?? 0) + step);
  page.on('request', () => add(1));
  page.on('requestfinished', () => add(-1));
  page.on('requestfailed', () => add(-1));
}

const AT_REST = `document.getAnimations().every(({ playState, effect }) =>
  playState !== 'running' || effect.getComputedTiming().iterations === Infinity)`;

/** Waits until what the page asked for has come, and until dialogs, lists and messages have come to rest. */
export async function settle(page: Page): Promise<void> {
  const until = Date.now() + 5_000;
  let still = 0;
  while (still < 2 && Date.now() < until) {
    await page.waitForTimeout(50);
    const resting = (underWay.get(page) ?? 0) <= 0 && (await page.evaluate(AT_REST));
    still = resting ? still + 1 : 0;
  }
}

/** To the lower end of the page, where cards of the desk come when they are reached. */
export async function toTheEnd(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (let steps = 0; steps < 4; steps++) {
    await settle(page);
    await page.locator('#sw-content').evaluate((content) => content.scrollTo(0, content.scrollHeight));
  }
}

/** Keeps a picture of the page, once it has come to rest, under test-results, where somebody wants to look at them (PICTURES=1). */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.PICTURES) return;
  await mkdir(SCREENSHOTS, { recursive: true });
  await settle(page);
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) });
}

/** Violations of WCAG 2 A and AA on the page once it has come to rest, in words. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Half faded in, colours are others.
  await settle(page);
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE);
  return page.evaluate<string[]>(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'], resultTypes: ['violations'],
  }).then(({ violations }) => violations.map(({ id, nodes }) =>
    id + ': ' + nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(' | ')))`);
}

/** Whether something sticks out of the page to the right. */
export async function overflows(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth + 1');
}

/** Whether a part of the page has to be scrolled sideways to be seen whole. */
export async function isCutOff(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((part) => part.scrollWidth > part.clientWidth + 1);
}

/** Nothing on the page keeps anybody out, and nothing sticks out of it. */
export async function expectSound(page: Page) {
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
}
