// An import meets corrections that the national system does not say yet: what it says is noted, and the correction stays. Where it says the same, the correction is
// proven. Neither is lost.

import { sql } from 'kysely';
import type { Tx } from '../../../../platform/server/db.ts';
import { CORRECTED_FIELDS, type CorrectedField } from '../../domain/corrected-fields.ts';
import { correctedText } from './corrected-text.ts';

const TICKED_BY = '导入比对';
const FIELDS = Object.keys(CORRECTED_FIELDS) as CorrectedField[];

/** To be called with `staged_members`, before they are compared with the registry. */
export async function holdCorrections(tx: Tx): Promise<void> {
  const imported = sql.join(
    FIELDS.map((field) => sql`when ${sql.lit(field)} then ${correctedText('s', field)}`),
    sql` `,
  );
  const held = await tx.run(sql`create temp table held_corrections on commit drop as
    select c.county_code, c.id, c.field, c.new_value, s.line, case c.field ${imported} end as imported
    from registry_corrections c join persons p on p.id = c.person_id
      join staged_members s on s.number = p.number where c.verified_on is null`);
  if (held === 0) return;
  await tx.run(sql`update registry_corrections c set verified_on = today_there(), imported_value = h.imported, done_on = coalesce(c.done_on, today_there()),
      done_by = coalesce(nullif(c.done_by, ''), ${TICKED_BY})
    from held_corrections h where h.county_code = c.county_code and h.id = c.id and h.imported = h.new_value`);
  // Said to be done and not so: it is to be done again.
  await tx.run(sql`update registry_corrections c set imported_value = h.imported, done_on = null, done_by = ''
    from held_corrections h where h.county_code = c.county_code and h.id = c.id and h.imported <> h.new_value`);
  for (const field of FIELDS) {
    const value = field === 'working' || field === 'dibao' ? sql`h.new_value = '是'` : sql`h.new_value`;
    await tx.run(sql`update staged_members s set ${sql.ref(field)} = ${value} from held_corrections h
      where s.line = h.line and h.field = ${field} and h.imported <> h.new_value`);
  }
}
