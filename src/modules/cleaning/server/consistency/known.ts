// What is known of households before somebody compares: this system's values, and where the national system is known to say otherwise.

import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../../platform/server/db.ts';
import { comparedOf, type KnownHousehold, type Person } from '../../domain/comparison.ts';
import { isCompared } from '../../domain/settings.ts';
import { cleaningSettings } from '../settings.ts';

type Row = Omit<KnownHousehold, 'national' | 'people'> & {
  countyCode: number;
  id: number;
  villageCode: number;
  people: Person[] | null;
  pending: Record<string, string> | null;
  differences: { field: string; theirs: string }[] | null;
  lastOn: string | null;
};

const rowsSql = (households: RawBuilder<unknown>) => sql<Row>`
  with c as materialized (${households})
  select c.county_code, c.id, c.village_code, c.member_count, coalesce(i.net_fen, c.net_fen) as income_fen, i.members as income_members,
    c.monitoring_category as category, coalesce(k.risks, s.risks, '{}') as risks, k.responsible, to_char(coalesce(k.decided_on, s.started_on), 'YYYYMM') as identified,
    to_char(case when k.decided_on is null then s.cleared_on when k.state <> 'reversed' then k.cleared_on end, 'YYYYMM') as cleared,
    coalesce(m.kinds, '{}') as measures, p.people, n.pending, d.differences, (select max(x.checked_on) from consistency_checks x
      where x.county_code = c.county_code and x.household_id = c.id)::text as last_on
  from c
    left join lateral (select r.wage_income_fen + r.business_income_fen + r.property_income_fen + r.transfer_income_fen - r.business_cost_fen as net_fen,
        r.year_end_members as members from household_income_records r
      where r.household_number = c.number and not r.voided and r.income_year >= coalesce(c.income_year, 0) order by r.income_year desc limit 1) i on true
    left join lateral (select k.risks, nullif(k.responsible, '') as responsible, k.decided_on, k.cleared_on, k.state from cases k
      where k.county_code = c.county_code and k.household_id = c.id and k.decided_on is not null order by k.id desc limit 1) k on true
    left join lateral (select s.risk_kinds as risks, s.started_on, s.risk_cleared_on as cleared_on from household_statuses s
      where s.household_number = c.number and not s.voided and s.status <> 'lifted' order by s.started_on desc limit 1) s on true
    left join lateral (select array_agg(distinct m.measure_kind) as kinds from help_measures m where m.household_number = c.number and not m.voided) m on true
    left join lateral (select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'dibao', coalesce(p.dibao, false), 'working', coalesce(p.working, false),
        'disabled', p.health like '%残疾%', 'pending', coalesce((select jsonb_object_agg(o.field, coalesce(o.imported_value, o.old_value)) from registry_corrections o
          where o.county_code = p.county_code and o.person_id = p.id and o.verified_on is null), '{}')) order by p.number, p.id) as people
      from persons p where p.county_code = c.county_code and p.household_id = c.id and p.valid_to is null) p on true
    left join lateral (select jsonb_object_agg(n.field, n.old_value) as pending from national_changes n
      where n.county_code = c.county_code and n.household_id = c.id and n.done_on is null) n on true
    left join lateral (select d.detail -> 'differences' as differences from data_issues d
      where d.county_code = c.county_code and d.household_id = c.id and d.code = 'national-difference' and d.state = 'open' order by d.id desc limit 1) d on true
  order by c.village_code, c.id`;

/** `households`: a SELECT of rows of the table of that name. On a day, ISO text, by what is compared there. */
export async function readKnown(tx: Tx, households: RawBuilder<unknown>, on: string) {
  const rows = await tx.rows(rowsSql(households));
  const inForce = await cleaningSettings.inForce(tx, on);
  const byCounty = new Map<number, (key: string) => number>();
  const settingsOf = (countyCode: number) => {
    const known = byCounty.get(countyCode) ?? inForce(countyCode * 1_000_000);
    byCounty.set(countyCode, known);
    return known;
  };
  return rows.map(({ countyCode, id, villageCode, pending, differences, lastOn, people, ...row }) => {
    const theirs = Object.fromEntries((differences ?? []).map(({ field, theirs }) => [field, theirs]));
    const known: KnownHousehold = { ...row, people: people ?? [], national: { ...theirs, ...pending } };
    const of = settingsOf(countyCode);
    return {
      ...{
        countyCode,
        id,
        villageCode,
        people: known.people,
        fields: comparedOf(known, (field) => isCompared(of, field)),
      },
      ...(lastOn === null ? {} : { lastOn }),
    };
  });
}
