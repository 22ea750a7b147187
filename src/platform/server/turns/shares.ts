// What each kind of work may take of the database at once, so that none stalls another. A page of the office asks up to six
// things at once; behind one address of a visitor or of a session check may be a whole office.

import type { Actor } from '../actor.ts';
import { addressKey } from './address-key.ts';
import type { TurnsOptions } from './turns.ts';

const PATIENCE = 20_000;

export const SHARES = {
  everyday: { atOnce: 12, atOnceOfCaller: 6, waitingOfCaller: 30, waiting: 400, patience: PATIENCE },
  visitors: { atOnce: 3, atOnceOfCaller: 1, waitingOfCaller: 60, waiting: 200, patience: PATIENCE },
  heavy: { atOnce: 3, atOnceOfCaller: 1, waitingOfCaller: 5, waiting: 60, patience: 3 * PATIENCE },
  sessions: { atOnce: 4, atOnceOfCaller: 2, waitingOfCaller: 250, waiting: 1000, patience: PATIENCE },
} satisfies Record<string, TurnsOptions>;

/** Whose share it is: the account's, without one the address's. */
export function callerKey({ accountId, ip }: Actor): string {
  return accountId === 0 ? addressKey(ip) : String(accountId);
}
