// A declaration becomes a clue of the channel `self`. What the visitor is told does not depend on who lives in the village.

import { sql } from 'kysely';
import type { z } from 'zod';
import { normalizeName } from '../../../kernel/person-name.ts';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { countyOf } from '../../../kernel/region-code.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { type Keys, keyedHash } from '../../../platform/server/keys.ts';
import { type StoredPhoto, withPhotos } from '../../../platform/server/photos.ts';
import { lastDay, type Term } from '../../process/domain/calendar.ts';
import type { declareContract } from '../domain/contract.ts';
import type { DeclarationSecret } from './declaration-secret.ts';
import '../domain/problems.ts';
import { receiptOf, writeReceipt } from '../../../kernel/receipt.ts';
import { insertClue, receiptKey } from '../../clues/server/index.ts';
import { loadCalendar, templateOn } from '../../process/server/index.ts';
import { HELPER_RELATION_NAMES, TROUBLE_NAMES } from '../domain/words.ts';
import { checkTicket } from './ticket.ts';
import { findVillage } from './villages.ts';
import { isWithinLimit, keptRequestId, villageVisitor } from './visitors.ts';

type Input = (typeof declareContract.declare)['~orpc']['inputSchema'];
export type Declaration = z.output<NonNullable<Input>>;

type Promised = { villageName: string; receivedOn: string; visitBy: string; decisionBy: string };
export type Declared = Promised & { receipt: string };
/** `request`: the one whose receipt it has; another where the same was handed in before. */
type Recorded = Promised & { request?: string };

/** Uploads of visitors are kept under the account that is none; only who knows an upload's random id can take it. */
export const VISITOR_ACCOUNT = 0;

/**
 * The receipt follows from the request by the secret key: a repeated request is answered with the same one, and no table
 * holds it in clear, not even the answers kept for repeats.
 */
function receiptFor(keys: Keys, requestId: string): string {
  return receiptOf(keyedHash(keys, 'receipt of request', requestId.toLowerCase()).subarray(0, 16));
}

/** By when somebody comes and by when it is decided, as the county's template of the day says. */
export async function promisedDays(tx: Tx, countyCode: number, receivedOn: PlainDate) {
  const { identification } = (await templateOn(tx, countyCode, receivedOn)).definition;
  const calendar = await loadCalendar(tx);
  const until = (term: Term) => formatDate(lastDay(receivedOn, term, calendar) ?? receivedOn);
  const [visit] = identification.steps;
  return { visitBy: until(visit?.term ?? identification.total), decisionBy: until(identification.total) };
}

/** The one household of the village with somebody of this name; none where there are several, or none. */
async function householdNamed(tx: Tx, villageCode: number, name: string): Promise<number | undefined> {
  const rows = await tx.rows(sql<{ householdId: number }>`
    select distinct p.household_id from persons p
    join households h on h.county_code = p.county_code and h.id = p.household_id
    where p.name_hash = hashtext(${name}) and p.name = ${name} and p.village_code = ${villageCode} and p.valid_to is null and h.valid_to is null limit 2`);
  return rows.length === 1 ? rows[0]?.householdId : undefined;
}

function secretOf({ troubles, words, phone, helper }: Declaration): DeclarationSecret {
  const chosen = `遇到的困难：${troubles.map((each) => TROUBLE_NAMES[each]).join('、')}`;
  const by = helper ? `由${HELPER_RELATION_NAMES[helper.relation]}代为申报` : '';
  return {
    text: [chosen, words, by].filter(Boolean).join('。'),
    phone,
    troubles,
    ...(helper ? { helper } : {}),
  };
}

/**
 * The request with which the same declaration came first today; that one itself, where it is new. Only from the same address:
 * nobody learns by trying what somebody else has declared.
 */
async function firstRequest(tx: Tx, keys: Keys, given: Declaration, today: PlainDate): Promise<string> {
  const { requestId, villageCode, name, phone, helper, troubles, words, photos } = given;
  const said = [formatDate(today), tx.actor.ip, villageCode, normalizeName(name), phone, words, photos.length];
  const mark = keyedHash(keys, 'declaration', JSON.stringify([...said, [...troubles].sort(), helper ?? null]));
  const row = await tx.first(
    sql<{ first: string }>`select mark_declaration(${mark}, ${requestId}::uuid, ${formatDate(today)}::date) as first`,
  );
  return row?.first ?? requestId;
}

async function holdBack(tx: Tx, keys: Keys, phone: string, today: PlainDate): Promise<void> {
  if (!(await isWithinLimit(tx, keys, { kind: 'declarationsOfAddress', of: tx.actor.ip, today }, 1)))
    throw new Problem('declare.address-limit');
  if (!(await isWithinLimit(tx, keys, { kind: 'declarationsOfPhone', of: phone, today }, 1)))
    throw new Problem('declare.phone-limit');
}

type Take = () => Promise<StoredPhoto[]>;

async function record(
  tx: Tx,
  given: Declaration,
  { services }: OperationContext,
  take: Take,
): Promise<Outcome<Recorded>> {
  const { keys, clock } = services;
  const { villageCode, requestId } = given;
  const village = await findVillage(tx, villageCode);
  if (!village) throw new Problem('declare.no-village');
  const today = dayOn(clock);
  const countyCode = countyOf(villageCode);
  const promised = {
    villageName: `${village.pathText} ${village.name}`,
    receivedOn: formatDate(today),
    ...(await promisedDays(tx, countyCode, today)),
  };
  const request = await firstRequest(tx, keys, given, today);
  if (request !== requestId.toLowerCase())
    return {
      result: { ...promised, request },
      audit: { operation: 'declare.send', subjectKind: 'clue', subjectId: 'again', regionCode: villageCode },
    };
  await holdBack(tx, keys, given.phone, today);
  const personName = normalizeName(given.name);
  const householdId = await householdNamed(tx, villageCode, personName);
  const files = await take();
  const id = await insertClue(tx, keys, {
    countyCode,
    villageCode,
    ...(householdId === undefined ? {} : { householdId }),
    channel: 'self',
    receivedOn: today,
    personName,
    secret: secretOf(given),
    receiptKey: receiptKey(keys, receiptFor(keys, requestId)),
    files,
  });
  return {
    result: promised,
    audit: {
      operation: 'declare.send',
      subjectKind: 'clue',
      subjectId: `${countyCode}-${id}`,
      regionCode: villageCode,
      ...(householdId === undefined ? {} : { householdId }),
      after: { photos: files.length, helper: given.helper !== undefined },
    },
  };
}

export async function declare(given: Declaration, context: OperationContext): Promise<Declared> {
  const { db, actor, services } = context;
  const { keys, clock } = services;
  // A filled trap gets the same sentence as a page that is too old: whoever is wronged by it can do something.
  if (given.website !== '') throw new Problem('declare.again');
  checkTicket(keys, given.requestId, given.ticket, clock());
  if (given.troubles.includes('other') && given.words === '') throw new Problem('declare.words-missing');
  const countyCode = countyOf(given.villageCode);
  const taking = { accountId: VISITOR_ACCOUNT, countyCode, fileIds: given.photos };
  const recorded: Recorded = await withPhotos(services, taking, (take) =>
    db.write(villageVisitor(actor, given.villageCode), keptRequestId(keys, given.requestId), (tx) =>
      record(tx, given, context, take),
    ),
  );
  const { request = given.requestId, ...promised } = recorded;
  return { ...promised, receipt: writeReceipt(receiptFor(keys, request)) };
}
