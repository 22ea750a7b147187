// npm run bench -- pages [--url http://127.0.0.1:8080] [--user county] [--kilobytes 50] [--latency 100]
// What the first pages take over a slow line, in a browser that has kept nothing: until something can be read on the sign-in
// page, until it can be filled in, and from signing in until the desk stands. Against a running `npm start`.

import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../src/modules/demo/server/index.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8080' },
    user: { type: 'string', default: 'county' },
    kilobytes: { type: 'string', default: '50' },
    latency: { type: 'string', default: '100' },
  },
});

const LONGEST_MS = 120_000;

/** Nothing more is awaited when nothing has come for so long. */
const QUIET_MS = 2000;

type Line = { kilobytes: () => number; lastArrival: () => Promise<number> };

async function throttle(page: Page): Promise<Line> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const bytesASecond = Number(values.kilobytes) * 1024;
  const speed = { downloadThroughput: bytesASecond, uploadThroughput: bytesASecond };
  await devtools.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: Number(values.latency) },
    ...speed,
  });
  let bytes = 0;
  let last = performance.now();
  devtools.on('Network.dataReceived', () => {
    last = performance.now();
  });
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  return {
    kilobytes: () => Math.round(bytes / 1024),
    lastArrival: async () => {
      while (performance.now() - last < QUIET_MS) await sleep(100);
      return last;
    },
  };
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(LONGEST_MS);
  const { kilobytes, lastArrival } = await throttle(page);
  const line = (what: string, from: number, until = performance.now()) =>
    console.log(
      `${what.padEnd(40)}${((until - from) / 1000).toFixed(1).padStart(8)} s${String(kilobytes()).padStart(8)} KB`,
    );
  const begin = performance.now();
  await page.goto(`${values.url}/sign-in`, { waitUntil: 'commit' });
  await page
    .getByText(/\p{Script=Han}/u)
    .first()
    .waitFor();
  line('sign-in: first words', begin);
  await page.getByRole('button', { name: '登录' }).waitFor();
  line('sign-in: can be filled in', begin);
  await page.getByLabel('用户名').fill(values.user);
  await page.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD);
  const sent = performance.now();
  await page.getByRole('button', { name: '登录' }).click();
  await page.locator('#sw-content').getByRole('heading', { level: 1 }).waitFor();
  line('signed in: title of the desk', sent);
  line('signed in: desk with everything on it', sent, await lastArrival());
} finally {
  await browser.close();
}
