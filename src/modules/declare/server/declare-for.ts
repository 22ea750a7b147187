// A declaration that somebody of the village or the township took down at the family, also without a network: a clue of the channel `self`
// of the household that was visited. The limits of visitors do not hold here: who declares is known.

import type { z } from 'zod';
import { formatDate, parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { readReceipt } from '../../../kernel/receipt.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { type StoredPhoto, withPhotos } from '../../../platform/server/photos.ts';
import { findHousehold, insertClue, receiptKey } from '../../clues/server/index.ts';
import type { declareContract } from '../domain/contract.ts';
import '../domain/problems.ts';
import { TROUBLE_NAMES } from '../domain/words.ts';
import type { DeclarationSecret } from './declaration-secret.ts';

type Input = (typeof declareContract.declareFor)['~orpc']['inputSchema'];
type Given = z.output<NonNullable<Input>>;

function secretOf({ troubles, words, phone }: Given): DeclarationSecret {
  const chosen = `遇到的困难：${troubles.map((each) => TROUBLE_NAMES[each]).join('、')}`;
  return { text: [chosen, words, '由入户的工作人员代为申报'].filter(Boolean).join('。'), phone, troubles };
}

/** The phone draws receipts; that two draw the same does not happen, that somebody sends one again under another request does. */
function refuseTaken(error: unknown): never {
  const isTaken = error instanceof Error && 'constraint' in error && error.constraint === 'clues_receipt';
  throw isTaken ? new Problem('declare.receipt-taken') : error;
}

async function record(
  tx: Tx,
  given: Given,
  { services: { keys, clock } }: OperationContext,
  take: () => Promise<StoredPhoto[]>,
): Promise<Outcome<{ id: number }>> {
  const { countyCode } = given;
  const declaredOn = parseDate(given.declaredOn);
  if (declaredOn > dayOn(clock)) throw new Problem('cases.day-in-future', { day: declaredOn });
  const { id: householdId, villageCode, headName } = await findHousehold(tx, countyCode, given.householdId);
  const files = await take();
  const id = await insertClue(tx, keys, {
    ...{ countyCode, villageCode, householdId, channel: 'self', receivedOn: declaredOn, personName: headName, files },
    secret: secretOf(given),
    receiptKey: receiptKey(keys, readReceipt(given.receipt) ?? ''),
  }).catch(refuseTaken);
  const audit = {
    operation: 'declare.for-household',
    subjectKind: 'clue',
    subjectId: `${countyCode}-${id}`,
    regionCode: villageCode,
    householdId,
    after: { receivedOn: formatDate(declaredOn), photos: files.length },
  };
  return { result: { id: id ?? 0 }, audit };
}

export function declareFor(given: Given, context: OperationContext): Promise<{ id: number }> {
  if (given.troubles.includes('other') && given.words === '') throw new Problem('declare.words-missing');
  const { db, actor, services } = context;
  const taking = { accountId: actor.accountId, countyCode: given.countyCode, fileIds: given.photos };
  return withPhotos(services, taking, (take) =>
    db.write(actor, given.requestId, (tx) => record(tx, given, context, take)),
  );
}
