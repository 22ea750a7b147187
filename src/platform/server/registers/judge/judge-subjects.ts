// Households and persons of a set (data contract §3): who is meant, where that is, and rows that mean nobody.

import type { HouseholdCheck } from '../../../../kernel/register/checks.ts';
import { type PersonFields, type RegisterDefinition, roleField } from '../../../../kernel/register/define-register.ts';
import type { Tx } from '../../db.ts';
import type { Keys } from '../../keys.ts';
import { columnOf, columnsOf, quotedList } from '../columns.ts';
import { refusalTable, refuse, setTable } from '../set-rows.ts';
import { SUBJECT_TABLES, type Subjects } from './subjects.ts';

function sinceSql(register: RegisterDefinition): string {
  const since = roleField(register, 'since');
  return since && columnOf(register, since).type === 'date' ? `x.${columnOf(register, since).column}` : 'null::date';
}

/** Years of a day written yyyymmdd. */
const YEAR = 10_000;

/** Asks for the households a column names. */
async function askHouseholds(tx: Tx, subjects: Subjects, register: RegisterDefinition, column: string, where: string) {
  await tx.script(`truncate asked_households, found_households;
    insert into asked_households select x.ord, x.${column}, ${sinceSql(register)} from ${setTable(register)} x
      where x.${column} is not null and ${where};
    analyze asked_households`);
  await subjects.findHouseholds(tx);
}

/** A household that the registry has not: told of the column that names it. */
async function refuseUnknown(tx: Tx, register: RegisterDefinition, name: string): Promise<void> {
  await refuse(
    tx,
    register,
    `select a.ord, ${columnOf(register, name).at}, 'no-household' from asked_households a
      where not exists (select from found_households f where f.ord = a.ord)`,
  );
}

async function judgeHouseholds(tx: Tx, subjects: Subjects, register: RegisterDefinition): Promise<void> {
  for (const { name, column, field } of columnsOf(register)) {
    if (field.kind !== 'household-no') continue;
    await askHouseholds(tx, subjects, register, column, 'true');
    await refuseUnknown(tx, register, name);
    if (field.role === 'place')
      await tx.script(
        `update ${setTable(register)} x set place_code = f.place_code from found_households f where f.ord = x.ord`,
      );
  }
}

/** Texts that must name a household where the row says so. */
async function judgeNamedHouseholds(tx: Tx, subjects: Subjects, register: RegisterDefinition): Promise<void> {
  const checks = (register.checks ?? []).filter((check): check is HouseholdCheck => check.check === 'household');
  for (const { field, where } of checks) {
    const asked = `x.${columnOf(register, where.field).column} in (${quotedList(where.is)})`;
    await askHouseholds(tx, subjects, register, columnOf(register, field).column, asked);
    await refuseUnknown(tx, register, field);
  }
}

/** A row keeps the person it was matched to, unless it names another number or household now. */
async function askPersons(tx: Tx, register: RegisterDefinition, person: PersonFields): Promise<void> {
  const column = (name: string | undefined) => (name ? `x.${columnOf(register, name).column}` : 'null');
  const old = (name: string) => `c.${columnOf(register, name).column}`;
  const isKept = `x.record_id is not null and ${column(person.number)} is not distinct from ${old(person.number)}
    and ${column(person.household)} is not distinct from ${old(person.household)}`;
  await tx.script(`truncate asked_persons, found_persons;
    insert into asked_persons select x.ord, ${column(person.number)}, ${column(person.idNumber)}, ${column(person.name)},
        ${column(person.household)}, ${column(person.village)}::bigint, ${sinceSql(register)}, case when ${isKept} then c.person_id end
      from ${setTable(register)} x left join ${register.table} c on c.county_code = x.old_county and c.id = x.record_id
      where x.said <> 0 and not (${isKept} and c.person_id is null and c.outsider_key is not null)
        and not exists (select from ${refusalTable(register)} r where r.ord = x.ord and r.code = 'no-household');
    analyze asked_persons`);
}

async function judgePersons(
  tx: Tx,
  { subjects, keys }: { subjects: Subjects; keys: Keys },
  register: RegisterDefinition,
): Promise<void> {
  const { person } = register;
  if (!person) return;
  await askPersons(tx, register, person);
  await subjects.findPersons(tx, keys);
  const rows = setTable(register);
  const at = (name: string) => columnOf(register, name).at;
  await tx.script(`update ${rows} x set person_id = f.person_id, outsider_key = f.outsider_key, birth = f.birth,
      name_differs = f.name_differs, place_code = coalesce(f.place_code, x.place_code)
    from found_persons f where f.ord = x.ord`);
  await refuse(
    tx,
    register,
    `select f.ord, case f.code when 'not-in-household' then ${at(person.household)} when 'bad-id' then ${at(person.idNumber)}
      else ${at(person.name)} end, f.code from found_persons f where f.code is not null`,
  );
  for (const check of register.checks ?? []) {
    if (check.check !== 'age') continue;
    const { column } = columnOf(register, check.on);
    const day = `to_char(x.${column}, 'YYYYMMDD')::int`;
    await refuse(
      tx,
      register,
      `select x.ord, ${at(check.on)}, 'under-16' from ${rows} x where x.birth + ${check.least * YEAR} > ${day}`,
    );
  }
}

/** Makes the tables of questions and answers; a transaction that judges twice finds them there. */
export async function makeSubjectTables(tx: Tx): Promise<void> {
  await tx.script(SUBJECT_TABLES);
}

/** Finds whom the rows of the register speak of; without anybody to ask, nothing is told. */
export async function judgeSubjects(
  tx: Tx,
  tools: { subjects: Subjects; keys: Keys },
  register: RegisterDefinition,
): Promise<void> {
  await judgeHouseholds(tx, tools.subjects, register);
  await judgeNamedHouseholds(tx, tools.subjects, register);
  await judgePersons(tx, tools, register);
}
