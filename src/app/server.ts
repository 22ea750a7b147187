// `npm start`: opens the product, loads the demonstration region on the first run, and serves office and API.

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, isIP } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../kernel/problem.ts';
import { REGION_CODE } from '../kernel/region-code.ts';
import { createAccounts, firstPassword, hasAccounts } from '../modules/accounts/server/index.ts';
import {
  DEMO_PASSWORD,
  hasDemoAccounts,
  loadDemo,
  loadDemoRest,
  wantsDemo,
  wantsDemoRest,
} from '../modules/demo/server/index.ts';
import type { TrustedProxies } from '../platform/server/http/options.ts';
import type { Jobs } from '../platform/server/jobs.ts';
import { machineProblem } from '../platform/server/machine-problems.ts';
import { nightlyOf } from './backups/nightly.ts';
import { workOnDemo } from './demo/demo-work.ts';
import { demoBehindOf, demoRegistersOf } from './demo-registers.ts';
import { openApi } from './open-api.ts';
import { openShouwang, type Shouwang } from './open-shouwang.ts';
import './problems.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const env = process.env;

/** Work that takes longer than this to end is begun again by the next start. */
const LONGEST_GOODBYE_MS = 10_000;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Problem('app.bad-port', { port: text });
  return port;
}

/** How many proxies are in front, or their addresses. Just believing everybody let every caller choose an address. */
function proxiesOf(text = ''): TrustedProxies {
  const given = text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  const [first = ''] = given;
  if (given.length === 0) return false;
  if (given.length === 1 && /^[1-9]$/.test(first)) return Number(first);
  const wrong = given.find((each) => !isAddressOrNetwork(each));
  if (wrong !== undefined) throw new Problem('app.bad-proxies', { given: wrong });
  return given;
}

function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128))
  );
}

/** A demonstration where the program brings its own database; on a production database only when asked for. */
function demoAllowed(): boolean {
  return env.SHOUWANG_DEMO ? env.SHOUWANG_DEMO !== 'off' : env.DATABASE_URL === undefined;
}

/** Passwords that stand in the documentation are for this machine only. */
async function refuseDemo(shouwang: Shouwang, host: string): Promise<void> {
  const isThere = await hasDemoAccounts(shouwang);
  if (isThere || (demoAllowed() && (await wantsDemo(shouwang)))) throw new Problem('app.demo-in-public', { host });
}

/** Three people's: none of them can do what the others watch over. */
const FIRST_ACCOUNTS = [
  ['admin', '系统管理员', 'administrator'],
  ['security', '安全管理员', 'security-administrator'],
  ['audit', '审计人员', 'auditor'],
] as const;

async function prepare(shouwang: Shouwang): Promise<string[]> {
  if (demoAllowed() && (await wantsDemo(shouwang))) {
    say('第一次启动，正在准备演示数据（约半分钟）…');
    await loadDemo(shouwang, demoRegistersOf(shouwang), (step) => say(`  ${step}`));
  }
  if (!(await hasAccounts(shouwang.db))) {
    const lines = [];
    for (const [username, name, role] of FIRST_ACCOUNTS) {
      const password = firstPassword(shouwang.keys, randomUUID());
      await createAccounts(shouwang.db, [{ username, name, role, areaCode: REGION_CODE }], password, true);
      lines.push(`${name}账号 ${username}，初始密码 ${password}`);
    }
    return [...lines, '以上密码只显示这一次，请分别交给三个人，首次登录须修改'];
  }
  if (!demoAllowed()) return [];
  return [
    `演示账号 admin security region chief league county township village data audit，密码 ${DEMO_PASSWORD}`,
    '流程不同的化德县：huade-county huade-township huade-village，密码相同',
  ];
}

/** What nobody waits for: a month of the work teams, toilets of the whole region, and what people of the demonstration do on their first day. */
async function startDemoRest(shouwang: Shouwang, jobs: Jobs): Promise<void> {
  if (!demoAllowed() || !(await wantsDemoRest(shouwang))) return;
  jobs.start(
    'demo.rest',
    ({ signal }) =>
      loadDemoRest(shouwang, async (folder) => {
        await workOnDemo(shouwang);
        await demoBehindOf(shouwang, folder, signal);
      }),
    'bulk',
  );
}

async function main(): Promise<void> {
  const port = portOf(env.PORT ?? '8080');
  const host = env.HOST ?? '127.0.0.1';
  const nightly = nightlyOf(env);
  await checkPort(host, port);
  const opening = openShouwang(env, {
    onTaken: (problem) => {
      complain(problem);
      void stop(1);
    },
  });
  let api: Awaited<ReturnType<typeof openApi>> | undefined;
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    // Also in the middle of a start: the database that is being started would be left running.
    const opened = await opening.catch(() => undefined);
    await Promise.race([api?.close().catch(() => undefined), sleep(LONGEST_GOODBYE_MS)]);
    await opened?.close(LONGEST_GOODBYE_MS);
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  // Whoever started it (scripts/start.mjs) is gone, however that came about.
  process.on('disconnect', () => void stop(0));
  const shouwang = await opening;
  try {
    if (!isLoopback(host)) await refuseDemo(shouwang, host);
    const lines = await prepare(shouwang);
    api = await openApi(shouwang, {
      webFolder: path.join(ROOT, 'dist', 'web'),
      trustProxy: proxiesOf(env.TRUST_PROXY),
      logLevel: env.LOG_LEVEL ?? 'warn',
      nightly,
    });
    await api.http.listen({ host, port }).catch((error: NodeJS.ErrnoException) => {
      throw listenProblem(error, host, port);
    });
    await startDemoRest(shouwang, api.services.jobs);
    say(`守望已启动：http://${host}:${port}`);
    for (const line of lines) say(line);
  } catch (error) {
    if (stopping) return;
    complain(error);
    await stop(1);
  }
}

/** Before minutes are spent on a database and its demonstration. */
async function checkPort(host: string, port: number): Promise<void> {
  const probe = createServer();
  const free = once(probe, 'listening');
  probe.listen({ host, port });
  await free.catch((error: NodeJS.ErrnoException) => {
    throw listenProblem(error, host, port);
  });
  probe.close();
  await once(probe, 'close');
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;

/** Whether only programs of this machine reach it. */
function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

function listenProblem(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') return new Problem('app.port-in-use', { port });
  if (error.code === 'EACCES') return new Problem('app.port-denied', { port });
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return new Problem('app.no-address', { host });
  return error;
}

function complain(error: unknown): void {
  const problem = error instanceof Problem ? error : machineProblem(error);
  process.stderr.write(`${problem?.message ?? (error instanceof Error ? error.stack : String(error))}\n`);
}

await main().catch((error: unknown) => {
  complain(error);
  process.exit(1);
});
