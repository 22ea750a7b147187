// Keys: 32 bytes by chance, of which the digest is kept. Whoever reads the table cannot call with what stands in it.

import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';

const MARK = 'sw_';

export function newKey(): string {
  return `${MARK}${randomBytes(32).toString('base64url')}`;
}

export const digestOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/** Of `Bearer <key>`, or of the password of `Basic` where a tool knows nothing else; undefined where there is none. */
export function keyIn(authorization: string | undefined): string | undefined {
  const [, scheme = '', text = ''] = /^(Bearer|Basic) +(\S{1,400})$/i.exec(authorization ?? '') ?? [];
  const given = scheme.toLowerCase() === 'basic' ? Buffer.from(text, 'base64').toString('utf8').split(':')[1] : text;
  return given?.startsWith(MARK) ? given : undefined;
}

export type NewKey = {
  name: string;
  office: string;
  area: number;
  figures: readonly string[];
  perMinute: number;
  expiresOn: string;
};

export async function insertKey(tx: Tx, key: string, made: NewKey): Promise<number> {
  const { name, office, area, figures, perMinute, expiresOn } = made;
  const row = await tx.first(sql<{ id: number }>`
    insert into api_keys (name, office, region_code, figures, digest, hint, per_minute, expires_on, made_by)
    values (${name}, ${office}, ${area}, ${[...figures]}::text[], ${digestOf(key)}, ${key.slice(-4)}, ${perMinute}, ${expiresOn}::date, ${tx.actor.name})
    returning id`);
  return row?.id ?? 0;
}

export type ListedKey = {
  id: number;
  name: string;
  office: string;
  area: number;
  areaName: string;
  figures: string[];
  hint: string;
  perMinute: number;
  expiresOn: string;
  state: 'active' | 'expired' | 'revoked';
  madeBy: string;
  madeAt: string;
  lastUsedAt: string | null;
};

/** Those of the own area, the newest first. `today`: ISO day. */
export function listKeys(tx: Tx, today: string): Promise<ListedKey[]> {
  return tx.rows(sql<ListedKey>`
    select k.id, k.name, k.office, k.region_code as area, r.name as area_name, k.figures, k.hint, k.per_minute, k.expires_on,
      case when k.revoked_at is not null then 'revoked' when k.expires_on < ${today}::date then 'expired' else 'active' end as state,
      k.made_by, k.made_at, k.last_used_at
    from api_keys k join regions r on r.code = k.region_code order by k.id desc limit 500`);
}

/** Answers the region of the key; undefined where there is none that could be ended. */
export async function revokeKey(tx: Tx, id: number): Promise<number | undefined> {
  const row = await tx.first(sql<{
    regionCode: number;
  }>`update api_keys set revoked_at = now(), revoked_by = ${tx.actor.name}
    where id = ${id} and revoked_at is null returning region_code`);
  return row?.regionCode;
}

export async function noteUse(tx: Tx, id: number): Promise<void> {
  await tx.run(sql`update api_keys set last_used_at = now() where id = ${id}`);
}
