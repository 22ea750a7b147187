// The list of issues: of rules, imports, comparisons and rounds alike.

import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import { type Page, placesBy } from '../../../platform/server/lists/place.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { DATA_ISSUES } from '../../households/domain/registry-columns.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import type { Severity } from '../domain/rule-definition.ts';
import type { Basis, Look, Outcome, Stage } from '../domain/words.ts';
import { lookSql, STAGE } from './issue-sql.ts';

export type IssueFilter = {
  area?: number | undefined;
  look: Look;
  rule?: string | undefined;
  severity?: Severity | undefined;
  mine?: boolean | undefined;
  text?: string | undefined;
};

type Row = {
  countyCode: number;
  id: number;
  villageCode: number;
  code: string;
  rule: string | null;
  severity: Severity | null;
  stage: Stage;
  value: string | null;
  field: string | null;
  householdId: number | null;
  number: string | null;
  headName: string | null;
  personId: number | null;
  personName: string | null;
  townshipName: string;
  villageName: string;
  foundOn: string;
  dueOn: string | null;
  overdue: boolean;
  assignedName: string | null;
  outcome: Outcome | null;
  basis: Basis | null;
  explanation: string | null;
  answeredOn: string | null;
  answeredBy: string | null;
  signedOn: string | null;
  signedBy: string | null;
  explainedUntil: string | null;
  returned: string | null;
  reopened: number;
};

const JOINED = sql`data_issues d left join households h on h.county_code = d.county_code and h.id = d.household_id
  left join persons p on p.county_code = d.county_code and p.household_id = d.household_id and p.id = d.person_id`;

export async function whereOf(
  tx: Tx,
  { area, look, rule, severity, mine, text }: IssueFilter,
  on: string,
): Promise<RawBuilder<unknown>> {
  const { low, high } = await rangeAsked(tx, area);
  return sql`d.village_code between ${low} and ${high} and ${lookSql(look, on)}
    and ${rule ? sql`coalesce(d.rule, d.code) = ${rule}` : sql`true`} and ${severity ? sql`d.severity = ${severity}` : sql`true`}
    and ${mine ? sql`d.assigned_to = ${tx.actor.accountId}` : sql`true`}
    and ${text ? sql`(strpos(h.number, ${text}) > 0 or strpos(h.head_name, ${text}) > 0 or strpos(p.name, ${text}) > 0)` : sql`true`}`;
}

/** Issues that meet the condition, by village. */
export async function readLines(tx: Tx, where: RawBuilder<unknown>, on: string, limit: number) {
  return tx.rows(sql<Row>`
    select d.county_code, d.id, d.village_code, d.code, d.rule, d.severity, ${STAGE} as stage, coalesce(d.value_then, d.detail ->> 'about') as value, d.detail ->> 'field' as field,
      d.household_id, h.number, h.head_name, d.person_id, p.name as person_name, coalesce(w.name, '') as township_name, coalesce(v.name, '') as village_name,
      coalesce(d.found_on, d.opened_at::date)::text as found_on, d.due_on::text as due_on, (${lookSql('overdue', on)}) is true as overdue, d.assigned_name, d.outcome, d.basis,
      d.detail ->> 'explanation' as explanation, d.answered_on::text as answered_on, coalesce(d.answered_by, d.detail ->> 'closedBy') as answered_by, d.signed_on::text as signed_on,
      d.signed_by, d.explained_until::text as explained_until, d.returned, d.reopened
    from ${JOINED} left join regions v on v.code = d.village_code left join regions w on w.code = d.village_code / 1000 * 1000
    where ${where} order by d.village_code, d.id limit ${limit}`);
}

export const shownLine = ({ villageCode: _villageCode, ...row }: Row) => ({
  ...withoutNulls(row),
  title: DATA_ISSUES[row.rule ?? row.code] ?? DATA_ISSUES[row.code] ?? row.code,
});

const PLACES = placesBy('int8', 'int8');
/** Counting stops here; the list then tells no total. */
const MOST_COUNTED = 20_000;

export async function listIssues(tx: Tx, { cursor, limit, ...filter }: IssueFilter & Page, on: string) {
  const where = await whereOf(tx, filter, on);
  const after = PLACES.read(cursor);
  const rows = await readLines(
    tx,
    sql`${where} and ${after ? sql`(d.village_code, d.id) > (${after[0]}::bigint, ${after[1]}::bigint)` : sql`true`}`,
    on,
    limit + 1,
  );
  const counted = after
    ? undefined
    : await tx.first(
        sql<{
          n: number;
        }>`select count(*)::int as n from (select from ${JOINED} where ${where} limit ${MOST_COUNTED + 1}) c`,
      );
  const { shown, ...next } = PLACES.page(rows, limit, ({ villageCode, id }) => [villageCode, id]);
  return {
    items: shown.map(shownLine),
    ...(counted && counted.n <= MOST_COUNTED ? { total: counted.n } : {}),
    ...next,
  };
}
