// Terms of help of all templates as days: what began on such a day or before is over today. Databases compare days; holidays
// and working days are known here only.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Calendar } from '../../process/domain/calendar.ts';
import { DEFAULT_TEMPLATE, type ProcessTemplate } from '../../process/domain/process-template.ts';
import { DEFAULT_TEMPLATE_ID, loadCalendar } from '../../process/server/index.ts';
import { newestOver } from '../domain/gaps.ts';

type HelpTerms = Pick<ProcessTemplate, 'measureTerm' | 'developingTerm' | 'visitEvery'>;

type Row = { templateId: number } & HelpTerms;

export type Terms = { rows: Row[]; calendar: Calendar; today: PlainDate; of: (templateId: number) => HelpTerms };

export async function loadTerms(tx: Tx, today: PlainDate): Promise<Terms> {
  const own = await tx.rows(sql<Row>`
    select id as template_id, definition->'measureTerm' as measure_term, definition->'developingTerm' as developing_term,
      definition->'visitEvery' as visit_every
    from process_templates order by id desc limit 5000`);
  const byId = new Map<number, HelpTerms>(own.map((row) => [row.templateId, row]));
  return {
    rows: [...own, { templateId: DEFAULT_TEMPLATE_ID, ...DEFAULT_TEMPLATE }],
    calendar: await loadCalendar(tx),
    today,
    of: (templateId) => byId.get(templateId) ?? DEFAULT_TEMPLATE,
  };
}

/** The terms as a table of SQL: template_id, measure_over, developing_over, every_high, every_medium, every_low. */
export function termsTable({ rows, calendar, today }: Terms) {
  const over = (term: 'measureTerm' | 'developingTerm') =>
    rows.map((row) => formatDate(newestOver(today, row[term], calendar)));
  const every = (danger: 'high' | 'medium' | 'low') => rows.map(({ visitEvery }) => visitEvery[danger]);
  return sql`unnest(${rows.map(({ templateId }) => templateId)}::int[], ${over('measureTerm')}::date[],
    ${over('developingTerm')}::date[], ${every('high')}::int[], ${every('medium')}::int[], ${every('low')}::int[])
    terms (template_id, measure_over, developing_over, every_high, every_medium, every_low)`;
}
