// What the first pages weigh on the wire: many villages have a slow line.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../src/modules/demo/server/index.ts';
import { type Office, openOffice, settle } from './harness.ts';

const SIGN_IN_KB = 350;
const HOME_KB = 600;

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});

afterAll(() => office.close());

/** Adds up what the browser fetches, compressed as it comes, with headers; by address for the message of a failure. */
async function weigh(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const names = new Map<string, string>();
  const bytes = new Map<string, number>();
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) =>
    names.set(requestId, new URL(request.url).pathname),
  );
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength));
  return () => {
    const files = [...bytes].map(([id, size]) => ({ name: names.get(id) ?? id, size })).sort((a, b) => b.size - a.size);
    const kilobytes = Math.round(files.reduce((sum, { size }) => sum + size, 0) / 1024);
    return { kilobytes, largest: files.slice(0, 12).map(({ name, size }) => `${name} ${Math.round(size / 1024)}`) };
  };
}

describe('weight of the first pages', () => {
  it(`the sign-in page is there with ${SIGN_IN_KB} KB, the home page after it with ${HOME_KB} KB altogether`, async () => {
    // The smaller of the offices' screens: cards below its edge are asked for when they come into sight.
    const page = await office.visit({ width: 1280, height: 720 });
    const weight = await weigh(page);
    await page.goto(`${office.url}/sign-in`);
    await page.getByRole('button', { name: '登录' }).waitFor();
    await settle(page);
    const signIn = weight();
    await page.getByLabel('用户名').fill('county');
    await page.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: '工作台', level: 1 }).waitFor();
    // Cards come one after the other, each once those before it have their rows.
    await page.waitForLoadState('networkidle');
    await settle(page);
    await page.waitForLoadState('networkidle');
    const home = weight();
    process.stdout.write(`sign-in ${signIn.kilobytes} KB, ready home ${home.kilobytes} KB\n`);
    expect(signIn.kilobytes, signIn.largest.join('\n')).toBeLessThanOrEqual(SIGN_IN_KB);
    expect(home.kilobytes, home.largest.join('\n')).toBeLessThanOrEqual(HOME_KB);
  });
});
