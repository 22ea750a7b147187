// What the rules ask of a county (or of some of its households), gathered once: a narrow row of each member, a row of each household with what its members
// add up to. Feeds, which have no index by county, are looked up only for the households that a rule can concern.

import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import { lastDayOf } from './months.ts';

export type Gathered = { countyCode: number; asOf: string; households?: readonly number[] | undefined };

const inForce = (t: string, asOf: string, until: string) =>
  sql.raw(
    `not ${t}.voided and ${t}.started_on <= date '${asOf}' and (${t}.${until} is null or ${t}.${until} > date '${asOf}')`,
  );

/** Rows of registers are asked by household where only some are looked at. */
const among = ({ households }: Gathered, column: string): RawBuilder<unknown> =>
  households ? sql`and ${sql.raw(column)} in (select number from work_numbers)` : sql``;

/** `work_statuses`, `work_measures`, `work_jobs`: what registers say, a row of each household or member. */
async function gatherRegisters(tx: Tx, asked: Gathered): Promise<void> {
  const { countyCode, asOf, households } = asked;
  if (households)
    await tx.run(sql`create temp table work_numbers on commit drop as select number from households
      where county_code = ${sql.lit(countyCode)} and id = any(${sql.lit(`{${households.join(',')}}`)}::bigint[])`);
  await tx.run(sql`create temp table work_statuses on commit drop as
    select distinct on (s.household_number) s.household_number, s.started_on, s.risk_cleared_on, s.cleared_by, coalesce(s.risk_kinds, '{}') as risks
    from household_statuses s where s.county_code = ${sql.lit(countyCode)} and not s.voided and s.status <> 'lifted'
      and s.started_on <= ${sql.lit(asOf)}::date ${among(asked, 's.household_number')}
    order by s.household_number, s.started_on desc`);
  await tx.run(sql`create temp table work_measures on commit drop as
    select m.household_number, array_agg(distinct m.measure_kind) as kinds, bool_or(m.measure_text like '%低保%') as dibao
    from help_measures m where m.county_code = ${sql.lit(countyCode)} and not m.voided and m.started_on <= ${sql.lit(asOf)}::date
      ${among(asked, 'm.household_number')} group by 1`);
  await tx.run(sql`create temp table work_jobs on commit drop as
    select j.person_id, count(*)::int as jobs, min(j.monthly_income_fen) as month_low, max(j.monthly_income_fen) as month_high,
      count(*) filter (where j.work_region_code is null and coalesce(j.work_place, '') = '')::int as unplaced,
      count(*) filter (where j.work_region_code like '____00%' or length(j.work_region_code) < 6)::int as vague,
      count(*) filter (where j.job_form = 'public-post')::int as posts,
      count(*) filter (where j.job_form in ('public-post', 'workshop') and left(j.work_region_code, 6) <> ${sql.lit(String(countyCode))})::int as post_outside
    from employment_spells j where j.county_code = ${sql.lit(countyCode)} and j.person_id is not null and ${inForce('j', asOf, 'left_on')}
      ${among(asked, 'j.household_number')} group by 1`);
  await tx.script('analyze work_statuses; analyze work_measures; analyze work_jobs');
}

const only = ({ households }: Gathered, column: string) =>
  households ? sql`and ${sql.raw(column)} = any(${sql.lit(`{${households.join(',')}}`)}::bigint[])` : sql``;

/** `work_persons`: of a birth date that cannot be, no age is told. */
async function gatherPersons(tx: Tx, asked: Gathered): Promise<void> {
  const { countyCode, asOf } = asked;
  const day = sql.lit(Number(asOf.replaceAll('-', '')));
  await tx.run(sql`create temp table work_persons on commit drop as
    select p.household_id, p.id, p.village_code, p.birth, p.id_sound, p.id_sex, p.id_key, p.phone_key is not null as has_phone, p.phone_key, p.working, p.dibao,
      p.relation, p.education, p.schooling, p.health, p.labour, case p.sex when '男' then 1 when '男性' then 1 when '女' then 2 when '女性' then 2 else 0 end as sex,
      b.real_birth, b.real_birth and p.birth >= 19000101 and p.birth <= ${day} as possible_birth,
      case when b.real_birth and p.birth >= 19000101 and p.birth <= ${day} then (${day} - p.birth) / 10000 end as age,
      p.labour in ('普通劳动力', '技能劳动力') as able, p.labour in ('弱劳动力或半劳动力', '丧失劳动力', '无劳动力') as weak,
      r.id_key is not null and not p.id_passed_on as repeated, d.died_on, coalesce(j.jobs, 0) as jobs, j.month_low, j.month_high,
      coalesce(j.unplaced, 0) as unplaced, coalesce(j.vague, 0) as vague, coalesce(j.posts, 0) as posts, coalesce(j.post_outside, 0) as post_outside,
      y.person_id is not null as yulu, known.certificates as certificates_known,
      case when known.certificates and p.health like '%残疾%' then exists (select from feed_disability_certificate c where c.household_id = p.household_id and c.person_id = p.id) end as certified
    from persons p
      cross join (select exists (select from feed_disability_certificate c where c.county_code = ${sql.lit(countyCode)}) as certificates) known
      cross join lateral (select coalesce(p.birth % 10000 / 100 between 1 and 12 and p.birth % 100 between 1 and ${lastDayOf('p.birth')}, false) as real_birth) b
      left join repeated_ids r on r.id_key = p.id_key
      left join (select f.person_id, min(f.died_on) as died_on from feed_death_register f where f.county_code = ${sql.lit(countyCode)} group by 1) d on d.person_id = p.id
      left join work_jobs j on j.person_id = p.id
      left join (select distinct t.person_id from trainings t where t.county_code = ${sql.lit(countyCode)} and t.person_id is not null and t.training_kind = 'yulu'
        and ${inForce('t', asOf, 'ended_on')}) y on y.person_id = p.id
    where p.county_code = ${sql.lit(countyCode)} and p.valid_to is null ${only(asked, 'p.household_id')}`);
}

/** Of a household whom a rule of monitoring or housing can concern; others are not looked up. */
const CONCERNED = `(h.kind = 'lifted' or h.monitoring_category is not null)`;

/** `work_households`. */
async function gatherHouseholds(tx: Tx, asked: Gathered): Promise<void> {
  const { countyCode, asOf } = asked;
  const year = sql.lit(Number(asOf.slice(0, 4)));
  await tx.run(sql`create temp table work_households on commit drop as
    with m as (select p.household_id, count(*)::int as n, count(*) filter (where p.relation = '户主')::int as heads, count(*) filter (where p.relation = '配偶')::int as spouses,
        max(p.birth) filter (where p.relation = '户主' and p.possible_birth) as head_birth, max(p.sex) filter (where p.relation = '户主') as head_sex,
        max(p.sex) filter (where p.relation = '配偶') as spouse_sex, count(*) filter (where p.able)::int as able,
        count(*) filter (where p.working or p.jobs > 0)::int as working, count(*) filter (where p.dibao)::int as dibao, sum(p.posts)::int as posts,
        count(*) filter (where p.health like '%残疾%')::int as disabled, count(*) filter (where p.health like '%病%')::int as ill
      from work_persons p group by 1)
    select h.id, h.village_code, h.kind, h.member_count, h.phone_key, h.income_year, h.net_fen, h.monitoring_category as category,
      h.monitoring_category is not null and h.risk_cleared is not true as monitored, h.monitoring_category is not null and h.risk_cleared is true as cleared,
      i.wage_fen, i.business_fen, i.property_fen, i.transfer_fen, i.business_cost_fen, i.self_paid_fen, i.previous_net_fen,
      s.started_on as since, s.risk_cleared_on as cleared_on, s.cleared_by, coalesce(s.risks, '{}') as risks,
      coalesce(k.kinds, '{}') as measures, coalesce(k.dibao, false) as dibao_measure,
      coalesce(m.n, 0) as n, coalesce(m.heads, 0) as heads, coalesce(m.spouses, 0) as spouses, m.head_birth, m.head_sex > 0 and m.head_sex = m.spouse_sex as same_sex_spouse,
      coalesce(m.able, 0) as able, coalesce(m.working, 0) as working, coalesce(m.dibao, 0) as dibao, coalesce(m.posts, 0) as posts, coalesce(m.disabled, 0) as disabled,
      coalesce(m.ill, 0) as ill,
      case when ${sql.raw(CONCERNED)} then (select g.grade from feed_housing_inspection g where g.household_id = h.id and g.inspected_on <= ${sql.lit(asOf)}::date
        order by g.inspected_on desc, g.grade desc limit 1) end as grade,
      case when m.dibao > 0 then (select sum(d.monthly_fen) from feed_dibao_roster d where d.household_id = h.id
        and d.month = (select max(l.month) from feed_dibao_roster l where l.household_id = h.id and l.month <= ${sql.lit(asOf)}::date)) end as dibao_month_fen,
      case when known.insurance and h.monitoring_category is not null and h.risk_cleared is not true then (select count(*)::int from work_persons p
        where p.household_id = h.id and p.died_on is null and not exists (select from feed_medical_insurance f where f.household_id = h.id and f.person_id = p.id and f.year = ${year})) else 0 end as uninsured
    from households h
      cross join (select exists (select from feed_medical_insurance f where f.county_code = ${sql.lit(countyCode)} and f.year = ${year}) as insurance) known
      left join m on m.household_id = h.id
      left join household_incomes i on i.county_code = h.county_code and i.household_id = h.id and i.year = h.income_year
      left join work_statuses s on s.household_number = h.number left join work_measures k on k.household_number = h.number
    where h.county_code = ${sql.lit(countyCode)} and h.valid_to is null ${only(asked, 'h.id')}`);
}

/** All tables are the transaction's own. */
export async function gather(tx: Tx, asked: Gathered): Promise<void> {
  await gatherRegisters(tx, asked);
  await gatherPersons(tx, asked);
  await tx.script(
    'create index on work_persons (household_id); create unique index on work_persons (id); analyze work_persons',
  );
  await gatherHouseholds(tx, asked);
  await tx.script('create unique index on work_households (id); analyze work_households');
}
