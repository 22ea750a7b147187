// Where a declaration stands, for whoever has its receipt and knows the phone number it was sent with. A wrong receipt and a
// wrong phone are answered alike, and both are counted.

import { createHash, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { type PlainDate, parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { type Keys, open } from '../../../platform/server/keys.ts';
import type { DeclarationSecret } from './declaration-secret.ts';
import '../domain/problems.ts';
import { readReceipt } from '../../../kernel/receipt.ts';
import { receiptKey } from '../../clues/server/index.ts';
import { isEnding, type State } from '../../process/domain/steps.ts';
import { progressOf } from '../domain/progress.ts';
import { promisedDays } from './declare.ts';
import { isWithinLimit, type VisitorKind, villageVisitor } from './visitors.ts';

type Found = { villageCode: number; sealed: Buffer };

type Standing = {
  countyCode: number;
  state: 'open' | 'linked' | 'dismissed';
  receivedOn: string;
  settledOn: string | null;
  villageName: string;
  caseState: State | null;
  since: string | null;
  dueOn: string | null;
};

function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** By which village the receipt goes, no row-level policy can know: one row by its key, as the owner, and no more. */
async function findByReceipt(
  context: OperationContext,
  receipt: string,
  phoneTail: string,
): Promise<Found | undefined> {
  const { db, services } = context;
  const found = await db.bulkRead((tx) =>
    tx.first(sql<Found>`select village_code, sealed from clues
      where receipt_key = ${receiptKey(services.keys, receipt)}`),
  );
  if (!found) return undefined;
  const { phone = '' } = JSON.parse(open(services.keys, found.sealed)) as DeclarationSecret;
  return isSame(phone.slice(-4), phoneTail) ? found : undefined;
}

type Try = { kind: VisitorKind; of: string };

/**
 * Counts a try before anything is looked up, in a transaction of its own: of a burst no more are answered than of tries one
 * after the other, and a refusal does not take the count back. Counts are taken in one order, so that two tries never wait
 * for each other.
 */
async function mayTry({ db, actor, services }: OperationContext, tries: readonly Try[]): Promise<boolean> {
  const today = dayOn(services.clock);
  return db.write(villageVisitor(actor, actor.areaCode), undefined, async (tx) => {
    for (const each of tries)
      if (!(await isWithinLimit(tx, services.keys, { ...each, today }, 1))) return { result: false, audit: [] };
    return { result: true, audit: [] };
  });
}

/** It was no miss: whoever asks for their own declaration again and again is not guessing. */
async function takeBack({ db, actor, services }: OperationContext, tries: readonly Try[]): Promise<void> {
  const today = dayOn(services.clock);
  await db.write(villageVisitor(actor, actor.areaCode), undefined, async (tx) => {
    for (const each of tries) await isWithinLimit(tx, services.keys, { ...each, today }, -1);
    return { result: undefined, audit: [] };
  });
}

async function standingOf(tx: Tx, keys: Keys, receipt: string): Promise<Standing> {
  const row = await tx.first(sql<Standing>`
    select c.county_code, c.state, c.received_on, (c.settled_at at time zone 'Asia/Shanghai')::date as settled_on,
      concat_ws(' ', t.name, v.name) as village_name, k.state as case_state, k.since, k.due_on
    from clues c
    left join cases k on k.county_code = c.county_code and k.id = c.case_id
    left join regions v on v.code = c.village_code left join regions t on t.code = v.parent_code
    where c.receipt_key = ${receiptKey(keys, receipt)}`);
  if (!row) throw new Problem('declare.receipt-unknown');
  return row;
}

/** The day by which the next thing is to happen, where there is one. */
async function nextDay(tx: Tx, standing: Standing): Promise<string | undefined> {
  const { state, caseState, dueOn, countyCode, receivedOn } = standing;
  if (state === 'dismissed') return undefined;
  if (caseState === null) return (await promisedDays(tx, countyCode, parseDate(receivedOn) as PlainDate)).visitBy;
  // What is due in a monitored household is the officers' own work.
  const isUnderWay = caseState.startsWith('identification.') || caseState === 'appeal';
  return isUnderWay && !isEnding(caseState) ? (dueOn ?? undefined) : undefined;
}

export async function declareStatus(given: { receipt: string; phoneTail: string }, context: OperationContext) {
  const { db, actor, services } = context;
  const receipt = readReceipt(given.receipt);
  // What is no number at all was mistyped; there is nothing to guess at with it.
  if (receipt === undefined) throw new Problem('declare.receipt-unknown');
  const tries: Try[] = [
    { kind: 'missesOfAddress', of: actor.ip },
    { kind: 'missesOfReceipt', of: receipt },
  ];
  if (!(await mayTry(context, tries))) throw new Problem('declare.receipt-limit');
  const found = await findByReceipt(context, receipt, given.phoneTail);
  if (!found) throw new Problem('declare.receipt-unknown');
  await takeBack(context, tries);
  return db.read(villageVisitor(actor, found.villageCode), async (tx) => {
    const standing = await standingOf(tx, services.keys, receipt);
    const since = standing.since ?? standing.settledOn;
    const by = await nextDay(tx, standing);
    return {
      ...progressOf({ clue: standing.state, case: standing.caseState ?? undefined }),
      villageName: standing.villageName,
      receivedOn: standing.receivedOn,
      ...(since === null ? {} : { since }),
      ...(by === undefined ? {} : { by }),
    };
  });
}
