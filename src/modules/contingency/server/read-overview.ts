// How prepared an area is: plans and what they lack, hazards without a plan, triggers that are reached, events under way.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { getRegion, rangeAsked } from '../../regions/server/index.ts';
import { type ContingencySettingKey, EXPOSED } from '../domain/settings.ts';
import { readEvents } from './event-rows.ts';
import { contingencySettings } from './settings.ts';
import { readReached } from './signals.ts';

const MOST_EVENTS = 50;
const MOST_PLANS = 500;

export async function readOverview(tx: Tx, asked: { area?: number | undefined }, today: PlainDate) {
  const range = await rangeAsked(tx, asked.area);
  const area = await getRegion(tx, asked.area ?? tx.actor.areaCode);
  const on = formatDate(today);
  // Of the area itself, of those above it, and of those below.
  const touches = sql`(a.region_code between ${range.low} and ${range.high} or exists (select from activation_households l
    where l.activation_county = a.county_code and l.activation_id = a.id and l.village_code between ${range.low} and ${range.high}))`;
  return {
    ...{ asOf: on, areaName: area.name },
    events: await readEvents(tx, touches, range, on, MOST_EVENTS),
    proposals: await readReached(tx, range, on),
    plans: await readPlans(tx, range, on),
    lacking: await readLacking(tx, range, on),
    settings: await contingencySettings.shown(tx, area.code, on),
  };
}

type PlanConcern = 'review-over' | 'no-drill' | 'no-trigger' | 'no-list';
type PlanRow = {
  number: string;
  name: string;
  hazard: string;
  department: string;
  regionName: string;
  reviewOn?: string;
  drilledOn?: string;
  reviewOver: boolean;
  hasTrigger: boolean;
  hasList: boolean;
};

const IN_FORCE = (on: string) =>
  sql`not p.voided and p.effective_on <= ${on}::date and (p.repealed_on is null or p.repealed_on > ${on}::date)`;

/** Plans of the area, of what lies in it, and of those above: they hold there too. */
const holdsIn = ({ low, high }: RegionRange) =>
  sql`(p.region_code between ${low} and ${high} or ${low}::bigint between p.region_code and region_high(p.region_code))`;

async function readPlans(tx: Tx, range: RegionRange, on: string) {
  const rows = await tx.rows(sql<PlanRow>`
    select p.number, p.plan_name as name, p.insurance_kind as hazard, p.department, coalesce(r.name, '') as region_name, p.reviewed_on::text as review_on,
      greatest(p.last_drill_on, (select max(d.held_on) from contingency_drills d where d.plan_number = p.number and not d.voided and d.held_on <= ${on}::date))::text as drilled_on,
      coalesce(p.reviewed_on, p.effective_on + 365) < ${on}::date as review_over,
      exists (select from contingency_triggers g where g.plan_number = p.number and not g.voided) as has_trigger,
      exists (select from contingency_lists g where g.plan_number = p.number and not g.voided) as has_list
    from contingency_plans p left join regions r on r.code = p.region_code
    where ${IN_FORCE(on)} and ${holdsIn(range)} order by p.region_code, p.insurance_kind, p.number limit ${MOST_PLANS}`);
  return rows.map(({ reviewOver, hasTrigger, hasList, ...row }) => {
    const told = withoutNulls(row);
    const concerns: [PlanConcern, boolean][] = [
      ['review-over', reviewOver],
      ['no-drill', (told.drilledOn ?? '') < `${on.slice(0, 4)}-01-01`],
      ['no-trigger', !hasTrigger],
      ['no-list', !hasList],
    ];
    return { ...told, concerns: concerns.flatMap(([concern, is]) => (is ? [concern] : [])) };
  });
}

/** Counties of the area without a plan in force for a hazard they are exposed to; a plan of the league or region covers them. */
async function readLacking(tx: Tx, { low, high }: RegionRange, on: string) {
  const counties = await tx.rows(sql<{ code: number; name: string; covered: string[] }>`
    select r.code, r.name, coalesce((select array_agg(distinct p.insurance_kind) from contingency_plans p where ${IN_FORCE(on)}
      and p.region_code in (r.code, r.code / 100000000 * 100000000, r.code / 10000000000 * 10000000000)), '{}') as covered
    from regions r where r.level = 'county' and r.code between ${Math.floor(low / 1e6) * 1e6} and ${high} and r.valid_from <= ${on}::date
      and (r.valid_to is null or r.valid_to > ${on}::date) order by r.code limit 200`);
  const inForce = await contingencySettings.inForce(tx, on);
  return counties.flatMap(({ code, name, covered }) => {
    const of = inForce(code);
    return EXPOSED.filter(
      (hazard) => of(`exposed.${hazard}` as ContingencySettingKey) > 0 && !covered.includes(hazard),
    ).map((hazard) => ({ regionCode: code, regionName: name, hazard }));
  });
}
