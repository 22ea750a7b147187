// What a cadre answers for: the posts, and what stands under the name. It is what a handover goes through, item by item.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionLevel } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import type { Post } from '../../policies/domain/duty-term-register.ts';
import type { HeldKind } from '../domain/chain.ts';
import '../domain/problems.ts';
import { isTheirCase, isTheirs } from './theirs.ts';

type Cadre = { number: string; name: string; unit?: string; title?: string; regionCode: number };
type Term = { post: Post; regionName: string; level: RegionLevel; since: string; until?: string; acting: boolean };
type Held = { kind: HeldKind; subject: string; title: string; regionName: string; dueOn?: string };

const MOST_ROWS = 500;

/** Throws `duties.cadre-not-found`. */
export async function readCadre(tx: Tx, number: string, today: PlainDate) {
  const { low, high } = tx.actor.range;
  const cadre = await tx.first(sql<Cadre>`
    select c.number, c.name, coalesce(c.organisation_name, o.name) as unit, c.post as title, c.region_code
    from cadres c left join organisations o on o.code = c.organisation_code where c.number = ${number} and not c.voided`);
  if (!cadre) throw new Problem('duties.cadre-not-found', { number });
  const terms = await tx.rows(sql<Term>`
    select t.post, coalesce(r.name, '') as region_name, coalesce(r.level, 'village') as level, t.appointed_on::text as since, t.dismissed_on::text as until,
      coalesce(t.in_charge, false) as acting
    from duty_terms t left join regions r on r.code = t.region_code where t.cadre_number = ${number} and not t.voided
    order by t.dismissed_on is not null, t.appointed_on desc limit ${MOST_ROWS}`);
  // Within the county of the cadre.
  const county = Math.floor(cadre.regionCode / 1e6);
  const own = { number: 'k.number', name: 'k.name', region: 'k.region_code' };
  const held = await tx.rows(sql<Held>`
    with k as (select c.number, c.name, c.region_code from cadres c where c.number = ${number} and not c.voided limit 1)
    select h.kind, h.subject, h.title, h.due_on, coalesce(r.name, '') as region_name from (
      select 'case' as kind, c.county_code || '-' || c.id as subject, h.head_name as title, c.village_code as region_code, c.due_on::text as due_on
      from k cross join cases c join households h on h.county_code = c.county_code and h.id = c.household_id
      where c.county_code = ${county} and c.village_code between ${low} and ${high} and c.ended_on is null and ${sql.raw(isTheirCase(own))}
      union all
      select 'project', p.number, p.project_name, p.region_code, p.planned_finish::text from k cross join projects p
      where p.county_code = ${county} and p.place_code between ${low} and ${high} and not p.voided and ${sql.raw(isTheirs('p.responsible', own))}
        and p.handed_over_on is null and p.removed_on is null
      union all
      select 'site', s.number, s.site_name, s.village_code, null from k cross join relocation_sites s
      where s.county_code = ${county} and s.place_code between ${low} and ${high} and not s.voided and ${sql.raw(isTheirs('s.responsible', own))}) h
    left join regions r on r.code = h.region_code order by h.kind, h.subject limit ${MOST_ROWS}`);
  const { regionCode: _region, ...told } = withoutNulls(cadre);
  return { asOf: formatDate(today), ...told, terms: terms.map(withoutNulls), held: held.map(withoutNulls) };
}
