// A township answers for its coverage; a village whose visits cannot be relied on is done again.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { rangeOf } from '../../../kernel/region-code.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { ownRegion } from '../../regions/server/index.ts';
import { openOf } from '../domain/coverage.ts';
import { countsOf, runningRound } from './read-rounds.ts';
import { countRechecks, countVillages, holdVillages } from './village-counts.ts';
import '../domain/problems.ts';

/** Throws `sweeps.township-only`, `sweeps.nothing-listed`, `sweeps.not-covered`. */
export async function confirmTownship(
  tx: Tx,
  { number, township }: { number: string; township: number },
  today: PlainDate,
): Promise<Outcome<Record<string, never>>> {
  const round = await runningRound(tx, number);
  const { id } = round;
  const { code, level } = await ownRegion(tx, township);
  if (level !== 'township') throw new Problem('sweeps.township-only');
  const range = rangeOf(code, level);
  await holdVillages(tx, id, range);
  const counts = await countsOf(tx, id, range);
  if (counts.items === 0) throw new Problem('sweeps.nothing-listed');
  const open = openOf(counts);
  if (open > 0) throw new Problem('sweeps.not-covered', { open });
  await tx.run(sql`insert into sweep_townships (sweep_id, township_code, confirmed_on, account_name)
    values (${id}, ${code}, ${formatDate(today)}::date, ${tx.actor.name}) on conflict do nothing`);
  return {
    result: {},
    audit: {
      ...{ operation: 'sweeps.confirm', subjectKind: 'sweep', subjectId: round.number, regionCode: code },
      after: { households: counts.items, done: counts.done, away: counts.away },
    },
  };
}

/** The visits stay as they were found, and the households are open again. Throws `sweeps.village-clean`. */
export async function redoVillage(
  tx: Tx,
  { number, village, reason }: { number: string; village: number; reason: string },
  today: PlainDate,
): Promise<Outcome<{ households: number }>> {
  const round = await runningRound(tx, number);
  const { id } = round;
  const { code } = await ownRegion(tx, village);
  const range = { low: code, high: code };
  await holdVillages(tx, id, range);
  const households =
    await tx.run(sql`update sweep_items set visited_on = null, visit_mode = null, visit_result = null, visitors = null, late = false
    where sweep_id = ${id} and village_code = ${code} and visit_result is not null and visit_result <> 'whole-away'`);
  if (households === 0) throw new Problem('sweeps.village-clean');
  await tx.run(sql`update sweep_visits set replaced_at = now() where sweep_id = ${id} and village_code = ${code} and replaced_at is null
    and visit_result <> 'whole-away'`);
  await tx.run(
    sql`update sweep_rechecks set redone_at = now() where sweep_id = ${id} and village_code = ${code} and redone_at is null`,
  );
  await tx.run(
    sql`delete from sweep_townships where sweep_id = ${id} and township_code = ${Math.floor(code / 1000) * 1000}`,
  );
  await tx.run(
    sql`update sweep_villages set redo_on = ${formatDate(today)}::date where sweep_id = ${id} and village_code = ${code}`,
  );
  await countVillages(tx, id, range);
  await countRechecks(tx, id, range);
  return {
    result: { households },
    audit: {
      ...{ operation: 'sweeps.redo', subjectKind: 'sweep', subjectId: round.number, regionCode: code, reason },
      after: { households },
    },
  };
}
