// npm run bench -- cleaning [--scale 0.01] [--twice]
// All rules over a region of 11,500 villages with 8 million persons (at scale 1), registers and doubts among them. Prints seconds, issues and the memory of this process and of the
// database's; `--twice` runs again, when hardly anything changed.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openShouwang } from '../src/app/open-shouwang.ts';
import { addRun, cleanAll, findRun, markRunning, recheckTouched } from '../src/modules/cleaning/server/index.ts';
import { systemActor } from '../src/platform/server/actor.ts';
import type { Tx } from '../src/platform/server/db.ts';
import { peakMegabytes, postgresMemory, postmasterOf } from './run/processes.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { scale: { type: 'string', default: '0.01' }, twice: { type: 'boolean', default: false } },
});
const scale = Number(values.scale);
const MB = 1024 * 1024;
const REGION = 150_000_000_000;
const ACTOR = { ...systemActor('bench'), areaCode: REGION, range: { low: REGION, high: 159_999_999_999 } };
const folder = mkdtempSync(join(tmpdir(), 'shouwang-cleaning-'));
const shouwang = await openShouwang({ SHOUWANG_DATA: join(folder, 'data') });
const { db } = shouwang;
const work = <T>(what: (tx: Tx) => Promise<T>) => db.bulk(ACTOR, async (tx) => ({ result: await what(tx), audit: [] }));

async function timed(what: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await what();
  return (performance.now() - started) / 1000;
}

const PERSONS = 8_000_000;
const BAR_SECONDS = 180;

/** 252 households a village, three or so members each, one in fifty with something to doubt. */
async function fill(tx: Tx): Promise<void> {
  await tx.run(sql`
    insert into households (county_code, line, id, village_code, batch_id, member_count, kind, monitoring_category, risk_cleared, head_name, number, income_year, net_fen, phone_key)
    select (v.code / 1000000)::int, n, nextval('household_ids'), v.code, 0, 2 + n % 3, case when n % 4 = 0 then 'lifted' else 'general' end, case when n % 40 = 0 then 'borderline' end,
      case when n % 40 = 0 then false end, '户主', v.code || '-' || n, 2021, 3400000 + n % 50, case when n % 97 > 0 then n end
    from (select code from regions where level = 'village' order by code limit ${Math.max(1, Math.round(11_500 * scale))}) v, generate_series(1, 252) n`);
  await tx.run(sql`
    insert into household_incomes (county_code, household_id, year, wage_fen, business_fen, property_fen, transfer_fen, business_cost_fen, claim_fen, self_paid_fen, previous_net_fen, batch_id, line)
    select county_code, id, 2021, 3000000 + line % 50, 500000, 10000, 90000, 200000, 0, 0, 3000000, 0, line from households`);
  await tx.run(sql`
    insert into persons (county_code, line, id, household_id, village_code, batch_id, name_hash, id_sound, working, dibao, birth, id_key, id_sex, phone_key, name, number, sex,
      relation, ethnicity, education, schooling, health, labour)
    select h.county_code, m, nextval('person_ids'), h.id, h.village_code, 0, 0, (h.id + m) % 997 > 0, m = 1 and h.id % 3 = 0, false,
      case m when 1 then 19600101 + h.id % 20 * 10000 when 2 then 19620101 + h.id % 20 * 10000 else 20080101 + h.id % 8 * 10000 end, h.id * 10 + m, 1 + m % 2, case when m = 1 then h.id end,
      '成员' || h.id % 1000, h.number || '-' || m, case m % 2 when 1 then '女' else '男' end, (array['户主', '配偶', '之女', '之子'])[m], '汉族',
      case when m < 3 then '初中' else '' end, case when m > 2 then '小学' else '' end, case when (h.id + m) % 211 = 0 then '' else '健康' end,
      case when m < 3 then case when h.id % 20 < 2 then '弱劳动力或半劳动力' else '普通劳动力' end else '无劳动力' end
    from households h, generate_series(1, 4) m where m <= h.member_count`);
  await tx.run(sql`
    insert into household_statuses (county_code, place_code, household_number, status, started_on, risk_kinds, recorded_by)
    select county_code, village_code, number, 'borderline', date '2022-01-01', array['illness'], 'bench' from households where monitoring_category is not null`);
  await tx.run(sql`
    insert into employment_spells (county_code, place_code, number, household_number, name, job_form, work_region_code, started_on, monthly_income_fen, organised_by, person_id, recorded_by)
    select p.county_code, p.village_code, 'J' || p.id, h.number, p.name, 'away', '150921000000', date '2022-01-01', 300000, 'self', p.id, 'bench'
    from persons p join households h on h.county_code = p.county_code and h.id = p.household_id where p.working`);
}

async function runOnce(name: string, persons: number): Promise<void> {
  const { id } = await db.write(ACTOR, undefined, (tx) => addRun(tx, { area: REGION, name, asOf: '2022-06-30' }));
  await work((tx) => markRunning(tx, id));
  const run = await db.bulkRead((tx) => findRun(tx, id));
  if (!run) throw new Error('no run');
  const backend = await db.bulkRead((tx) => tx.first(sql<{ pid: number }>`select pg_backend_pid() as pid`));
  const postmaster = postmasterOf(backend?.pid ?? 0);
  const { signal } = new AbortController();
  let most = 0;
  const looking = setInterval(() => {
    most = Math.max(most, postgresMemory(postmaster));
  }, 500);
  const seconds = await timed(() => cleanAll(db, run, { signal, report: () => undefined }));
  clearInterval(looking);
  const ended = await db.bulkRead((tx) => findRun(tx, id));
  await work((tx) => tx.run(sql`update cleaning_runs set state = 'done' where id = ${id}`));
  console.log(
    `${name}: ${run.counties.length} counties in ${seconds.toFixed(1)} s, ${JSON.stringify(ended?.counts)}, node ${peakMegabytes(process.pid)} MB, database ${(most / MB).toFixed(0)} MB`,
  );
  const straight = (seconds * PERSONS) / persons;
  const verdict = straight <= BAR_SECONDS ? 'met   ' : 'MISSED';
  console.log(`${verdict} ${PERSONS} persons, straight on: ${straight.toFixed(0)} of at most ${BAR_SECONDS} s`);
}

try {
  console.log(`filled in ${(await timed(() => work(fill))).toFixed(1)} s`);
  await db.tidy('households', 'persons', 'household_incomes', 'household_statuses', 'employment_spells');
  const persons = await db.bulkRead((tx) => tx.first(sql<{ n: number }>`select count(*)::int as n from persons`));
  console.log(`${persons?.n} persons`);
  await runOnce('all rules', persons?.n ?? 0);
  if (values.twice) await runOnce('again', persons?.n ?? 0);
  const touched = `select id as household_id, village_code from households where id in (select id from households order by id limit 100)`;
  console.log(`100 households again: ${(await timed(() => recheckTouched(db, ACTOR, touched))).toFixed(1)} s`);
} finally {
  await shouwang.close();
  rmSync(folder, { recursive: true, force: true });
}
