// One field of a member set right, with its history, and noted until the national system says the same.

import { sql } from 'kysely';
import { Problem } from '../../../../kernel/problem.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import type { CorrectedField } from '../../domain/corrected-fields.ts';
import { correctedText } from './corrected-text.ts';
import '../../domain/problems.ts';

export type Correction = {
  countyCode: number;
  householdId: number;
  personId: number;
  field: CorrectedField;
  value: string;
  basis: string;
  note: string;
  issueId: number;
  /** ISO text. */
  on: string;
};

const isYesNo = (field: CorrectedField) => field === 'working' || field === 'dibao';

/** Answers what was there before. Throws `households.person-not-found`, `households.same-value`. */
export async function correctPerson(tx: Tx, given: Correction): Promise<{ before: string }> {
  const { countyCode, householdId, personId, field, value, on } = given;
  const person = sql`p.county_code = ${countyCode} and p.household_id = ${householdId} and p.id = ${personId} and p.valid_to is null`;
  const found = await tx.first(
    sql<{ before: string }>`select ${correctedText('p', field)} as before from persons p where ${person} for update`,
  );
  if (!found) throw new Problem('households.person-not-found');
  if (found.before === value) throw new Problem('households.same-value');
  await tx.run(sql`insert into record_versions (county_code, subject, subject_id, before, account_name)
    select p.county_code, 'person', p.id, to_jsonb(p) - 'sealed', ${tx.actor.name} from persons p where ${person}`);
  const column = sql.ref(field);
  await tx.run(
    sql`update persons p set ${column} = ${isYesNo(field) ? sql`${value === '是'}` : sql`${value}`} where ${person}`,
  );
  if (field === 'relation')
    await tx.run(sql`update households h set head_name = coalesce((select coalesce(min(m.name) filter (where m.relation = '户主'), min(m.name)) from persons m
      where m.county_code = h.county_code and m.household_id = h.id and m.valid_to is null), h.head_name) where h.county_code = ${countyCode} and h.id = ${householdId}`);
  await tx.run(sql`
    insert into registry_corrections (county_code, village_code, household_id, person_id, field, old_value, new_value, basis, note, issue_id, made_on, made_by)
    select p.county_code, p.village_code, p.household_id, p.id, ${field}, ${found.before}, ${value}, ${given.basis}, ${given.note}, ${given.issueId}, ${on}::date, ${tx.actor.name}
    from persons p where ${person}
    on conflict (county_code, person_id, field) where verified_on is null do update set new_value = excluded.new_value, basis = excluded.basis, note = excluded.note,
      issue_id = excluded.issue_id, made_on = excluded.made_on, made_by = excluded.made_by, done_on = null, done_by = ''`);
  return found;
}
