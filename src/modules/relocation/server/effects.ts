// A household of a site in which nobody works becomes a clue where whoever called there says so.

import { sql } from 'kysely';
import { parseDate } from '../../../kernel/plain-date.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Effect } from '../../../platform/server/registers/moves/effects.ts';
import { addClue } from '../../clues/server/index.ts';

export const relocationEffects: Effect[] = [
  {
    register: 'relocation-households',
    move: 'clue',
    run: async (tx, { keys }, rows, doneOn) => {
      const found = await tx.rows(sql<{ countyCode: number; householdId: number; opinion: string }>`
        select h.county_code, h.id as household_id, (select m.opinion from register_moves m where m.register = 'relocation-households'
          and m.county_code = t.county_code and m.record_id = t.id and m.withdrawn_at is null order by m.id desc limit 1) as opinion
        from relocation_households t join households h on h.number = t.household_number and h.valid_to is null
        where (t.county_code, t.id) in (select k.county_code, k.id from unnest(${rows.map(({ countyCode }) => countyCode)}::int[],
            ${rows.map(({ id }) => id)}::bigint[]) k (county_code, id))
          and not exists (select from clues c where c.county_code = h.county_code and c.household_id = h.id and c.state = 'open')
        order by h.county_code, h.id`);
      const audit: AuditEntry[] = [];
      for (const { opinion, ...household } of found) {
        const given = { ...household, channel: 'visit' as const, receivedOn: parseDate(doneOn) };
        const { audit: made } = await addClue(
          tx,
          keys,
          { ...given, text: `易地搬迁户：${opinion}` },
          parseDate(doneOn),
        );
        audit.push(...[made].flat());
      }
      return audit;
    },
  },
];
