// A screening of some households only: those of one area, or those that a file touched. Their facts, warnings and evidence
// are afterwards those that a screening of everybody would give.

import { sql } from 'kysely';
import type { Actor } from '../../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../../platform/server/db.ts';
import type { ScreeningDates } from '../../domain/screening-dates.ts';
import { rulesOfScreening, type StoredRule } from '../rules.ts';
import { askedBeyond, askedCounties, sourcesAsked } from './asked-sources.ts';
import { gatherEvidence, writeEvidence } from './evidence.ts';
import { makeWork, updateFacts } from './facts.ts';
import { factsPartition, openFactsPartition } from './facts-table.ts';
import { mergeWarnings } from './merge-warnings.ts';
import { inArea, listStanding, SCREENING_LOCK, type ScreeningArea, type StandingScreening } from './screening-area.ts';
import { countAgain, openRecount } from './screening-counts.ts';
import { keptParameters, parametersSelect } from './screening-parameters.ts';
import { datesOf, hitsSelect, runnableRules, type ScreeningResult, summarise, versionsOf } from './screening-parts.ts';

/** Whether the rules of today ask registers in counties where the screening did not: its facts know nothing of those. */
async function asksMore(tx: Tx, { asOf, range, regionCode }: StandingScreening, rules: readonly StoredRule[]) {
  const kept = await keptParameters(tx, asOf, range);
  const before = askedCounties(await rulesOfScreening(tx, asOf, regionCode), kept);
  return askedBeyond(askedCounties(rules, kept), before).size > 0;
}

/** Names the rules of a screening, with their versions; answers whether they are others than it was made with. */
async function renameRules(
  tx: Tx,
  { asOf, regionCode }: StandingScreening,
  { rules, asking }: { rules: readonly StoredRule[]; asking: boolean },
): Promise<boolean> {
  const codes = rules.map(({ code }) => code);
  const others = await tx.run(sql`
    update screenings set rule_versions = ${JSON.stringify(versionsOf(rules))}::jsonb
    where as_of = ${asOf}::date and region_code = ${regionCode} and (${asking} or
      (select array_agg(code order by code) from jsonb_object_keys(rule_versions) code) is distinct from
        (select array_agg(code order by code) from unnest(${codes}::text[]) code))`);
  return others > 0;
}

type Some = { dates: ScreeningDates; area: ScreeningArea; rules: StoredRule[]; everybody: boolean };

/** Households in the table `touched`, or with `everybody` all of the area; the facts are built for those in `touched`. */
async function screenThese(tx: Tx, { dates, area, rules, everybody }: Some): Promise<void> {
  await openRecount(tx);
  const sources = sourcesAsked(askedCounties(rules, await keptParameters(tx, dates.asOf, area.range)));
  const work = await updateFacts(tx, { dates, sources }, 'touched');
  const parameters = parametersSelect(dates.asOf);
  const within = everybody ? inArea('village_code', area.range) : 'household_id in (select household_id from touched)';
  const select = hitsSelect(rules, factsPartition(dates.asOf), parameters, `f.${within}`);
  work.push(await makeWork(tx, 'hits', select));
  await mergeWarnings(tx, dates.asOf, within, 'recounted');
  const gathered = await gatherEvidence((part) => part(tx), { dates, sources, rules, prepared: !everybody });
  await writeEvidence(tx, { dates, rules, parameters });
  await countAgain(tx, dates.asOf);
  await tx.script(`drop table recounted, earlier, ${[...work, gathered].join(', ')}`);
}

/** Households that are in the area or were when its facts were built. */
const allOf = ({ asOf }: ScreeningDates, { range }: ScreeningArea) => `
    select id as household_id, village_code from households where ${inArea('village_code', range)}
    union select household_id, village_code from ${factsPartition(asOf)} where ${inArea('village_code', range)}`;

/** Screens the households of one area, in the caller's transaction, which has named the screening and kept its parameters. */
export async function screenArea(
  tx: Tx,
  dates: ScreeningDates,
  area: ScreeningArea,
  rules: StoredRule[],
): Promise<void> {
  await openFactsPartition(tx, dates.asOf);
  await tx.script(`
    create unlogged table touched as ${allOf(dates, area)};
    create index on touched (household_id); analyze touched;`);
  await screenThese(tx, { dates, area, rules, everybody: false });
  await tx.script('drop table touched');
}

async function rescreenStanding(tx: Tx, screening: StandingScreening, touchedSelect: string): Promise<ScreeningResult> {
  const dates = datesOf(screening.asOf);
  const { rules, notRun } = await runnableRules(tx, dates);
  const asking = await asksMore(tx, screening, rules);
  const touched = `select household_id, village_code from (${touchedSelect}) t where ${inArea('t.village_code', screening.range)}`;
  await tx.script(`
    create unlogged table touched as ${asking ? `${touched} union ${allOf(dates, screening)}` : touched};
    create index on touched (household_id); analyze touched;`);
  // What was done about a household's warnings is read by whoever has the household now.
  await tx.script(`update warning_actions a set village_code = t.village_code from touched t
    where a.household_id = t.household_id and a.county_code = t.village_code / 1000000 and a.village_code <> t.village_code`);
  // The first file of a roster lets a rule speak about those who are not in it; undoing it silences the rule.
  const renamed = await renameRules(tx, screening, { rules, asking });
  await screenThese(tx, { dates, area: screening, rules, everybody: renamed && !asking });
  await tx.script('drop table touched');
  return summarise(tx, dates.asOf, screening, notRun);
}

/**
 * Brings the screenings that stand up to date for the households that `touchedSelect` names (household_id, village_code).
 * Answers the newest; undefined where nothing has been screened yet.
 */
export async function rescreenTouched(
  db: Database,
  actor: Actor,
  touchedSelect: string,
): Promise<ScreeningResult | undefined> {
  const screened = await db.bulk<ScreeningResult | undefined>(actor, async (tx) => {
    await tx.run(sql`select pg_advisory_xact_lock(${SCREENING_LOCK})`);
    const audit = [];
    let result: ScreeningResult | undefined;
    for (const screening of await listStanding(tx)) {
      result = await rescreenStanding(tx, screening, touchedSelect);
      const { asOf, regionCode } = screening;
      audit.push({
        operation: 'warnings.rescreen',
        subjectKind: 'screening',
        subjectId: asOf,
        regionCode,
        after: result,
      });
    }
    return { result, audit };
  });
  await db.tidy('screening_counts');
  return screened;
}
