// What stands without a person on a day: posts, households under watch, villages, projects, assets. One select a kind, all of the same columns.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';
import { POSTS, type Post } from '../../policies/domain/duty-term-register.ts';
import type { GapKind } from '../domain/chain.ts';
import { HELD, requiredSql } from './holders.ts';
import { isTheirs } from './theirs.ts';

const POST_WORDS = sql.raw(
  `case a.post ${(Object.keys(POSTS) as Post[]).map((post) => `when '${post}' then '${POSTS[post]}'`).join(' ')} end`,
);

/** The cadre `k` is meant by this text: the number of the roster or, as most write, the name. */
const names = (text: string) =>
  sql.raw(isTheirs(text, { number: 'k.number', name: 'k.name', region: 'k.region_code' }));

/**
 * Somebody of this name in the county left a post of duty and holds none: names are all that projects and cases of before know. Of two cadres with
 * one name the one in post counts.
 */
const hasLeft = (
  name: string,
  county: string,
  on: string,
) => sql`exists (select from duty_terms t join cadres k on k.number = t.cadre_number
    where ${names(name)} and t.county_code = ${sql.raw(county)} and not t.voided and t.dismissed_on <= ${on}::date)
  and not exists (select from duty_terms t join cadres k on k.number = t.cadre_number
    where ${names(name)} and t.county_code = ${sql.raw(county)} and ${HELD(on)})`;

/** Rows `(subject, title, region_code, since)` of a kind. */
export function gapSql(kind: GapKind, { low, high }: RegionRange, on: string): RawBuilder<unknown> {
  const ofCases = (where: RawBuilder<unknown>) => sql`
    select c.county_code || '-' || c.id as subject, h.head_name || case when c.responsible = '' then '' else '（' || c.responsible || '）' end as title,
      c.village_code as region_code, c.opened_on as since
    from cases c join households h on h.county_code = c.county_code and h.id = c.household_id
    where c.village_code between ${low} and ${high} and c.ended_on is null and c.decided_on is not null and ${where}`;
  const ofProjects = (where: RawBuilder<unknown>) => sql`
    select p.number as subject, p.project_name as title, p.region_code, p.started_on as since from projects p
    where not p.voided and p.place_code between ${low} and ${high} and p.started_on <= ${on}::date and p.handed_over_on is null and p.removed_on is null and ${where}`;
  const SELECTS: Record<GapKind, () => RawBuilder<unknown>> = {
    'vacant-post': () => sql`with ${requiredSql(low, high, on)}
      select a.code || ' ' || a.post as subject, ${POST_WORDS} as title, a.code as region_code,
        (select max(t.dismissed_on) from duty_terms t where t.region_code = a.code and t.post = a.post and not t.voided and t.dismissed_on <= ${on}::date) as since
      from asked a left join filled f on f.code = a.code and f.post = a.post where f.code is null`,
    'case-unnamed': () => ofCases(sql`c.responsible = ''`),
    'case-person-left': () =>
      ofCases(
        sql`c.responsible <> '' and c.responsible_account is null and ${hasLeft('c.responsible', 'c.county_code', on)}`,
      ),
    'village-without-team': () => sql`
      select p.village_code::text as subject, max(coalesce(v.name, '')) as title, p.village_code as region_code, max(p.left_on) as since
      from team_postings p left join regions v on v.code = p.village_code
      where not p.voided and p.status = 'first-secretary' and p.place_code between ${low} and ${high} and p.appointed_on <= ${on}::date
      group by p.village_code having max(coalesce(p.left_on, 'infinity')) <= ${on}::date`,
    'project-unnamed': () => ofProjects(sql`p.responsible is null`),
    'project-person-left': () =>
      ofProjects(sql`p.responsible is not null and ${hasLeft('p.responsible', 'p.county_code', on)}`),
    'asset-unkept': () => sql`
      select t.number as subject, t.asset_name as title, t.region_code, t.registered_on as since from assets t
      where not t.voided and t.place_code between ${low} and ${high} and t.registered_on <= ${on}::date and t.disposed_on is null
        and t.cancelled_on is null and t.asset_kind <> 'household-owned' and t.keeper is null and t.upkeep_unit is null`,
  };
  return SELECTS[kind]();
}
