// Signing in: the password is checked outside the transaction, because that takes long; the outcome is written and audited.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Actor } from '../../../platform/server/actor.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { afterFailure, lockedMinutes, SIGN_IN_POLICY } from '../domain/sign-in-policy.ts';
import { verifyPassword } from './passwords.ts';
import { openSession, SESSION_SECONDS } from './sessions.ts';

type Candidate = {
  id: number;
  name: string;
  role: string;
  areaCode: number;
  passwordHash: string;
  mustChangePassword: boolean;
  failedAttempts: number;
  lockedUntil: string | null;
  disabledAt: string | null;
};

async function findCandidate(tx: Tx, username: string): Promise<Candidate | undefined> {
  return tx.first(sql<Candidate>`
    select id, name, role, area_code, password_hash, must_change_password, failed_attempts, locked_until, disabled_at
    from accounts where username = ${username.toLowerCase()}`);
}

/** Answers whether the password has to be changed first; sets the session cookie. */
export async function signIn(
  { db, actor, session }: OperationContext,
  { username, password }: { username: string; password: string },
): Promise<{ mustChangePassword: boolean }> {
  const candidate = await db.bulkRead((tx) => findCandidate(tx, username));
  const lockedUntil = candidate?.lockedUntil ? new Date(candidate.lockedUntil) : undefined;
  const minutes = lockedMinutes(lockedUntil, new Date());
  // A locked account is not tried, so that guessing on costs nothing but tells nothing either.
  if (minutes > 0) throw new Problem('accounts.locked', { minutes });
  const matches = await verifyPassword(candidate?.passwordHash, password);
  if (!candidate) throw wrongPassword();
  const who: Actor = {
    ...actor,
    accountId: candidate.id,
    name: candidate.name,
    role: candidate.role,
    areaCode: candidate.areaCode,
  };
  const refused = await db.bulk<Problem | string>(who, async (tx) => {
    const subject = { subjectKind: 'account', subjectId: candidate.id };
    if (!matches) {
      const problem = await recordFailure(tx, candidate.id);
      return {
        result: problem,
        audit: { operation: 'accounts.sign-in', ...subject, after: { refused: problem.code } },
      };
    }
    if (candidate.disabledAt) {
      const problem = new Problem('accounts.disabled');
      return {
        result: problem,
        audit: { operation: 'accounts.sign-in', ...subject, after: { refused: problem.code } },
      };
    }
    const token = await openSession(tx, candidate.id, session.userAgent);
    await tx.run(sql`update accounts set failed_attempts = 0, locked_until = null, previous_sign_in_at = last_sign_in_at,
      last_sign_in_at = now() where id = ${candidate.id}`);
    return {
      result: token,
      audit: { operation: 'accounts.sign-in', ...subject, after: { userAgent: session.userAgent } },
    };
  });
  if (refused instanceof Problem) throw refused;
  session.keep(refused, SESSION_SECONDS);
  return { mustChangePassword: candidate.mustChangePassword };
}

/** Counts under a row lock: parallel guesses are all counted. */
async function recordFailure(tx: Tx, id: number): Promise<Problem> {
  const row = await tx.first(sql<{ failedAttempts: number; lockedUntil: string | null }>`
    select failed_attempts, locked_until from accounts where id = ${id} for update`);
  const before = {
    failedAttempts: row?.failedAttempts ?? 0,
    lockedUntil: row?.lockedUntil ? new Date(row.lockedUntil) : undefined,
  };
  const after = afterFailure(before, new Date());
  await tx.run(sql`update accounts set failed_attempts = ${after.failedAttempts},
    locked_until = ${after.lockedUntil?.toISOString() ?? null}::timestamptz where id = ${id}`);
  if (after.lockedUntil) return new Problem('accounts.locked', { minutes: SIGN_IN_POLICY.lockMinutes });
  return wrongPassword();
}

/** The same for an account that does not exist: it tells nobody which ones do. */
function wrongPassword(): Problem {
  const { attempts, lockMinutes: minutes } = SIGN_IN_POLICY;
  return new Problem('accounts.wrong-password', { attempts, minutes });
}
