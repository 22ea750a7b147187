// What the program itself keeps between two starts, by a name of its own.

import { sql } from 'kysely';
import type { Tx } from './db.ts';

export async function readSetting<T>(tx: Tx, key: string): Promise<T | undefined> {
  return (await tx.first<{ value: T }>(sql`select value from settings where key = ${key}`))?.value;
}

export async function keepSetting(tx: Tx, key: string, value: unknown): Promise<void> {
  await tx.run(sql`insert into settings (key, value) values (${key}, ${JSON.stringify(value)}::jsonb)
    on conflict (key) do update set value = excluded.value, changed_at = now()`);
}
