// Changing one's own password: checked with the old one, and every other session of the account ends.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { passwordFault } from '../domain/sign-in-policy.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { setPassword } from './queries.ts';
import { closeSessions } from './sessions.ts';

type Change = { requestId: string; currentPassword: string; newPassword: string };

export async function changePassword({ db, actor, session }: OperationContext, change: Change): Promise<void> {
  const { requestId, currentPassword, newPassword } = change;
  const own = await db.bulkRead((tx) =>
    tx.first(sql<{ username: string; passwordHash: string }>`
      select username, password_hash from accounts where id = ${actor.accountId}`),
  );
  if (!own || !(await verifyPassword(own.passwordHash, currentPassword)))
    throw new Problem('accounts.wrong-current-password');
  const what = newPassword === currentPassword ? '不能与当前密码相同' : passwordFault(newPassword, own.username);
  if (what) throw new Problem('accounts.weak-password', { what });
  const passwordHash = await hashPassword(newPassword);
  await db.write(actor, requestId, async (tx) => {
    await setPassword(tx, actor.accountId, passwordHash, false);
    await closeSessions(tx, actor.accountId, session.token);
    const audit = { operation: 'accounts.change-password', subjectKind: 'account', subjectId: actor.accountId };
    return { result: {}, audit };
  });
}
