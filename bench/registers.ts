// npm run bench -- registers [--rows 250000] [--times 40] [--register toilets]
// A register of many rows: from file to committed, a list with filters, and the file out again. Prints seconds and milliseconds, and how many of
// the rows that are planted to be refused were. Organisations, unless another is named.

import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openShouwang } from '../src/app/open-shouwang.ts';
import { registerTools } from '../src/app/registers/tools.ts';
import { systemActor } from '../src/platform/server/actor.ts';
import { exportToFile } from '../src/platform/server/registers/export.ts';
import { importSet } from '../src/platform/server/registers/import-set.ts';
import { listRecords } from '../src/platform/server/registers/list/list.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    rows: { type: 'string', default: '250000' },
    times: { type: 'string', default: '40' },
    register: { type: 'string', default: 'organisations' },
  },
});
const ACTOR = systemActor('bench');
const { catalogue, regions, subjects } = registerTools;
const COUNTIES = ['150923', '150922', '150981', '152222', '150423', '150726'];
const KINDS = ['学校', '医院', '民营企业', '合作社', '家庭农牧场'];

type Lists = Parameters<typeof listRecords>[3];
type Filled = {
  header: string;
  row: (i: number) => string;
  /** Whether the row is planted to be refused. */
  isBad: (i: number) => boolean;
  asked: readonly Lists[];
};

const organisations: Filled = {
  header: '单位代码,单位名称,单位类别,地区代码,上级单位代码,联系人,联系电话,成立日期',
  row: (i) => {
    const parent = i % 10 === 0 ? '' : `D${i - (i % 10)}`;
    return `D${i},示例单位${i},${KINDS[i % KINDS.length]},${COUNTIES[i % COUNTIES.length]},${parent},王秀英,1390000${i % 10_000},2015-03-${(i % 27) + 1}`;
  },
  isBad: () => false,
  asked: [
    { limit: 50 },
    { limit: 50, filters: { kind: 'hospital' } },
    { limit: 50, area: 150923000000, filters: { kind: 'school' } },
    { limit: 50, sort: '-name' },
    { limit: 50, text: '99' },
  ],
};

/** Of every thousand one stands in no village, one is accepted before it was finished, one is of a kind nobody knows. */
function toiletsIn(villages: readonly number[]): Filled {
  const fault = (i: number) => i % 1000;
  return {
    header: '户厕编号,嘎查村代码,性质,建设方式,厕所类型,完工日期,验收日期,使用状态',
    row: (i) => {
      const village = fault(i) === 11 ? 150999999999 : villages[i % villages.length];
      const accepted = fault(i) === 22 ? '2020-06-01' : '2021-08-01';
      const how = fault(i) === 33 ? '租用' : ['新建', '改建', '原有'][i % 3];
      return `T${i},${village},${i % 800 === 0 ? '公厕' : '户厕'},${how},三格,2021-06-${pad((i % 27) + 1)},${accepted},使用`;
    },
    isBad: (i) => [11, 22, 33].includes(fault(i)),
    asked: [
      { limit: 50 },
      { limit: 50, filters: { nature: 'public' } },
      { limit: 50, area: 150923000000, filters: { builtHow: 'rebuilt' } },
      { limit: 50, sort: '-number' },
      { limit: 50, text: '99' },
    ],
  };
}

const pad = (n: number) => String(n).padStart(2, '0');

async function writeRows(file: string, rows: number, { header, row }: Filled): Promise<void> {
  const out = createWriteStream(file);
  out.write(`${header}\n`);
  for (let i = 0; i < rows; i++)
    if (!out.write(`${row(i)}\n`)) await new Promise<void>((resolve) => out.once('drain', () => resolve()));
  out.end();
  await finished(out);
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  const result = await work();
  return [result, performance.now() - started];
}

function told(took: number[]): string {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)]?.toFixed(0) ?? '';
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

const folder = mkdtempSync(join(tmpdir(), 'shouwang-registers-'));
let peak = 0;
const sampler = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 50);
const shouwang = await openShouwang({ SHOUWANG_DATA: join(folder, 'data') });
try {
  const { db, keys } = shouwang;
  const register = catalogue.find(values.register);
  if (!register || !['organisations', 'toilets'].includes(register.code)) throw new Error('organisations or toilets');
  const villages = await db.bulkRead((tx) =>
    tx.rows(sql<{ code: number }>`select code from regions where level = 'village' order by code limit 20000`),
  );
  const filled = register.code === 'toilets' ? toiletsIn(villages.map(({ code }) => code)) : organisations;
  const rows = Number(values.rows);
  const bad = Array.from({ length: rows }, (_, i) => i).filter(filled.isBad).length;
  const file = join(folder, `${register.code}.csv`);
  await writeRows(file, rows, filled);
  const load = () =>
    importSet(db, keys, ACTOR, {
      catalogue,
      regions,
      subjects,
      files: [{ path: file, name: `${register.code}.csv`, register: register.code }],
    });
  const say = (what: string, ms: number, more = '') =>
    process.stdout.write(`${what}: ${(ms / 1000).toFixed(2)} s ${more}\n`);
  for (const what of ['import', 'the same again']) {
    peak = 0;
    const [{ files }, ms] = await timed(load);
    const { new: added, same, refusedRows } = files[0] ?? {};
    say(
      what,
      ms,
      `(new ${added}, same ${same}, refused ${refusedRows} of ${bad}, Node at most ${Math.round(peak / 1e6)} MB)`,
    );
  }
  const meanwhile: number[] = [];
  let isLoading = true;
  const [[, again]] = await Promise.all([
    timed(load).finally(() => {
      isLoading = false;
    }),
    (async () => {
      while (isLoading) {
        meanwhile.push(
          (await timed(() => db.read(ACTOR, (tx) => listRecords(tx, register, regions, { limit: 50 }))))[1],
        );
        await sleep(100);
      }
    })(),
  ]);
  say('a third time, with somebody at a list', again, `(list ${told(meanwhile)})`);
  for (const input of filled.asked) {
    const took: number[] = [];
    for (let i = 0; i < Number(values.times); i++)
      took.push((await timed(() => db.read(ACTOR, (tx) => listRecords(tx, register, regions, input))))[1]);
    process.stdout.write(`list ${JSON.stringify(input)}: ${told(took)}\n`);
  }
  peak = 0;
  const [written, ms] = await timed(() => exportToFile(db, ACTOR, register, { out: join(folder, 'out.csv') }));
  say('export', ms, `(${written} rows, Node at most ${Math.round(peak / 1e6)} MB)`);
} finally {
  clearInterval(sampler);
  await shouwang.close();
  rmSync(folder, { recursive: true, force: true });
}
