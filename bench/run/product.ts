// node bench/run/product.ts IN OUT DATA AS_OF, forked by bench.ts: the whole job of the product on one folder of files, by
// the same functions as the command line. Tells its parent what each part took.

import { createWriteStream } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { sql } from 'kysely';
import { openShouwang, type Shouwang } from '../../src/app/open-shouwang.ts';
import { FEEDS } from '../../src/modules/feeds/domain/datasets/index.ts';
import type { FeedDefinition } from '../../src/modules/feeds/domain/feed-definition.ts';
import { exportMatches, exportQuarantine, loadBatch, touchedByBatch } from '../../src/modules/feeds/server/index.ts';
import { importRegistry } from '../../src/modules/households/server/index.ts';
import { exportWarnings, importParameters, rescreenTouched, screen } from '../../src/modules/warnings/server/index.ts';
import { systemActor } from '../../src/platform/server/actor.ts';
import type { Tx } from '../../src/platform/server/db.ts';
import { writeDailyFile } from './daily-file.ts';
import type { Part, ProductMessage } from './messages.ts';
import { postgresCpu, postmasterOf } from './processes.ts';

const ACTOR = systemActor('bench');
/** Files read or written side by side. */
const AT_ONCE = 2;

type FeedFile = { dataset: string; name: string };

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

async function filesOf(dataset: string): Promise<string[]> {
  const pattern = new RegExp(`^${dataset}(-\\d+)?\\.(csv|xlsx)$`);
  return (await readdir(input)).filter((name) => pattern.test(name)).sort();
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

/** Those with most bytes first, so that two lanes end at about the same time. */
async function feedsBySize() {
  const sized = await Promise.all(
    FEEDS.map(async (feed) => {
      const sizes = (await filesOf(feed.code)).map(async (name) => (await stat(path.join(input, name))).size);
      return { feed, bytes: (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0) };
    }),
  );
  return sized.sort((a, b) => b.bytes - a.bytes).map(({ feed }) => feed);
}

/**
 * Some files are read at a time; one that has been read waits for the registry, or for a file of its dataset that came first,
 * and leaves its place to the next. `onLoaded` is called for each dataset whose files are all loaded.
 */
async function loadAll(shouwang: Shouwang, onLoaded: (feed: FeedDefinition) => void): Promise<number> {
  const waiting: FeedFile[] = [];
  const feeds = await feedsBySize();
  for (const { code: dataset } of feeds) for (const name of await filesOf(dataset)) waiting.push({ dataset, name });
  const loads = new Map<string, Promise<number>[]>(feeds.map(({ code }) => [code, []]));
  const beingRead = new Set<string>();
  /** Files of a dataset are read one after the other. */
  const takeNext = () => {
    const at = waiting.findIndex(({ dataset }) => !beingRead.has(dataset));
    return at < 0 ? undefined : waiting.splice(at, 1)[0];
  };
  const lane = async () => {
    for (let next = takeNext(); next; next = takeNext()) {
      const { promise: read, resolve } = Promise.withResolvers<void>();
      beingRead.add(next.dataset);
      const load = loadFile(shouwang, next, resolve);
      loads.get(next.dataset)?.push(load);
      await Promise.race([read, load]);
      beingRead.delete(next.dataset);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const rows = await Promise.all(
    feeds.map(async (feed) => {
      const loaded = await Promise.all(loads.get(feed.code) ?? []);
      onLoaded(feed);
      return loaded.reduce((sum, n) => sum + n, 0);
    }),
  );
  return rows.reduce((sum, n) => sum + n, 0);
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

/** Writes the files of the contract: matches as soon as a dataset is loaded, warnings once all have been screened. */
function exporting(shouwang: Shouwang) {
  const save = async (name: string, write: (tx: Tx, target: NodeJS.WritableStream) => Promise<void>) => {
    const target = createWriteStream(path.join(output, name));
    await shouwang.db.bulk(ACTOR, async (tx) => {
      await write(tx, target);
      return { result: undefined, audit: { operation: 'bench.export', subjectKind: 'file', subjectId: name } };
    });
    target.end();
    await finished(target);
  };
  const waiting: (() => Promise<void>)[] = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next();
  };
  let early = Promise.resolve();
  return {
    /** Its matches do not change any more: they are written beside what else is done. */
    addMatches: (dataset: string) => {
      waiting.push(() => save(`matches-${dataset}.csv`, (tx, target) => exportMatches(tx, dataset, target)));
      early = early.then(lane);
    },
    end: async () => {
      waiting.unshift(() => save('warnings.csv', (tx, target) => exportWarnings(tx, asOf, target)));
      waiting.push(() => save('quarantine.csv', (tx, target) => exportQuarantine(tx, shouwang.keys, target)));
      await Promise.all([early.then(lane), ...Array.from({ length: AT_ONCE - 1 }, lane)]);
    },
  };
}

const DAILY_ROWS = 20_000;

/** An ordinary day: one file into the full region, from the file to the changed warnings. */
async function loadDaily({ db, keys }: Shouwang): Promise<void> {
  const [from] = await filesOf('medical-settlement');
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
  const exports = exporting(shouwang);
  const load = () =>
    loadAll(shouwang, ({ code, subject }) => {
      if (subject === 'person') exports.addMatches(code);
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
