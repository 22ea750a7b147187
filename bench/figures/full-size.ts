// The region at its full size: 394,000 households that were lifted or are monitored, and what the registers say of them, some two million
// rows. Made by statements, beside what the demonstration has of projects and money: through files it would take an hour.

import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../src/platform/server/actor.ts';
import type { Database } from '../../src/platform/server/db.ts';

const HOUSEHOLDS = 394_000;

/** Households by number `i`, dealt to villages in turn. */
const PLACES = sql`create temp table bench_households on commit drop as
  with villages as materialized (select code, row_number() over (order by hashint8(code)) - 1 as n from regions where level = 'village')
  select i, v.code as village_code, (v.code / 1000000)::int as county_code, 'B' || i as number, 1 + (i * 7 % 5 + i % 11) % 4 as members,
    i % 14 > 0 as lifted, i % 9 = 0 as monitored, 900000000 + i as id
  from generate_series(1, ${HOUSEHOLDS}::int) i
    join villages v on v.n = i % (select count(*) from villages)`;

const recorded = sql.raw(`now(), 'bench'`);

const REGISTRY: RawBuilder<unknown>[] = [
  sql`insert into households (county_code, line, id, village_code, net_fen, batch_id, member_count, kind, monitoring_category, number)
    select county_code, i, id, village_code, 2000000, 1, members, case when lifted then 'lifted' else 'general' end,
      case when monitored or not lifted then 'borderline' end, number from bench_households`,
  sql`insert into persons (county_code, line, id, household_id, village_code, batch_id, id_sound, birth, name, name_hash, number, labour)
    select h.county_code, h.i, 900000000 + h.i * 5::bigint + k, h.id, h.village_code, 1, true, 19700101 + k * 10000, '示例', 0, h.number || '-' || k,
      case when k = 1 and h.i % 5 < 4 then '普通劳动力' else '丧失劳动力' end
    from bench_households h cross join lateral generate_series(1, h.members) k`,
];

const REGISTERS: RawBuilder<unknown>[] = [
  sql`insert into household_statuses (county_code, place_code, household_number, status, started_on, risk_cleared_on, risk_kinds, recorded_at, recorded_by)
    select county_code, village_code, number, 'lifted', date '2015-12-31' + (i % 5) * 365, null, null, ${recorded} from bench_households where lifted
    union all select county_code, village_code, number, 'borderline', date '2020-03-01' + i % 700,
      case when i % 3 = 0 then date '2022-01-01' + i % 200 end, array['illness'], ${recorded} from bench_households where monitored or not lifted`,
  sql`insert into household_income_records (county_code, place_code, household_number, income_year, year_end_members, wage_income_fen, business_income_fen,
      property_income_fen, transfer_income_fen, business_cost_fen, collected_on, recorded_at, recorded_by)
    select county_code, village_code, number, year, members, 900000 * members + i % 1000, 500000 + (year - 2020) * 90000, 10000, 200000, 100000,
      make_date(year, 12, 1), ${recorded} from bench_households cross join generate_series(2020, 2021) year`,
  sql`insert into employment_spells (county_code, place_code, number, household_number, person_number, name, job_form, started_on, left_on, organised_by, person_id, recorded_at, recorded_by)
    select county_code, village_code, 'BW' || i, number, number || '-1', '示例', 'away', date '2021-01-01' + i % 400,
      case when i % 6 = 0 then date '2022-02-01' + i % 300 end, case when i % 5 = 0 then 'beijing' else 'self' end,
      900000000 + i * 5::bigint + 1, ${recorded} from bench_households where i % 3 < 2`,
  sql`insert into employment_confirmations (county_code, place_code, spell_number, month, work_state, confirmed_on, recorded_at, recorded_by)
    select county_code, village_code, 'BW' || i, month::date, case when i % 29 = 0 then 'jobless' else 'working' end, month::date + 20 + i % 9, ${recorded}
    from bench_households cross join generate_series(date '2022-03-01', date '2022-05-01', interval '1 month') month where i % 3 < 2`,
  sql`insert into project_beneficiaries (county_code, place_code, project_number, household_number, benefit_year, benefit_way, benefited_on, beneficiaries, recorded_at, recorded_by)
    with planned as materialized (select number, plan_year, row_number() over (partition by plan_year order by number) - 1 as n
      from projects where not voided and plan_year in (2021, 2022))
    select h.county_code, h.village_code, p.number, h.number, p.plan_year, 'subsidy', make_date(p.plan_year, 1 + h.i % 5, 1 + h.i % 27), 1 + h.i % 2, ${recorded}
    from bench_households h join planned p on p.n = h.i % 2800 where p.plan_year = 2021 or h.i % 3 = 0`,
  sql`insert into feed_dibao_roster (batch_id, line, county_code, household_id, person_id, method, name_differs, month, monthly_fen, part)
    select b.id, h.i, h.county_code, h.id, 900000000 + h.i * 5::bigint + k, 'id', false, month::date, 40000, 0
    from bench_households h cross join lateral generate_series(1, h.members) k cross join generate_series(date '2022-04-01', date '2022-05-01', interval '1 month') month
      cross join (select max(id) as id from feed_batches where dataset = 'dibao-roster') b where h.i % 2 = 0`,
];

/** Fills a region that has the registers of the demonstration; answers how many rows there are now. */
export async function fillFullSize(db: Database, actor: Actor): Promise<number> {
  return db.bulk(actor, async (tx) => {
    await tx.run(PLACES);
    await tx.script('analyze bench_households');
    await tx.run(sql`insert into feed_batches (dataset, department, file_name, sha256, byte_size, region_code, account_id, account_name, state, loaded_at)
      values ('dibao-roster', 'minzheng', 'roster.csv', '', 0, 150000000000, 0, ${actor.name}, 'loaded', now())`);
    let rows = 0;
    for (const statement of [...REGISTRY, ...REGISTERS]) rows += await tx.run(statement);
    await tx.script('analyze');
    return { result: rows, audit: [] };
  });
}
