// A screening: facts → rules → one warning per household with evidence (data contract §5). The same day screened again
// gives the same warnings and no second copy; what was checked keeps its result.

import { sql } from 'kysely';
import { parseDate } from '../../../kernel/plain-date.ts';
import { defineProblems, Problem } from '../../../kernel/problem.ts';
import type { Actor } from '../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import { compileCondition } from '../domain/expression.ts';
import { levelSql, type RuleDefinition } from '../domain/rules.ts';
import { type ScreeningDates, screeningDates } from '../domain/screening-dates.ts';
import { writeEvidence } from './evidence.ts';
import { rosterReady } from './fact-sources.ts';
import { buildFacts, dropOldFacts, factsPartition, updateFacts } from './facts.ts';
import { keepParameters, parametersSelect } from './parameters.ts';
import { currentRules } from './rules.ts';

defineProblems({
  'warnings.bad-date': {
    kind: 'invalid',
    sentence: (d) => `“${d.value}”不是有效日期。筛查日请写成 2022-05-31 的样子。`,
  },
});

const FACTS_KEPT = 3;

export type ScreeningResult = {
  asOf: string;
  households: number;
  byRule: Record<string, number>;
  byLevel: Record<string, number>;
  /** Rules that could not run because their roster is not loaded. */
  notRun: string[];
};

/** Rules whose rosters are there, and the codes of the others. */
async function runnableRules(tx: Tx, dates: ScreeningDates): Promise<{ rules: RuleDefinition[]; notRun: string[] }> {
  const all = await currentRules(tx);
  const rules: RuleDefinition[] = [];
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

/** The statement that answers a household's hits: county, household, village, monitored, and the codes of rules. */
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
  return `select f.county_code, f.household_id, f.village_code, f.monitored,
      array_remove(array[${array.join(', ') || 'null'}]::text[], null) as rules
    from ${facts} f join ${parameters} p on p.county_code = f.county_code where (${any}) and ${scope}`;
}

/** Turns `hits` into warnings; `scope` limits which earlier warnings may be taken back. */
async function mergeWarnings(tx: Tx, asOf: string, scope: string): Promise<void> {
  const rules = levelSql('h.rules');
  await tx.script(`
    create temp table earlier on commit drop as
    select distinct on (w.household_id) w.household_id, w.state, w.checked_at, w.checked_by, w.note, w.photos, w.checked_rules, w.assignee_id, w.assignee_name
    from warnings w join hits h on h.county_code = w.county_code and h.household_id = w.household_id
    where w.as_of < date '${asOf}' and w.active and w.state <> 'open' and h.rules <@ w.checked_rules
    order by w.household_id, w.as_of desc;
    insert into warnings (county_code, household_id, village_code, as_of, rules, level, monitored, due_on, state, checked_at, checked_by, note, photos, checked_rules, assignee_id, assignee_name)
    select h.county_code, h.household_id, h.village_code, date '${asOf}', h.rules, ${rules}, h.monitored,
      date '${asOf}' + (select p.value::int from screening_parameters p where p.as_of = date '${asOf}' and p.county_code = h.county_code and p.key = 'warning.checkDays'),
      coalesce(e.state, 'open'), e.checked_at, e.checked_by, coalesce(e.note, ''), coalesce(e.photos, '[]'), coalesce(e.checked_rules, '{}'), e.assignee_id, coalesce(e.assignee_name, '')
    from hits h left join earlier e on e.household_id = h.household_id
    on conflict (county_code, household_id, as_of) do update set rules = excluded.rules, level = excluded.level,
      monitored = excluded.monitored, village_code = excluded.village_code, active = true
    where (warnings.rules, warnings.level, warnings.monitored, warnings.village_code, warnings.active)
      is distinct from (excluded.rules, excluded.level, excluded.monitored, excluded.village_code, true);
    update warnings w set active = false
    where w.as_of = date '${asOf}' and w.active and ${scope} and not exists (select from hits h where h.household_id = w.household_id);`);
}

async function summarise(tx: Tx, asOf: string, notRun: string[]): Promise<ScreeningResult> {
  const rules = await tx.rows<{ rule: string; n: number }>(sql`
    select r as rule, count(*)::int as n from warnings, unnest(rules) r where as_of = ${asOf}::date and active group by r order by r`);
  const levels = await tx.rows<{ level: string; n: number }>(sql`
    select level, count(*)::int as n from warnings where as_of = ${asOf}::date and active group by level order by level`);
  const result = {
    asOf,
    households: levels.reduce((sum, { n }) => sum + n, 0),
    byRule: Object.fromEntries(rules.map(({ rule, n }) => [rule, n])),
    byLevel: Object.fromEntries(levels.map(({ level, n }) => [level, n])),
    notRun,
  };
  await tx.run(
    sql`update screenings set counts = ${JSON.stringify(result)}::jsonb, screened_at = now() where as_of = ${asOf}::date`,
  );
  return result;
}

export function datesOf(asOf: string): ScreeningDates {
  const day = parseDate(asOf);
  if (day === 0) throw new Problem('warnings.bad-date', { value: asOf });
  return screeningDates(day);
}

/** Screens every household as of a day, from the rows up. `onPart` is told when the facts stand and what comes next. */
export async function screen(
  db: Database,
  actor: Actor,
  asOf: string,
  onPart?: (part: 'rules' | 'evidence') => void,
): Promise<ScreeningResult> {
  const dates = datesOf(asOf);
  return db.bulk(actor, async (tx) => {
    await tx.run(sql`select pg_advisory_xact_lock(15000004)`);
    await keepParameters(tx, dates.asOf);
    const { rules, notRun } = await runnableRules(tx, dates);
    await tx.run(sql`insert into screenings (as_of, parameters, rule_versions, account_name)
      values (${dates.asOf}::date, '{}', ${JSON.stringify(rules.map((rule) => rule.code))}::jsonb, ${actor.name})
      on conflict (as_of) do update set rule_versions = excluded.rule_versions, account_name = excluded.account_name`);
    await buildFacts(tx, dates);
    onPart?.('rules');
    const parameters = parametersSelect(dates.asOf);
    await tx.script(
      `create unlogged table hits as ${hitsSelect(rules, factsPartition(dates.asOf), parameters)}; analyze hits;`,
    );
    await mergeWarnings(tx, dates.asOf, 'true');
    onPart?.('evidence');
    await writeEvidence(tx, { dates, rules, facts: factsPartition(dates.asOf), parameters });
    await tx.script('drop table hits');
    await dropOldFacts(tx, FACTS_KEPT);
    const result = await summarise(tx, dates.asOf, notRun);
    return {
      result,
      audit: { operation: 'warnings.screen', subjectKind: 'screening', subjectId: dates.asOf, after: result },
    };
  });
}

/**
 * Brings the newest screening's facts and warnings up to date for the households that `touchedSelect` names (household_id,
 * village_code). Answers undefined where nothing has been screened yet.
 */
export async function rescreenTouched(
  db: Database,
  actor: Actor,
  touchedSelect: string,
): Promise<ScreeningResult | undefined> {
  return db.bulk<ScreeningResult | undefined>(actor, async (tx) => {
    await tx.run(sql`select pg_advisory_xact_lock(15000004)`);
    const newest = await tx.first<{ asOf: string }>(
      sql`select as_of::text as as_of from screenings order by as_of desc limit 1`,
    );
    if (!newest) return { result: undefined, audit: [] };
    const dates = datesOf(newest.asOf);
    await tx.script(
      `create unlogged table touched as ${touchedSelect}; create index on touched (household_id); analyze touched;`,
    );
    await updateFacts(tx, dates, 'touched');
    const { rules, notRun } = await runnableRules(tx, dates);
    const parameters = parametersSelect(dates.asOf);
    const scope = 'household_id in (select household_id from touched)';
    await tx.script(
      `create unlogged table hits as ${hitsSelect(rules, factsPartition(dates.asOf), parameters, `f.${scope}`)}; analyze hits;`,
    );
    await mergeWarnings(tx, dates.asOf, `w.${scope}`);
    await writeEvidence(tx, { dates, rules, facts: factsPartition(dates.asOf), parameters });
    await tx.script('drop table hits; drop table touched');
    const result = await summarise(tx, dates.asOf, notRun);
    return {
      result,
      audit: { operation: 'warnings.rescreen', subjectKind: 'screening', subjectId: dates.asOf, after: result },
    };
  });
}
