// The rounds a household was listed in, for its page.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import type { SweepKind, SweepList, VisitMode, VisitResult } from '../domain/words.ts';

const MOST_ROUNDS = 40;

type Row = {
  number: string;
  name: string;
  kind: SweepKind;
  startsOn: string;
  lists: SweepList[];
  assignedTo?: string;
  visitedOn?: string;
  mode?: VisitMode;
  result?: VisitResult;
  visitors?: string;
  late: boolean;
  rechecked: number;
  differed: number;
};

/** The newest first. */
export async function roundsOfHousehold(tx: Tx, { countyCode, id }: { countyCode: number; id: number }) {
  const rows = await tx.rows(sql<Row>`
    select s.number, s.name, s.kind, s.starts_on::text as starts_on, i.lists, a.name as assigned_to, i.visited_on::text as visited_on, i.visit_mode as mode,
      i.visit_result as result, i.visitors, i.late, c.rechecked, c.differed
    from sweeps s join sweep_items i on i.county_code = ${countyCode} and i.sweep_id = s.id and i.household_id = ${id}
      left join accounts a on a.id = i.assigned_to,
      lateral (select count(*)::int as rechecked, (count(*) filter (where cardinality(r.differing) > 0))::int as differed from sweep_rechecks r
        where r.county_code = i.county_code and r.sweep_id = i.sweep_id and r.household_id = i.household_id and r.checked_on is not null) c
    where not s.voided and s.issued_on is not null and i.left_on is null order by s.starts_on desc, s.id desc limit ${MOST_ROUNDS}`);
  return rows.map(withoutNulls);
}
