// npm run bench -- figures [--full] [--data-folder DIR] [--scale 0.01] [--times 5] [--slower-than 100] [--share 1] [--compare-only]
// What each figure takes for the whole region, for its league and for its county with most households, one at a time, as the median of
// several after the first; the first page of rows behind each; then forty of them for all counties at once, as an assessment measures
// them. Says which bars are met. Without DIR (kept by `npm run bench -- --keep DIR`, or the folder of a demonstration) a registry of that scale is made, and
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

/** A folder that is new is filled, and kept. */
async function isEmpty({ db }: Shouwang): Promise<boolean> {
  const found = await db.bulkRead((tx) =>
    tx.first(sql<{ any: boolean }>`select exists (select from households) as any`),
  );
  return found?.any !== true;
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

/** Milliseconds of the first time, when nothing is kept, and the median of the times after it. */
type Taken = { first: number; again: number };

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function takenBy(work: () => Promise<unknown>): Promise<Taken> {
  const first = await timed(work);
  const again: number[] = [];
  for (let i = 1; i < Number(values.times); i++) again.push(await timed(work));
  return { first, again: again.sort((a, b) => a - b)[again.length >> 1] ?? first };
}

async function measure({ db }: Shouwang, area: number, day: string): Promise<Map<string, Taken>> {
  const taken = new Map<string, Taken>();
  // Each in a transaction of its own, as it is asked: what the first has counted is kept for the others.
  for (const definition of FIGURES) {
    const ask = () => readKeeping(db, async (tx) => answerFigure(tx, await openReading(tx, { area, day }), definition));
    taken.set(definition.id, await takenBy(ask));
  }
  return taken;
}

async function forgetKept({ db }: Shouwang): Promise<void> {
  await db.bulk(ACTOR, async (tx) => ({ result: await tx.run(sql`delete from figure_counts`), audit: [] }));
}

/** How many published figures are printed again, and which are not. */
async function comparePublished({ db }: Shouwang): Promise<void> {
  const compared = await readKeeping(db, (tx) => compareFigures(tx, { day: '2022-05-31', where: { area: REGION } }));
  console.log(`as published: ${compared.filter(({ same }) => same === '是').length} of ${compared.length}`);
  for (const { id, publishedText, shown, same, reason } of compared)
    if (same !== '是') console.log(`  ${id}: published ${publishedText}, now ${shown} (${reason || same})`);
}

/** What an assessment asks before it scores: forty figures of every county, on its day and on the same day of the year before, as known by now. */
function measureAssessment({ db }: Shouwang, knownBy: string): Promise<Map<string, number>> {
  const asked = FIGURES.filter(({ rollUp, form }) => rollUp !== 'top' && form !== 'word').slice(0, 40);
  const taken = new Map<string, number>();
  return readKeeping(db, async (tx) => {
    const counties = await tx.rows(sql<{ code: number }>`select code from regions
      where level = 'county' and kind <> 'statistical-zone' order by code`);
    for (const day of ['2022-05-31', '2021-05-31']) {
      const reading = await openReading(tx, { area: REGION, day, knownBy });
      const codes = counties.map(({ code }) => code);
      const rulers = await rulersOf(tx, reading, codes);
      for (const definition of asked) {
        const ms = await timed(() => answerRegions(tx, rulers, definition, 'county'));
        taken.set(definition.id, (taken.get(definition.id) ?? 0) + ms);
      }
    }
    return taken;
  });
}

/** The first page of rows behind each figure of the area. */
async function measureRows({ db }: Shouwang, area: number, knownBy?: string): Promise<Map<string, Taken>> {
  const taken = new Map<string, Taken>();
  for (const definition of FIGURES) {
    const ask = () =>
      readKeeping(db, async (tx) => {
        const reading = await openReading(tx, { area, day: '2022-05-31', knownBy });
        await pageOfRows(tx, reading, definition, { limit: 50 });
      });
    taken.set(definition.id, await takenBy(ask));
  }
  return taken;
}

const again = (taken: ReadonlyMap<string, Taken>) => [...taken.values()].map((one) => one.again);
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const p95 = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length * 0.95) - 1] ?? 0;

function line(name: string, cells: readonly (number | string)[]): void {
  const shown = cells.map((cell) => String(typeof cell === 'number' ? cell.toFixed(1) : cell).padStart(16));
  console.log(name.padEnd(46) + shown.join(''));
}

function bar(what: string, ms: number, most: number): void {
  line(`${ms <= most ? 'met   ' : 'MISSED'} ${what}`, [ms, `of ${most}`]);
}

/** Those slower than asked, of every column. */
function slowest(columns: readonly ReadonlyMap<string, number>[]): void {
  for (const { id } of FIGURES)
    if (columns.some((column) => (column.get(id) ?? 0) > Number(values['slower-than'])))
      line(
        `  ${id}`,
        columns.map((column) => column.get(id) ?? 0),
      );
}

const only = (taken: ReadonlyMap<string, Taken>, which: keyof Taken) =>
  new Map([...taken].map(([id, one]) => [id, one[which]]));

async function measureAll(shouwang: Shouwang): Promise<void> {
  const areas = await areasOf(shouwang);
  await forgetKept(shouwang);
  const asked: Map<string, Taken>[] = [];
  for (const area of areas) asked.push(await measure(shouwang, area, '2022-05-31'));
  const [region, ...below] = asked;
  const columns = [
    only(region ?? new Map(), 'first'),
    ...[region, ...below].map((one) => only(one ?? new Map(), 'again')),
  ];
  line('figures, ms', ['first', ...areas.map(String)]);
  slowest(columns);
  const all = columns.map((column) => [...column.values()]);
  line(`  all: ${FIGURES.length}`, all.map(sum));
  const ofMoney = columns.map((column) => [...column].flatMap(([id, ms]) => (OF_MONEY.test(id) ? [ms] : [])));
  line(`  money, projects, assets: ${ofMoney[0]?.length}`, ofMoney.map(sum));

  const pages: Map<string, Taken>[] = [];
  for (const area of areas) pages.push(await measureRows(shouwang, area));
  line('first page of rows, ms', areas.map(String));
  slowest(pages.map((one) => only(one, 'again')));

  const knownBy = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19);
  const first = await measureAssessment(shouwang, knownBy);
  const second = await measureAssessment(shouwang, knownBy);
  line('an assessment: 40 figures of all counties, 2 days', ['first', 'again']);
  slowest([first, second]);
  const [, , county = 0] = areas;
  const opened = await measureRows(shouwang, county, knownBy);

  bar('the slowest figure of region, league and county', Math.max(...all.slice(1).flat()), 300);
  bar('all figures of the region', sum(all[1] ?? []), 10_000);
  bar('all figures of the region, nothing kept', sum(all[0] ?? []), 10_000);
  bar('first page of rows, p95 of all figures and areas', p95(pages.flatMap(again)), 300);
  bar('an assessment, nothing kept', sum([...first.values()]), 10_000);
  bar('a score opened to its rows, the slowest', Math.max(...again(opened)), 300);
}

const shouwang = await openShouwang({ SHOUWANG_DATA: values['data-folder'] ?? join(temporary, 'data') });
try {
  if (await isEmpty(shouwang)) await fill(shouwang);
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
