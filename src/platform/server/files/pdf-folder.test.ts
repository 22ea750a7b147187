// What a killed program leaves of a page it printed: nothing, once another starts.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { printPdf } from '../pdf.ts';
import { makePdfFolder, noteBrowser, sweepPdfFolders } from './pdf-folder.ts';

const before = process.env.TMPDIR;
let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'shouwang-sweep-'));
  process.env.TMPDIR = root;
});
afterEach(() => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  rmSync(root, { recursive: true, force: true });
});

test('a folder is closed to others, and stays as long as its program lives', async () => {
  const folder = await makePdfFolder();
  for (const each of [folder, path.dirname(folder)]) expect(statSync(each).mode & 0o077).toBe(0);
  sweepPdfFolders();
  expect(existsSync(folder)).toBe(true);
});

/** Stands for Chromium: prints once the file `go` is there. */
function slowBrowser(): string {
  const script = path.join(root, 'browser');
  writeFileSync(
    script,
    `#!/bin/sh
for argument; do case "$argument" in --print-to-pdf=*) out="\${argument#*=}";; esac; done
while [ ! -e '${root}/go' ]; do sleep 0.05; done
printf %%PDF > "$out"
`,
    { mode: 0o755 },
  );
  return script;
}

test('an account has three under way, the fourth is refused, and others are not', async () => {
  const chromium = process.env.CHROMIUM;
  process.env.CHROMIUM = slowBrowser();
  try {
    const mine = [1, 2, 3].map(() => printPdf('<p>公示</p>', 7));
    await expect(printPdf('<p>公示</p>', 7)).rejects.toMatchObject({ code: 'pdf.too-many' });
    const theirs = printPdf('<p>公示</p>', 8);
    writeFileSync(path.join(root, 'go'), '');
    expect((await Promise.all([...mine, theirs])).map(String)).toEqual(['%PDF', '%PDF', '%PDF', '%PDF']);
    expect(String(await printPdf('<p>公示</p>', 7))).toBe('%PDF');
  } finally {
    if (chromium === undefined) delete process.env.CHROMIUM;
    else process.env.CHROMIUM = chromium;
  }
});

test('what a dead program left goes, with the browser that still prints in it', async () => {
  const dead = spawn(process.execPath, ['-e', '']);
  await once(dead, 'exit');
  const folder = path.join(path.dirname(await makePdfFolder()), `${dead.pid}-left`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'page.html'), '申请书');
  const browser = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', folder], { detached: true });
  await once(browser, 'spawn');
  noteBrowser(folder, browser.pid);
  const ended = once(browser, 'exit');
  sweepPdfFolders();
  expect((await ended)[1]).toBe('SIGKILL');
  expect(existsSync(folder)).toBe(false);
});
