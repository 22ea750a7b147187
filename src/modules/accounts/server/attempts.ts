// Tries of a password. Each is counted before the password is checked, under the lock of its row: of a burst of guesses no
// more are looked at than of guesses one after the other.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import { type Keys, keyedHash } from '../../../platform/server/keys.ts';
import { SIGN_IN_POLICY } from '../domain/sign-in-policy.ts';

export type Attempt = { who: Buffer; accountId: number | undefined; most: number };

/** Tries for one name from one place; the name itself may be a password typed into the wrong field. */
export function attemptOf(keys: Keys, username: string, from: string): Buffer {
  return keyedHash(keys, 'sign-in attempt', `${username}\n${from}`);
}

const LOCKED = sql`make_interval(mins => ${sql.lit(SIGN_IN_POLICY.lockMinutes)})`;
/** Around now on both sides: what a clock that ran ahead has left behind is no lock for weeks. */
const isRecent = sql`a.at between now() - ${LOCKED} and now() + ${LOCKED}`;

type Counted = { tries: number; minutes: number };

const MINUTES = sql`least(${sql.lit(SIGN_IN_POLICY.lockMinutes)}, greatest(1,
  ceil(extract(epoch from a.at + ${LOCKED} - now()) / 60)))::int as minutes`;

/** Counts one try. Answers the whole minutes to wait when there were too many, 0 when it may be made. */
export async function reserveAttempt(tx: Tx, { who, accountId, most }: Attempt): Promise<number> {
  const row = await tx.first(sql<Counted>`
    insert into sign_in_attempts as a (who, account_id, tries, most) values (${who}, ${accountId ?? null}, 1, ${most})
    on conflict (who) do update set
      account_id = excluded.account_id,
      tries = case when ${isRecent} then least(a.tries, ${most}) + 1 else 1 end,
      -- Trying on while it is locked does not make the lock longer.
      at = case when ${isRecent} and a.tries >= ${most} then a.at else now() end
    returning a.tries, ${MINUTES}`);
  return row && row.tries > most ? row.minutes : 0;
}

/** Minutes for which nothing more is tried, after a try that failed; 0 when there are tries left. */
export async function minutesLocked(tx: Tx, who: Buffer): Promise<number> {
  const row = await tx.first(sql<Counted>`
    select a.tries, ${MINUTES} from sign_in_attempts a where a.who = ${who} and a.tries >= a.most and ${isRecent}`);
  return row?.minutes ?? 0;
}

/** The password was right: what was tried before it is forgotten. */
export async function forgetAttempts(tx: Tx, who: Buffer): Promise<void> {
  await tx.run(sql`delete from sign_in_attempts where who = ${who}`);
}

/** Takes back one try that turned out right, and leaves the others counted. */
export async function takeBackAttempt(tx: Tx, who: Buffer): Promise<void> {
  await tx.run(sql`update sign_in_attempts set tries = greatest(0, tries - 1) where who = ${who}`);
}
