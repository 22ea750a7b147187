// npm run bench -- officers [--data-folder DIR] [--scale 0.02] [--cases 3000] [--officers 100] [--seconds 60] [--think 5]
// Officers at work on monitoring, over HTTP, on a loaded product: a folder kept by `npm run bench -- --keep DIR`, or one it
// makes itself. Prints what reads and writes took, against the limits.

import { execFileSync, fork } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openApi } from '../src/app/open-api.ts';
import { openShouwang, type Shouwang } from '../src/app/open-shouwang.ts';
import { systemActor } from '../src/platform/server/actor.ts';
import type { Officer, Report, Sample, Shift } from './officers/messages.ts';
import { accountsOf, choosePlaces, makeAccounts, openCases } from './officers/seed.ts';
import { type Cpu, cpuWatch } from './run/cpu-watch.ts';
import { PASSWORD, signIn } from './run/sign-in.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    'data-folder': { type: 'string' },
    scale: { type: 'string', default: '0.02' },
    cases: { type: 'string', default: '3000' },
    officers: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '60' },
    think: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
});

const WARM_UP_SECONDS = 10;
/** Milliseconds at the 50th, 95th and 99th percentile. */
const LIMITS = { reads: [50, 150, 300], writes: [100, 300, 500] } as const;
const SHARES = [0.5, 0.95, 0.99] as const;

function loadedFolder(temporary: string): string {
  if (values['data-folder']) return values['data-folder'];
  const folder = join(temporary, 'data');
  const options = ['--scale', values.scale, '--no-limit', '--keep', folder];
  execFileSync(process.execPath, [join(import.meta.dirname, 'bench.ts'), ...options], { stdio: 'ignore' });
  return folder;
}

async function countCases({ db }: Shouwang): Promise<number> {
  const row = await db.bulkRead((tx) => tx.first(sql<{ n: number }>`select count(*)::int as n from cases`));
  return row?.n ?? 0;
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function spread(samples: readonly Sample[]): number[] {
  const sorted = samples.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return SHARES.map((share) => Math.round(percentile(sorted, share) * 10) / 10);
}

function line(name: string, samples: readonly Sample[], limits?: readonly number[]): string {
  const found = spread(samples);
  const shown = found.map((value, i) => `p${(SHARES[i] ?? 0) * 100} ${value}`.padEnd(12)).join('');
  const isWithin = found.every((value, i) => value <= (limits?.[i] ?? 0));
  const verdict = limits ? `limits ${limits.join('/')} ms: ${isWithin ? 'within' : 'OVER'}` : '';
  return `${name.padEnd(20)}${String(samples.length).padStart(7)}   ${shown}${verdict}`;
}

function print({ samples, refusals }: Report, officers: number, cpu: Cpu): void {
  const reads = samples.filter(({ isWrite }) => !isWrite);
  const writes = samples.filter(({ isWrite }) => isWrite);
  const perSecond = samples.length / Number(values.seconds);
  const share = Math.round((100 * writes.length) / Math.max(1, samples.length));
  console.log(
    `${officers} officers, each a turn about every ${values.think} s: ${perSecond.toFixed(1)} requests a second, ${share} % writes, ${values.seconds} s`,
  );
  // The watch runs through the warm-up as well.
  const seconds = Number(values.seconds) + WARM_UP_SECONDS;
  const each = (used: number) => ((1000 * used) / (perSecond * seconds)).toFixed(1);
  console.log(`CPU of a request: server ${each(cpu.node)} ms, PostgreSQL ${each(cpu.postgres)} ms`);
  console.log(line('reads', reads, LIMITS.reads));
  console.log(line('writes', writes, LIMITS.writes));
  for (const name of [...new Set(samples.map((sample) => sample.name))].sort())
    console.log(
      line(
        `  ${name}`,
        samples.filter((sample) => sample.name === name),
      ),
    );
  console.log(`refused: ${JSON.stringify(refusals)}`);
}

async function atWork(shift: Shift): Promise<Report> {
  const child = fork(join(import.meta.dirname, 'officers', 'officer.ts'));
  const report = new Promise<Report>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Report));
    child.once('exit', (code) => reject(new Error(`the officers ended with ${code}`)));
  });
  child.send(shift);
  return report;
}

async function run(folder: string): Promise<void> {
  const shouwang = await openShouwang({ ...process.env, SHOUWANG_DATA: folder });
  const api = await openApi(shouwang, { logLevel: 'error', trustProxy: 1, limitFactor: 1e9 });
  try {
    const { places, households } = await choosePlaces(shouwang, Number(values.officers), Number(values.cases));
    if ((await countCases(shouwang)) < Number(values.cases) / 2) await openCases(shouwang, households);
    await shouwang.db.bulk(systemActor('bench'), async (tx) => {
      await tx.script('analyze cases; analyze case_actions; analyze case_steps; analyze clues');
      return { result: undefined, audit: [] };
    });
    console.log(`${await countCases(shouwang)} cases in ${places.length} counties`);
    const accounts = accountsOf(places, `bench${Date.now()}`).slice(0, Number(values.officers));
    await makeAccounts(shouwang, accounts, PASSWORD);
    const url = await api.http.listen({ host: '127.0.0.1', port: 0 });
    const officers: Officer[] = [];
    for (const [i, account] of accounts.entries()) {
      const countyCode = Math.floor(account.areaCode / 1_000_000);
      const own = account.role === 'village-worker' ? 1 : account.role === 'township-officer' ? 1000 : 1_000_000;
      const inArea = households.filter(
        ({ villageCode }, n) => n % 4 === 3 && Math.floor(villageCode / own) === Math.floor(account.areaCode / own),
      );
      // Everybody from an address of their own: sign-ins of one address are held back.
      const cookie = await signIn(url, account.username, `10.1.${Math.floor(i / 250)}.${i % 250}`);
      officers.push({ cookie, role: account.role, countyCode, spare: inArea.map(({ id }) => id) });
    }
    const shift = { url, officers, seconds: Number(values.seconds), thinkSeconds: Number(values.think) };
    const watch = await cpuWatch(shouwang);
    const report = await atWork({ ...shift, warmUpSeconds: WARM_UP_SECONDS });
    const cpu = watch();
    if (values.json) {
      const part = (isWrite: boolean) => spread(report.samples.filter((sample) => sample.isWrite === isWrite));
      console.log(JSON.stringify({ reads: part(false), writes: part(true), refusals: report.refusals, cpu }));
    } else print(report, officers.length, cpu);
  } finally {
    await api.close();
    await shouwang.close();
  }
}

const temporary = mkdtempSync(join(tmpdir(), 'shouwang-bench-'));
chmodSync(temporary, 0o755);
try {
  await run(loadedFolder(temporary));
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
