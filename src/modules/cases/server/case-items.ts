// A case as every list shows it.

import { sql } from 'kysely';
import { type PlainDate, parseDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Channel } from '../../clues/domain/words.ts';
import { clockOf } from '../../process/domain/clock.ts';
import type { Turn } from '../../process/domain/steps.ts';
import type { Danger } from '../../process/domain/words.ts';
import type { Category, Risk } from '../domain/words.ts';
import { CASE_COLUMNS, CASE_JOINS, type CaseOfHousehold } from './case-columns.ts';

export const ITEM_COLUMNS = sql`${CASE_COLUMNS}, c.channel, c.turn, c.version, c.opened_on, c.since, c.due_on, c.warn_days,
  c.escalate_days, c.paused, c.emergency, c.category, c.danger, c.risks, c.cleared_on`;

export type ItemRow = CaseOfHousehold & {
  channel: Channel;
  turn: Turn | null;
  version: number;
  openedOn: string;
  since: string;
  dueOn: string | null;
  warnDays: number;
  escalateDays: number;
  paused: boolean;
  emergency: boolean;
  category: Category | null;
  danger: Danger | null;
  risks: Risk[];
  clearedOn: string | null;
};

export function presentItem(row: ItemRow, today: PlainDate) {
  const { turn, dueOn, warnDays, escalateDays, category, danger, clearedOn, ...rest } = row;
  return {
    ...rest,
    ...(turn === null ? {} : { turn }),
    ...(dueOn === null ? {} : { dueOn }),
    ...(dueOn === null || turn === null
      ? {}
      : { clock: clockOf(parseDate(dueOn), today, turn, { warnDays, escalateDays }) }),
    ...(category === null ? {} : { category }),
    ...(danger === null ? {} : { danger }),
    ...(clearedOn === null ? {} : { clearedOn }),
  };
}

/** All cases of a household, newest first. */
export async function listHouseholdCases(
  tx: Tx,
  { countyCode, householdId }: { countyCode: number; householdId: number },
  today: PlainDate,
) {
  const rows = await tx.rows(sql<ItemRow>`
    select ${ITEM_COLUMNS} from cases c ${CASE_JOINS}
    where c.county_code = ${countyCode} and c.household_id = ${householdId} order by c.id desc limit 50`);
  return rows.map((row) => presentItem(row, today));
}
