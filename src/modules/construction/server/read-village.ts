// The card of one village: what stands, what is planned, what is broken, and the projects that build there.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { isWithin } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { getRegion } from '../../regions/server/index.ts';
import '../domain/problems.ts';
import type { Matter } from '../domain/words.ts';
import { needLines } from './read-needs.ts';
import { sumsOfVillage } from './read-overview.ts';

type WorkRow = {
  countyCode: number;
  id: number;
  matter: Matter;
  batch: number;
  planYear?: number;
  plannedOn?: string;
  builtOn?: string;
  handledHow?: string;
  hamletsCovered?: number;
  householdsCovered?: number;
  cleaners?: number;
  operation?: string;
  endedOn?: string;
  checkedOn?: string;
  checkedAs?: string;
};

type ProjectRow = { number: string; name: string; planYear?: number; plannedFen?: number; acceptedOn?: string };

function worksOf(tx: Tx, code: number, on: string) {
  return tx.rows(sql<WorkRow>`
    select w.county_code, w.id, w.matter, w.batch, w.plan_year, w.planned_on::text, w.built_on::text, w.handled_how, w.hamlets_covered,
      w.households_covered, w.cleaners, w.operation, w.ended_on::text, c.checked_on::text, c.operation as checked_as
    from village_works w
    left join lateral (select c.checked_on, c.operation from village_work_checks c where c.village_code = w.village_code
      and c.matter = w.matter and not c.voided and c.checked_on <= ${on}::date order by c.checked_on desc limit 1) c on true
    where w.village_code = ${code} and not w.voided order by w.matter, w.batch desc limit 100`);
}

/** Projects of the construction of villages that name this one. */
function projectsOf(tx: Tx, code: number, on: string) {
  return tx.rows(sql<ProjectRow>`
    select p.number, p.project_name as name, p.plan_year, p.planned_total_fen as planned_fen, p.accepted_on::text
    from projects p where p.site_village_codes @> array[${code}::bigint] and p.project_kind = 'construction' and not p.voided
      and p.county_code = ${Math.floor(code / 1e6)} and (p.removed_on is null or p.removed_on > ${on}::date)
    order by p.plan_year desc nulls last, p.number limit 100`);
}

/** Throws `construction.village-not-found`, also for what is no village or lies elsewhere. */
export async function readVillage(tx: Tx, code: number, today: PlainDate) {
  const on = formatDate(today);
  const region = await getRegion(tx, code);
  if (region.level !== 'village' || !isWithin(tx.actor.range, code))
    throw new Problem('construction.village-not-found');
  const counts = await tx.first(sql<{ households: number; planned: number; done: number; place: string }>`
    select (select count(*)::int from households h where h.village_code = ${code} and h.valid_to is null) as households,
      count(*)::int as planned, (count(*) filter (where s.separated_on <= ${on}::date and (s.ended_on is null or s.ended_on > ${on}::date)))::int as done,
      coalesce((select name from regions where code = ${region.parentCode ?? 0}), '') as place
    from livestock_separations s where s.place_code = ${code} and not s.voided and s.planned_on <= ${on}::date`);
  const { households = 0, planned = 0, done = 0, place = '' } = counts ?? {};
  return {
    ...{ code, name: region.name, place, asOf: on, households, separations: { planned, done } },
    sums: await sumsOfVillage(tx, code, today),
    works: (await worksOf(tx, code, on)).map(withoutNulls),
    needs: await needLines(tx, { range: { low: code, high: code }, on }, 100),
    projects: (await projectsOf(tx, code, on)).map(withoutNulls),
  };
}
