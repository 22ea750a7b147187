import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';

/** After a restore: another major version of PostgreSQL may hash names to other numbers. */
export async function rehashNames(tx: Tx): Promise<void> {
  await tx.run(sql`update persons set name_hash = hashtext(name) where name_hash <> hashtext(name)`);
  await tx.run(sql`update unsound_ids u set name_hash = p.name_hash from persons p
    where p.number = u.number and p.name_hash <> u.name_hash`);
}
