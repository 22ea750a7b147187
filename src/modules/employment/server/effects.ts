// Who lost a job in a house where nobody else works becomes a clue, where the county has set it so (registers §8).

import { sql } from 'kysely';
import { parseDate } from '../../../kernel/plain-date.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Effect } from '../../../platform/server/registers/moves/effects.ts';
import type { Standing } from '../../../platform/server/registers/moves/standing.ts';
import { addClue } from '../../clues/server/index.ts';
import { employmentSpellRegister } from '../domain/registers/employment-spell-register.ts';
import { employmentSettings } from './settings.ts';

type Left = { countyCode: number; householdId: number; name: string };

/** Households of the jobs in which nobody works on the day, that have no case and no clue that waits. */
async function housesWithoutWork(tx: Tx, rows: readonly Standing[], on: string): Promise<Left[]> {
  return tx.rows(sql<Left>`
    select distinct on (p.county_code, p.household_id) p.county_code, p.household_id, p.name
    from employment_spells t join persons p on p.id = t.person_id and p.valid_to is null
    where (t.county_code, t.id) in (select k.county_code, k.id from unnest(${rows.map(({ countyCode }) => countyCode)}::int[],
        ${rows.map(({ id }) => id)}::bigint[]) k (county_code, id))
      and not exists (select from persons q join employment_spells o on o.person_id = q.id
        where q.county_code = p.county_code and q.household_id = p.household_id and not o.voided
          and o.started_on <= ${on}::date and (o.left_on is null or o.left_on > ${on}::date))
      and not exists (select from cases c where c.county_code = p.county_code and c.household_id = p.household_id and c.ended_on is null)
      and not exists (select from clues c where c.county_code = p.county_code and c.household_id = p.household_id and c.state = 'open')
    order by p.county_code, p.household_id, t.number`);
}

export const employmentEffects: Effect[] = [
  {
    register: employmentSpellRegister.code,
    move: 'leave',
    run: async (tx, { keys }, rows, doneOn) => {
      const of = await employmentSettings.inForce(tx, doneOn);
      const asked = rows.filter(({ placeCode }) => of(placeCode)('lost.clue') > 0);
      if (asked.length === 0) return [];
      const audit: AuditEntry[] = [];
      for (const { countyCode, householdId, name } of await housesWithoutWork(tx, asked, doneOn)) {
        const text = `${name}于 ${doneOn} 离岗，家中已无人务工。`;
        const given = { countyCode, householdId, channel: 'visit' as const, receivedOn: parseDate(doneOn), text };
        const { audit: made } = await addClue(tx, keys, given, parseDate(doneOn));
        audit.push(...[made].flat());
      }
      return audit;
    },
  },
];
