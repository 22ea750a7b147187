// What a phone takes along of data cleaning: issues that wait for an answer, and what is compared of households that have a card.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../../kernel/region-code.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { withoutNulls } from '../../../../platform/server/lists/without-nulls.ts';
import { DATA_ISSUES } from '../../../households/domain/registry-columns.ts';
import type { ComparisonOnPhone, IssueOnPhone } from '../../domain/phone-cleaning.ts';
import { readKnown } from './known.ts';

const MOST_ISSUES = 2000;
const MOST_COMPARED = 3000;

/** Of households, not answered yet. */
export const openIssuesSql = ({ low, high }: RegionRange) => sql`
  data_issues d where d.village_code between ${low} and ${high} and d.state = 'open' and d.outcome is null and d.household_id is not null`;

type IssueRow = Omit<{ [K in keyof IssueOnPhone]-?: IssueOnPhone[K] | null }, 'title' | 'mine'> & {
  code: string;
  rule: string | null;
  mine: boolean;
};

export async function takeIssuesAlong(tx: Tx, range: RegionRange): Promise<IssueOnPhone[]> {
  const rows = await tx.rows(sql<IssueRow>`
    select d.county_code, d.id, d.household_id, d.code, d.rule, coalesce(d.value_then, d.detail ->> 'about') as value, p.name as person_name,
      case when d.person_id is not null then d.detail ->> 'field' end as field, d.severity, d.due_on::text as due_on, d.returned,
      d.assigned_to is not distinct from ${tx.actor.accountId}::bigint as mine
    from (select * from ${openIssuesSql(range)} order by d.due_on nulls last, d.id limit ${MOST_ISSUES}) d
      left join persons p on p.county_code = d.county_code and p.household_id = d.household_id and p.id = d.person_id
    order by d.due_on nulls last, d.id`);
  return rows.map(({ code, rule, ...row }) => ({
    ...(withoutNulls(row) as Omit<IssueOnPhone, 'title'>),
    title: DATA_ISSUES[rule ?? code] ?? DATA_ISSUES[code] ?? code,
  }));
}

/** Households that a card was given to: lifted ones, and those that are or were monitored. */
export async function takeComparisonsAlong(
  tx: Tx,
  { low, high }: RegionRange,
  today: PlainDate,
): Promise<ComparisonOnPhone[]> {
  const known = await readKnown(
    tx,
    sql`select h.* from households h where h.village_code between ${low} and ${high} and h.valid_to is null
      and (h.kind = 'lifted' or h.monitoring_category is not null) order by h.village_code, h.id limit ${MOST_COMPARED}`,
    formatDate(today),
  );
  return known.map(({ villageCode: _village, people: _people, ...each }) => each);
}
