// Changing one's own password: checked with the old one, and every other session of the account ends. Who found a browser
// left open may guess at the old one no more often than at the sign-in.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { FALLBACK_POLICY, type SecurityPolicy } from '../domain/security-policy.ts';
import { passwordFault, SIGN_IN_POLICY } from '../domain/sign-in-policy.ts';
import { attemptOf, forgetAttempts, minutesLocked, reserveAttempt } from './attempts.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { readPolicy } from './policy.ts';
import { setPassword } from './queries.ts';
import { closeSessions } from './sessions.ts';

type Change = { requestId: string; currentPassword: string; newPassword: string };
type Own = { username: string; passwordHash: string; used: string[]; policy: SecurityPolicy };

async function readOwn({ db, actor }: OperationContext): Promise<Own | undefined> {
  return db.bulkRead(async (tx) => {
    const policy = await readPolicy(tx);
    const row = await tx.first(sql<Omit<Own, 'policy'>>`
      select username, password_hash, array(select h.password_hash from password_history h where h.account_id = a.id
        order by h.at desc limit ${policy.passwordRemembered}) as used
      from accounts a where id = ${actor.accountId}`);
    return row && { ...row, policy };
  });
}

/** Throws `accounts.wrong-current-password`, or `accounts.locked` after too many of them. */
async function checkCurrent(context: OperationContext, own: Own | undefined, password: string): Promise<void> {
  const { db, actor, services } = context;
  const who = attemptOf(services.keys, String(actor.accountId), 'own password');
  const { attempts: most } = SIGN_IN_POLICY;
  const count = (work: Parameters<typeof db.bulk<number>>[1]) => db.bulk<number>(actor, work);
  const before = await count(async (tx) => {
    return { result: await reserveAttempt(tx, { who, accountId: actor.accountId, most }), audit: [] };
  });
  if (before > 0) throw new Problem('accounts.locked', { minutes: before });
  const matches = own !== undefined && (await verifyPassword(own.passwordHash, password));
  const minutes = await count(async (tx) => {
    if (!matches) return { result: await minutesLocked(tx, who), audit: refusal(actor.accountId) };
    await forgetAttempts(tx, who);
    return { result: 0, audit: [] };
  });
  if (minutes > 0) throw new Problem('accounts.locked', { minutes });
  if (!matches) throw new Problem('accounts.wrong-current-password');
}

function refusal(accountId: number) {
  const subject = { subjectKind: 'account', subjectId: accountId };
  return { operation: 'accounts.change-password', ...subject, after: { refused: 'accounts.wrong-current-password' } };
}

/** The own password, given once more before something that a browser left open must not do. */
export async function checkOwnPassword(context: OperationContext, password: string): Promise<void> {
  await checkCurrent(context, await readOwn(context), password);
}

async function wasUsed(used: readonly string[], password: string): Promise<boolean> {
  for (const hash of used) if (await verifyPassword(hash, password)) return true;
  return false;
}

export async function changePassword(context: OperationContext, change: Change): Promise<void> {
  const { db, actor, session } = context;
  const { requestId, currentPassword, newPassword } = change;
  const own = await readOwn(context);
  await checkCurrent(context, own, currentPassword);
  const { username = '', used = [], policy = FALLBACK_POLICY } = own ?? {};
  const what = newPassword === currentPassword ? '不能与当前密码相同' : passwordFault(newPassword, username, policy);
  if (what) throw new Problem('accounts.weak-password', { what });
  if (await wasUsed(used, newPassword))
    throw new Problem('accounts.weak-password', { what: `不能与最近 ${policy.passwordRemembered} 次用过的密码相同` });
  const passwordHash = await hashPassword(newPassword);
  await db.write(actor, requestId, async (tx) => {
    await setPassword(tx, actor.accountId, passwordHash, false);
    await closeSessions(tx, actor.accountId, session.token);
    const audit = { operation: 'accounts.change-password', subjectKind: 'account', subjectId: actor.accountId };
    return { result: {}, audit };
  });
}
