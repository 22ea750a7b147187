// What every screening is made of, whatever it covers: its day, the rules that can run, what they hit, and the sums.

import { sql } from 'kysely';
import { parseDate } from '../../../../kernel/plain-date.ts';
import { defineProblems, Problem } from '../../../../kernel/problem.ts';
import { coversRegion, type RegionRange } from '../../../../kernel/region-code.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { compileCondition } from '../../domain/expression.ts';
import type { RuleDefinition } from '../../domain/rule-definition.ts';
import { type ScreeningDates, screeningDates } from '../../domain/screening-dates.ts';
import { currentRules, type StoredRule } from '../rules.ts';
import { rosterReady } from './fact-sources.ts';
import { inArea, type ScreeningArea } from './screening-area.ts';

defineProblems({
  'warnings.bad-date': {
    kind: 'invalid',
    sentence: (d) => `“${d.value}”不是有效日期。筛查日请写成 2022-05-31 的样子。`,
  },
});

export type ScreeningResult = {
  asOf: string;
  households: number;
  byRule: Record<string, number>;
  byLevel: Record<string, number>;
  /** Rules that could not run because their roster is not loaded. */
  notRun: string[];
};

export function datesOf(asOf: string): ScreeningDates {
  const day = parseDate(asOf);
  if (day === 0) throw new Problem('warnings.bad-date', { value: asOf });
  return screeningDates(day);
}

/** Rules whose rosters are there, and the codes of the others. */
export async function runnableRules(tx: Tx, dates: ScreeningDates): Promise<{ rules: StoredRule[]; notRun: string[] }> {
  const all = await currentRules(tx);
  const rules: StoredRule[] = [];
  const notRun: string[] = [];
  for (const rule of all) {
    const ready =
      !rule.needs ||
      (await tx.first<{ ready: boolean }>(sql`select ${sql.raw(rosterReady(rule.needs, dates))} as ready`))?.ready;
    if (ready) rules.push(rule);
    else notRun.push(rule.code);
  }
  return { rules, notRun };
}

export function versionsOf(rules: readonly StoredRule[]): Record<string, number> {
  return Object.fromEntries(rules.map(({ code, version }) => [code, version]));
}

/** The statement that answers what is hit: all facts of the household, and the codes of rules. */
export function hitsSelect(
  rules: readonly RuleDefinition[],
  facts: string,
  parameters: string,
  scope = 'true',
): string {
  const tests = rules.map((rule) => ({
    code: rule.code,
    condition: `coalesce(${compileCondition(rule.when)}, false)`,
  }));
  const array = tests.map(({ code, condition }) => `case when ${condition} then '${code}' end`);
  const any = tests.map(({ condition }) => condition).join(' or ') || 'false';
  return `select f.*,
      array_remove(array[${array.join(', ') || 'null'}]::text[], null) as rules
    from ${facts} f join ${parameters} p on p.county_code = f.county_code where (${any}) and ${scope}`;
}

async function countHits(tx: Tx, asOf: string, range: RegionRange) {
  const where = sql.raw(
    `as_of = date '${asOf}' and active${coversRegion(range) ? '' : ` and ${inArea('village_code', range)}`}`,
  );
  const rules = await tx.rows<{ rule: string; n: number }>(sql`
    select r as rule, count(*)::int as n from warnings, unnest(rules) r where ${where} group by r order by r`);
  const levels = await tx.rows<{ level: string; n: number }>(sql`
    select level, count(*)::int as n from warnings where ${where} group by level order by level`);
  return {
    households: levels.reduce((sum, { n }) => sum + n, 0),
    byRule: Object.fromEntries(rules.map(({ rule, n }) => [rule, n])),
    byLevel: Object.fromEntries(levels.map(({ level, n }) => [level, n])),
  };
}

/** Sums the day up for the area and for every larger or smaller one that was screened on its own; answers the area's. */
export async function summarise(
  tx: Tx,
  asOf: string,
  { regionCode, range }: ScreeningArea,
  notRun: string[],
): Promise<ScreeningResult> {
  const screened = await tx.rows<{ regionCode: number; high: number }>(sql`
    select region_code, region_high(region_code) as high from screenings where as_of = ${asOf}::date and undone_at is null
      and region_code <= ${range.high} and region_high(region_code) >= ${range.low}`);
  let own: ScreeningResult = { asOf, households: 0, byRule: {}, byLevel: {}, notRun };
  for (const { regionCode: code, high } of screened) {
    const result = { asOf, ...(await countHits(tx, asOf, { low: code, high })), notRun };
    if (code === regionCode) own = result;
    await tx.run(
      sql`update screenings set counts = ${JSON.stringify(result)}::jsonb where as_of = ${asOf}::date and region_code = ${code}`,
    );
  }
  return own;
}
