// Scores of a scheme, computed by data of its day and kept: a later computation stands beside it, nothing of it is ever changed.

import { sql } from 'kysely';
import { formatDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { changeRecord } from '../../../platform/server/registers/record.ts';
import type { RecordTools } from '../../../platform/server/registers/typed-rows.ts';
import type { MeasuredRegions } from '../../figures/server/index.ts';
import '../domain/problems.ts';
import { SCHEME_STATES } from '../domain/registers/scheme-states.ts';
import { type RunContent, type ScoreContent, scoredIndicators, withPoints } from '../domain/run.ts';
import { findScheme, indicatorsOf, runContentOf, type SchemeRow, schemes } from './load-scheme.ts';
import { measuredContents, measureScheme } from './measure.ts';

function refuseState({ number, state }: SchemeRow): void {
  if (state !== 'issued' && state !== 'computed')
    throw new Problem('appraisals.not-issued', { number, state: SCHEME_STATES.names[state] ?? state });
}

async function keepRun(tx: Tx, scheme: SchemeRow, content: RunContent, scores: readonly ScoreContent[]) {
  const { countyCode, id, number, regionCode } = scheme;
  const made = await tx.first<{ run: number }>(sql`insert into assessment_runs
      (county_code, scheme_id, run, place_code, scheme_number, content, account_name)
    select ${countyCode}::int, ${id}::bigint, coalesce(max(r.run), 0) + 1, ${regionCode}::bigint, ${number},
      ${JSON.stringify(content)}::jsonb, ${tx.actor.name}
    from assessment_runs r where r.county_code = ${countyCode}::int and r.scheme_id = ${id}::bigint returning run`);
  const run = made?.run ?? 1;
  await tx.run(sql`insert into assessment_scores (county_code, scheme_id, run, place_code, area_code, content)
    select ${countyCode}::int, ${id}::bigint, ${run}::int, (s ->> 'regionCode')::bigint, ${regionCode}::bigint, s
    from jsonb_array_elements(${JSON.stringify(scores)}::jsonb) s`);
  return run;
}

type Computed = { run: number; assessed: number; missing: number };

async function writeRun(
  tx: Tx,
  tools: RecordTools,
  { number, measured, today }: { number: string; measured: MeasuredRegions; today: number },
): Promise<Outcome<Computed>> {
  await tx.run(sql`select from assessment_schemes t where t.number = ${number} and not t.voided for update`);
  const scheme = await findScheme(tx, number);
  refuseState(scheme);
  const content = runContentOf(scheme, await indicatorsOf(tx, number));
  const contents = await measuredContents(tx, scheme, content.indicators, measured);
  if (contents.length === 0) throw new Problem('appraisals.nobody');
  const scores = withPoints(content.indicators, contents);
  const run = await keepRun(tx, scheme, content, scores);
  const { countyCode, id, version } = scheme;
  const values = { computedOn: formatDate(today) };
  const { audit } = await changeRecord(tx, tools, schemes, { countyCode, id, version, values });
  const missing = scores.reduce(
    (all, { values: own }) => all + own.filter(({ points }) => points === undefined).length,
    0,
  );
  const result = { run, assessed: scores.length, missing };
  return { result, audit: { ...audit, operation: 'appraisals.compute', after: { number, ...result } } };
}

/** Throws `appraisals.not-found`, `appraisals.not-issued`, `appraisals.still-entering`, `appraisals.nobody`, `figures.outside-area`. */
export async function computeScheme(
  context: OperationContext,
  tools: RecordTools,
  { number, requestId }: { number: string; requestId: string },
): Promise<Computed> {
  const { db, actor, services } = context;
  const today = dayOn(services.clock);
  const { scheme, indicators } = await db.read(actor, async (tx) => ({
    scheme: await findScheme(tx, number),
    indicators: scoredIndicators({ indicators: await indicatorsOf(tx, number) }),
  }));
  refuseState(scheme);
  // What is entered on the last day still counts, so that day must be over.
  if (scheme.enteredBy >= formatDate(today)) throw new Problem('appraisals.still-entering', { day: scheme.enteredBy });
  const measured = await measureScheme(context, scheme, indicators);
  return db.write(actor, requestId, (tx) => writeRun(tx, tools, { number, measured, today }));
}
