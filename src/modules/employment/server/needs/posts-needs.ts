// What asks for action about public posts: they are for who cannot work elsewhere, one a household, and the work is done (registers §8,
// trap 5).

import { type RawBuilder, sql } from 'kysely';
import { type NeedsAsked, SAME_PERSON } from './jobs-needs.ts';

/** Holders of posts among the jobs in force. */
const HOLDERS = sql`(select * from j where j.job_form = 'public-post' or j.post_number is not null)`;
const OF_HOLDER = sql`'employment-spells', j.number, j.person, j.place_code`;

/** Work that takes the whole day somewhere else. */
const FULL_TIME = sql`('away', 'workshop', 'work-relief')`;

export function postNeeds({ low, high, day, around }: NeedsAsked): RawBuilder<unknown> {
  return sql`
    select 'post-age', ${OF_HOLDER}, j.started_on, null::date, j.age from ${HOLDERS} j join terms m on m.county_code = j.county_code
    where j.age >= m.post_age
    union all
    select 'post-household', 'employment-spells', max(j.number), string_agg(j.person, '、' order by j.number), min(j.place_code), null, null,
      count(distinct coalesce(j.person_id, j.outsider_key))::int
    from ${HOLDERS} j join terms m on m.county_code = j.county_code
    where j.household is not null group by j.household, m.post_household
    having count(distinct coalesce(j.person_id, j.outsider_key)) > m.post_household
    union all
    select 'post-and-job', ${OF_HOLDER}, j.started_on, null, null from ${HOLDERS} j
    where exists (select from employment_spells o where ${SAME_PERSON('j')} and o.post_number is null and o.job_form in ${FULL_TIME}
      and o.started_on <= ${day} and (o.left_on is null or o.left_on > ${day}))
    union all
    select 'post-over', 'public-posts', b.number, b.post_name, b.place_code, null, null, h.held - b.post_count
    from public_posts b join (select post_number, count(*)::int as held from j where post_number is not null group by 1) h
      on h.post_number = b.number
    where not b.voided and b.place_code between ${low} and ${high} and h.held > b.post_count
    union all
    select 'post-unpaid', ${OF_HOLDER}, coalesce(y.last_on, j.started_on), null, null
    from ${HOLDERS} j join terms m on m.county_code = j.county_code
      cross join lateral (select max(o.paid_on) as last_on from household_payouts o where not o.voided and o.payout_kind = 'post-subsidy'
        and (o.person_id = j.person_id or o.outsider_key = j.outsider_key) and o.paid_on <= ${day}) y
    where greatest(y.last_on, j.started_on) <= ${day} - m.post_unpaid
    union all
    select 'post-term', ${OF_HOLDER}, j.started_on, j.started_on + m.post_term, null
    from ${HOLDERS} j join terms m on m.county_code = j.county_code where j.started_on + m.post_term <= ${day} + ${around}::int`;
}
