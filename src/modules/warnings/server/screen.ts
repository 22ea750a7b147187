// A screening: facts → rules → one warning per household with evidence (data contract §5). The same day screened again
// gives the same warnings and no second copy; what was checked keeps its result.

import { sql } from 'kysely';
import { allEnded } from '../../../kernel/all-ended.ts';
import { parseDate } from '../../../kernel/plain-date.ts';
import { defineProblems, Problem } from '../../../kernel/problem.ts';
import type { Actor } from '../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import { isEmpty, withRebuiltIndexes } from '../../../platform/server/rebuild-indexes.ts';
import { compileCondition } from '../domain/expression.ts';
import type { RuleDefinition } from '../domain/rules.ts';
import { type ScreeningDates, screeningDates } from '../domain/screening-dates.ts';
import { gatherEvidence, writeEvidence } from './evidence.ts';
import { rosterReady } from './fact-sources.ts';
import { type Aside, buildFacts, dropOldFacts, factsPartition, makeWork, updateFacts } from './facts.ts';
import { mergeWarnings } from './merge-warnings.ts';
import { keepParameters, parametersOf, parametersSelect } from './parameters.ts';
import { currentRules, type StoredRule } from './rules.ts';
import { countAgain, countAll, openRecount } from './screening-counts.ts';

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
async function runnableRules(tx: Tx, dates: ScreeningDates): Promise<{ rules: StoredRule[]; notRun: string[] }> {
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

/** Names the rules of a screening, with their versions; answers whether they are others than it was made with. */
async function renameRules(tx: Tx, asOf: string, rules: readonly StoredRule[]): Promise<boolean> {
  const codes = rules.map(({ code }) => code);
  const others = await tx.run(sql`
    update screenings set rule_versions = ${JSON.stringify(versionsOf(rules))}::jsonb where as_of = ${asOf}::date
      and (select array_agg(code order by code) from jsonb_object_keys(rule_versions) code) is distinct from
        (select array_agg(code order by code) from unnest(${codes}::text[]) code)`);
  return others > 0;
}

function versionsOf(rules: readonly StoredRule[]): Record<string, number> {
  return Object.fromEntries(rules.map(({ code, version }) => [code, version]));
}

/** The statement that answers what is hit: all facts of the household, and the codes of rules. */
function hitsSelect(rules: readonly RuleDefinition[], facts: string, parameters: string, scope = 'true'): string {
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
  const screened = await db.bulk<ScreeningResult>(actor, async (tx) => {
    await tx.run(sql`select pg_advisory_xact_lock(15000004)`);
    const kept = await keepParameters(tx, dates.asOf);
    const { rules, notRun } = await runnableRules(tx, dates);
    await tx.run(sql`insert into screenings (as_of, parameters, rule_versions, account_name)
      values (${dates.asOf}::date, '{}', ${JSON.stringify(versionsOf(rules))}::jsonb, ${actor.name})
      on conflict (as_of) do update set rule_versions = excluded.rule_versions, account_name = excluded.account_name`);
    const aside: Aside = (part) => db.bulk(actor, async (own) => ({ result: await part(own), audit: [] }));
    // What this transaction has kept is not seen by the others yet.
    const values = parametersOf(kept, []);
    const hits: string[] = [];
    const { work, place } = await buildFacts(tx, dates, aside, async (own, half, facts) => {
      hits.push(await makeWork(own, `${half}_hits`, hitsSelect(rules, facts, values)));
    });
    onPart?.('rules');
    await aside(async (own) => {
      work.push(await makeWork(own, 'hits', hits.map((half) => `select * from ${half}`).join(' union all ')));
    });
    // A day screened before, even without warnings, is merged by the index.
    const emptyYet = await isEmpty(tx, 'screening_counts');
    const merge = async () => {
      await place();
      await withRebuiltIndexes(tx, emptyYet ? ['warnings'] : [], () => mergeWarnings(tx, dates.asOf, 'true'));
    };
    const [gathered] = await allEnded([gatherEvidence(aside, { dates, rules, prepared: true }), merge()]);
    onPart?.('evidence');
    await withRebuiltIndexes(tx, emptyYet ? ['warning_evidence'] : [], () =>
      writeEvidence(tx, { dates, rules, parameters: parametersSelect(dates.asOf) }),
    );
    await tx.script(`drop table ${[...work, ...hits, gathered].join(', ')}`);
    await dropOldFacts(tx, FACTS_KEPT);
    await countAll(tx, dates.asOf, factsPartition(dates.asOf));
    const result = await summarise(tx, dates.asOf, notRun);
    return {
      result,
      audit: { operation: 'warnings.screen', subjectKind: 'screening', subjectId: dates.asOf, after: result },
    };
  });
  await db.tidy('warnings', 'screening_counts');
  return screened;
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
  const screened = await db.bulk<ScreeningResult | undefined>(actor, async (tx) => {
    await tx.run(sql`select pg_advisory_xact_lock(15000004)`);
    const newest = await tx.first<{ asOf: string }>(
      sql`select as_of::text as as_of from screenings order by as_of desc limit 1`,
    );
    if (!newest) return { result: undefined, audit: [] };
    const dates = datesOf(newest.asOf);
    await tx.script(
      `create unlogged table touched as ${touchedSelect}; create index on touched (household_id); analyze touched;`,
    );
    // What was done about a household's warnings is read by whoever has the household now.
    await tx.script(`update warning_actions a set village_code = t.village_code from touched t
      where a.household_id = t.household_id and a.county_code = t.village_code / 1000000 and a.village_code <> t.village_code`);
    await openRecount(tx);
    const work = await updateFacts(tx, dates, 'touched');
    const { rules, notRun } = await runnableRules(tx, dates);
    const parameters = parametersSelect(dates.asOf);
    // The first file of a roster lets a rule speak about those who are not in it; undoing it silences the rule.
    const everybody = await renameRules(tx, dates.asOf, rules);
    const scope = everybody ? 'true' : 'household_id in (select household_id from touched)';
    const within = everybody ? 'true' : `f.${scope}`;
    work.push(await makeWork(tx, 'hits', hitsSelect(rules, factsPartition(dates.asOf), parameters, within)));
    await mergeWarnings(tx, dates.asOf, scope, 'recounted');
    const gathered = await gatherEvidence((part) => part(tx), { dates, rules, prepared: !everybody });
    await writeEvidence(tx, { dates, rules, parameters });
    await countAgain(tx, dates.asOf);
    await tx.script(`drop table touched, ${[...work, gathered].join(', ')}`);
    const result = await summarise(tx, dates.asOf, notRun);
    return {
      result,
      audit: { operation: 'warnings.rescreen', subjectKind: 'screening', subjectId: dates.asOf, after: result },
    };
  });
  await db.tidy('screening_counts');
  return screened;
}
