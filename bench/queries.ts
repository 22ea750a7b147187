// npm run bench -- queries --data-folder DIR [--cases 120000] [--times 7]
// What the lists and numbers of monitoring take with very many cases, over HTTP and one call at a time, for a region, county,
// township and village officer. DIR is kept by `npm run bench -- --keep DIR`; cases are added where there are too few. Prints
// the median of each call in milliseconds.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openApi } from '../src/app/open-api.ts';
import { openShouwang, type Shouwang } from '../src/app/open-shouwang.ts';
import { createAccounts, type GivenAccount } from '../src/modules/accounts/server/index.ts';
import { systemActor } from '../src/platform/server/actor.ts';
import { PASSWORD, signIn } from './run/sign-in.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    'data-folder': { type: 'string' },
    cases: { type: 'string', default: '120000' },
    times: { type: 'string', default: '7' },
  },
});

const PERIOD = 'from=2026-01-01&to=2026-12-31';
const CALLS = [
  'worklist',
  ...['mine', 'late', 'soon', 'waiting', 'escalated', 'done'].map((desk) => `cases?desk=${desk}`),
  ...['identification', 'monitored', 'cleared', 'ended'].map((stage) => `cases?stage=${stage}`),
  'cases?state=monitored&category=borderline',
  'cases',
  'cases?cursor=9999-12-31.50000',
  'national',
  'gaps',
  'visits-due',
  `figures?${PERIOD}`,
  `bulletin?${PERIOD}`,
];

async function fill({ db }: Shouwang, wanted: number): Promise<void> {
  const text = readFileSync(join(import.meta.dirname, 'officers', 'many-cases.sql'), 'utf8');
  await db.bulk(systemActor('bench'), async (tx) => {
    const row = await tx.first(sql<{ n: number }>`select count(*)::int as n from cases`);
    if ((row?.n ?? 0) < wanted / 2) await tx.script(text.replaceAll(':cases', String(wanted)));
    return { result: undefined, audit: [] };
  });
  await db.bulk(systemActor('bench'), async (tx) => {
    await tx.script('analyze');
    return { result: undefined, audit: [] };
  });
}

/** The village with most cases, and what lies above it. */
async function officersOf({ db }: Shouwang): Promise<GivenAccount[]> {
  const row = await db.bulkRead((tx) =>
    tx.first(sql<{ code: number; n: number }>`
      select village_code as code, count(*)::int as n from cases group by 1 order by 2 desc limit 1`),
  );
  const village = row?.code ?? 0;
  const at = (size: number) => Math.floor(village / size) * size;
  const areas = [
    ['region-officer', 150_000_000_000],
    ['county-officer', at(1_000_000)],
    ['township-officer', at(1000)],
    ['village-worker', village],
  ] as const;
  return areas.map(([role, areaCode]) => ({ username: `q${Date.now()}-${role}`, name: role, role, areaCode }));
}

async function median(url: string, cookie: string): Promise<string> {
  const taken: number[] = [];
  for (let i = 0; i < Number(values.times); i++) {
    const from = performance.now();
    const response = await fetch(url, { headers: { cookie } });
    await response.text();
    if (!response.ok) return String(response.status);
    taken.push(performance.now() - from);
  }
  return (taken.sort((a, b) => a - b)[taken.length >> 1] ?? 0).toFixed(1);
}

const shouwang = await openShouwang({ ...process.env, SHOUWANG_DATA: values['data-folder'] ?? '' });
const api = await openApi(shouwang, { logLevel: 'error', limitFactor: 1e9 });
try {
  await fill(shouwang, Number(values.cases));
  const accounts = await officersOf(shouwang);
  await createAccounts(shouwang.db, accounts, PASSWORD, false);
  const url = await api.http.listen({ host: '127.0.0.1', port: 0 });
  const cookies = await Promise.all(accounts.map(({ username }) => signIn(url, username)));
  console.log(['ms'.padEnd(46), ...accounts.map(({ name }) => name.padStart(17))].join(''));
  for (const call of CALLS) {
    const cells: string[] = [];
    for (const cookie of cookies) cells.push(await median(`${url}/api/${call}`, cookie));
    console.log([call.padEnd(46), ...cells.map((cell) => cell.padStart(17))].join(''));
  }
} finally {
  await api.close();
  await shouwang.close();
}
