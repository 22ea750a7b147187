// The browser of the journeys: Chromium that draws no windows around its pages, which costs a third for each, where it is
// installed; or the whole one.

import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const WITHOUT_WINDOWS = process.env.HEADLESS_SHELL ?? '/usr/bin/chromium-headless-shell';
const isWithoutWindows = existsSync(WITHOUT_WINDOWS);

let launched: Promise<Browser> | undefined;

/** One for all journeys of this process, which ends it with itself. */
export function openBrowser(): Promise<Browser> {
  launched ??= chromium.launch({
    executablePath: isWithoutWindows ? WITHOUT_WINDOWS : (process.env.CHROMIUM ?? '/usr/bin/chromium'),
    // A page is looked at once: compiling it for speed costs a seventh of all it costs.
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
      '--js-flags=--max-opt=1',
    ],
  });
  return launched;
}

/** Without windows it knows no fonts of Chinese, and letters and quotes are of other widths: it gets those of the whole browser. */
export async function giveFonts(page: Page): Promise<void> {
  if (!isWithoutWindows) return;
  const devtools = await page.context().newCDPSession(page);
  const [sansSerif, serif] = ['Noto Sans CJK SC', 'Noto Serif CJK SC'];
  const forScripts = [{ script: 'Hans', fontFamilies: { standard: serif, serif, sansSerif } }];
  await devtools.send('Page.setFontFamilies', { fontFamilies: {}, forScripts });
}
