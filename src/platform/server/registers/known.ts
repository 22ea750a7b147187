// What a register held as it was known at a moment: current rows recorded by then, and versions that were current then. Whoever counts
// puts this in the place of the table.

import { type RawBuilder, sql } from 'kysely';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';

/**
 * The rows of the register, voided ones among them, as known at `moment` (anything PostgreSQL reads as a timestamp; left out: now), to
 * stand behind `from`. A column added since is empty in older versions.
 */
export function knownRows({ code, table }: RegisterDefinition, moment?: string): RawBuilder<unknown> {
  const own = sql.raw(table);
  if (moment === undefined) return own;
  return sql`(select t.* from ${own} t where t.recorded_at <= ${moment}::timestamptz
    union all select v.* from register_versions o, lateral jsonb_populate_record(null::${own}, o.content) v
    where o.register = ${code} and o.recorded_at <= ${moment}::timestamptz and o.replaced_at > ${moment}::timestamptz)`;
}
