// npm run bench -- registers [--rows 250000] [--times 40]
// A register of many rows: from file to committed, a list with filters, and the file out again. Prints seconds and milliseconds.

import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openShouwang } from '../src/app/open-shouwang.ts';
import { registerTools } from '../src/app/registers/tools.ts';
import type { RegisterDefinition } from '../src/kernel/register/define-register.ts';
import { systemActor } from '../src/platform/server/actor.ts';
import { exportToFile } from '../src/platform/server/registers/export.ts';
import { importSet } from '../src/platform/server/registers/import-set.ts';
import { listRecords } from '../src/platform/server/registers/list/list.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { rows: { type: 'string', default: '250000' }, times: { type: 'string', default: '40' } },
});
const ACTOR = systemActor('bench');
const { catalogue, regions, subjects } = registerTools;
const COUNTIES = ['150923', '150922', '150981', '152222', '150423', '150726'];
const KINDS = ['学校', '医院', '民营企业', '合作社', '家庭农牧场'];

async function writeOrganisations(file: string, rows: number): Promise<void> {
  const out = createWriteStream(file);
  out.write('单位代码,单位名称,单位类别,地区代码,上级单位代码,联系人,联系电话,成立日期\n');
  for (let i = 0; i < rows; i++) {
    const parent = i % 10 === 0 ? '' : `D${i - (i % 10)}`;
    const line = `D${i},示例单位${i},${KINDS[i % KINDS.length]},${COUNTIES[i % COUNTIES.length]},${parent},王秀英,1390000${i % 10_000},2015-03-${(i % 27) + 1}\n`;
    if (!out.write(line)) await new Promise<void>((resolve) => out.once('drain', () => resolve()));
  }
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
  const register = catalogue.find('organisations') as RegisterDefinition;
  const file = join(folder, 'organisations.csv');
  await writeOrganisations(file, Number(values.rows));
  const load = () =>
    importSet(db, keys, ACTOR, {
      catalogue,
      regions,
      subjects,
      files: [{ path: file, name: 'organisations.csv', register: register.code }],
    });
  const say = (what: string, ms: number, more = '') =>
    process.stdout.write(`${what}: ${(ms / 1000).toFixed(2)} s ${more}\n`);
  for (const what of ['import', 'the same again']) {
    peak = 0;
    const [{ files }, ms] = await timed(load);
    const { new: added, same } = files[0] ?? {};
    say(what, ms, `(new ${added}, same ${same}, Node at most ${Math.round(peak / 1e6)} MB)`);
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
  const asked = [
    { limit: 50 },
    { limit: 50, filters: { kind: 'hospital' } },
    { limit: 50, area: 150923000000, filters: { kind: 'school' } },
    { limit: 50, sort: '-name' },
    { limit: 50, text: '99' },
  ];
  for (const input of asked) {
    const took: number[] = [];
    for (let i = 0; i < Number(values.times); i++)
      took.push((await timed(() => db.read(ACTOR, (tx) => listRecords(tx, register, regions, input))))[1]);
    process.stdout.write(`list ${JSON.stringify(input)}: ${told(took)}\n`);
  }
  peak = 0;
  const [rows, ms] = await timed(() => exportToFile(db, ACTOR, register, { out: join(folder, 'out.csv') }));
  say('export', ms, `(${rows} rows, Node at most ${Math.round(peak / 1e6)} MB)`);
} finally {
  clearInterval(sampler);
  await shouwang.close();
  rmSync(folder, { recursive: true, force: true });
}
