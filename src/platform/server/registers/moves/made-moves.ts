// The moves of a row, as they were made.

import { sql } from 'kysely';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { MadeMove } from '../../../../kernel/register/register-contract.ts';
import type { Tx } from '../../db.ts';

type Kept = { [K in keyof MadeMove]: MadeMove[K] | null };

/** Moves of one row, the newest first. */
export async function movesOf(
  tx: Tx,
  { code }: RegisterDefinition,
  { countyCode, id }: { countyCode: number; id: number },
): Promise<MadeMove[]> {
  const rows = await tx.rows<Kept>(sql`select m.move, m.from_state as "from", m.to_state as "to", m.done_on::text,
      m.opinion, m.at, m.account_name as by, m.withdrawn_at
    from register_moves m where m.register = ${code} and m.county_code = ${countyCode} and m.record_id = ${id}
    order by m.id desc limit 200`);
  const told = (row: Kept) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  return rows.map((row) => told(row) as MadeMove);
}
