import { type RawBuilder, sql } from 'kysely';
import type { CorrectedField } from '../../domain/corrected-fields.ts';

/** A field of the member `t` (a person, or a staged row) as a correction writes it, as SQL. */
export function correctedText(t: string, field: CorrectedField): RawBuilder<unknown> {
  const column = sql.raw(`${t}.${field}`);
  return field === 'working' || field === 'dibao'
    ? sql`case ${column} when true then '是' when false then '否' else '' end`
    : sql`${column}`;
}
