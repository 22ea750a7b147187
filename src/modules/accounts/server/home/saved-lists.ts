import { sql } from 'kysely';
import { Problem } from '../../../../kernel/problem.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { MOST_SAVED } from '../../domain/home-contract.ts';

type Saved = { id: number; name: string; path: string; search: string };

/** Of the account that asks: row-level security shows no others. */
export function listSaved(tx: Tx): Promise<Saved[]> {
  return tx.rows(sql<Saved>`
    select id, name, path, search from saved_lists where account_id = ${tx.actor.accountId} order by name limit ${MOST_SAVED}`);
}

/** Throws `accounts.saved-name` for a name the account has already, `accounts.saved-most` where it has enough. */
export async function saveList(tx: Tx, { name, path, search }: Omit<Saved, 'id'>): Promise<number> {
  const saved = await listSaved(tx);
  if (saved.some((each) => each.name === name)) throw new Problem('accounts.saved-name', { name });
  if (saved.length >= MOST_SAVED) throw new Problem('accounts.saved-most', { most: MOST_SAVED });
  const row = await tx.first(sql<{ id: number }>`
    insert into saved_lists (account_id, name, path, search) values (${tx.actor.accountId}, ${name}, ${path}, ${search})
    on conflict (account_id, name) do nothing returning id`);
  if (!row) throw new Problem('accounts.saved-name', { name });
  return row.id;
}

export async function dropList(tx: Tx, id: number): Promise<boolean> {
  return (await tx.run(sql`delete from saved_lists where id = ${id} and account_id = ${tx.actor.accountId}`)) > 0;
}
