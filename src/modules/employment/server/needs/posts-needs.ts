// What asks for action about public posts: they are for who cannot work elsewhere, one a household, and the work is done (registers §8,
// trap 5).

import { type RawBuilder, sql } from 'kysely';
import { type NeedsAsked, WHO } from './jobs-needs.ts';

/** Holders of posts among the jobs in force. */
const HOLDERS = sql`(select * from j where j.job_form = 'public-post' or j.post_number is not null)`;
const OF_HOLDER = sql`'employment-spells', j.number, j.person, j.place_code`;

export function postNeeds({ low, high, day, around }: NeedsAsked): RawBuilder<unknown> {
  return sql`
    select 'post-age', ${OF_HOLDER}, j.started_on, null::date, j.age from ${HOLDERS} j join terms m on m.county_code = j.county_code
    where j.age >= m.post_age
    union all
    select 'post-household', 'employment-spells', max(j.number), string_agg(j.person, '、' order by j.number), min(j.place_code), null, null,
      count(distinct j.who)::int
    from ${HOLDERS} j join terms m on m.county_code = j.county_code
    where j.household is not null group by j.household, m.post_household
    having count(distinct j.who) > m.post_household
    union all
    select 'post-and-job', ${OF_HOLDER}, j.started_on, null, null from ${HOLDERS} j join several o on o.who = j.who and o.full_time
    union all
    select 'post-over', 'public-posts', b.number, b.post_name, b.place_code, null, null, h.held - b.post_count
    from public_posts b join (select post_number, count(*)::int as held from j where post_number is not null group by 1) h
      on h.post_number = b.number
    where not b.voided and b.place_code between ${low} and ${high} and h.held > b.post_count
    union all
    select 'post-unpaid', ${OF_HOLDER}, coalesce(y.last_on, j.started_on), null, null
    from ${HOLDERS} j join terms m on m.county_code = j.county_code
      left join (select ${WHO('o')} as who, max(o.paid_on) as last_on from household_payouts o
        where not o.voided and o.payout_kind = 'post-subsidy' and o.place_code between ${low} and ${high} and o.paid_on <= ${day}
        group by 1) y on y.who = j.who
    where greatest(y.last_on, j.started_on) <= ${day} - m.post_unpaid
    union all
    select 'post-term', ${OF_HOLDER}, j.started_on, j.started_on + m.post_term, null
    from ${HOLDERS} j join terms m on m.county_code = j.county_code where j.started_on + m.post_term <= ${day} + ${around}::int
      and not exists (select from post_holders o where o.spell_number = j.number and not o.voided and o.agreed_until is not null)
    union all
    select 'post-term', 'post-holders', o.number, o.name, o.place_code, o.started_on, o.agreed_until, null from post_holders o
    where not o.voided and o.place_code between ${low} and ${high} and o.started_on <= ${day} and o.left_on is null
      and o.agreed_until <= ${day} + ${around}::int`;
}
