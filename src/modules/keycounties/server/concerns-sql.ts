// What asks for a look about key counties and their specialists, as selects of one shape, over `keys`, `posted`, `teams` and `plans` of the day.

import { type RawBuilder, sql } from 'kysely';
import { halfOver, type KeyCountyConcern, monthBefore } from '../domain/concerns.ts';
import { type CountyAsked, IS_POSTED } from './county-sql.ts';
import { held } from './settings.ts';

type Select = RawBuilder<unknown>;
type Shown = { register: string; subject?: string; title: string; region: string; on?: string; of: Select };

function told(concern: KeyCountyConcern, { register, subject, title, region, on, of }: Shown): Select {
  const column = (text: string | undefined, type: string) => sql.raw(text ? `(${text})::${type}` : `null::${type}`);
  return sql`select ${concern}::text as concern, ${register}::text as register, ${column(subject, 'text')} as subject, ${column(title, 'text')} as title,
    ${column(region, 'bigint')} as region_code, ${column(on, 'text')} as "on" ${of}`;
}

const COUNTY = { title: 'k.name', region: 'k.code' };
const TEAM = { register: 'specialist-teams', subject: 't.team_name', title: 't.team_name', region: 't.region_code' };
const PERSON = { title: `coalesce(c.name, p.cadre_number)`, subject: 'p.cadre_number', region: 'p.region_code' };
const CADRE = sql`left join cadres c on c.number = p.cadre_number and not c.voided`;

/** Whether the team `t` was assessed within so many months before the day. */
const isAssessed = (
  months: Select,
  on: string,
) => sql`exists (select from register_moves m where m.register = 'specialist-teams'
  and m.county_code = t.county_code and m.record_id = t.id and m.withdrawn_at is null and m.move = 'assess' and m.done_on <= ${on}::date
  and m.done_on > ${on}::date - make_interval(months => (${months})::int))`;

function teamSelects({ on }: CountyAsked): Select[] {
  const vacant = sql.raw(held('specialist.vacant', 't.region_code', on));
  const months = sql.raw(held('team.assess', 't.region_code', on));
  return [
    told('team-vacant', {
      ...{ ...TEAM, on: 't.short_since' },
      of: sql`from teams t where t.members < t.planned and ${on}::date - t.short_since > ${vacant}`,
    }),
    told('team-not-assessed', {
      ...{ ...TEAM, on: 't.formed_on' },
      of: sql`from teams t where t.formed_on <= ${on}::date - make_interval(months => (${months})::int) and not ${isAssessed(months, on)}`,
    }),
  ];
}

function specialistSelects({ range: { low, high }, on }: CountyAsked): Select[] {
  const month = monthBefore(on);
  const by = sql.raw(held('service.by', 'p.region_code', on));
  return [
    told('no-service', {
      ...{ ...PERSON, register: 'specialist-postings' },
      of: sql`from posted p ${CADRE} where extract(day from ${on}::date) > ${by} and p.posted_on <= ${month.from}::date
        and not exists (select from specialist_services s where s.cadre_number = p.cadre_number and not s.voided
          and s.region_code between p.region_code and p.region_code + 999999 and s.served_on between ${month.from}::date and ${month.through}::date)`,
    }),
    // Somebody of the county's own bureau is no help from outside (registers §9, trap 3).
    told('own-county', {
      ...{ ...PERSON, register: 'specialist-postings' },
      of: sql`from posted p ${CADRE} join organisations o on o.code = c.organisation_code and not o.voided
        where o.region_code between p.region_code and p.region_code + 999999`,
    }),
    told('two-teams', {
      ...{ register: 'specialist-postings', subject: 'p.cadre_number', title: 'max(coalesce(c.name, p.cadre_number))' },
      ...{ region: 'min(p.region_code)' },
      of: sql`from posted p ${CADRE} group by p.cadre_number having count(distinct (p.region_code, p.specialist_team)) > 1`,
    }),
    told('service-outside', {
      ...{ register: 'specialist-services', subject: 's.content', title: 'coalesce(c.name, s.cadre_number)' },
      ...{ region: 's.region_code', on: 's.served_on' },
      of: sql`from specialist_services s left join cadres c on c.number = s.cadre_number and not c.voided
        where not s.voided and s.place_code between ${low} and ${high} and s.served_on <= ${on}::date
          and s.served_on >= date_trunc('year', ${on}::date)::date - interval '1 year' and not ${IS_POSTED}`,
    }),
  ];
}

/** All of them. */
export function concernsSql(asked: CountyAsked): Select {
  const { on } = asked;
  const half = halfOver(on);
  const days = sql.raw(held('report.days', 'k.code', on));
  return sql.join(
    [
      told('no-plan', {
        ...{ ...COUNTY, register: 'key-county-plans' },
        of: sql`from keys k where not exists (select from plans p where p.region_code = k.code)`,
      }),
      told('report-missing', {
        ...{ register: 'key-county-reports', subject: 'p.number', title: 'p.plan_title', region: 'k.code' },
        of: sql`from keys k join plans p on p.region_code = k.code where p.starts_on <= ${half.through}::date
          and ${on}::date - ${half.through}::date > ${days} and not exists (select from key_county_reports q
            where q.plan_number = p.number and q.period = ${half.name} and not q.voided)`,
      }),
      told('no-team', {
        ...{ ...COUNTY, register: 'specialist-teams' },
        of: sql`from keys k where not exists (select from teams t where t.region_code = k.code)`,
      }),
      ...teamSelects(asked),
      ...specialistSelects(asked),
    ],
    sql` union all `,
  );
}
