// What events do to persons: they come, go, change households, or become head. Each change keeps the old version.

import { sql } from 'kysely';
import { birthOf, classifyId, idOfCertificate, normalizeId, sexOf } from '../../../kernel/id-number.ts';
import { normalizeName } from '../../../kernel/person-name.ts';
import { parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { blindKey, type Keys, seal } from '../../../platform/server/keys.ts';
import type { NewPerson } from '../domain/events.ts';
import { impossibleOf, SEX_WORDS } from '../domain/impossible-person.ts';
import { localNumber, shownNumber } from '../domain/local-number.ts';
import { writeSecrets } from '../domain/mask.ts';
import type { LockedHousehold } from './event-households.ts';
import { addName } from './search/name-pinyin.ts';
import '../domain/problems.ts';

export type LockedPerson = { id: number; name: string; relation: string; validFrom: string; validTo: string | null };

/** A present member of the household. Throws `households.person-not-found`, `households.person-ended`. */
export async function lockPerson(
  tx: Tx,
  household: LockedHousehold,
  id: number,
  onDate: string,
): Promise<LockedPerson> {
  const person = await tx.first(sql<LockedPerson>`
    select id, name, relation, valid_from, valid_to from persons
    where county_code = ${household.countyCode} and household_id = ${household.id} and id = ${id} for update`);
  if (!person) throw new Problem('households.person-not-found');
  if (person.validTo !== null) throw new Problem('households.person-ended', { name: person.name });
  if (onDate < person.validFrom)
    throw new Problem('households.date-too-early', {
      date: onDate,
      what: `${person.name}登记日期`,
      since: person.validFrom,
    });
  await tx.run(sql`insert into record_versions (county_code, subject, subject_id, before, account_name)
    select county_code, 'person', id, to_jsonb(p) - 'sealed', ${tx.actor.name} from persons p
    where county_code = ${household.countyCode} and household_id = ${household.id} and id = ${id}`);
  return person;
}

export async function endPerson(
  tx: Tx,
  household: LockedHousehold,
  personId: number,
  end: { onDate: string; reason: string },
): Promise<void> {
  await tx.run(sql`update persons set valid_to = ${end.onDate}, end_reason = ${end.reason}
    where county_code = ${household.countyCode} and household_id = ${household.id} and id = ${personId}`);
}

export async function setRelation(
  tx: Tx,
  household: LockedHousehold,
  personId: number,
  relation: string,
): Promise<void> {
  await tx.run(sql`update persons set relation = ${relation}
    where county_code = ${household.countyCode} and household_id = ${household.id} and id = ${personId}`);
}

type Target = { id: number; villageCode: number };

/** Takes present members into another household of the county, with their open issues. */
export async function movePersons(tx: Tx, from: LockedHousehold, to: Target, ids: number[]): Promise<void> {
  const { countyCode } = from;
  await tx.run(sql`update persons set household_id = ${to.id}, village_code = ${to.villageCode}
    where county_code = ${countyCode} and household_id = ${from.id} and id = any(${ids}::bigint[])`);
  for (const table of ['data_issues', 'registry_corrections'])
    await tx.run(sql`update ${sql.table(table)} set household_id = ${to.id}, village_code = ${to.villageCode}
      where county_code = ${countyCode} and household_id = ${from.id} and person_id = any(${ids}::bigint[])`);
}

/** The ID as it is kept, or empty. Throws `households.unsound-id`. */
function soundId(typed: string): string {
  const id = idOfCertificate(normalizeId(typed));
  if (id !== '' && classifyId(id) !== 'sound') throw new Problem('households.unsound-id');
  return id;
}

type Holder = { personId: number; number: string | null; name: string | null; gone: boolean | null };

/** Who else holds the ID; somebody outside the actor's area comes without number and name. */
async function otherHolders(tx: Tx, idKey: string, personId: number): Promise<Holder[]> {
  return tx.rows(sql<Holder>`
    select x.person_id, h.number, p.name, p.valid_to is not null and p.end_reason <> 'death' as gone
    from holders_of_id(${idKey}::bigint) x
    left join persons p on p.county_code = x.county_code and p.household_id = x.household_id and p.id = x.person_id
    left join households h on h.county_code = x.county_code and h.id = x.household_id
    where x.person_id <> ${personId} limit 5`);
}

async function openIssue(tx: Tx, household: LockedHousehold, personId: number, code: string): Promise<void> {
  await tx.run(sql`insert into data_issues (county_code, village_code, household_id, person_id, code)
    values (${household.countyCode}, ${household.villageCode}, ${household.id}, ${personId}, ${code})`);
}

/**
 * A new record has the ID. Somebody who left a household of the area before comes back under the same ID; held by somebody
 * out of sight, it counts as repeated until one of them is corrected.
 */
async function takeOverId(tx: Tx, personId: number, idKey: string) {
  const holders = await otherHolders(tx, idKey, personId);
  const seen = holders.find(({ number, gone }) => number !== null && !gone);
  if (seen)
    throw new Problem('households.id-registered', { number: shownNumber(seen.number ?? ''), name: seen.name ?? '' });
  const back = holders.find(({ gone }) => gone);
  if (back)
    await tx.run(sql`update persons set id_passed_on = true where id_key = ${idKey}::bigint and id = ${back.personId}`);
  if (holders.every((holder) => holder === back)) return;
  await tx.run(sql`select claim_id(${personId}, ${idKey}::bigint)`);
}

/** A person born or married into the household. Throws `households.unsound-id`, `households.id-registered`. */
export async function addPerson(tx: Tx, keys: Keys, household: LockedHousehold, person: NewPerson, onDate: string) {
  const id = soundId(person.idNumber);
  const name = normalizeName(person.name);
  const made = await tx.first(sql<{ id: number }>`select nextval('person_ids') as id`);
  const personId = made?.id ?? 0;
  const idKey = id === '' ? undefined : blindKey(keys, 'id', id);
  await tx.run(sql`
    insert into persons (county_code, id, household_id, village_code, number, name_hash, name, sex, id_key, birth, id_sex,
      id_sound, sealed, relation, ethnicity, batch_id, line, valid_from)
    values (${household.countyCode}, ${personId}, ${household.id}, ${household.villageCode}, ${localNumber(personId)}, hashtext(${name}), ${name},
      ${person.sex}, ${idKey ?? null}::bigint, ${birthOf(id) || null}, ${sexOf(id)}, ${id !== ''},
      ${id === '' ? null : seal(keys, writeSecrets({ id, phone: '' }))}, ${person.relation}, ${person.ethnicity}, 0, 0, ${onDate})`);
  await addName(tx, name);
  if (idKey) await takeOverId(tx, personId, idKey);
  else await openIssue(tx, household, personId, 'id-missing');
  const said = { birth: birthOf(id), idSex: sexOf(id), sex: SEX_WORDS[person.sex] ?? 0 };
  for (const code of impossibleOf(said, parseDate(onDate))) await openIssue(tx, household, personId, code);
  return { id: personId, name };
}
