// Accounts made by the program itself: the first administrator of an empty system, and those of the demonstration.

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Role } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import { type Actor, systemActor } from '../../../platform/server/actor.ts';
import type { Database } from '../../../platform/server/db.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import { dropFactor } from './factor/factors.ts';
import { firstPassword, hashPassword, verifyPassword } from './passwords.ts';
import { insertAccount, setPassword } from './queries.ts';
import { closeSessions } from './sessions.ts';
import '../domain/problems.ts';

export type GivenAccount = { username: string; name: string; role: Role; areaCode: number; department?: string };

export async function hasAccounts(db: Database): Promise<boolean> {
  const row = await db.bulkRead((tx) => tx.first(sql`select 1 from accounts limit 1`));
  return row !== undefined;
}

/** Whether somebody can still sign in to one of these accounts with this password. */
export async function canSignInWith(db: Database, usernames: readonly string[], password: string): Promise<boolean> {
  const rows = await db.bulkRead((tx) =>
    tx.rows(sql<{ passwordHash: string }>`select distinct password_hash from accounts
      where disabled_at is null and username = any(${usernames}::text[])`),
  );
  for (const { passwordHash } of rows) if (await verifyPassword(passwordHash, password)) return true;
  return false;
}

/** By whoever sits at the machine itself: a new first password, no second factor. Nobody of the office could do it for the last of a kind. */
export async function resetAccount(
  { db, keys }: { db: Database; keys: Keys },
  actor: Actor,
  username: string,
): Promise<string> {
  const password = firstPassword(keys, randomUUID());
  const passwordHash = await hashPassword(password);
  await db.bulk(actor, async (tx) => {
    const account = await tx.first(sql<{ id: number; areaCode: number }>`
      select id, area_code from accounts where username = ${username}`);
    if (!account) throw new Problem('accounts.not-found');
    const { id, areaCode: regionCode } = account;
    await setPassword(tx, id, passwordHash, true);
    await dropFactor(tx, id);
    await closeSessions(tx, id);
    const subject = { subjectKind: 'account', subjectId: id, regionCode };
    return { result: undefined, audit: { operation: 'accounts.reset-at-machine', ...subject } };
  });
  return password;
}

/** Makes the accounts with one password, all or none. */
export async function createAccounts(
  db: Database,
  accounts: readonly GivenAccount[],
  password: string,
  mustChangePassword: boolean,
  hash = hashPassword,
): Promise<void> {
  const passwordHash = await hash(password);
  await db.bulk(systemActor('shouwang'), async (tx) => {
    for (const account of accounts)
      await insertAccount(tx, {
        department: '',
        ...account,
        passwordHash,
        mustChangePassword,
        firstPasswordExpires: false,
      });
    const audit = accounts.map(({ username, ...after }) => ({
      operation: 'accounts.create',
      subjectKind: 'account',
      subjectId: username,
      regionCode: after.areaCode,
      after,
    }));
    return { result: undefined, audit };
  });
}
