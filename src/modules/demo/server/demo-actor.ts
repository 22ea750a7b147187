// Somebody of the demonstration, as whom its first work is done.

import { sql } from 'kysely';
import { type RegionLevel, rangeOf } from '../../../kernel/region-code.ts';
import { type Actor, systemActor } from '../../../platform/server/actor.ts';
import type { Opened } from './opened.ts';

type Account = { id: number; name: string; role: string; areaCode: number; level: RegionLevel };

/** Undefined where there is no such account. */
export async function demoActor({ db }: Pick<Opened, 'db'>, username: string): Promise<Actor | undefined> {
  const found = await db.bulkRead((tx) =>
    tx.first(sql<Account>`select a.id, a.name, a.role, a.area_code, r.level from accounts a
      join regions r on r.code = a.area_code where a.username = ${username}`),
  );
  if (!found) return undefined;
  const { id, name, role, areaCode, level } = found;
  return { ...systemActor(name), accountId: id, role, areaCode, range: rangeOf(areaCode, level) };
}
