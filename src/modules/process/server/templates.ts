// Templates of the process by region and day. Where nobody set any, the default that comes with the program has the id 0.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { openDatedSettings } from '../../../platform/server/dated/dated-settings.ts';
import { setDated } from '../../../platform/server/dated/set-dated.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { namesOf, ownRegion } from '../../regions/server/index.ts';
import { DEFAULT_TEMPLATE, type ProcessTemplate, processTemplate } from '../domain/process-template.ts';
import '../domain/problems.ts';

export const DEFAULT_TEMPLATE_ID = 0;
const DEFAULT_NAME = '程序默认模板';

const templateSettings = openDatedSettings<{ name: string; definition: unknown }>({
  table: 'process_templates',
  own: { name: 'text', definition: 'jsonb' },
  isFinal: true,
});

export type TemplateChoice = { id: number; definition: ProcessTemplate };

/** The template that a case of the county begins with on a day. */
export async function templateOn(tx: Tx, countyCode: number, day: PlainDate): Promise<TemplateChoice> {
  const row = await templateSettings.theOneHolding(tx, countyCode * 1_000_000, formatDate(day));
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

/** Templates that reach into the actor's area, newest first, and the default. */
export async function listTemplates(tx: Tx) {
  const rows = await templateSettings.reaching(tx, tx.actor.range, 200);
  const names = await namesOf(
    tx,
    rows.map(({ regionCode }) => regionCode),
  );
  const own = rows.map(({ definition, ...row }) => ({
    ...row,
    regionName: names.get(row.regionCode) ?? '',
    definition: processTemplate.parse(definition),
  }));
  return [
    ...own,
    { id: DEFAULT_TEMPLATE_ID, regionName: '', name: DEFAULT_NAME, accountName: '', definition: DEFAULT_TEMPLATE },
  ];
}

const SETTING = {
  operation: 'process.save-template',
  subjectKind: 'process-template',
  problems: {
    area: 'process.template-needs-area',
    past: 'process.template-in-past',
    taken: 'process.template-exists',
  },
};

export type NewTemplate = { regionCode: number; name: string; effectiveFrom: string; definition: ProcessTemplate };

/** A new template from a day on. Cases under way keep the one they began with. */
export async function saveTemplate(tx: Tx, given: NewTemplate, today: PlainDate): Promise<Outcome<{ id: number }>> {
  const region = await ownRegion(tx, given.regionCode);
  return setDated(tx, templateSettings, SETTING, given, { region, today });
}
