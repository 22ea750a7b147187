// The chain of an area on a day, and of a household.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { LEVELS, type RegionLevel } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { getRegion, rangeAsked } from '../../regions/server/index.ts';
import { codesAbove } from '../domain/chain.ts';
import '../domain/problems.ts';
import { readLinks, requiredSql } from './holders.ts';

const codesSql = (code: number) => sql`r.code = any(${codesAbove(code).map((one) => one.code)}::bigint[])`;

export async function readChain(
  tx: Tx,
  asked: { area?: number | undefined; on?: string | undefined },
  today: PlainDate,
) {
  const on = asked.on ?? formatDate(today);
  const { low, high } = await rangeAsked(tx, asked.area);
  const area = await getRegion(tx, asked.area ?? tx.actor.areaCode);
  const next = LEVELS[LEVELS.indexOf(area.level) + 1];
  const complete = await tx.rows(sql<{ level: RegionLevel; regions: number; whole: number }>`
    with ${requiredSql(low, high, on)},
    each as (select a.code, a.level, bool_and(f.code is not null) as whole from asked a left join filled f on f.code = a.code and f.post = a.post group by 1, 2)
    select level, count(*)::int as regions, (count(*) filter (where whole))::int as whole from each group by level`);
  return {
    asOf: on,
    above: await readLinks(tx, codesSql(area.code), on),
    below: next ? await readLinks(tx, sql`r.level = ${next} and r.code between ${low} and ${high}`, on) : [],
    complete: complete.sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level)),
  };
}

const NEAR_ROLES = sql`case p.status when 'first-secretary' then '驻村第一书记' when 'team-leader' then '驻村工作队长' else '驻村工作队员' end`;

type Near = { role: string; name: string; note?: string; since?: string };
type HouseholdAsked = { countyCode: number; id: number; on?: string | undefined };

/** Throws `duties.household-not-found`, also for a household of another area. */
export async function readOfHousehold(tx: Tx, { countyCode, id, on: asked }: HouseholdAsked, today: PlainDate) {
  const on = asked ?? formatDate(today);
  const house = await tx.first(sql<{ headName: string; number: string; villageCode: number }>`
    select h.head_name, h.number, h.village_code from households h where h.county_code = ${countyCode} and h.id = ${id} and h.valid_to is null`);
  if (!house) throw new Problem('duties.household-not-found');
  const { villageCode } = house;
  const near = await tx.rows(sql<Near>`
    select '帮扶责任人' as role, c.responsible as name, case when c.responsible_account is null then '不在人员名册' end as note, c.opened_on::text as since
    from cases c where c.county_code = ${countyCode} and c.household_id = ${id} and c.responsible <> '' and c.opened_on <= ${on}::date
      and (c.ended_on is null or c.ended_on > ${on}::date)
    union all
    select ${NEAR_ROLES}, coalesce(c.name, p.cadre_number), coalesce(p.sending_unit, c.organisation_name), p.appointed_on::text
    from team_postings p left join cadres c on c.number = p.cadre_number and not c.voided
    where not p.voided and p.village_code = ${villageCode} and p.appointed_on <= ${on}::date and (p.left_on is null or p.left_on > ${on}::date)
    union all
    select '结对单位', coalesce(o.name, p.organisation_code), c.name, p.started_on::text
    from pairings p left join organisations o on o.code = p.organisation_code left join cadres c on c.number = p.cadre_number and not c.voided
    where not p.voided and p.helped_code = ${villageCode} and p.organisation_code is not null and p.started_on <= ${on}::date
      and (p.ended_on is null or p.ended_on > ${on}::date)
    limit 100`);
  return {
    ...{ asOf: on, ...house },
    levels: await readLinks(tx, codesSql(villageCode), on),
    near: near.map(withoutNulls),
  };
}
