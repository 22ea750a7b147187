// Sessions in the database: the browser holds a random token, the database its SHA-256, so that one delete ends a session
// everywhere and a copy of the database opens none.

import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Role } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import { type RegionLevel, rangeOf } from '../../../kernel/region-code.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import type { ResolveActor } from '../../../platform/server/http/context.ts';
import { mayInBatch } from '../domain/batch.ts';
import { needsFactor } from '../domain/security-policy.ts';
import { SIGN_IN_POLICY, sessionIsOver } from '../domain/sign-in-policy.ts';
import '../domain/problems.ts';

const SESSIONS = systemActor('sessions');
export const SESSION_SECONDS = SIGN_IN_POLICY.absoluteHours * 3600;
/** `last_seen_at` need not be true to the second. */
const SEEN_EVERY_MS = 60_000;

/** What a new or reset password leaves open. */
const BEFORE_PASSWORD_CHANGE = new Set([
  'accounts.me',
  'accounts.keep-alive',
  'accounts.sign-out',
  'accounts.change-password',
]);

/** What is open to whoever has to take a second factor into use first. */
const BEFORE_FACTOR = new Set([
  ...BEFORE_PASSWORD_CHANGE,
  'accounts.factor',
  'accounts.begin-factor',
  'accounts.confirm-factor',
]);

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Makes a session and answers its token. Of more than `most` the oldest end. */
export async function openSession(tx: Tx, accountId: number, userAgent: string, most: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx.run(sql`insert into sessions (token_hash, account_id, expires_at, ip, user_agent)
    values (${hashToken(token)}, ${accountId}, now() + make_interval(secs => ${SESSION_SECONDS}), ${tx.actor.ip}, ${userAgent})`);
  await tx.run(sql`delete from sessions where account_id = ${accountId} and (expires_at < now() or token_hash in (
    select token_hash from sessions where account_id = ${accountId} order by created_at desc, id offset ${most}))`);
  return token;
}

export async function closeSession(tx: Tx, token: string): Promise<void> {
  await tx.run(sql`delete from sessions where token_hash = ${hashToken(token)}`);
}

/** Ends every session of the account, but `keepToken`'s if given; answers how many. */
export async function closeSessions(tx: Tx, accountId: number, keepToken = ''): Promise<number> {
  return tx.run(sql`delete from sessions where account_id = ${accountId} and token_hash <> ${hashToken(keepToken)}`);
}

export type OpenSession = {
  id: string;
  current: boolean;
  createdAt: string;
  lastSeenAt: string;
  ip: string;
  userAgent: string;
};

const MOST_SHOWN = 50;
/** The most a policy may ask for: what is forgotten could not be asked for later. */
const MOST_REMEMBERED = 24;
const isAlive = sql`s.expires_at > now() and s.last_seen_at > now() - make_interval(mins => ${sql.lit(SIGN_IN_POLICY.idleMinutes)})`;

/** Where the account is signed in, the newest first; `token` is the one that asks. */
export async function listSessions(tx: Tx, accountId: number, token = ''): Promise<OpenSession[]> {
  return tx.rows(sql<OpenSession>`
    select s.id, s.token_hash = ${hashToken(token)} as current, s.created_at, s.last_seen_at, s.ip, s.user_agent
    from sessions s where s.account_id = ${accountId} and ${isAlive} order by s.created_at desc limit ${MOST_SHOWN}`);
}

/** Ends one session of the account; false when there is none of this id. */
export async function endSession(tx: Tx, accountId: number, id: string): Promise<boolean> {
  return (await tx.run(sql`delete from sessions where account_id = ${accountId} and id = ${id}`)) > 0;
}

/** Takes away what nobody needs any more: sessions that are over, tries long ago, passwords that may come again. */
export async function forgetSignIns(db: Database): Promise<void> {
  await db.bulk(SESSIONS, async (tx) => {
    await tx.run(sql`delete from sessions s where not (${isAlive})`);
    await tx.run(
      sql`delete from sign_in_attempts where at not between now() - interval '1 day' and now() + interval '1 day'`,
    );
    await tx.run(sql`delete from password_history where ctid in (select ctid from (
      select ctid, row_number() over (partition by account_id order by at desc) as n from password_history) h
      where n > ${MOST_REMEMBERED})`);
    return { result: undefined, audit: [] };
  });
}

type SessionRow = {
  accountId: number;
  name: string;
  role: Role;
  areaCode: number;
  level: RegionLevel;
  department: string;
  mustChangePassword: boolean;
  lastSeenAt: string;
  expiresAt: string;
  source: string | null;
  documentNo: string | null;
  hasFactor: boolean;
  factorChoice: number | null;
};

/** Who holds a token: undefined when the session is over or the account is disabled. */
export function createResolveActor(db: Database): ResolveActor {
  return async ({ token, ip, requestId }) => {
    const row = await db.lookUp(
      sql<SessionRow>`
        select a.id as account_id, a.name, a.role, coalesce(s.area_code, a.area_code) as area_code, r.level, a.department, a.must_change_password,
          s.last_seen_at, s.expires_at, b.problem_source as source, b.document_no,
          exists (select from account_factors f where f.account_id = a.id and f.confirmed_at is not null) as has_factor,
          (select value from security_policy where key = 'secondFactor') as factor_choice
        from sessions s join accounts a on a.id = s.account_id join regions r on r.code = coalesce(s.area_code, a.area_code)
          left join account_batches b on b.account_id = a.id
        where s.token_hash = ${hashToken(token)} and a.disabled_at is null`,
      ip,
    );
    const now = new Date();
    if (!row) return undefined;
    const { lastSeenAt, expiresAt, level, mustChangePassword, source, documentNo, hasFactor, factorChoice, ...who } =
      row;
    if (sessionIsOver({ lastSeenAt: new Date(lastSeenAt), expiresAt: new Date(expiresAt) }, now)) return undefined;
    const isNews = Math.abs(now.getTime() - Date.parse(lastSeenAt)) > SEEN_EVERY_MS;
    const seen = async () => {
      if (isNews) await touchSession(db, token);
    };
    const batch = source !== null && documentNo !== null ? { source, documentNo } : undefined;
    const actor = { ...who, range: rangeOf(who.areaCode, level), batch, ip, requestId };
    const mustEnrol = !hasFactor && needsFactor(who.role, factorChoice ?? 0);
    if (!mustChangePassword && !mustEnrol && !batch) return { actor, seen };
    return {
      actor,
      seen,
      refuse: (operation) => {
        if (mustChangePassword && !BEFORE_PASSWORD_CHANGE.has(operation))
          return new Problem('accounts.must-change-password');
        if (mustEnrol && !BEFORE_FACTOR.has(operation)) return new Problem('accounts.must-enrol');
        return batch && !mayInBatch(operation) ? new Problem('accounts.only-batch') : undefined;
      },
    };
  };
}

async function touchSession(db: Database, token: string): Promise<void> {
  await db.bulk(SESSIONS, async (tx) => {
    await tx.run(sql`update sessions set last_seen_at = now() where token_hash = ${hashToken(token)}`);
    return { result: undefined, audit: [] };
  });
}
