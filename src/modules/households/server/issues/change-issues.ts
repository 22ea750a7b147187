// Issues on their way: the slices above say which and how far, the rows stand here.

import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../../platform/server/db.ts';

export type IssueKey = { countyCode: number; id: number };

/** Whether the issue `d` is one of these. */
export const isOneOf = (keys: readonly IssueKey[]): RawBuilder<unknown> =>
  sql`(d.county_code, d.id) in (select * from unnest(${keys.map(({ countyCode }) => countyCode)}::int[], ${keys.map(({ id }) => id)}::bigint[]))`;

/** `set`: assignments; `where` speaks of the issue `d`. Answers how many. */
export function changeIssues(tx: Tx, set: RawBuilder<unknown>, where: RawBuilder<unknown>): Promise<number> {
  return tx.run(sql`update data_issues d set ${set} where ${where}`);
}
