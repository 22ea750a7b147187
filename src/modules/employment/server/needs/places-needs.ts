// What asks for action about workshops, trainings, students and work relief: where a job should have come of it, or stands or falls with it.

import { type RawBuilder, sql } from 'kysely';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import { stateSql } from '../../../../platform/server/registers/moves/state-sql.ts';
import { workWishRegister } from '../../domain/registers/work-wish-register.ts';
import type { NeedsAsked } from './jobs-needs.ts';

const WISHES = workWishRegister as unknown as RegisterDefinition;

/** How long after its end a training is still asked about, beyond the days it has. */
const LOOK_BACK = 365;

export function placeNeeds(asked: NeedsAsked): RawBuilder<unknown> {
  return sql`${workshopNeeds(asked)} union all ${trainingNeeds(asked)} union all ${wishNeeds(asked)} union all ${reliefNeeds(asked)}`;
}

/** Open workshops `w` of the area. */
const OPEN = ({ low, high, day }: NeedsAsked) => sql`
  not w.voided and w.place_code between ${low} and ${high} and w.opened_on <= ${day} and (w.closed_on is null or w.closed_on > ${day})`;

function workshopNeeds(asked: NeedsAsked): RawBuilder<unknown> {
  const { day, around } = asked;
  const thisMonth = sql`date_trunc('month', ${day})::date`;
  const lastMonth = sql`(${thisMonth} - interval '1 month')::date`;
  return sql`
    select 'workshop-stopped', 'workshops', w.number, w.workshop_name, w.place_code, b.since, null::date,
      (select count(distinct j.who)::int from j where j.workshop_number = w.number)
    from workshops w join terms m on m.county_code = w.county_code
      cross join lateral (select count(*)::int as months, min(o.month) as since from workshop_months o
        where o.workshop_number = w.number and not o.voided and not o.running and o.month <= ${day}
          and o.month > coalesce((select max(r.month) from workshop_months r
            where r.workshop_number = w.number and not r.voided and r.running and r.month <= ${day}), '-infinity')) b
    where ${OPEN(asked)} and b.months >= m.workshop_stopped
    union all
    select 'workshop-silent', 'workshops', w.number, w.workshop_name, w.place_code, ${lastMonth}, ${thisMonth} + m.workshop_report - 1, null
    from workshops w join terms m on m.county_code = w.county_code
    where ${OPEN(asked)} and w.opened_on < ${thisMonth} and ${thisMonth} + m.workshop_report - 1 < ${day} + ${around}::int
      and not exists (select from workshop_months o where o.workshop_number = w.number and not o.voided and o.month = ${lastMonth})`;
}

function trainingNeeds({ low, high, day, around }: NeedsAsked): RawBuilder<unknown> {
  const open = sql`not t.voided and t.place_code between ${low} and ${high} and p.valid_to is null`;
  const title = sql`coalesce(p.name, t.name) || ' ' || t.class_or_school`;
  return sql`
    select 'training-no-job', 'trainings', t.number, ${title}, t.place_code, t.ended_on, t.ended_on + m.training_job, null::int
    from trainings t join terms m on m.county_code = t.county_code left join persons p on p.id = t.person_id
    where ${open} and t.training_kind <> 'yulu' and t.employed_on is null and coalesce(t.destination, 'seeking') = 'seeking'
      and t.ended_on + m.training_job between ${day} - ${LOOK_BACK}::int and ${day} + ${around}::int
      and not exists (select from employment_spells o where (o.person_id = t.person_id or o.outsider_key = t.outsider_key)
        and not o.voided and (o.left_on is null or o.left_on > t.ended_on))
    union all
    select 'graduate', 'trainings', t.number, ${title}, t.place_code, t.ended_on, t.ended_on + m.graduate_visit, null
    from trainings t join terms m on m.county_code = t.county_code left join persons p on p.id = t.person_id
    where ${open} and t.training_kind = 'yulu' and t.destination is null and t.ended_on <= ${day}
      and t.ended_on + m.graduate_visit between ${day} - ${LOOK_BACK}::int and ${day} + ${around}::int
    union all
    select 'yulu-unpaid', 'trainings', t.number, ${title}, t.place_code, coalesce(y.last_on, t.started_on), null::date, null
    from trainings t join terms m on m.county_code = t.county_code left join persons p on p.id = t.person_id
      left join lateral (select max(o.paid_on) as last_on from household_payouts o where o.person_id = t.person_id and not o.voided
        and o.payout_kind = 'yulu' and o.paid_on <= ${day}) y on true
    where ${open} and t.training_kind = 'yulu' and t.destination is null and t.started_on <= ${day} and (t.ended_on is null or t.ended_on > ${day})
      and greatest(y.last_on, t.started_on) + m.yulu_term <= ${day}`;
}

/** Who said that they look for work and to whom nothing was offered. */
function wishNeeds({ low, high, day, around }: NeedsAsked): RawBuilder<unknown> {
  return sql`
    select 'wish', 'work-wishes', t.number, coalesce(p.name, t.name), t.place_code, t.stated_on, t.stated_on + m.wish_answer, null::int
    from work_wishes t join terms m on m.county_code = t.county_code left join persons p on p.id = t.person_id
    where not t.voided and t.place_code between ${low} and ${high} and p.valid_to is null and t.stated_on <= ${day}
      and t.stated_on + m.wish_answer <= ${day} + ${around}::int and ${sql.raw(stateSql(WISHES))} = 'waiting'`;
}

/** Finished projects that gave work as relief: what was paid for work, in per cent of the money given to them. */
function reliefNeeds({ low, high, day }: NeedsAsked): RawBuilder<unknown> {
  return sql`
    select 'relief-share', 'projects', r.number, r.project_name, r.place_code, r.finished_on, null::date, (r.paid * 100 / r.given)::int
    from (
      select p.number, p.project_name, p.place_code, p.county_code, p.finished_on,
        (select coalesce(sum(a.amount_fen), 0) from fund_allocations a where a.project_number = p.number and not a.voided) as given,
        (select coalesce(sum(y.amount_fen), 0) from household_payouts y
          where y.project_number = p.number and y.payout_kind = 'relief-wage' and not y.voided) as paid
      from projects p
      where not p.voided and p.place_code between ${low} and ${high} and p.finished_on <= ${day} and p.removed_on is null
        and (exists (select from household_payouts y where y.project_number = p.number and y.payout_kind = 'relief-wage' and not y.voided)
          or exists (select from employment_spells s where s.project_number = p.number and s.job_form = 'work-relief' and not s.voided))) r
      join terms m on m.county_code = r.county_code
    where r.given > 0 and r.paid * 100 < r.given * m.relief_share`;
}
