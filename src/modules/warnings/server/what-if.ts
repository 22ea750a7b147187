// What other thresholds would change, without a screening: one scan of the newest facts, in which only the rules that ask
// for a changed threshold are evaluated, and the others only for households whose answer differs.

import { sql } from 'kysely';
import { namesIn } from '../../../kernel/conditions/condition.ts';
import { coversRegion, type RegionRange, rangeOf } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type ParameterRow, resolveParameter } from '../../parameters/domain/parameters.ts';
import { type Change, parameterSettings } from '../../parameters/server/index.ts';
import type { Region } from '../../regions/server/index.ts';
import { compileCondition } from '../domain/expression.ts';
import type { RuleDefinition } from '../domain/rule-definition.ts';
import { currentRules } from './rules.ts';
import { askedBeyond, askedCounties } from './screening/asked-sources.ts';
import { factsWith } from './screening/facts-on-demand.ts';
import { type KeptParameter, keptParameters, parametersOf } from './screening/screening-parameters.ts';

export type CountyEffect = { code: number; name: string; before: number; after: number; gained: number; lost: number };

/** The values of each county if the changes were in force at the region: a county's own value goes on holding. */
async function triedValues(tx: Tx, kept: KeptParameter[], region: Region, asOf: string, changes: readonly Change[]) {
  const tried: ParameterRow[] = changes.map(({ key, value }) => ({
    regionCode: region.code,
    key,
    value,
    effectiveFrom: asOf,
  }));
  const rows = [...(await parameterSettings.all(tx)), ...tried];
  const changed = new Set(changes.map(({ key }) => key));
  return kept.map((own) =>
    changed.has(own.key) ? { ...own, value: resolveParameter(rows, own.countyCode, own.key, asOf) ?? own.value } : own,
  );
}

/** Rules the screening ran, in the versions of today. */
async function screenedRules(tx: Tx, asOf: string): Promise<RuleDefinition[]> {
  const run = await tx.first(sql<{ codes: string[] }>`
    select array(select jsonb_object_keys(rule_versions)) as codes from screenings
    where as_of = ${asOf}::date and undone_at is null order by region_code limit 1`);
  return (await currentRules(tx)).filter(({ code }) => run?.codes.includes(code));
}

const anyOf = (rules: readonly RuleDefinition[], parameters: string) =>
  rules.map(({ when }) => `coalesce(${compileCondition(when, parameters)}, false)`).join(' or ') || 'false';

type Moved = { countyCode: number; gained: number; lost: number };

type Trial = { asOf: string; range: RegionRange; now: KeptParameter[]; tried: KeptParameter[] };

async function countMoved(tx: Tx, rules: RuleDefinition[], { asOf, range, now, tried }: Trial): Promise<Moved[]> {
  const changed = tried.filter((value, i) => value.value !== now[i]?.value);
  const keys = new Set(changed.map(({ key }) => key));
  const asking = rules.filter(({ when }) => namesIn(when).params.some((key) => keys.has(key)));
  if (asking.length === 0) return [];
  const counties = new Set(changed.map(({ countyCode }) => countyCode));
  const all = now.every(({ countyCode }) => counties.has(countyCode));
  const others = rules.filter((rule) => !asking.includes(rule));
  const [hitNow, hitTried] = [anyOf(asking, 'p.'), anyOf(asking, 'p.tried_')];
  // `offset 0` keeps the other rules out of the scan: they are asked only about households whose answer differs.
  return tx.rows(sql<Moved>`
    select county_code, (count(*) filter (where not hit_now))::int as gained, (count(*) filter (where hit_now))::int as lost
    from (
      select f.county_code, (${sql.raw(hitNow)}) as hit_now, (${sql.raw(anyOf(others, 'p.'))}) as hit_else
      from ${sql.raw(factsWith(asOf, askedBeyond(askedCounties(rules, tried), askedCounties(rules, now))))} f
      join ${sql.raw(parametersOf(now, tried))} p on p.county_code = f.county_code
      where (${sql.raw(hitNow)}) <> (${sql.raw(hitTried)})
        ${coversRegion(range) ? sql`` : sql`and f.village_code between ${range.low} and ${range.high}`}
        ${all ? sql`` : sql`and f.county_code = any(${[...counties]}::int[])`}
      offset 0) m
    where not hit_else group by county_code`);
}

/**
 * Households each county of the region would gain and lose. Runs as the owner over the range given, so that access is not
 * tested again for millions of rows: the caller has checked that the region is the actor's own.
 */
export async function whatIf(
  tx: Tx,
  region: Region,
  asOf: string,
  changes: readonly Change[],
): Promise<CountyEffect[]> {
  const range = rangeOf(region.code, region.level);
  const now = await keptParameters(tx, asOf, range);
  if (now.length === 0) return [];
  const tried = await triedValues(tx, now, region, asOf, changes);
  await tx.script(`set local statement_timeout = '20s'; set local work_mem = '64MB'; set local enable_nestloop = off`);
  const rows = await countMoved(tx, await screenedRules(tx, asOf), { asOf, range, now, tried });
  const moved = new Map(rows.map((row) => [row.countyCode, row]));
  const counties = await tx.rows(sql<{ code: number; name: string; before: number }>`
    select r.code, r.name, sum(c.red + c.orange + c.yellow + c.data)::int as before
    from screening_counts c join regions r on r.code = c.village_code / 1000000 * 1000000
    where c.as_of = ${asOf}::date and c.village_code between ${range.low} and ${range.high}
    group by r.code, r.name order by r.code`);
  return counties.map(({ code, name, before }) => {
    const { gained = 0, lost = 0 } = moved.get(code / 1_000_000) ?? {};
    return { code, name, before, after: before + gained - lost, gained, lost };
  });
}
