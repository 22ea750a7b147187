// What is left of a year or quarter lapses where the village's scheme says so, or, where it says nothing, what is set for the area. It is
// written as an entry of each household, so that a balance stays the sum of its entries; points go out in the order they came in.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import {
  judgeTyped,
  type RecordTools,
  saveTyped,
  typedReasons,
} from '../../../platform/server/registers/typed-rows.ts';
import { ownRegion } from '../../regions/server/index.ts';
import { lastEnd } from '../domain/points.ts';
import '../domain/problems.ts';
import { pointEntryRegister } from '../domain/registers/point-entry-register.ts';
import { resetOf } from '../domain/settings.ts';
import { RESET_RULE } from '../domain/words.ts';
import { needBookRule, nextNumbers } from './book-rules.ts';
import { lapsingSql } from './ledger-sql.ts';
import { schemeOf } from './read-account.ts';
import { governanceSettings } from './settings.ts';

const entries = pointEntryRegister as unknown as Parameters<typeof judgeTyped>[2];

type Lapsing = { number: string; points: number };

/** The last day of the period that is over, by the village's rule; undefined where nothing lapses. */
async function endOf(tx: Tx, village: number, on: string): Promise<string | undefined> {
  const scheme = await schemeOf(tx, village, on);
  if (!scheme) return undefined;
  const rule = scheme.resetRule ?? resetOf((await governanceSettings.inForce(tx, on))(village)('points.reset'));
  return rule === 'none' ? undefined : lastEnd(rule, on);
}

function lapsingOf(tx: Tx, village: number, end: string, on: string): Promise<Lapsing[]> {
  return tx.rows(sql<Lapsing>`select l.number, l.points from (${lapsingSql(village, end, on)}) l
    where l.points > 0 order by l.number limit 5000`);
}

const sumOf = (lapsing: readonly Lapsing[]) => lapsing.reduce((sum, { points }) => sum + points, 0);

export type Reset = { until: string; households: number; points: number };

/** What would lapse today; undefined where nothing would. */
export async function readReset(tx: Tx, village: number, on: string): Promise<Reset | undefined> {
  const end = await endOf(tx, village, on);
  if (end === undefined) return undefined;
  const lapsing = await lapsingOf(tx, village, end, on);
  return lapsing.length === 0 ? undefined : { until: end, households: lapsing.length, points: sumOf(lapsing) };
}

/** Throws `governance.nothing-lapses`. */
export async function resetPoints(
  tx: Tx,
  tools: RecordTools,
  { code }: { code: number },
  today: PlainDate,
): Promise<Outcome<{ households: number; points: number }>> {
  const village = await ownRegion(tx, code);
  const on = formatDate(today);
  const end = await endOf(tx, code, on);
  // Who stands at the counter meanwhile waits, and then has what is left.
  await tx.run(
    sql`select 1 from households where village_code = ${code} and valid_to is null order by county_code, id for update`,
  );
  const lapsing = end === undefined ? [] : await lapsingOf(tx, code, end, on);
  if (end === undefined || lapsing.length === 0)
    throw new Problem('governance.nothing-lapses', { village: village.name });
  const rule = await needBookRule(tx, tools, RESET_RULE, code, on);
  const numbers = await nextNumbers(tx, on, lapsing.length);
  const said = { recordKind: 'spent', ruleNumber: RESET_RULE, redeemedFor: `${end} 期末清零`, happenedOn: on };
  const judged = await judgeTyped(
    tx,
    tools,
    entries,
    lapsing.map(({ number, points }, i) => ({
      ...{ number: numbers[i] ?? '', householdNumber: number, villageCode: code, points, ...said },
      ...{ recorder: tx.actor.name, reviewer: '积分办法' },
    })),
  );
  const refused = judged.find(({ refusals }) => refusals.length > 0);
  if (refused) throw new Problem('registers.refused', { reasons: typedReasons(entries, refused), fields: '' });
  await saveTyped(tx, entries);
  const result = { households: lapsing.length, points: sumOf(lapsing) };
  const audit = {
    ...{ operation: 'governance.reset', subjectKind: 'region', subjectId: code, regionCode: code },
    after: { until: end, ...result },
  };
  return { result, audit: [...rule, audit] };
}
