// Who has no account: the actor of a visitor, and how often one may come. The limits are for floods and guessing; a whole
// village behind one address (the committee's network, a carrier's shared address) must not run into them.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { Actor } from '../../../platform/server/actor.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { visitorActor } from '../../../platform/server/http/context.ts';
import { type Keys, keyedHash } from '../../../platform/server/keys.ts';
import { addressKey } from '../../../platform/server/turns/address-key.ts';

export const VISITOR_LIMITS = {
  /** A cadre who goes from door to door helps some forty households a day, over one phone. */
  declarationsOfAddress: 60,
  /** A family has one trouble a day; a neighbour's number may stand for a few families without a phone. */
  declarationsOfPhone: 5,
  /** Wrong receipt numbers of an address: a mistyped number is tried a few times, by several people. */
  missesOfAddress: 30,
  /** Wrong phone digits for one receipt: of the 10,000 there are, somebody who found the slip gets ten. */
  missesOfReceipt: 10,
} as const;

/** Minutes and hours: who sends photos at this rate is no person. Six photos for each of ten declarations. */
export const PHOTOS_OF_ADDRESS_AND_HOUR = 60;

export type VisitorKind = keyof typeof VISITOR_LIMITS;

/** Under which id a visitor's answer is kept for repeats: with the id that was sent, the receipt could be asked for again. */
export function keptRequestId(keys: Keys, requestId: string): string {
  return keyedHash(keys, 'request of visitor', requestId.toLowerCase()).toString('hex').slice(0, 32);
}

type Visit = { kind: VisitorKind; of: string; today: PlainDate };

/** Adds to the count, or takes one back, and answers whether it is still within the limit. */
export async function isWithinLimit(tx: Tx, keys: Keys, { kind, of, today }: Visit, added: 1 | -1): Promise<boolean> {
  const who = keyedHash(keys, `visitor ${kind}`, kind.endsWith('OfAddress') ? addressKey(of) : of);
  const row = await tx.first(
    sql<{ n: number }>`select count_visitor(${kind}, ${who}, ${formatDate(today)}::date, ${added}) as n`,
  );
  return (row?.n ?? 0) <= VISITOR_LIMITS[kind];
}

/**
 * A visitor who writes to one village. The other door would be the owner (`db.bulk`), whom row-level security does not hold:
 * a fault in a query could then reach every household. With the range of the one village that was chosen, the same
 * policies as for an officer there hold, requests are applied once, and the audit names the visitor as such. Somebody who
 * happens to be signed in in the same browser is a visitor here too.
 */
export function villageVisitor({ ip, requestId, asks }: Actor, villageCode: number): Actor {
  return {
    asks,
    ...visitorActor(ip, requestId),
    name: '自主申报（未登录）',
    role: 'visitor',
    areaCode: villageCode,
    range: { low: villageCode, high: villageCode },
  };
}
