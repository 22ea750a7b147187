// The own second factor, taken into use and given up: with the password each time, for a browser may have been left open.

import { sql } from 'kysely';
import type { Role } from '../../../../kernel/operation.ts';
import { Problem } from '../../../../kernel/problem.ts';
import type { OperationContext } from '../../../../platform/server/http/context.ts';
import { needsFactor } from '../../domain/security-policy.ts';
import '../../domain/problems.ts';
import { SIGN_IN_POLICY } from '../../domain/sign-in-policy.ts';
import { attemptOf, forgetAttempts, reserveAttempt } from '../attempts.ts';
import { checkOwnPassword } from '../change-password.ts';
import { readPolicy } from '../policy.ts';
import { getAccount } from '../queries.ts';
import { closeSessions } from '../sessions.ts';
import { confirmFactor, dropFactor, factorState, keepSecret, takeCode } from './factors.ts';
import { base32, factorAddress, newSecret } from './totp.ts';

const own = (accountId: number) => ({ subjectKind: 'account', subjectId: accountId });

export async function ownFactor({ db, actor }: OperationContext) {
  return db.bulkRead(async (tx) => {
    const { state, recoveryLeft } = await factorState(tx, actor.accountId);
    const { secondFactor } = await readPolicy(tx);
    return { isOn: state === 'on', recoveryLeft, isRequired: needsFactor(actor.role as Role, secondFactor) };
  });
}

/** The secret is told here and never again. */
export async function beginFactor(context: OperationContext, { currentPassword }: { currentPassword: string }) {
  const { db, actor, services } = context;
  await checkOwnPassword(context, currentPassword);
  const secret = newSecret();
  const username = await db.bulk<string>(actor, async (tx) => {
    if (!(await keepSecret(tx, services.keys, actor.accountId, secret))) throw new Problem('accounts.factor-is-on');
    const row = await tx.first(sql<{ username: string }>`select username from accounts where id = ${actor.accountId}`);
    return {
      result: row?.username ?? '',
      audit: { operation: 'accounts.begin-factor', ...own(actor.accountId) },
    };
  });
  return { secret: base32(secret), address: factorAddress(secret, username) };
}

export async function confirmOwnFactor(context: OperationContext, { code }: { code: string }) {
  const { db, actor, services, session } = context;
  const recovery = await db.bulk<string[] | undefined>(actor, async (tx) => {
    const codes = await confirmFactor(tx, services.keys, actor.accountId, code);
    if (!codes) return { result: undefined, audit: [] };
    // Whoever is signed in elsewhere came in without it.
    await closeSessions(tx, actor.accountId, session.token);
    return { result: codes, audit: { operation: 'accounts.confirm-factor', ...own(actor.accountId) } };
  });
  if (!recovery) throw new Problem('accounts.wrong-code');
  return { recovery };
}

export async function dropOwnFactor(context: OperationContext, given: { currentPassword: string; code: string }) {
  const { db, actor, services } = context;
  await checkOwnPassword(context, given.currentPassword);
  const who = attemptOf(services.keys, String(actor.accountId), 'own code');
  const minutes = await db.bulk<number>(actor, async (tx) => {
    const most = SIGN_IN_POLICY.attempts;
    return { result: await reserveAttempt(tx, { who, accountId: actor.accountId, most }), audit: [] };
  });
  if (minutes > 0) throw new Problem('accounts.locked', { minutes });
  const isDropped = await db.bulk<boolean>(actor, async (tx) => {
    const { secondFactor } = await readPolicy(tx);
    if (needsFactor(actor.role as Role, secondFactor)) throw new Problem('accounts.factor-required');
    const checked = await takeCode(tx, services.keys, actor.accountId, given.code);
    if (checked === 'wrong' || checked === 'missing') return { result: false, audit: [] };
    await dropFactor(tx, actor.accountId);
    await forgetAttempts(tx, who);
    return { result: true, audit: { operation: 'accounts.drop-factor', ...own(actor.accountId) } };
  });
  if (!isDropped) throw new Problem('accounts.wrong-code');
  return {};
}

/** Of somebody who lost the phone: the account then signs in with its password alone, and takes a new one into use. */
export async function resetFactor({ db, actor }: OperationContext, given: { requestId: string; id: number }) {
  // Row-level security says whether the account is seen at all.
  const { areaCode } = await db.read(actor, (tx) => getAccount(tx, given.id));
  if (given.id === actor.accountId) throw new Problem('accounts.self');
  await db.bulk(actor, async (tx) => {
    if (!(await dropFactor(tx, given.id))) throw new Problem('accounts.no-factor');
    await closeSessions(tx, given.id);
    const subject = { subjectKind: 'account', subjectId: given.id, regionCode: areaCode };
    return { result: undefined, audit: { operation: 'accounts.reset-factor', ...subject } };
  });
  return {};
}
