// Signing in: the try is counted, then the password is checked (outside a transaction, because that takes long), then the
// account is looked at again and the outcome written and audited. A name that nobody has goes the same way.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Actor } from '../../../platform/server/actor.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import { addressKey } from '../../../platform/server/turns/address-key.ts';
import { SIGN_IN_POLICY } from '../domain/sign-in-policy.ts';
import { attemptOf, forgetAttempts, minutesLocked, reserveAttempt, takeBackAttempt } from './attempts.ts';
import { DEVICE_SECONDS, knownDevice, makeDevice } from './devices.ts';
import { takeCode } from './factor/factors.ts';
import { verifyPassword } from './passwords.ts';
import { readPolicy } from './policy.ts';
import { openSession, SESSION_SECONDS } from './sessions.ts';

type Candidate = { id: number; name: string; role: string; areaCode: number; passwordHash: string };

async function findCandidate(tx: Tx, username: string): Promise<Candidate | undefined> {
  return tx.first(sql<Candidate>`
    select id, name, role, area_code, password_hash from accounts where username = ${username}`);
}

/** Of this browser or address; and, where the browser is not known, of all such together. */
type Tries = { own: Buffer; everywhere: Buffer | undefined };

function triesOf({ services: { keys }, actor, session }: OperationContext, username: string): Tries {
  const device = knownDevice(keys, username, session.device);
  if (device) return { own: attemptOf(keys, username, `device ${device}`), everywhere: undefined };
  const own = attemptOf(keys, username, `address ${addressKey(actor.ip)}`);
  return { own, everywhere: attemptOf(keys, username, 'everywhere') };
}

type Begun = { candidate: Candidate | undefined; minutes: number };

async function begin({ db, actor }: OperationContext, username: string, tries: Tries): Promise<Begun> {
  return db.bulk<Begun>(actor, async (tx) => {
    const candidate = await findCandidate(tx, username);
    const accountId = candidate?.id;
    const { attempts, attemptsEverywhere } = SIGN_IN_POLICY;
    let minutes = await reserveAttempt(tx, { who: tries.own, accountId, most: attempts });
    if (minutes === 0 && tries.everywhere)
      minutes = await reserveAttempt(tx, { who: tries.everywhere, accountId, most: attemptsEverywhere });
    return { result: { candidate, minutes }, audit: [] };
  });
}

type Let = { token: string; mustChangePassword: boolean };

/** Answers whether the password has to be changed first; sets the session cookie. */
export async function signIn(
  context: OperationContext,
  { username: typed, password, code }: { username: string; password: string; code?: string | undefined },
): Promise<{ mustChangePassword: boolean }> {
  const { db, actor, session, services } = context;
  const username = typed.toLowerCase();
  const tries = triesOf(context, username);
  const { candidate, minutes } = await begin(context, username, tries);
  // What is locked is not tried, so that guessing on costs nothing but tells nothing either.
  if (minutes > 0) throw new Problem('accounts.locked', { minutes });
  const matches = await verifyPassword(candidate?.passwordHash, password);
  const who: Actor = candidate
    ? { ...actor, accountId: candidate.id, name: candidate.name, role: candidate.role, areaCode: candidate.areaCode }
    : actor;
  const outcome = await db.bulk<Problem | Let>(who, (tx) =>
    candidate && matches
      ? letIn(tx, candidate, { tries, code, keys: services.keys, userAgent: session.userAgent })
      : refuse(tx, candidate, tries.own),
  );
  if (outcome instanceof Problem) throw outcome;
  session.keep(outcome.token, SESSION_SECONDS);
  if (tries.everywhere) session.keepDevice(makeDevice(services.keys, username), DEVICE_SECONDS);
  return { mustChangePassword: outcome.mustChangePassword };
}

function refused(problem: Problem, candidate: Candidate | undefined): Outcome<Problem> {
  const subject = { subjectKind: 'account', subjectId: candidate?.id ?? '' };
  return { result: problem, audit: { operation: 'accounts.sign-in', ...subject, after: { refused: problem.code } } };
}

async function refuse(
  tx: Tx,
  candidate: Candidate | undefined,
  own: Buffer,
  why = wrongPassword(),
): Promise<Outcome<Problem>> {
  const minutes = await minutesLocked(tx, own);
  return refused(minutes > 0 ? new Problem('accounts.locked', { minutes }) : why, candidate);
}

type Given = { tries: Tries; code: string | undefined; keys: Keys; userAgent: string };

type Now = { passwordHash: string; isDisabled: boolean; mustChangePassword: boolean; isExpired: boolean };

/** The account as it is at this moment: while the password was being checked it may have been changed or stopped. */
async function letIn(tx: Tx, candidate: Candidate, given: Given): Promise<Outcome<Problem | Let>> {
  const { tries, code, keys, userAgent } = given;
  const { id } = candidate;
  const now = await tx.first(sql<Now>`
    select password_hash, disabled_at is not null as is_disabled, must_change_password,
      must_change_password and coalesce(first_password_until < now(), false) as is_expired
    from accounts where id = ${id} for update`);
  if (now?.passwordHash !== candidate.passwordHash) return refuse(tx, candidate, tries.own);
  const factor = await takeCode(tx, keys, id, code);
  // A wrong code counts like a wrong password. One that was not asked for yet counts as nothing, and forgets nothing either.
  if (factor === 'wrong') return refuse(tx, candidate, tries.own, new Problem('accounts.wrong-code'));
  if (factor === 'missing') await takeBackAttempt(tx, tries.own);
  else await forgetAttempts(tx, tries.own);
  if (tries.everywhere) await takeBackAttempt(tx, tries.everywhere);
  if (factor === 'missing') return { result: new Problem('accounts.code-needed'), audit: [] };
  if (now.isDisabled) return refused(new Problem('accounts.disabled'), candidate);
  if (now.isExpired) return refused(new Problem('accounts.first-password-expired'), candidate);
  const policy = await readPolicy(tx);
  const mustChangePassword = now.mustChangePassword || (await passwordIsOld(tx, id, policy.passwordDays));
  const token = await openSession(tx, id, userAgent, policy.sessionsMost);
  await tx.run(sql`update accounts set previous_sign_in_at = last_sign_in_at, last_sign_in_at = now(),
    must_change_password = ${mustChangePassword} where id = ${id}`);
  const after = { userAgent, ...(factor === 'not-needed' ? {} : { factor }) };
  return {
    result: { token, mustChangePassword },
    audit: { operation: 'accounts.sign-in', subjectKind: 'account', subjectId: id, after },
  };
}

/** `days`: how long a password is good; 0 for ever. */
async function passwordIsOld(tx: Tx, id: number, days: number): Promise<boolean> {
  if (days === 0) return false;
  const row = await tx.first(sql<{ isOld: boolean }>`
    select max(at) < now() - make_interval(days => ${days}) as is_old from password_history where account_id = ${id}`);
  return row?.isOld ?? false;
}

/** The same for an account that does not exist: it tells nobody which ones do. */
function wrongPassword(): Problem {
  const { attempts, lockMinutes: minutes } = SIGN_IN_POLICY;
  return new Problem('accounts.wrong-password', { attempts, minutes });
}
