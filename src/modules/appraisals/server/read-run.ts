// The newest computation of a scheme as it stands: with what objections put right. It is read as the owner, because a place among others
// follows from all of them; who asks is shown only what lies wholly in the own area, and before the scores were told nothing below.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import { REGION_CODE, rangeOf } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { namesOf } from '../../regions/server/index.ts';
import '../domain/problems.ts';
import { inOrder, type Standing } from '../domain/reckon.ts';
import { type Correction, corrected, type RunContent, type ScoreContent, standingsOf } from '../domain/run.ts';
import { findScheme, type SchemeRow } from './load-scheme.ts';

export type Run = { run: number; at: string; by: string; content: RunContent };

export type OpenRun = {
  scheme: SchemeRow;
  areaName: string;
  run: Run;
  /** As computed, and as it stands. */
  computed: ScoreContent[];
  contents: ScoreContent[];
  corrections: Correction[];
  openObjections: number;
  /** Of all, whoever asks; by group and place. */
  standings: Standing[];
};

export async function areaNameOf(tx: Tx, { regionCode }: SchemeRow): Promise<string> {
  return (await namesOf(tx, [regionCode])).get(regionCode) ?? '';
}

async function newestRun(tx: Tx, { countyCode, id }: SchemeRow): Promise<Run | undefined> {
  return tx.first<Run>(sql`select r.run, r.at, r.account_name as by, r.content from assessment_runs r
    where r.county_code = ${countyCode}::int and r.scheme_id = ${id}::bigint order by r.run desc limit 1`);
}

async function correctionsOf(tx: Tx, number: string): Promise<Correction[]> {
  return tx.rows<Correction>(sql`select o.region_code, o.indicator_number as indicator,
      round(o.corrected_points * 100)::int as points
    from assessment_objections o where o.scheme_number = ${number} and not o.voided and o.verdict = 'upheld'
      and o.corrected_points is not null and o.indicator_number is not null
    order by o.answered_on, o.id limit 10000`);
}

/** Undefined where it was not computed yet. */
export async function openRun(tx: Tx, scheme: SchemeRow): Promise<OpenRun | undefined> {
  const run = await newestRun(tx, scheme);
  if (!run) return undefined;
  const rows = await tx.rows<{ content: ScoreContent }>(sql`select s.content from assessment_scores s
    where s.county_code = ${scheme.countyCode}::int and s.scheme_id = ${scheme.id}::bigint and s.run = ${run.run}::int
    order by s.place_code limit 1000`);
  const computed = rows.map(({ content }) => content);
  // Of two about one score the later answer holds.
  const corrections = (await correctionsOf(tx, scheme.number)).reverse();
  const contents = computed.map((content) => corrected(content, corrections));
  const open = await tx.first<{ count: number }>(sql`select count(*)::int as count from assessment_objections o
    where o.scheme_number = ${scheme.number} and not o.voided and o.verdict is null`);
  return {
    ...{ scheme, run, computed, contents, corrections, openObjections: open?.count ?? 0 },
    areaName: await areaNameOf(tx, scheme),
    standings: inOrder(standingsOf(run.content, contents)),
  };
}

const LEVEL_OF = { counties: 'county', leagues: 'prefecture' } as const;

type Range = { low: number; high: number };
const within = (inner: Range, outer: Range) => inner.low >= outer.low && inner.high <= outer.high;

export type Sight = {
  isWhole: boolean;
  /** Whether the assessed have been told. */
  isTold: boolean;
  sees: (regionCode: number) => boolean;
};

const UNTOLD: readonly SchemeRow['state'][] = ['draft', 'issued', 'computed'];

/** What of a scheme the actor sees: all of it who assesses, its own who is assessed, once the scores were told. */
function sightOf({ actor }: Pick<OperationContext, 'actor'>, { regionCode, targets, state }: SchemeRow): Sight {
  const ownLevel = regionCode === REGION_CODE ? 'autonomous-region' : 'prefecture';
  const isWhole = within(rangeOf(regionCode, ownLevel), actor.range);
  const isTold = !UNTOLD.includes(state);
  return {
    ...{ isWhole, isTold },
    sees: (code) => isWhole || (isTold && within(rangeOf(code, LEVEL_OF[targets]), actor.range)),
  };
}

/** Throws `appraisals.not-found` of a draft of others. */
export function askedScheme<T>(
  context: OperationContext,
  number: string,
  work: (scheme: SchemeRow, sight: Sight, tx: Tx) => Promise<T>,
): Promise<T> {
  return context.db.bulkRead(async (tx) => {
    const scheme = await findScheme(tx, number);
    const sight = sightOf(context, scheme);
    if (scheme.state === 'draft' && !sight.isWhole) throw new Problem('appraisals.not-found');
    return work(scheme, sight, tx);
  });
}

/** Opens the newest run for who asks. Throws `appraisals.not-found` where nothing of it may be seen yet, `appraisals.not-computed`. */
export function askedRun<T>(
  context: OperationContext,
  number: string,
  work: (open: OpenRun, sight: Sight) => T,
): Promise<T> {
  return askedScheme(context, number, async (scheme, sight, tx) => {
    if (!sight.isWhole && !sight.isTold) throw new Problem('appraisals.not-found');
    const open = await openRun(tx, scheme);
    if (!open) throw new Problem('appraisals.not-computed', { number });
    return work(open, sight);
  });
}
