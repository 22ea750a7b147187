import { sql } from 'kysely';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Tx } from '../db.ts';

/** Valid rows by the register's code. */
export async function countRows(tx: Tx, registers: readonly RegisterDefinition[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { code, table } of registers) {
    const found = await tx.first<{ rows: number }>(
      sql`select count(*)::int as rows from ${sql.raw(table)} where not voided`,
    );
    counts.set(code, found?.rows ?? 0);
  }
  return counts;
}
