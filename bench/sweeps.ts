// npm run bench -- sweeps [--villages 11500] [--households 252] [--times 9] [--phones 200] [--visits 40] [--minutes 10]
// A round over the whole region: its lists made, its board and its days for the region, a league, a county, with half of the households visited; then phones that hand
// in their visits in so many minutes while the board is open. Households alone are made, which is what a full sweep asks of. Prints seconds and milliseconds,
// and each bar met or MISSED.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openShouwang } from '../src/app/open-shouwang.ts';
import { formatDate } from '../src/kernel/plain-date.ts';
import { countVillages, readBoard, readDays, refreshLists } from '../src/modules/sweeps/server/index.ts';
import { systemActor } from '../src/platform/server/actor.ts';
import { dayOn, systemClock } from '../src/platform/server/clock.ts';
import type { Tx } from '../src/platform/server/db.ts';
import { handInVisits } from './run/hand-in-visits.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    villages: { type: 'string', default: '11500' },
    households: { type: 'string', default: '252' },
    times: { type: 'string', default: '9' },
    phones: { type: 'string', default: '200' },
    visits: { type: 'string', default: '40' },
    minutes: { type: 'string', default: '10' },
  },
});
const ACTOR = systemActor('bench');
const REGION = { low: 150_000_000_000, high: 159_999_999_999 };
const AREAS = { region: 150_000_000_000, league: 150_900_000_000, county: 150_923_000_000 };
const today = dayOn(systemClock);
const on = formatDate(today);

const folder = mkdtempSync(join(tmpdir(), 'shouwang-sweeps-'));
const shouwang = await openShouwang({ SHOUWANG_DATA: join(folder, 'data') });
const work = (what: (tx: Tx) => Promise<unknown>) =>
  shouwang.db.bulk(ACTOR, async (tx) => ({ result: await what(tx), audit: [] }));

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** A bar that this was built to keep: at the full size, on a quiet machine of two cores. */
function bar(what: string, measured: number, most: number, unit: string): void {
  console.log(
    `${measured <= most ? 'met   ' : 'MISSED'} ${what}: ${Number(measured.toFixed(1))} of at most ${most} ${unit}`.trimEnd(),
  );
}

/** Every eighth is monitored, of those every third cleared. */
const fill = (tx: Tx) =>
  tx.run(sql`
    insert into households (county_code, line, id, village_code, batch_id, member_count, kind, monitoring_category, risk_cleared, head_name, number)
    select (v.code / 1000000)::int, n, nextval('household_ids'), v.code, 0, 3, 'general', case when n % 8 = 0 then 'borderline' end,
      case when n % 24 = 0 then true end, '户主', v.code || '-' || n
    from (select code from regions where level = 'village' order by code limit ${Number(values.villages)}) v, generate_series(1, ${Number(values.households)}) n`);

/** Half of each village visited, at once: what is measured is the board. */
async function visitHalf(tx: Tx): Promise<void> {
  await tx.run(
    sql`update sweep_items set visited_on = ${on}::date, visit_mode = 'in-person', visit_result = 'no-risk' where household_id % 2 = 0`,
  );
  const sweep = await tx.first(sql<{ id: number }>`select id from sweeps`);
  await countVillages(tx, sweep?.id ?? 0, REGION);
}

try {
  const { db } = shouwang;
  await work(fill);
  await db.tidy('households');
  await work((tx) =>
    tx.run(sql`insert into sweeps (county_code, place_code, number, region_code, name, year, quarter, kind, starts_on, ends_on, township_percent, county_percent,
        league_percent, issued_on, recorded_by)
      values (150000, ${AREAS.region}, 'B1', ${AREAS.region}, '集中摸排', 2026, 'q4', 'full-sweep', ${on}::date, ${on}::date + 30, 20, 5, 1, ${on}::date, 'bench')`),
  );
  const made = await timed(() => refreshLists(db, on));
  const items = await db.bulkRead((tx) => tx.first(sql<{ n: number }>`select count(*)::int as n from sweep_items`));
  console.log(`lists: ${items?.n} items in ${(made / 1000).toFixed(1)} s`);
  bar('lists made', made / 1000, 60, 's');
  await work((tx) => tx.run(sql`update sweep_refreshes set listed_for = listed_for - 1`));
  console.log(`renewed where nothing changed: ${((await timed(() => refreshLists(db, on))) / 1000).toFixed(1)} s`);
  await work(visitHalf);
  await db.tidy('sweep_items', 'sweep_villages');
  const median = async (what: (tx: Tx) => Promise<unknown>) => {
    const took: number[] = [];
    for (let i = 0; i < Number(values.times); i++) took.push(await timed(() => db.read(ACTOR, what)));
    return took.sort((a, b) => a - b)[Math.floor(took.length / 2)] ?? 0;
  };
  for (const [name, area] of Object.entries(AREAS)) {
    const asked = { number: 'B1', area };
    const board = await median((tx) => readBoard(tx, asked, today));
    const days = await median((tx) => readDays(tx, asked, today));
    console.log(`board of the ${name}: ${board.toFixed(0)} ms, its days: ${days.toFixed(0)} ms`);
    if (name === 'region') bar('board of the region', board, 300, 'ms');
  }
  const [phones, visits, minutes] = [Number(values.phones), Number(values.visits), Number(values.minutes)];
  const taken = await handInVisits(shouwang, { number: 'B1', on, phones, visits, minutes });
  const at = (all: number[], share: number) => [...all].sort((a, b) => a - b)[Math.floor(all.length * share)] ?? 0;
  for (const [what, all] of Object.entries({ visit: taken.visits, 'look at the board': taken.boards }))
    console.log(`${all.length} times a ${what}: p50 ${at(all, 0.5).toFixed(0)} ms, p95 ${at(all, 0.95).toFixed(0)} ms`);
  bar('p95 of a visit handed in', at(taken.visits, 0.95), 300, 'ms');
  bar('p95 of a look at the board meanwhile', at(taken.boards, 0.95), 300, 'ms');
  bar('visits refused', taken.refused, 0, '');
} finally {
  await shouwang.close();
  rmSync(folder, { recursive: true, force: true });
}
