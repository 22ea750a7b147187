// node bench/run/product.ts IN OUT DATA AS_OF, forked by bench.ts: the whole job of the product on one folder of files, by
// the same functions as the command line. Tells its parent what each part took.

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { openShouwang, type Shouwang } from '../../src/app/open-shouwang.ts';
import { loadBatch, touchedByBatch } from '../../src/modules/feeds/server/index.ts';
import { importParameters } from '../../src/modules/parameters/server/index.ts';
import { importRegistry } from '../../src/modules/registry-import/server/index.ts';
import { rescreenTouched, screen } from '../../src/modules/warnings/server/index.ts';
import { systemActor } from '../../src/platform/server/actor.ts';
import { writeDailyFile } from './daily-file.ts';
import { exporting } from './exports.ts';
import { type FeedFile, filesOf, loadInLanes } from './load-lanes.ts';
import type { Part, ProductMessage } from './messages.ts';
import { postgresCpu, postmasterOf } from './processes.ts';

const ACTOR = systemActor('bench');
const [input = '', output = '', dataFolder = '', asOf = ''] = process.argv.slice(2);

function tell(message: ProductMessage): void {
  process.send?.(message);
}

let postmaster = 0;

/** Wall and CPU seconds since it was made. */
function stopwatch(): () => Omit<Part, 'name'> {
  const started = performance.now();
  const cpu = process.cpuUsage();
  const database = postgresCpu(postmaster);
  return () => {
    const used = process.cpuUsage(cpu);
    return {
      seconds: (performance.now() - started) / 1000,
      nodeCpu: (used.user + used.system) / 1e6,
      postgresCpu: postgresCpu(postmaster) - database,
    };
  };
}

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const watch = stopwatch();
  const result = await work();
  tell({ kind: 'part', part: { name, ...watch() } });
  return result;
}

/** `onRead` is called once, when the files have been read and the registry is being put together. */
async function importAll({ db, keys }: Shouwang, onRead: () => void): Promise<number> {
  const file = (name: string) => ({ path: path.join(input, name), name });
  await importParameters(db, ACTOR, path.join(input, 'parameters.json'));
  const result = await importRegistry(db, keys, ACTOR, {
    households: file('households.csv'),
    members: file('members.csv'),
    onProgress: ({ file: name, bytes, byteSize }) => {
      if (name === 'members.csv' && bytes >= byteSize) onRead();
    },
  });
  return result.households.rows + result.members.rows;
}

/** `onRead` is called when the file has been read and its dataset is its own. */
async function loadFile({ db, keys }: Shouwang, { dataset, name }: FeedFile, onRead: () => void): Promise<number> {
  const started = performance.now();
  const phases: Record<string, number> = {};
  let last = { phase: 'read', at: started };
  const result = await loadBatch(db, keys, ACTOR, {
    dataset,
    path: path.join(input, name),
    fileName: name,
    onProgress: ({ phase }) => {
      if (phase === last.phase) return;
      phases[last.phase] = (performance.now() - last.at) / 1000;
      last = { phase, at: performance.now() };
      onRead();
    },
  });
  onRead();
  phases[last.phase] = (performance.now() - last.at) / 1000;
  tell({ kind: 'file', name, rows: result.rows, seconds: (performance.now() - started) / 1000, phases });
  return result.rows;
}

async function screenAll({ db }: Shouwang) {
  let watch = stopwatch();
  let last = 'facts';
  const result = await screen(db, ACTOR, asOf, (part) => {
    tell({ kind: 'part', part: { name: last, ...watch() } });
    watch = stopwatch();
    last = part;
  });
  tell({ kind: 'part', part: { name: last, ...watch() } });
  return result;
}

const DAILY_ROWS = 20_000;

/** An ordinary day: one file into the full region, from the file to the changed warnings. */
async function loadDaily({ db, keys }: Shouwang): Promise<void> {
  const [from] = await filesOf(input, 'medical-settlement');
  if (!from?.endsWith('.csv')) return;
  const fileName = `daily-${from}`;
  await writeDailyFile(path.join(input, from), path.join(output, fileName), DAILY_ROWS);
  await timed(`${DAILY_ROWS} more rows, screened`, async () => {
    const request = { dataset: 'medical-settlement', path: path.join(output, fileName), fileName };
    const { batchId, part } = await loadBatch(db, keys, ACTOR, request);
    await rescreenTouched(db, ACTOR, touchedByBatch('medical-settlement', batchId, part));
  });
}

async function databaseBytes({ db }: Shouwang): Promise<number> {
  const row = await db.bulkRead((tx) =>
    tx.first<{ n: number }>(sql`select pg_database_size(current_database())::bigint as n`),
  );
  return row?.n ?? 0;
}

await mkdir(output, { recursive: true });
const shouwang = await openShouwang({ ...process.env, SHOUWANG_DATA: dataFolder });
try {
  const backend = await shouwang.db.bulkRead((tx) => tx.first<{ pid: number }>(sql`select pg_backend_pid() as pid`));
  postmaster = postmasterOf(backend?.pid ?? 0);
  tell({ kind: 'started', postmaster });
  const whole = stopwatch();
  const exports = exporting(shouwang, ACTOR, { output, asOf });
  const load = () =>
    loadInLanes(input, {
      load: (file, onRead) => loadFile(shouwang, file, onRead),
      onLoaded: ({ code, subject }) => {
        if (subject === 'person') exports.addMatches(code);
      },
    });
  // The feeds' files are read while PostgreSQL still builds the registry's indexes; their matching waits for it.
  let feeds: Promise<number> | undefined;
  const registryRows = await timed('import', () =>
    importAll(shouwang, () => {
      feeds ??= load();
    }),
  );
  const feedRows = await timed('load and match', () => feeds ?? load());
  const { households } = await screenAll(shouwang);
  await timed('export', exports.end);
  tell({ kind: 'part', part: { name: 'total', ...whole() } });
  await loadDaily(shouwang);
  const counts = { registryRows, feedRows, warned: households, databaseBytes: await databaseBytes(shouwang) };
  tell({ kind: 'done', peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024), ...counts });
} finally {
  await shouwang.close();
}
