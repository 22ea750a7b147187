// Projects and documents of an area, paged by their number.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { issuedSql, type MoneyAsked, spendingSql } from './issued.ts';

/** What stands behind a sort by number: the number itself. */
type Page = { cursor?: string | undefined; limit: number };

export type ProjectRow = {
  countyCode: number;
  id: number;
  number: string;
  name: string;
  kind: string;
  regionCode: number;
  regionName: string;
  plannedFen?: number;
  allocatedFen: number;
  paidFen: number;
  startedOn?: string;
  finishedOn?: string;
  acceptedOn?: string;
};

export const PROJECT_COLUMNS = sql`p.county_code, p.id, p.number, p.project_name as name, p.project_kind as kind, p.region_code,
  coalesce(r.name, '') as region_name, p.planned_total_fen as planned_fen, p.started_on::text, p.finished_on::text, p.accepted_on::text`;

const STATES = {
  unfunded: sql`coalesce(a.allocated_fen, 0) = 0`,
  waiting: sql`coalesce(least(p.started_on, p.finished_on, p.accepted_on)) is null and a.allocated_fen > 0`,
  started: sql`p.started_on is not null and p.finished_on is null and p.accepted_on is null`,
  finished: sql`p.finished_on is not null and p.accepted_on is null`,
  accepted: sql`p.accepted_on is not null`,
};

export type ProjectState = keyof typeof STATES;

type ProjectsAsked = MoneyAsked & Page & { text?: string | undefined; state?: ProjectState | undefined };

/** The first page says how many there are; `of` counts over the rows before they are cut. */
function pageOf<Row extends { number: string }>(rows: (Row & { of: number })[], { cursor, limit }: Page) {
  const items = rows.slice(0, limit).map(({ of: _of, ...row }) => withoutNulls(row as unknown as Row));
  const last = rows.length > limit ? items.at(-1) : undefined;
  return {
    items,
    ...(cursor === undefined ? { total: rows[0]?.of ?? 0 } : {}),
    ...(last ? { next: last.number as string } : {}),
  };
}

/** Projects of the plan year, and those of other years that got money of it. */
export async function listProjects(tx: Tx, asked: ProjectsAsked) {
  const { range, year, text, state, cursor, limit } = asked;
  const rows = await tx.rows(sql<ProjectRow & { of: number }>`
    with ${spendingSql(asked)},
    a as (select project_number, sum(amount_fen)::bigint as allocated_fen from allocated group by 1),
    b as (select project_number, sum(amount_fen)::bigint as paid_fen from paid group by 1)
    select ${PROJECT_COLUMNS}, coalesce(a.allocated_fen, 0)::bigint as allocated_fen, coalesce(b.paid_fen, 0)::bigint as paid_fen,
      count(*) over ()::int as of
    from projects p left join a on a.project_number = p.number left join b on b.project_number = p.number
      left join regions r on r.code = p.region_code
    where not p.voided and p.place_code between ${range.low} and ${range.high} and (p.plan_year = ${year} or a.allocated_fen <> 0)
      and ${state ? STATES[state] : sql`true`}
      and (${text ?? null}::text is null or strpos(p.number, ${text ?? null}) > 0 or strpos(p.project_name, ${text ?? null}) > 0)
      and (${cursor ?? null}::text is null or p.number > ${cursor ?? null})
    order by p.number limit ${limit + 1}`);
  return pageOf(rows, asked);
}

export type DocumentLine = {
  number: string;
  documentNo: string;
  giverCode: number;
  giverName: string;
  receiverCode: number;
  receiverName: string;
  year: number;
  kind: string;
  source: string;
  issuedOn: string;
  amountFen: number;
};

export const DOCUMENT_COLUMNS = sql`i.number, i.document_no, i.giver_code, coalesce(g.name, '') as giver_name, i.receiver_code,
  coalesce(r.name, '') as receiver_name, i.budget_year as year, i.fund_kind as kind, i.source_level as source,
  i.issued_on::text as issued_on, i.amount_fen`;
export const DOCUMENT_NAMES = sql`left join regions g on g.code = i.giver_code left join regions r on r.code = i.receiver_code`;

export async function listDocuments(tx: Tx, asked: MoneyAsked & Page) {
  const { cursor, limit } = asked;
  const rows = await tx.rows(sql<DocumentLine & { of: number }>`
    select ${DOCUMENT_COLUMNS}, count(*) over ()::int as of from (${issuedSql(asked)}) i ${DOCUMENT_NAMES}
    where ${cursor ?? null}::text is null or i.number > ${cursor ?? null} order by i.number limit ${limit + 1}`);
  return pageOf(rows, asked);
}
