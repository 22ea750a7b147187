// npm run bench -- screening --data-folder DIR [--times 3]
// What the rules that listen to registers cost a screening of the whole region: without one that listens, with counties that listen to one in
// ten, with all of them. DIR is kept by `npm run bench -- --keep DIR`; the registers are filled beside the data of the benchmark. Prints seconds
// and the share more, which is to be at most 15 %.

import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openShouwang } from '../src/app/open-shouwang.ts';
import { parameterSettings } from '../src/modules/parameters/server/index.ts';
import { screen } from '../src/modules/warnings/server/index.ts';
import { systemActor } from '../src/platform/server/actor.ts';
import type { Tx } from '../src/platform/server/db.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    'data-folder': { type: 'string' },
    times: { type: 'string', default: '3' },
    'as-of': { type: 'string', default: '2022-05-31' },
  },
});
const ACTOR = systemActor('bench');
const DAY = values['as-of'];
/** The settings that wake each of the seven rules. */
const WOKEN = [
  ['employment.lostDays', 60],
  ['employment.unconfirmedDays', 62],
  ['loan.overdueDays', 30],
  ['contract.unpaidDays', 365],
  ['workshop.stoppedDays', 30],
  ['policy.lapsedDays', 15],
  ['income.registerRatio', 0.7],
] as const;

const shouwang = await openShouwang({ ...process.env, SHOUWANG_DATA: values['data-folder'] ?? '' });
const { db } = shouwang;
const work = (what: (tx: Tx) => Promise<unknown>) =>
  db.bulk(ACTOR, async (tx) => ({ result: await what(tx), audit: [] }));

/** As many as the region has: 188,000 jobs, 100,000 loans, a contract and two years' incomes to each lifted household. */
const fill = (tx: Tx) =>
  tx.script(`
    delete from employment_confirmations where recorded_by = 'bench'; delete from employment_spells where recorded_by = 'bench';
    delete from micro_loans where recorded_by = 'bench'; delete from linkage_contracts where recorded_by = 'bench';
    delete from household_income_records where recorded_by = 'bench';
    insert into employment_spells (county_code, place_code, number, household_number, name, person_id, job_form, organised_by, started_on, left_on, recorded_by)
    select p.county_code, p.village_code, 'B' || p.id, h.number, p.name, p.id, 'away', 'self', date '2021-03-01', case when p.id % 200 < 2 then date '${DAY}' - 20 end, 'bench'
    from persons p join households h on h.county_code = p.county_code and h.id = p.household_id
    where p.id % 43 = 0 and p.valid_to is null and h.valid_to is null;
    insert into employment_confirmations (county_code, place_code, spell_number, month, work_state, confirmed_on, recorded_by)
    select s.county_code, s.place_code, s.number, m::date, 'working', m::date + 20, 'bench' from employment_spells s, generate_series(date '2022-02-01', date '2022-05-01', interval '1 month') m
    where s.recorded_by = 'bench' and s.id % 40 > 0;
    insert into micro_loans (county_code, place_code, number, household_number, name, loan_product, lender, loan_amount_fen, lent_on, due_on, loan_purpose, recorded_by)
    select h.county_code, h.village_code, 'B' || h.id, h.number, h.head_name, 'lifted-credit', '银行', 3000000, date '2021-03-01', case when h.id % 500 = 0 then date '${DAY}' - 60 else date '2024-02-01' end, '养羊', 'bench'
    from households h where h.id % 29 = 0 and h.valid_to is null;
    insert into linkage_contracts (county_code, place_code, number, business_entity, household_number, linkage_way, started_on, agreed_yearly_fen, recorded_by)
    select h.county_code, h.village_code, 'B' || h.id, '合作社', h.number, 'shares', case when h.id % 50 = 0 then date '2021-03-01' else date '2022-03-01' end, 100000, 'bench' from households h where h.kind = 'lifted' and h.valid_to is null;
    insert into household_income_records (county_code, place_code, household_number, income_year, year_end_members, wage_income_fen, business_income_fen, property_income_fen, transfer_income_fen, business_cost_fen, recorded_by)
    select h.county_code, h.village_code, h.number, y, 3, 3000000, 0, 0, 0, 0, 'bench' from households h, generate_series(2020, 2021) y where h.kind = 'lifted' and h.valid_to is null;`);

async function wake(areas: readonly number[], isOn: boolean): Promise<void> {
  const rows = areas.flatMap((regionCode) =>
    WOKEN.map(([key, value]) => ({ regionCode, key, effectiveFrom: '2020-01-01', value: isOn ? value : 0, note: '' })),
  );
  await work((tx) => parameterSettings.keep(tx, rows, 'bench'));
}

async function seconds(): Promise<number> {
  const started = performance.now();
  await screen(db, ACTOR, DAY);
  return (performance.now() - started) / 1000;
}

try {
  await work(fill);
  await work((tx) => tx.script('analyze'));
  const counties = await db.bulkRead((tx) =>
    tx.rows<{ code: number }>(sql`select code from regions where level = 'county' order by code limit 200`),
  );
  const some = counties.filter((_, i) => i % 10 === 0).map(({ code }) => code);
  const codes = counties.map(({ code }) => code);
  // In turns, and the shortest of each: what else the machine does falls on all three alike.
  const listening = [
    ['nobody listens', []],
    ['one county in ten listens', some],
    ['all listen', codes],
  ] as const;
  const best = listening.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < Number(values.times); round++)
    for (const [i, [, areas]] of listening.entries()) {
      await wake(codes, false);
      await wake(areas, true);
      best[i] = Math.min(best[i] ?? 0, await seconds());
    }
  const [before = 1] = best;
  for (const [i, [title]] of listening.entries())
    console.log(`${title}: ${best[i]?.toFixed(2)} s, ${(((best[i] ?? 0) / before - 1) * 100).toFixed(1)} % more`);
} finally {
  await shouwang.close();
}
