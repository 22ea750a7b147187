// Numbers of rows that the program makes: a prefix, and the next of a sequence of the slice.

import { sql } from 'kysely';
import type { Tx } from '../db.ts';

/** `nextNumber(tx, 'circular_numbers', 'TB202206', 4)` → TB2022060012. */
export async function nextNumber(tx: Tx, sequence: string, prefix: string, digits: number): Promise<string> {
  const next = await tx.first<{ next: number }>(sql`select nextval(${sequence}::regclass)::int as next`);
  return `${prefix}${String(next?.next ?? 0).padStart(digits, '0')}`;
}
