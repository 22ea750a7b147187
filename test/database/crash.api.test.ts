// kill -9 of the program, and of PostgreSQL, at points spread over an import, a load and a screening: afterwards all of
// the work is there or nothing of it, and doing it again gives what an undisturbed run gives.

import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateRegion } from '../../src/modules/demo/server/index.ts';
import { startPostgres } from '../../src/platform/server/postgres/index.ts';
import { FOR_TESTS, withDatabase } from '../database.ts';
import { type CliResult, type RunningCli, runCli, startCli } from '../run-cli.ts';

const AS_OF = '2022-05-31';
const NODE_KILLS = 5;
const POSTGRES_KILLS = 2;

const root = mkdtempSync(path.join(os.tmpdir(), 'shouwang-crash-'));
const data = path.join(root, 'data');
const input = path.join(root, 'in');

/** A killed server leaves what it has written to the system: only a power cut would ask for more. */
const startCluster = () => startPostgres(data, { settings: FOR_TESTS });

/** What one piece of work writes, without ids of its own, times and sealed values, which differ from run to run. */
const WRITTEN = {
  import: {
    batches: 'select kind, files from import_batches',
    households: 'select number, village_code, kind, monitoring_category, head_name, member_count from households',
    incomes: `select h.number, i.year, i.wage_fen, i.business_fen, i.previous_net_fen
      from household_incomes i join households h on h.id = i.household_id`,
    persons: `select p.number, h.number as household, p.name, p.id_key, p.dibao, p.valid_to
      from persons p join households h on h.id = p.household_id`,
    index: 'select x.id_key, p.number from person_index x join persons p on p.id = x.person_id',
    refused: 'select file, line, column_name, reason from refused_rows',
    issues: 'select dataset, code, line, state from data_issues',
  },
  load: {
    batches: 'select dataset, file_name, sha256, state from feed_batches',
    rows: `select f.line, p.number, f.method, f.counts, f.self_paid_fen
      from feed_medical_settlement f left join persons p on p.id = f.person_id`,
    strays: 'select line, method, id_sound, name, id_key from stray_rows',
    quarantine: 'select line, column_name, value, reason from quarantined_rows',
    issues: 'select dataset, code, line, state from data_issues',
  },
  screen: {
    screenings: 'select as_of, rule_versions from screenings',
    parameters: 'select as_of, county_code, key, value from screening_parameters',
    facts: `select h.number, to_jsonb(f) - 'household_id' from facts f join households h on h.id = f.household_id`,
    warnings: `select h.number, w.rules, w.level, w.monitored, w.active, w.state
      from warnings w join households h on h.id = w.household_id`,
    evidence: `select h.number, e.rule, e.numbers from warning_evidence e join households h on h.id = e.household_id
      join warnings w on w.household_id = e.household_id and w.as_of = e.as_of and w.active and e.rule = any(w.rules)`,
  },
};

const OPERATIONS = { import: 'registry-import.import', load: 'feeds.load', screen: 'warnings.screen' };

type Work = keyof typeof WRITTEN;

const ARGUMENTS: Record<Work, string[]> = {
  import: ['import', input],
  load: ['load', 'medical-settlement', path.join(input, 'medical-settlement-1.csv')],
  screen: ['screen', '--as-of', AS_OF],
};

async function query<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { adminUrl } = await startCluster();
  const client = new pg.Client({ connectionString: withDatabase(adminUrl, database) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Waits until nobody else works in the database: a killed program's statement may still be running there. */
async function quiet(): Promise<void> {
  await query('postgres', async (client) => {
    for (let i = 0; i < 600; i++) {
      const { rowCount } = await client.query(`select from pg_stat_activity where datname = 'shouwang'`);
      if (rowCount === 0) return;
      await sleep(50);
    }
    throw new Error('somebody still works in the database');
  });
}

type State = Record<string, unknown>;

/** Rows and a digest of each thing written, and the audit entries of the work. */
async function readState(work: Work): Promise<State> {
  await quiet();
  return query('shouwang', async (client) => {
    const state: State = {};
    for (const [name, select] of Object.entries(WRITTEN[work])) {
      const { rows } = await client.query(
        `select count(*)::int as rows, md5(coalesce(string_agg(r::text, '|' order by r::text), '')) as digest from (${select}) r`,
      );
      state[name] = rows[0];
    }
    const { rows } = await client.query(
      `select count(*)::int as rows from audit_entries where operation = $1 and after->>'alreadyLoaded' is distinct from 'true'`,
      [OPERATIONS[work]],
    );
    return { ...state, audit: rows[0] };
  });
}

/** Tables of the program's own that only bear such a name: there before anything is killed. */
const known = new Set<string>();

async function leftovers(): Promise<string[]> {
  const named = await namedLikeWork();
  return named.filter((name) => !known.has(name));
}

async function namedLikeWork(): Promise<string[]> {
  return query('shouwang', async (client) => {
    const { rows } = await client.query<{ relname: string }>(
      `select relname from pg_class where relname ~ '^(staged_|staging_|work_|hits$|touched)'`,
    );
    return rows.map(({ relname }) => relname);
  });
}

/** The state from which a piece of work starts, kept as a template. */
async function keep(work: Work): Promise<void> {
  await quiet();
  await query('postgres', (client) =>
    client.query(`create database before_${work} template shouwang owner shouwang_owner strategy file_copy`),
  );
}

async function restore(work: Work): Promise<void> {
  await quiet();
  await query('postgres', async (client) => {
    await client.query('drop database if exists shouwang with (force)');
    await client.query(`create database shouwang template before_${work} owner shouwang_owner strategy file_copy`);
    await client.query('checkpoint'); // a recovery then has only the work itself to go through
  });
}

function expectDone(result: CliResult): void {
  expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 0, stderr: '' });
}

function postmasterPid(): number {
  return Number(readFileSync(path.join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
}

const before: Partial<Record<Work, State>> = {};
const after: Partial<Record<Work, State>> = {};
const durations: Partial<Record<Work, number>> = {};
/** What a load after a screening makes of the warnings. */
let screened: State = {};
let kills = 0;

/** Runs the work undisturbed, once, and remembers how long it takes and what it leaves. */
async function measure(work: Work): Promise<void> {
  await keep(work);
  if (known.size === 0) for (const name of await namedLikeWork()) known.add(name);
  before[work] = await readState(work);
  durations[work] = await doWork(work);
  after[work] = await readState(work);
  expect(after[work]).not.toEqual(before[work]);
}

/** Starts the work; answers as soon as it has a transaction open, from where its time is counted. */
async function startWork(work: Work): Promise<RunningCli> {
  const { adminUrl } = await startCluster();
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => undefined);
  await client.connect();
  const running = startCli(data, ARGUMENTS[work]);
  for (let isOpen = false; !isOpen && running.child.exitCode === null; await sleep(5)) {
    const { rowCount } = await client.query(
      `select from pg_stat_activity where datname = 'shouwang' and xact_start is not null`,
    );
    isOpen = rowCount !== 0;
  }
  await client.end();
  return running;
}

/** Does the work to its end; answers how many milliseconds it took. */
async function doWork(work: Work): Promise<number> {
  const { done } = await startWork(work);
  const begun = performance.now();
  expectDone(await done);
  return performance.now() - begun;
}

/**
 * Starts the work anew and kills `whom` after `share` of its usual time. Where that came too late, or so early that the
 * program could still start a server, it is tried again at another time.
 */
async function crash(work: Work, whom: 'node' | 'postgres', share: number, tries = 8): Promise<CliResult> {
  await restore(work);
  const { child, done } = await startWork(work);
  await sleep((durations[work] ?? 0) * share);
  const inTime = child.exitCode === null;
  if (inTime && whom === 'node') child.kill('SIGKILL');
  if (inTime && whom === 'postgres') process.kill(postmasterPid(), 'SIGKILL');
  const result = await done;
  if (tries > 0 && !inTime) return crash(work, whom, share * 0.8, tries - 1);
  if (tries > 0 && result.code === 0) return crash(work, whom, share * 1.15, tries - 1);
  kills++;
  return result;
}

/** Whom to kill, and after how many hundredths of the usual time from the first transaction on. */
const POINTS = [
  ...Array.from({ length: NODE_KILLS }, (_, i) => ['node', Math.round(15 + (80 * i) / (NODE_KILLS - 1))] as const),
  ...Array.from(
    { length: POSTGRES_KILLS },
    (_, i) => ['postgres', Math.round(45 + (40 * i) / (POSTGRES_KILLS - 1))] as const,
  ),
];

// The cluster is the program's own; a database given from outside is somebody else's to kill.
describe.skipIf(process.env.DATABASE_URL)('killed with -9', () => {
  beforeAll(async () => {
    chmodSync(root, 0o755);
    await generateRegion({ outDir: input, counties: [150923, 152222], households: 1800, seed: 9, truth: false });
    await startCluster();
    expectDone(await runCli(data, ['export', 'quarantine', '--out', path.join(root, 'nothing.csv')]));
    await measure('import');
    expectDone(await runCli(data, ['load', 'dibao-roster', path.join(input, 'dibao-roster.csv')]));
    await measure('screen');
    // A load after a screening also brings the warnings up to date.
    await measure('load');
    screened = await readState('screen');
  }, 120_000);

  afterAll(async () => {
    await (await startCluster()).stop();
    rmSync(root, { recursive: true, force: true });
  });

  describe.each(['import', 'screen', 'load'] as const)('%s', (work) => {
    test.each(POINTS)(
      '%s after %i of a hundred parts of the usual time: all or nothing, and again completes',
      async (whom, percent) => {
        const crashed = await crash(work, whom, percent / 100);
        if (whom === 'node') expect(crashed.signal).toBe('SIGKILL');
        else expect(crashed).toMatchObject({ code: 1, stderr: expect.stringMatching(/^与数据库的连接中断.*。\n$/) });
        const left = await readState(work);
        expect([before[work], after[work]]).toContainEqual(left);
        // Facts are built from work tables of other connections; the next screening takes them away.
        expect((await leftovers()).filter((name) => !name.startsWith('work_'))).toEqual([]);
        const took = await doWork(work);
        // The first time is the slowest: nothing is in memory yet.
        if (isDeepStrictEqual(left, before[work])) durations[work] = Math.min(took, durations[work] ?? took);
        expect(summaryOf(await readState(work))).toEqual(summaryOf(after[work]));
        if (work !== 'import') expect(await leftovers()).toEqual([]);
        if (work === 'load') expect(summaryOf(await readState('screen'))).toEqual(summaryOf(screened));
      },
    );
  });

  test('nobody else may read what is exported', () =>
    expect(statSync(path.join(root, 'nothing.csv')).mode & 0o077).toBe(0));

  test('the program was really killed at least 20 times', () => expect(kills).toBeGreaterThanOrEqual(20));
});

/** Doing finished work again may leave a second audit entry or batch of an import; what it wrote is the same. */
function summaryOf({ audit: _audit, batches: _batches, ...rest }: State = {}): State {
  return rest;
}
