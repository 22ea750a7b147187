// Records one change of a household: the event itself, the rows it changes, their old versions and the audit, together.

import { sql } from 'kysely';
import type * as z from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import type { householdsContract } from '../domain/contract.ts';
import type { EventInput, EventOf } from '../domain/events.ts';
import {
  addEvent,
  addHousehold,
  checkDate,
  checkVillage,
  type LockedHousehold,
  lockHousehold,
  lockTwo,
  settle,
  setVillage,
} from './event-households.ts';
import { addPerson, endPerson, lockPerson, movePersons, setRelation } from './event-people.ts';
import '../domain/problems.ts';

type Contract = (typeof householdsContract)['recordEvent']['~orpc'];
export type EventRequest = z.output<NonNullable<Contract['inputSchema']>>;
export type EventResult = { eventId: number; newHouseholdId?: number; personId?: number };

/** `today`: no event is recorded before it happened. */
type Step<Event> = { tx: Tx; keys: Keys; request: EventRequest; event: Event; today: string };

/** What was done: the households to audit, and the answer. */
type Done = { result: EventResult; touched: LockedHousehold[]; detail: Record<string, unknown> };

async function begin<Event>({ tx, request, today }: Step<Event>): Promise<LockedHousehold> {
  const household = await lockHousehold(tx, request.countyCode, request.householdId);
  checkDate(request.onDate, household, today);
  return household;
}

/** Where the head goes, the one named becomes head; the name must be of a present member. */
async function replaceHead(tx: Tx, household: LockedHousehold, newHeadId: number | undefined, onDate: string) {
  if (newHeadId === undefined) return;
  await lockPerson(tx, household, newHeadId, onDate);
  await setRelation(tx, household, newHeadId, '户主');
}

async function come(step: Step<EventOf<'birth' | 'marriage-in'>>): Promise<Done> {
  const { tx, keys, request, event } = step;
  const { onDate, note } = request;
  const household = await begin(step);
  const person = await addPerson(tx, keys, household, event.person, onDate);
  await settle(tx, household.countyCode, household.id, onDate);
  const detail = { personName: person.name, relation: event.person.relation };
  const eventId = await addEvent(tx, {
    household,
    kind: event.kind,
    onDate,
    personId: person.id,
    detail: { ...detail, note },
  });
  return { result: { eventId, personId: person.id }, touched: [household], detail };
}

async function go(step: Step<EventOf<'death' | 'leave' | 'marriage-out'>>): Promise<Done> {
  const { tx, request, event } = step;
  const { onDate, note } = request;
  const household = await begin(step);
  const person = await lockPerson(tx, household, event.personId, onDate);
  await endPerson(tx, household, person.id, { onDate, reason: event.kind });
  await replaceHead(tx, household, event.newHeadId, onDate);
  await settle(tx, household.countyCode, household.id, onDate);
  const detail = { personName: person.name, ...(event.kind === 'leave' ? { note: event.reason } : {}) };
  const eventId = await addEvent(tx, {
    household,
    kind: event.kind,
    onDate,
    personId: person.id,
    detail: { note, ...detail },
  });
  return { result: { eventId, personId: person.id }, touched: [household], detail };
}

/** Out of one household of the county and into another: one event in each. */
async function marryInto(step: Step<EventOf<'marriage-out'>>, otherId: number): Promise<Done> {
  const { tx, request, event } = step;
  const { onDate, note } = request;
  const { household, other } = await lockTwo(tx, request.countyCode, request.householdId, otherId);
  checkDate(onDate, household, step.today);
  checkDate(onDate, other, step.today);
  const person = await lockPerson(tx, household, event.personId, onDate);
  await setRelation(tx, household, person.id, event.relation ?? '其他');
  await movePersons(tx, household, other, [person.id]);
  await replaceHead(tx, household, event.newHeadId, onDate);
  for (const { id } of [household, other]) await settle(tx, household.countyCode, id, onDate);
  const detail = { personName: person.name, otherHouseholdId: other.id, otherNumber: other.number };
  const shared = { onDate, personId: person.id };
  const eventId = await addEvent(tx, { household, kind: 'marriage-out', ...shared, detail: { ...detail, note } });
  const back = { personName: person.name, otherHouseholdId: household.id, otherNumber: household.number, note };
  await addEvent(tx, { household: other, kind: 'marriage-in', ...shared, detail: back });
  return { result: { eventId, personId: person.id }, touched: [household, other], detail };
}

async function split(step: Step<EventOf<'split'>>): Promise<Done> {
  const { tx, request, event } = step;
  const { onDate, note } = request;
  const household = await begin(step);
  const ids = [...new Set(event.personIds)];
  const villageCode = event.villageCode ?? household.villageCode;
  if (event.villageCode !== undefined) await checkVillage(tx, event.villageCode, household.countyCode);
  if (!ids.includes(event.newHeadId)) throw new Problem('households.person-not-found');
  if (ids.length >= household.memberCount) throw new Problem('households.nobody-left');
  const names: string[] = [];
  for (const id of ids) names.push((await lockPerson(tx, household, id, onDate)).name);
  const made = await addHousehold(tx, household, villageCode, onDate);
  await setRelation(tx, household, event.newHeadId, '户主');
  await movePersons(tx, household, { id: made.id, villageCode }, ids);
  await replaceHead(tx, household, event.remainingHeadId, onDate);
  for (const id of [household.id, made.id]) await settle(tx, household.countyCode, id, onDate);
  const detail = { personName: names.join('、'), otherHouseholdId: made.id, otherNumber: made.number };
  const eventId = await addEvent(tx, { household, kind: 'split', onDate, detail: { ...detail, note } });
  const back = { ...detail, otherHouseholdId: household.id, otherNumber: household.number, note };
  await addEvent(tx, { household: { ...household, ...made, villageCode }, kind: 'split', onDate, detail: back });
  return { result: { eventId, newHouseholdId: made.id }, touched: [household], detail };
}

const INCOMES = 'wage_fen business_fen property_fen transfer_fen business_cost_fen claim_fen self_paid_fen'.split(' ');

/** Incomes of the same year add up, so that income per capita stays true for the household as it is now. */
async function addIncomes(tx: Tx, into: LockedHousehold, from: LockedHousehold): Promise<void> {
  if (into.incomeYear === null || into.incomeYear !== from.incomeYear) return;
  const key = { county: into.countyCode, year: into.incomeYear };
  await tx.run(sql`insert into record_versions (county_code, subject, subject_id, before, account_name)
    select county_code, 'income', household_id, to_jsonb(i), ${tx.actor.name} from household_incomes i
    where county_code = ${key.county} and household_id = ${into.id} and year = ${key.year}`);
  const sums = INCOMES.map((name) => sql`${sql.ref(name)} = a.${sql.ref(name)} + b.${sql.ref(name)}`);
  await tx.run(sql`update household_incomes a set ${sql.join(sums)}, previous_net_fen = a.previous_net_fen + b.previous_net_fen
    from household_incomes b
    where a.county_code = ${key.county} and a.household_id = ${into.id} and a.year = ${key.year}
      and b.county_code = a.county_code and b.household_id = ${from.id} and b.year = a.year`);
  await tx.run(sql`update households a set net_fen = a.net_fen + b.net_fen from households b
    where a.county_code = ${key.county} and a.id = ${into.id} and b.county_code = a.county_code and b.id = ${from.id}`);
}

async function merge(step: Step<EventOf<'merge'>>): Promise<Done> {
  const { tx, request, event } = step;
  const { onDate, note } = request;
  const { household, other } = await lockTwo(tx, request.countyCode, request.householdId, event.otherHouseholdId);
  checkDate(onDate, household, step.today);
  checkDate(onDate, other, step.today);
  const members = await tx.rows(sql<{ id: number; relation: string }>`select id, relation from persons
    where county_code = ${other.countyCode} and household_id = ${other.id} and valid_to is null order by id limit 200`);
  for (const { id } of members) await lockPerson(tx, other, id, onDate);
  for (const { id, relation } of members) if (relation === '户主') await setRelation(tx, other, id, '其他');
  await movePersons(
    tx,
    other,
    household,
    members.map(({ id }) => id),
  );
  await addIncomes(tx, household, other);
  for (const { id } of [household, other]) await settle(tx, household.countyCode, id, onDate);
  const detail = { otherHouseholdId: other.id, otherNumber: other.number };
  const eventId = await addEvent(tx, { household, kind: 'merge', onDate, detail: { ...detail, note } });
  const back = { otherHouseholdId: household.id, otherNumber: household.number, note };
  await addEvent(tx, { household: other, kind: 'merge', onDate, detail: back });
  return { result: { eventId }, touched: [household, other], detail };
}

async function move(step: Step<EventOf<'move'>>): Promise<Done> {
  const { tx, request, event } = step;
  const { onDate, note } = request;
  const household = await begin(step);
  const villageName = await checkVillage(tx, event.villageCode, household.countyCode);
  await setVillage(tx, household, event.villageCode);
  const detail = { villageName, fromVillage: household.villageCode, toVillage: event.villageCode };
  const at = { ...household, villageCode: event.villageCode };
  const eventId = await addEvent(tx, { household: at, kind: 'move', onDate, detail: { ...detail, note } });
  return { result: { eventId }, touched: [household], detail };
}

function apply(step: Step<EventInput>): Promise<Done> {
  const { event, ...rest } = step;
  switch (event.kind) {
    case 'birth':
    case 'marriage-in':
      return come({ ...rest, event });
    case 'marriage-out':
      return event.toHouseholdId === undefined
        ? go({ ...rest, event })
        : marryInto({ ...rest, event }, event.toHouseholdId);
    case 'death':
    case 'leave':
      return go({ ...rest, event });
    case 'split':
      return split({ ...rest, event });
    case 'merge':
      return merge({ ...rest, event });
    case 'move':
      return move({ ...rest, event });
  }
}

/** Throws the problems of `households.…` that the steps name; nothing is changed then. */
export async function recordEvent(
  tx: Tx,
  keys: Keys,
  request: EventRequest,
  today: string,
): Promise<Outcome<EventResult>> {
  const { result, touched, detail } = await apply({ tx, keys, request, event: request.event, today });
  const audit = touched.map(
    (household): AuditEntry => ({
      operation: 'households.record-event',
      subjectKind: 'household',
      subjectId: household.id,
      regionCode: household.villageCode,
      householdId: household.id,
      ...(result.personId === undefined ? {} : { personId: result.personId }),
      ...(request.note === '' ? {} : { reason: request.note }),
      before: { memberCount: household.memberCount, headName: household.headName, villageCode: household.villageCode },
      after: { kind: request.event.kind, onDate: request.onDate, eventId: result.eventId, ...detail },
    }),
  );
  return { result, audit };
}
