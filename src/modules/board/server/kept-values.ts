// What figures came to when they were last counted. Kept by the program for whoever may see the area; who asks reads, and never waits.

import { sql } from 'kysely';
import { inUnit, roundedText } from '../../../kernel/exact/printing.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import type { Answer } from '../../figures/domain/answer.ts';
import type { FigureDefinition } from '../../figures/domain/figure.ts';

export type Kept = { status: Answer['status']; value: string; shown: string; number?: number };
export type KeptRow = Kept & { regionCode: number; figure: string; day: string; keptAt: string };

/** Minutes after which the values of the day and those it is compared with are counted again; of the months, once a day. */
export const FRESH_MINUTES = { now: 30, trend: 1440 } as const;

/** As long as a day is looked at again and again; then it is counted anew when somebody asks. */
const KEEP_DAYS = 40;

export type Counted = { regionCode: number; day: string; answer: Answer };

function numberOf({ exact }: Answer, { unit }: FigureDefinition): number | null {
  return exact === undefined ? null : Number(roundedText(inUnit(exact, unit), 6));
}

export const shownOf = ({ status, value, shown, number }: Kept): Kept => ({
  ...{ status, value, shown },
  ...(number === undefined ? {} : { number }),
});

/** As the program: no account writes here. */
export async function keepValues(db: Database, definition: FigureDefinition, counted: readonly Counted[]) {
  if (counted.length === 0) return;
  const rows = counted.map(({ regionCode, day, answer }) => ({
    ...{ region_code: regionCode, day, status: answer.status, value: answer.value, shown: answer.shown },
    number: numberOf(answer, definition),
  }));
  await db.bulk(systemActor('board'), async (tx) => {
    await tx.run(sql`insert into board_values (region_code, figure, day, status, value, shown, number)
      select x.region_code, ${definition.id}, x.day, x.status, x.value, x.shown, x.number
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        x (region_code bigint, day date, status text, value text, shown text, number numeric) order by 1, 3
      on conflict (region_code, figure, day) do update set (status, value, shown, number, kept_at)
        = (excluded.status, excluded.value, excluded.shown, excluded.number, now())`);
    await tx.run(sql`delete from board_values where kept_at < now() - ${`${KEEP_DAYS} days`}::interval`);
    return { result: undefined, audit: [] };
  });
}

type Wanted = { regions: readonly number[]; figures: readonly string[]; days: readonly string[] };

/** Row-level security shows those of the own area. */
export async function readKept(tx: Tx, { regions, figures, days }: Wanted): Promise<KeptRow[]> {
  const rows = await tx.rows(sql<Omit<KeptRow, 'number'> & { number: number | null }>`
    select b.region_code, b.figure, b.day::text as day, b.status, b.value, b.shown, b.number, b.kept_at
    from board_values b where b.region_code = any(${[...regions]}::bigint[]) and b.figure = any(${[...figures]}::text[])
      and b.day = any(${[...days]}::date[]) limit 20000`);
  return rows.map(({ number, ...row }) => ({ ...row, ...(number === null ? {} : { number }) }));
}

/** Whether it was counted within so many minutes. `now`: of the clock that counts. */
export function isFresh(row: KeptRow | undefined, minutes: number, now: number): boolean {
  return row !== undefined && now - Date.parse(row.keptAt) < minutes * 60_000;
}
