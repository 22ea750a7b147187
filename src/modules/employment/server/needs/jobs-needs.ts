// What asks for action about single jobs: not confirmed, lost, paused too long, impossible, told twice or told too little.

import { type RawBuilder, sql } from 'kysely';
import { ageSql } from '../read-jobs.ts';

type Sql = RawBuilder<unknown>;

/** What the statements stand on: rows of an area on a day (ISO), the day as SQL, and how far terms around it are asked for. */
export type NeedsAsked = { low: number; high: number; on: string; day: Sql; around: number };

/** Gone, or still at school: 在校生状况 of the registry is empty, or says no, for all others. */
const AT_SCHOOL = sql`coalesce(p.schooling, '') not in ('', '非在校生', '否', '无', '不在校')`;

/** 100 to 30,000 yuan a month, in fen (national form, registers §8). */
const [LEAST_WAGE, MOST_WAGE] = [10_000, 3_000_000];

/** Whose row it is: a person of the registry, or somebody outside it. */
export const WHO = (alias: string) => sql.raw(`coalesce('p' || ${alias}.person_id, 'x' || ${alias}.outsider_key)`);

/** Work that takes the whole day somewhere else. */
const FULL_TIME = sql`('away', 'workshop', 'work-relief')`;

/** How long ago a job may have been lost and still be asked about. */
const LOOK_BACK = 365;

/**
 * `terms` of the counties; jobs in force `j` with their persons; who has `several` of them; who was
 * `seen` at work lately, as far back as any county lets pass; whose job pauses, `pauses`.
 */
export function jobTables({ low, high, on, day }: NeedsAsked, terms: Sql): Sql {
  return sql`
    terms as materialized (${terms}),
    j as materialized (
      select t.*, ${WHO('t')} as who, coalesce(p.name, t.name) as person, p.valid_to as gone_on, ${AT_SCHOOL} as at_school, ${ageSql(sql`p.birth`, on)} as age,
        coalesce(h.number, t.household_number) as household
      from employment_spells t left join persons p on p.id = t.person_id
        left join households h on h.county_code = p.county_code and h.id = p.household_id
      where not t.voided and t.place_code between ${low} and ${high} and t.started_on <= ${day} and (t.left_on is null or t.left_on > ${day})),
    several as materialized (
      select who, count(distinct left(work_region_code, 6)) > 1 as two_places,
        bool_or(post_number is null and job_form in ${FULL_TIME}) as full_time
      from j group by 1 having count(*) > 1),
    seen as materialized (
      select o.spell_number, max(o.confirmed_on) as last_on from employment_confirmations o
      where not o.voided and o.place_code between ${low} and ${high} and o.work_state in ('working', 'waiting')
        and o.confirmed_on <= ${day} and o.confirmed_on > ${day} - (select max(confirm_stale) from terms) group by 1),
    pauses as materialized (
      select o.spell_number, max(o.month) as waiting, (select max(r.month) from employment_confirmations r
          where r.spell_number = o.spell_number and not r.voided and r.work_state <> 'waiting' and r.confirmed_on <= ${day}) as other
      from employment_confirmations o
      where o.work_state = 'waiting' and not o.voided and o.place_code between ${low} and ${high} and o.confirmed_on <= ${day} group by 1)`;
}

/** Another job `o` of the same person as the job given. */
const SAME_PERSON = (alias: string) =>
  sql.raw(
    `(o.person_id = ${alias}.person_id or o.outsider_key = ${alias}.outsider_key) and o.number <> ${alias}.number and not o.voided`,
  );

const OF_JOB = sql`'employment-spells' as register, j.number as subject, j.person as title, j.place_code as region_code`;

export function jobNeeds({ low, high, day, around }: NeedsAsked): Sql {
  return sql`
    select 'stale' as need, ${OF_JOB}, coalesce(s.last_on, (select max(o.confirmed_on) from employment_confirmations o
        where o.spell_number = j.number and not o.voided and o.work_state in ('working', 'waiting') and o.confirmed_on <= ${day}),
      j.started_on) as on_day, null::date as due_on, null::int as n
    from j join terms m on m.county_code = j.county_code left join seen s on s.spell_number = j.number
    where coalesce(s.last_on, j.started_on) <= ${day} - m.confirm_stale and j.gone_on is null
    union all
    select 'long-break', ${OF_JOB}, b.since, null, b.months
    from j join terms m on m.county_code = j.county_code join pauses s on s.spell_number = j.number
      cross join lateral (select count(*)::int as months, min(o.month) as since from employment_confirmations o
        where o.spell_number = j.number and not o.voided and o.work_state = 'waiting' and o.month > coalesce(s.other, '-infinity')) b
    where s.waiting > coalesce(s.other, '-infinity') and b.months >= m.waiting_months
    union all
    select 'cannot-work', ${OF_JOB}, j.gone_on, null, null from j where j.gone_on <= ${day} or j.at_school
    union all
    select 'two-places', ${OF_JOB}, j.started_on, null, null from j join several o on o.who = j.who
    where o.two_places and j.work_region_code is not null
    union all
    select 'odd-wage', ${OF_JOB}, null, null, (j.monthly_income_fen / 100)::int from j
    where j.monthly_income_fen not between ${LEAST_WAGE} and ${MOST_WAGE}
    union all
    select 'no-place', ${OF_JOB}, j.started_on, null, null from j
    where j.job_form = 'away' and (j.work_region_code is null or substr(rpad(j.work_region_code, 6, '0'), 5, 2) = '00')
      and coalesce(j.work_place, '') not like '境外%'
    union all
    ${lostJobs({ low, high, day, around })}`;
}

/**
 * Who lost a job and has no other. The end of a season is no loss until the next could have begun (registers §8, trap 6). `n` is 0 where
 * nobody else of the household works.
 */
function lostJobs({ low, high, day, around }: Omit<NeedsAsked, 'on'>): Sql {
  const wait = sql`case when t.leaving_reason = 'season' then m.lost_season else 0 end`;
  return sql`
    select 'lost', 'employment-spells', t.number, coalesce(p.name, t.name), t.place_code, t.left_on, t.left_on + ${wait} + m.lost_visit,
      (select count(distinct q.id)::int from employment_spells o join persons q on q.id = o.person_id
        where q.county_code = p.county_code and q.household_id = p.household_id and q.id <> p.id and not o.voided
          and o.started_on <= ${day} and (o.left_on is null or o.left_on > ${day}))
    from employment_spells t join terms m on m.county_code = t.county_code left join persons p on p.id = t.person_id
    where not t.voided and t.place_code between ${low} and ${high} and t.left_on between ${day} - ${LOOK_BACK}::int and ${day}
      and t.left_on + ${wait} <= ${day} + ${around}::int and p.valid_to is null
      and not exists (select from employment_spells o where ${SAME_PERSON('t')} and (o.left_on is null or o.left_on > t.left_on))
      and not exists (select from register_moves v where v.register = 'employment-spells' and v.county_code = t.county_code
        and v.record_id = t.id and v.withdrawn_at is null and v.move = 'visit' and v.done_on >= t.left_on)`;
}
