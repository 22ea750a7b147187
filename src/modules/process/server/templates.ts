// Templates of the process by region and effective date. A county's own goes before its league's, that before the region's;
// where nobody set any, the default that comes with the program has the id 0.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { ownRegion } from '../../regions/server/index.ts';
import { DEFAULT_TEMPLATE, type ProcessTemplate, processTemplate } from '../domain/process-template.ts';
import '../domain/problems.ts';

export const DEFAULT_TEMPLATE_ID = 0;
const DEFAULT_NAME = '程序默认模板';

/** The county itself, its league, the region. */
export function holdersOf(countyCode: number): number[] {
  return [countyCode * 1_000_000, Math.floor(countyCode / 100) * 100_000_000, 150_000_000_000];
}

export type TemplateChoice = { id: number; definition: ProcessTemplate };

/** The template that a case of the county begins with on a day. */
export async function templateOn(tx: Tx, countyCode: number, day: PlainDate): Promise<TemplateChoice> {
  const holders = holdersOf(countyCode);
  const row = await tx.first(sql<{ id: number; definition: unknown }>`
    select id, definition from process_templates
    where region_code = any(${holders}::bigint[]) and effective_from <= ${formatDate(day)}::date
    order by array_position(${holders}::bigint[], region_code), effective_from desc limit 1`);
  return row
    ? { id: row.id, definition: processTemplate.parse(row.definition) }
    : { id: DEFAULT_TEMPLATE_ID, definition: DEFAULT_TEMPLATE };
}

/** Templates by id, for folding cases that began with them. */
export async function loadTemplates(tx: Tx, ids: readonly number[]): Promise<(id: number) => ProcessTemplate> {
  const wanted = [...new Set(ids)].filter((id) => id !== DEFAULT_TEMPLATE_ID);
  const rows =
    wanted.length === 0
      ? []
      : await tx.rows(sql<{ id: number; definition: unknown }>`
          select id, definition from process_templates where id = any(${wanted}::int[])`);
  const known = new Map(rows.map(({ id, definition }) => [id, processTemplate.parse(definition)]));
  return (id) => {
    const template = id === DEFAULT_TEMPLATE_ID ? DEFAULT_TEMPLATE : known.get(id);
    if (!template) throw new Error(`there is no process template ${id}`);
    return template;
  };
}

type TemplateRow = {
  id: number;
  regionCode: number;
  regionName: string;
  name: string;
  effectiveFrom: string;
  accountName: string;
  definition: unknown;
};

/** Templates that reach into the actor's area, newest first, and the default. */
export async function listTemplates(tx: Tx) {
  const { low, high } = tx.actor.range;
  const rows = await tx.rows(sql<TemplateRow>`
    select t.id, t.region_code, r.name as region_name, t.name, t.effective_from, t.account_name, t.definition
    from process_templates t join regions r on r.code = t.region_code
    where t.region_code <= ${high} and region_high(t.region_code) >= ${low}
    order by t.effective_from desc, t.id desc limit 200`);
  const own = rows.map(({ definition, ...row }) => ({ ...row, definition: processTemplate.parse(definition) }));
  return [
    ...own,
    { id: DEFAULT_TEMPLATE_ID, regionName: '', name: DEFAULT_NAME, accountName: '', definition: DEFAULT_TEMPLATE },
  ];
}

export type NewTemplate = { regionCode: number; name: string; effectiveFrom: string; definition: ProcessTemplate };

/** A new template from a day on. Cases under way keep the one they began with. */
export async function saveTemplate(tx: Tx, given: NewTemplate, today: PlainDate): Promise<Outcome<{ id: number }>> {
  const region = await ownRegion(tx, given.regionCode);
  if (region.level === 'township' || region.level === 'village') throw new Problem('process.template-needs-area');
  if (given.effectiveFrom < formatDate(today))
    throw new Problem('process.template-in-past', { day: given.effectiveFrom });
  const row = await tx.first(sql<{ id: number }>`
    insert into process_templates (region_code, effective_from, name, definition, account_name)
    values (${region.code}, ${given.effectiveFrom}::date, ${given.name}, ${JSON.stringify(given.definition)}::jsonb,
      ${tx.actor.name})
    on conflict (region_code, effective_from) do nothing returning id`);
  if (!row) throw new Problem('process.template-exists', { day: given.effectiveFrom });
  const audit = {
    operation: 'process.save-template',
    subjectKind: 'process-template',
    subjectId: row.id,
    regionCode: region.code,
    after: given,
  };
  return { result: { id: row.id }, audit };
}
