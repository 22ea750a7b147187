// A screening: facts → rules → one warning per household with evidence (data contract §5). The same day screened again
// gives the same warnings and no second copy; what was checked keeps its result.

import { sql } from 'kysely';
import { allEnded } from '../../../../kernel/all-ended.ts';
import { Problem } from '../../../../kernel/problem.ts';
import { coversRegion } from '../../../../kernel/region-code.ts';
import type { Actor } from '../../../../platform/server/actor.ts';
import { isEmpty, withRebuiltIndexes } from '../../../../platform/server/bulk/rebuild-indexes.ts';
import type { Database, Tx } from '../../../../platform/server/db.ts';
import type { ScreeningDates } from '../../domain/screening-dates.ts';
import type { StoredRule } from '../rules.ts';
import { askedCounties, sourcesAsked } from './asked-sources.ts';
import { gatherEvidence, writeEvidence } from './evidence.ts';
import { type Aside, buildFacts, makeWork } from './facts.ts';
import { dropOldFacts, factsPartition } from './facts-table.ts';
import { mergeWarnings, TODAY } from './merge-warnings.ts';
import { keepReplaced, type Replaced } from './replaced-warnings.ts';
import { screenArea } from './screen-some.ts';
import { areaOfActor, SCREENING_LOCK, type ScreeningArea } from './screening-area.ts';
import { countAll } from './screening-counts.ts';
import { type KeptParameter, keepParameters, parametersOf, parametersSelect } from './screening-parameters.ts';
import { datesOf, hitsSelect, runnableRules, type ScreeningResult, summarise, versionsOf } from './screening-parts.ts';

const FACTS_KEPT = 3;

type Run = { dates: ScreeningDates; rules: StoredRule[]; kept: KeptParameter[]; actor: Actor };
type OnPart = (part: 'rules' | 'evidence') => void;

type Opened = { area: ScreeningArea; rules: StoredRule[]; replaced: Replaced | undefined };

/** Names the screening; one that was undone stands again. */
async function openScreening(tx: Tx, asOf: string, { area, rules, replaced }: Opened): Promise<void> {
  await tx.run(sql`insert into screenings (as_of, region_code, parameters, rule_versions, account_name, replaced)
    values (${asOf}::date, ${area.regionCode}, '{}', ${JSON.stringify(versionsOf(rules))}::jsonb, ${tx.actor.name},
      ${replaced ? JSON.stringify(replaced) : null}::jsonb)
    on conflict (as_of, region_code) do update set rule_versions = excluded.rule_versions, screened_at = now(),
      account_name = excluded.account_name, replaced = excluded.replaced, undone_at = null, undone_by = null`);
}

async function todayOf(tx: Tx): Promise<string> {
  const row = await tx.first(sql<{ today: string }>`select ${sql.raw(TODAY)} as today`);
  if (!row) throw new Problem('warnings.bad-date', { value: '' });
  return row.today;
}

/** Throws `warnings.screening-in-future`: its warnings would be found before they are. */
export async function refuseFuture(tx: Tx, day: string): Promise<void> {
  if (day > (await todayOf(tx))) throw new Problem('warnings.screening-in-future', { day });
}

/** Everybody, from the rows up, on two connections. */
async function screenAll(db: Database, tx: Tx, { dates, rules, kept, actor }: Run, onPart?: OnPart): Promise<void> {
  const aside: Aside = (part) => db.bulk(actor, async (own) => ({ result: await part(own), audit: [] }));
  // What this transaction has kept is not seen by the others yet.
  const values = parametersOf(kept, []);
  const hits: string[] = [];
  const sources = sourcesAsked(askedCounties(rules, kept));
  const { work, place } = await buildFacts(tx, { dates, sources }, aside, async (own, half, facts) => {
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
  const [gathered] = await allEnded([gatherEvidence(aside, { dates, sources, rules, prepared: true }), merge()]);
  onPart?.('evidence');
  await withRebuiltIndexes(tx, emptyYet ? ['warning_evidence'] : [], () =>
    writeEvidence(tx, { dates, rules, parameters: parametersSelect(dates.asOf) }),
  );
  await tx.script(`drop table ${[...work, ...hits, gathered].join(', ')}`);
  await countAll(tx, dates.asOf, factsPartition(dates.asOf));
}

/**
 * Screens the households of the actor's area as of a day. `onPart` is told when the facts of a whole region stand and what
 * comes next.
 */
export async function screen(db: Database, actor: Actor, asOf: string, onPart?: OnPart): Promise<ScreeningResult> {
  const dates = datesOf(asOf);
  const area = areaOfActor(actor);
  const screened = await db.bulk<ScreeningResult>(actor, async (tx) => {
    await tx.run(sql`select pg_advisory_xact_lock(${SCREENING_LOCK})`);
    await refuseFuture(tx, dates.asOf);
    const replaced = await keepReplaced(tx, dates.asOf, area);
    const kept = await keepParameters(tx, dates.asOf, area.range);
    const { rules, notRun } = await runnableRules(tx, dates);
    await openScreening(tx, dates.asOf, { area, rules, replaced });
    if (coversRegion(area.range)) await screenAll(db, tx, { dates, rules, kept, actor }, onPart);
    else await screenArea(tx, dates, area, rules);
    await dropOldFacts(tx, FACTS_KEPT);
    const result = await summarise(tx, dates.asOf, area, notRun);
    return {
      result,
      audit: { operation: 'warnings.screen', subjectKind: 'screening', subjectId: dates.asOf, after: result },
    };
  });
  await db.tidy('warnings', 'screening_counts');
  return screened;
}
