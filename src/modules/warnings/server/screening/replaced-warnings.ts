// Undoing a screening. Where the day had been screened before, the run before it stands again; otherwise the screening before
// that does. What people found out meanwhile is kept: a result goes to the warning that stands then.

import { sql } from 'kysely';
import { Problem } from '../../../../kernel/problem.ts';
import { countyOf } from '../../../../kernel/region-code.ts';
import type { Outcome, Tx } from '../../../../platform/server/db.ts';
import '../../domain/problems.ts';
import { factsPartition } from './facts-table.ts';
import { areaOfActor, inArea, SCREENING_LOCK, type ScreeningArea } from './screening-area.ts';
import { countAgain, openRecount } from './screening-counts.ts';
import { datesOf, type ScreeningResult, summarise } from './screening-parts.ts';

/** What a run decides about a warning; what it does where a new rule opens it again; what people found. */
const FOUND = 'rules, level, monitored, village_code, active';
const REOPENED = 'found_at, due_on';
const DONE = 'state, checked_at, checked_by, checked_by_id, note, photos, checked_rules, carried';

/** What a run of a day was made with before it was run again; `own`: the area had been screened by itself. */
export type Replaced = { own: boolean; ruleVersions: object; accountName: string; parameters: object[] };
type Screening = { replaced: Replaced | null; screenedAt: string; counts: Partial<ScreeningResult> };

async function findScreening(tx: Tx, asOf: string, { regionCode }: ScreeningArea): Promise<Screening | undefined> {
  return tx.first(sql<Screening>`select replaced, screened_at, counts from screenings
    where as_of = ${asOf}::date and region_code = ${regionCode} and undone_at is null`);
}

function ofCounties({ low, high }: ScreeningArea['range']): string {
  return `county_code between ${countyOf(low)} and ${countyOf(high)}`;
}

/**
 * Before a day is screened for an area: what stands there, so that it can stand again. Undefined where nothing does, also
 * nothing of a larger or smaller area.
 */
export async function keepReplaced(tx: Tx, asOf: string, area: ScreeningArea): Promise<Replaced | undefined> {
  const { regionCode, range } = area;
  await tx.run(sql`delete from replaced_warnings where region_code = ${regionCode} and as_of = ${asOf}::date`);
  const replaced = await tx.first(sql<Replaced>`
    select region_code = ${regionCode} as own, rule_versions, account_name, (select coalesce(jsonb_agg(p), '[]')
        from screening_parameters p where p.as_of = s.as_of and ${sql.raw(ofCounties(range))}) as parameters
    from screenings s where as_of = ${asOf}::date and undone_at is null
      and region_code <= ${range.high} and region_high(region_code) >= ${range.low} order by own desc limit 1`);
  if (!replaced) return undefined;
  await tx.script(`
    insert into replaced_warnings (region_code, as_of, county_code, household_id, warning, evidence)
    select ${regionCode}, w.as_of, w.county_code, w.household_id, to_jsonb(w),
      coalesce((select jsonb_agg(e) from warning_evidence e where e.county_code = w.county_code
        and e.household_id = w.household_id and e.as_of = w.as_of), '[]')
    from warnings w where w.as_of = date '${asOf}' and w.active and ${inArea('w.village_code', range)};`);
  return replaced;
}

/** Results entered since the run, on warnings that will no longer stand, go to the ones before them that they cover. */
async function carryBack(tx: Tx, asOf: string, { range }: ScreeningArea, since: string): Promise<void> {
  await tx.run(sql`
    update warnings b set state = w.state, checked_at = w.checked_at, checked_by = w.checked_by, checked_by_id = w.checked_by_id,
      note = w.note, photos = w.photos, checked_rules = w.checked_rules
    from warnings w
    where w.as_of = ${asOf}::date and w.active and w.state <> 'open' and not w.carried and w.checked_at >= ${since}::timestamptz
      and ${sql.raw(inArea('w.village_code', range))}
      and b.county_code = w.county_code and b.household_id = w.household_id and b.active and b.state = 'open'
      and b.as_of = (select max(s.as_of) from screenings s where s.undone_at is null and s.as_of < ${asOf}::date
        and s.region_code <= b.village_code and region_high(s.region_code) >= b.village_code)
      and b.rules <@ w.checked_rules`);
  await tx.run(sql`
    insert into recounted_days select distinct b.as_of, b.village_code from warnings b join warnings w
      on w.county_code = b.county_code and w.household_id = b.household_id and w.checked_at = b.checked_at
    where w.as_of = ${asOf}::date and b.as_of < ${asOf}::date and w.checked_at >= ${since}::timestamptz
      and ${sql.raw(inArea('w.village_code', range))}`);
}

/** The run before it on the same day stands again. */
async function restore(tx: Tx, asOf: string, area: ScreeningArea, since: string, own: boolean): Promise<void> {
  const { regionCode, range } = area;
  const columns = (names: string, from: string) =>
    names
      .split(', ')
      .map((name) => `${name} = ${from}.${name}`)
      .join(', ');
  const of = `r.region_code = ${regionCode} and r.as_of = date '${asOf}'`;
  const mine = `w.as_of = date '${asOf}' and ${inArea('w.village_code', range)}`;
  await tx.script(`
    create temp table restored on commit drop as
    select x.* from replaced_warnings r cross join lateral jsonb_populate_record(null::warnings, r.warning - 'severity') x where ${of};
    analyze restored;
    update warnings w set active = false where ${mine} and w.active
      and not exists (select from restored x where x.county_code = w.county_code and x.id = w.id);
    update warnings w set ${columns(FOUND, 'x')} from restored x where w.county_code = x.county_code and w.id = x.id;
    update warnings w set ${columns(REOPENED, 'x')} from restored x where w.county_code = x.county_code and w.id = x.id and w.state <> x.state;
    update warnings w set ${columns(DONE, 'x')} from restored x where w.county_code = x.county_code and w.id = x.id
      and (w.checked_at is null or w.checked_at < timestamptz '${since}');
    delete from warning_evidence e using warnings w
      where ${mine} and e.as_of = w.as_of and e.county_code = w.county_code and e.household_id = w.household_id;
    insert into warning_evidence select e.* from replaced_warnings r
      cross join lateral jsonb_populate_recordset(null::warning_evidence, r.evidence) e where ${of};
    delete from replaced_warnings r where ${of};
    delete from screening_parameters where as_of = date '${asOf}' and ${ofCounties(range)};
    insert into screening_parameters select p.* from screenings s
      cross join lateral jsonb_populate_recordset(null::screening_parameters, s.replaced -> 'parameters') p
    where s.as_of = date '${asOf}' and s.region_code = ${regionCode};
    update screenings set rule_versions = replaced -> 'ruleVersions', account_name = replaced ->> 'accountName', replaced = null
    where as_of = date '${asOf}' and region_code = ${regionCode};`);
  if (!own) await endScreening(tx, asOf, regionCode);
}

async function endScreening(tx: Tx, asOf: string, regionCode: number): Promise<void> {
  await tx.run(sql`update screenings set undone_at = now(), undone_by = ${tx.actor.name}
    where as_of = ${asOf}::date and region_code = ${regionCode}`);
}

/** Nothing was found on this day before: the days before it stand again. */
async function takeAway(tx: Tx, asOf: string, { regionCode, range }: ScreeningArea): Promise<void> {
  await tx.run(sql`update warnings set active = false
    where as_of = ${asOf}::date and active and ${sql.raw(inArea('village_code', range))}`);
  await endScreening(tx, asOf, regionCode);
  const facts = await tx.first<{ found: string | null }>(
    sql`select to_regclass(${factsPartition(asOf)})::text as found`,
  );
  if (facts?.found) await tx.script(`delete from ${facts.found} where ${inArea('village_code', range)}`);
  // Zeros instead of nothing: the day has been screened, and is merged should it be screened again.
  await tx.script(
    `update screening_counts set households = 0 where as_of = date '${asOf}' and ${inArea('village_code', range)}`,
  );
}

/** The villages' counts of the days that changed. */
async function recount(tx: Tx, asOf: string, { range }: ScreeningArea): Promise<void> {
  await tx.script(`insert into recounted_days
    select as_of, village_code from screening_counts where as_of = date '${asOf}' and ${inArea('village_code', range)}`);
  const days = await tx.rows<{ asOf: string }>(sql`select distinct as_of from recounted_days`);
  for (const day of days) {
    await openRecount(tx);
    await tx.run(
      sql`insert into recounted select distinct village_code, 0 from recounted_days where as_of = ${day.asOf}::date`,
    );
    await countAgain(tx, day.asOf);
    await tx.script('drop table recounted');
  }
}

/** Undoes the actor's own screening of a day. Throws `warnings.screening-busy`, `warnings.no-screening`. */
export async function undoScreening(tx: Tx, given: string, reason: string): Promise<Outcome<{ asOf: string }>> {
  const { asOf } = datesOf(given);
  const area = areaOfActor(tx.actor);
  const lock = await tx.first<{ held: boolean }>(sql`select pg_try_advisory_xact_lock(${SCREENING_LOCK}) as held`);
  if (!lock?.held) throw new Problem('warnings.screening-busy');
  const screening = await findScreening(tx, asOf, area);
  if (!screening) throw new Problem('warnings.no-screening', { day: asOf });
  await tx.script('create temp table recounted_days (as_of date, village_code bigint) on commit drop');
  if (screening.replaced) await restore(tx, asOf, area, screening.screenedAt, screening.replaced.own);
  else {
    await carryBack(tx, asOf, area, screening.screenedAt);
    await takeAway(tx, asOf, area);
  }
  await recount(tx, asOf, area);
  await summarise(tx, asOf, area, screening.counts.notRun ?? []);
  return {
    result: { asOf },
    audit: {
      operation: 'warnings.undo-screening',
      subjectKind: 'screening',
      subjectId: asOf,
      reason,
      before: screening.counts,
    },
  };
}
