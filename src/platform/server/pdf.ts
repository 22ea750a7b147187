// PDF from an HTML page by the Chromium of the machine, as a child process: on a temporary file, without network, with a
// time limit. A machine without Chromium makes no PDF and says so; Word and print are there all the same.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineProblems, Problem } from '../../kernel/problem.ts';
import { makePdfFolder, noteBrowser } from './files/pdf-folder.ts';

defineProblems({
  'pdf.no-browser': {
    kind: 'unavailable',
    sentence: () =>
      '服务器上没有安装 Chromium，不能生成 PDF。请下载 Word 文件，或打开后直接打印；也可以请管理员安装 Chromium。',
  },
  'pdf.too-many': {
    kind: 'too-many',
    sentence: (d) => `本账号已有 ${d.most} 份 PDF 正在生成。请等其中一份完成后再试，或先下载 Word 文件。`,
  },
  'pdf.failed': {
    kind: 'unavailable',
    sentence: () => '这次没有生成 PDF。请稍后重试；急用时请下载 Word 文件，或打开后直接打印。',
  },
});

const TIME_LIMIT = 90_000;
/** Chromium takes a core and some hundred megabytes: others wait. */
const AT_ONCE = 2;

/** Where Chromium is found; scripts/test.mjs reads the same list. */
const BROWSERS = JSON.parse(readFileSync(path.join(import.meta.dirname, 'browser-paths.json'), 'utf8')) as string[];

function findBrowser(): string | undefined {
  const { CHROMIUM } = process.env;
  // A path that was given and is not there is a mistake to be seen, not to be passed over.
  return CHROMIUM ? (existsSync(CHROMIUM) ? CHROMIUM : undefined) : BROWSERS.find((file) => existsSync(file));
}

/** The browser, or the refusal that says what to do without. Asked before work is done for nothing. */
export function needBrowser(): string {
  const browser = findBrowser();
  if (!browser) throw new Problem('pdf.no-browser');
  return browser;
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function argumentsFor(folder: string): string[] {
  return [
    '--headless',
    // Root has no sandbox to go into; the page is our own, and its policy runs no script and loads nothing.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--disable-sync',
    '--disable-extensions',
    '--no-first-run',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--proxy-server=http://127.0.0.1:9',
    `--user-data-dir=${path.join(folder, 'profile')}`,
    '--no-pdf-header-footer',
    `--print-to-pdf=${path.join(folder, 'page.pdf')}`,
    pathToFileURL(path.join(folder, 'page.html')).href,
  ];
}

/** Runs it to its end, or ends it with everything it started when the time is over. */
function run(browser: string, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(browser, argumentsFor(folder), { stdio: 'ignore', detached: true });
    noteBrowser(folder, child.pid);
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, TIME_LIMIT);
    const end = (error?: unknown) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve();
    };
    child.on('error', end);
    child.on('exit', (code, signal) =>
      end(code === 0 ? undefined : new Error(`Chromium ended with ${code ?? signal}`)),
    );
  });
}

/** Of one account at a time: whoever asks for more would have everybody else wait. */
const MOST_OF_ACCOUNT = 3;
const asked = new Map<number, number>();

async function withinShare<T>(accountId: number, work: () => Promise<T>): Promise<T> {
  const mine = asked.get(accountId) ?? 0;
  if (mine >= MOST_OF_ACCOUNT) throw new Problem('pdf.too-many', { most: MOST_OF_ACCOUNT });
  asked.set(accountId, mine + 1);
  try {
    return await work();
  } finally {
    const left = (asked.get(accountId) ?? 1) - 1;
    if (left > 0) asked.set(accountId, left);
    else asked.delete(accountId);
  }
}

/** The page as PDF. Throws `pdf.no-browser`, `pdf.too-many`, `pdf.failed`. */
export async function printPdf(html: string, accountId: number): Promise<Buffer> {
  const browser = needBrowser();
  return withinShare(accountId, () => inTurn(() => print(browser, html)));
}

async function print(browser: string, html: string): Promise<Buffer> {
  const folder = await makePdfFolder();
  try {
    await writeFile(path.join(folder, 'page.html'), html, { mode: 0o600 });
    await run(browser, folder);
    return await readFile(path.join(folder, 'page.pdf'));
  } catch (cause) {
    throw Object.assign(new Problem('pdf.failed'), { cause });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
