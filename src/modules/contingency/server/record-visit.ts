// A visit to a listed household: what was seen and what was done first. A loss is what the family says until it is checked.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import '../domain/problems.ts';
import type { VisitResult, VisitWay } from '../domain/words.ts';

type Key = { countyCode: number; id: number };
type Visit = {
  number: string;
  household: Key;
  visitedOn: string;
  way: VisitWay;
  result: VisitResult;
  lossFen?: number | undefined;
  helpedFirst: boolean;
  note?: string | undefined;
};

/** Throws `contingency.not-running`, `contingency.visit-day`, `contingency.loss-missing`, `contingency.not-listed`. */
export async function recordVisit(tx: Tx, visit: Visit, today: PlainDate): Promise<Outcome<Record<string, never>>> {
  const { number, household, visitedOn, way, result, lossFen, helpedFirst, note } = visit;
  const event = await tx.first(sql<Key & { activatedOn: string }>`
    select county_code, id, activated_on::text as activated_on from contingency_activations
    where number = ${number} and not voided and activated_on is not null and ended_on is null`);
  if (!event) throw new Problem('contingency.not-running');
  if (visitedOn < event.activatedOn || visitedOn > formatDate(today))
    throw new Problem('contingency.visit-day', { day: visitedOn });
  if (result === 'loss' && lossFen === undefined) throw new Problem('contingency.loss-missing');
  const found = await tx.first(sql<{ villageCode: number }>`
    update activation_households set visited_on = ${visitedOn}::date, visit_way = ${way}, visit_result = ${result}, loss_fen = ${lossFen ?? null},
      helped_first = ${helpedFirst}, note = ${note ?? null}, visited_by = ${tx.actor.name}, visited_at = now()
    where activation_county = ${event.countyCode} and activation_id = ${event.id} and county_code = ${household.countyCode} and household_id = ${household.id}
    returning village_code`);
  if (!found) throw new Problem('contingency.not-listed');
  return {
    result: {},
    audit: {
      ...{
        operation: 'contingency.visit',
        subjectKind: 'household',
        subjectId: String(household.id),
        regionCode: found.villageCode,
      },
      after: { event: number, visitedOn, way, result, helpedFirst },
    },
  };
}
