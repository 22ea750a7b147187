// npm run bench -- figures [--full] [--data-folder DIR] [--scale 0.01] [--times 5] [--slower-than 100] [--share 1] [--compare-only]
// What each figure takes for the whole region, for its league and for its county with most households, one at a time, as the median of
// several; then forty of them for all counties at once, as an assessment measures them, and the slowest first page of rows of the county. Without DIR (kept by `npm run bench -- --keep DIR`, or the folder of a demonstration) a registry of that scale is made, and
// the demonstration's registers of the whole region beside it: 8,000 projects, 32,000 assets, 14,000 payments. Prints milliseconds.
// `--full` adds the 394,000 households that were lifted or are monitored, with three million rows about them, and says which published figures
// are printed again (`--compare-only`: nothing is measured); a folder that is given keeps them. `--share 0.05`: of all totals that part.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { demoRegistersOf } from '../src/app/demo-registers.ts';
import { openShouwang, type Shouwang } from '../src/app/open-shouwang.ts';
import { generateRegion } from '../src/modules/demo/server/index.ts';
import { fillFocus } from '../src/modules/demo-focus/server/index.ts';
import { FIGURES } from '../src/modules/figures/domain/definitions/index.ts';
import {
  answerFigure,
  answerRegions,
  compareFigures,
  openReading,
  pageOfRows,
  readKeeping,
  rowsBehind,
  rulersOf,
} from '../src/modules/figures/server/index.ts';
import { importRegistry } from '../src/modules/registry-import/server/index.ts';
import { systemActor } from '../src/platform/server/actor.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    'data-folder': { type: 'string' },
    scale: { type: 'string', default: '0.01' },
    times: { type: 'string', default: '5' },
    full: { type: 'boolean', default: false },
    'slower-than': { type: 'string', default: '100' },
    share: { type: 'string', default: '1' },
    'compare-only': { type: 'boolean', default: false },
  },
});
const ACTOR = systemActor('bench');
const REGION = 150_000_000_000;
/** What was asked of the slice before the rest: money, projects, assets. */
const OF_MONEY = /^(fund|project|asset|relocation)\.|^industry\.able_household_coverage$/;
const temporary = mkdtempSync(join(tmpdir(), 'shouwang-figures-'));

async function fill({ db, keys }: Shouwang): Promise<void> {
  const outDir = join(temporary, 'in');
  await generateRegion({ outDir, scale: Number(values.scale), counties: [], truth: false });
  const file = (name: string) => ({ path: join(outDir, name), name });
  await importRegistry(db, keys, ACTOR, { households: file('households.csv'), members: file('members.csv') });
  await demoRegistersOf({ db, keys })(temporary);
  await db.bulk(ACTOR, async (tx) => {
    await tx.script('analyze');
    return { result: undefined, audit: [] };
  });
}

/** The region, and the county with most households with its league. */
async function areasOf({ db }: Shouwang): Promise<number[]> {
  const found = await db.bulkRead((tx) =>
    tx.first(
      sql<{ county: number }>`select county_code as county from households group by 1 order by count(*) desc limit 1`,
    ),
  );
  const county = found?.county ?? 150_923;
  return [REGION, Math.floor(county / 100) * 1e8, county * 1e6];
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let i = 0; i < Number(values.times); i++) {
    const from = performance.now();
    await work();
    taken.push(performance.now() - from);
  }
  return taken.sort((a, b) => a - b)[taken.length >> 1] ?? 0;
}

async function measure({ db }: Shouwang, area: number, day: string): Promise<Map<string, number>> {
  const taken = new Map<string, number>();
  // Each in a transaction of its own, as it is asked: what the first has counted is kept for the others.
  for (const definition of FIGURES) {
    const ask = () => readKeeping(db, async (tx) => answerFigure(tx, await openReading(tx, { area, day }), definition));
    taken.set(definition.id, await median(ask));
  }
  return taken;
}

/** How many published figures are printed again, and which are not. */
async function comparePublished({ db }: Shouwang): Promise<void> {
  const compared = await readKeeping(db, (tx) => compareFigures(tx, { day: '2022-05-31', where: { area: REGION } }));
  console.log(`as published: ${compared.filter(({ same }) => same === '是').length} of ${compared.length}`);
  for (const { id, publishedText, shown, same, reason } of compared)
    if (same !== '是') console.log(`  ${id}: published ${publishedText}, now ${shown} (${reason || same})`);
}

/** What an assessment asks before it scores: forty figures of every county, on its day and on the same day of the year before. */
async function measureAssessment({ db }: Shouwang): Promise<number> {
  const asked = FIGURES.filter(({ rollUp, form }) => rollUp !== 'top' && form !== 'word').slice(0, 40);
  return db.bulkRead(async (tx) => {
    const counties = await tx.rows(sql<{ code: number }>`select code from regions
      where level = 'county' and kind <> 'statistical-zone' order by code`);
    const from = performance.now();
    for (const day of ['2022-05-31', '2021-05-31']) {
      const reading = await openReading(tx, { area: REGION, day, knownBy: '2099-12-31' });
      const codes = counties.map(({ code }) => code);
      const rulers = await rulersOf(tx, reading, codes);
      for (const definition of asked) await answerRegions(tx, rulers, definition, 'county');
    }
    return performance.now() - from;
  });
}

/** The slowest first page of rows behind a figure of the area. */
async function measureRows({ db }: Shouwang, area: number): Promise<number> {
  return db.bulkRead(async (tx) => {
    const reading = await openReading(tx, { area, day: '2022-05-31', knownBy: '2099-12-31' });
    let slowest = 0;
    for (const definition of FIGURES) {
      const taken = await median(async () => {
        const rows = await rowsBehind(tx, reading, definition);
        if (rows) await pageOfRows(tx, rows, { limit: 50 });
      });
      slowest = Math.max(slowest, taken);
    }
    return slowest;
  });
}

async function measureAll(shouwang: Shouwang): Promise<void> {
  const areas = await areasOf(shouwang);
  const columns: Map<string, number>[] = [];
  for (const area of areas) columns.push(await measure(shouwang, area, '2022-05-31'));
  const line = (name: string, cells: (number | string)[]) =>
    console.log(
      name.padEnd(46) +
        cells.map((cell) => String(typeof cell === 'number' ? cell.toFixed(1) : cell).padStart(16)).join(''),
    );
  line('ms', areas.map(String));
  const shown = FIGURES.filter(({ id }) =>
    columns.some((column) => (column.get(id) ?? 0) > Number(values['slower-than'])),
  );
  for (const { id } of shown)
    line(
      id,
      columns.map((column) => column.get(id) ?? 0),
    );
  const sumOf = (ids: readonly string[]) =>
    columns.map((column) => ids.reduce((sum, id) => sum + (column.get(id) ?? 0), 0));
  const ids = FIGURES.map(({ id }) => id);
  const ofMoney = ids.filter((id) => OF_MONEY.test(id));
  line(`money, projects, assets: ${ofMoney.length}`, sumOf(ofMoney));
  line(
    '  the slowest of them',
    columns.map((column) => Math.max(...ofMoney.map((id) => column.get(id) ?? 0))),
  );
  line(`all: ${ids.length}`, sumOf(ids));
  line(
    '  the slowest of all',
    columns.map((column) => Math.max(...ids.map((id) => column.get(id) ?? 0))),
  );
  line('an assessment: 40 figures of all counties, 2 days', [await measureAssessment(shouwang)]);
  line('the slowest first page of rows of the county', [await measureRows(shouwang, areas[2] ?? REGION)]);
}

const shouwang = await openShouwang({ SHOUWANG_DATA: values['data-folder'] ?? join(temporary, 'data') });
try {
  if (!values['data-folder']) await fill(shouwang);
  if (values.full) {
    const from = performance.now();
    const rows = await fillFocus(shouwang.db, ACTOR, { share: Number(values.share) });
    console.log(`rows added: ${rows} in ${Math.round((performance.now() - from) / 1000)} s`);
    await comparePublished(shouwang);
  }
  if (values['compare-only']) process.exitCode = 0;
  else await measureAll(shouwang);
} finally {
  await shouwang.close();
  rmSync(temporary, { recursive: true, force: true });
}
