// npm run bench:latency -- --data DIR [--clients 8] [--seconds 10]
// The answers of a loaded product (`npm run bench -- --keep DIR`) under load: clients, in a process of their own, ask the API
// over HTTP as a region officer, one operation at a time and after a second of warming up; prints the 50th and 95th
// percentile of each in milliseconds, and the CPU that a call costs the server and PostgreSQL; then what trials of other
// thresholds over the whole region take. Until November 2026 the clients
// ran in the server's process, so that older figures hold their work too.

import { fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openApi } from '../src/app/open-api.ts';
import { openShouwang, type Shouwang } from '../src/app/open-shouwang.ts';
import { createAccounts } from '../src/modules/accounts/server/index.ts';
import type { Load } from './run/latency-clients.ts';
import { postgresCpu, postmasterOf } from './run/processes.ts';
import { PASSWORD, signIn } from './run/sign-in.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    clients: { type: 'string', default: '8' },
    seconds: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
  },
});

const REGION = 150000000000;
const TRIALS: [string, number][] = [
  ['income.line', 8000],
  ['income.line', 7500],
  ['medical.selfPaid.focus', 4000],
  ['medical.selfPaid.general', 15000],
  ['income.dropRatio', 0.8],
  ['water.outageDays', 2],
];

/** After an import the names get their pinyin, which takes a core for some seconds: measured is what comes after. */
async function untilNamesAreRead({ db }: Shouwang): Promise<void> {
  const unread = () => db.bulkRead((tx) => tx.first(sql`select 1 from person_names where initials = '' limit 1`));
  while (await unread()) await setTimeout(500);
}

type Household = { countyCode: number; id: number; villageCode: number; headName: string };

const asking = fork(path.join(import.meta.dirname, 'run/latency-clients.ts'), { execArgv: [] });
const ended = new AbortController();
asking.once('exit', () => ended.abort(new Error('the clients have ended')));

/** Households all over the region, by a step through their ids. */
async function sampleHouseholds({ db }: Shouwang): Promise<Household[]> {
  return db.bulkRead((tx) =>
    tx.rows(sql<Household>`
      select county_code, id, village_code, head_name from households tablesample system (1) repeatable (7) limit 20000`),
  );
}

/** Milliseconds of every call that the clients made within the time, ascending. */
async function measure(load: Load): Promise<number[]> {
  asking.send(load);
  const [taken] = await once(asking, 'message', { signal: ended.signal });
  return (taken as number[]).sort((a, b) => a - b);
}

type Cpu = { node: number; postgres: number };

/** CPU milliseconds spent so far. */
function cpuNow(postmaster: number): Cpu {
  const { user, system } = process.cpuUsage();
  return { node: (user + system) / 1000, postgres: postgresCpu(postmaster) * 1000 };
}

function householdPath({ countyCode, id }: Household): string {
  return `/households/${countyCode}/${id}`;
}

function percentile(sorted: number[], share: number): number {
  return tenths(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Trials of other thresholds over the whole region, one after the other: milliseconds of each. */
async function tryThresholds(url: string, cookie: string): Promise<number[]> {
  const taken: number[] = [];
  for (const [key, value] of TRIALS) {
    const from = performance.now();
    const response = await fetch(`${url}/api/parameters/what-if`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ regionCode: REGION, changes: [{ key, value }] }),
    });
    if (!response.ok) throw new Error(await response.text());
    await response.arrayBuffer();
    taken.push(performance.now() - from);
  }
  return taken.sort((a, b) => a - b);
}

if (!values.data) {
  console.error('usage: node bench/latency.ts --data DIR [--clients 8] [--seconds 10]');
  process.exit(2);
}

const shouwang = await openShouwang({ ...process.env, SHOUWANG_DATA: values.data });
const api = await openApi(shouwang, { logLevel: 'error', limitFactor: 1e9 });
try {
  const url = await api.http.listen({ host: '127.0.0.1', port: 0 });
  await untilNamesAreRead(shouwang);
  const households = await sampleHouseholds(shouwang);
  const one = () => households[randomInt(households.length)] as Household;
  const username = `bench${Date.now()}`;
  await createAccounts(
    shouwang.db,
    [{ username, name: '测量', role: 'region-officer', areaCode: REGION }],
    PASSWORD,
    false,
  );
  const cookies = await Promise.all(Array.from({ length: Number(values.clients) }, () => signIn(url, username)));
  const backend = await shouwang.db.bulkRead((tx) => tx.first(sql<{ pid: number }>`select pg_backend_pid() as pid`));
  const postmaster = postmasterOf(backend?.pid ?? 0);
  const county = () => one().countyCode * 1_000_000;
  const township = () => Math.floor(one().villageCode / 1000) * 1000;
  const operations: [string, () => string][] = [
    ['household page', () => householdPath(one())],
    ['list of 50, township', () => `/households?area=${township()}&limit=50`],
    ['list of 50, county, filtered', () => `/households?area=${county()}&kind=lifted&dibao=true&limit=50`],
    ['list of 50, county, by income', () => `/households?area=${county()}&sort=netPerCapita&limit=50`],
    ['search by name', () => `/households/search ${JSON.stringify({ text: one().headName })}`],
    ['search by initials', () => '/households/search {"text":"wjg"}'],
    ['warnings of a county', () => `/warnings?area=${county()}&limit=50`],
    ['warnings, region, red', () => '/warnings?level=red&limit=50'],
    ['home', () => '/warnings/summary'],
    ['map', () => `/warnings/map?area=${REGION}&by=counties`],
  ];
  const results = [];
  for (const [name, pathOf] of operations) {
    const paths = Array.from({ length: 5000 }, () => `/api${pathOf()}`);
    await measure({ url, cookies, paths: paths.slice(0, 100), seconds: 1 });
    const before = cpuNow(postmaster);
    const taken = await measure({ url, cookies, paths, seconds: Number(values.seconds) });
    const after = cpuNow(postmaster);
    const cpu = (of: keyof Cpu) => tenths((after[of] - before[of]) / taken.length);
    const [p50, p95] = [percentile(taken, 0.5), percentile(taken, 0.95)];
    results.push({ name, calls: taken.length, p50, p95, nodeCpu: cpu('node'), postgresCpu: cpu('postgres') });
  }
  const trials = await tryThresholds(url, cookies[0] ?? '');
  const [p50, slowest] = [percentile(trials, 0.5), percentile(trials, 1)];
  if (values.json) console.log(JSON.stringify({ results, whatIf: { p50, slowest } }));
  else {
    for (const { name, calls, p50, p95, nodeCpu, postgresCpu } of results)
      console.log(
        `${name.padEnd(32)} ${String(calls).padStart(7)} calls   p50 ${p50} ms   p95 ${p95} ms   CPU of a call: Node ${nodeCpu} ms, PostgreSQL ${postgresCpu} ms`,
      );
    console.log(
      `what-if, whole region            ${trials.length} calls, one at a time   p50 ${p50} ms   slowest ${slowest} ms`,
    );
  }
} finally {
  asking.disconnect();
  await api.close();
  await shouwang.close();
}
