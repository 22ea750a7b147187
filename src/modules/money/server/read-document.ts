// One document that sent money on its way: where it came from, where it went, and which projects it became.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import '../domain/problems.ts';
import { DOCUMENT_COLUMNS, DOCUMENT_NAMES, type DocumentLine, PROJECT_COLUMNS, type ProjectRow } from './lists.ts';

const MOST_LINES = 200;

/** Money of the same year, kind and source, by its receiver or its giver: which part of one became which of the other no document says. */
function linesOf(tx: Tx, { year, kind, source }: DocumentLine, end: 'receiver' | 'giver', code: number) {
  const column = end === 'receiver' ? sql`i.receiver_code` : sql`i.giver_code`;
  return tx.rows(sql<DocumentLine>`
    select ${DOCUMENT_COLUMNS} from fund_issuances i ${DOCUMENT_NAMES}
    where ${column} = ${code} and i.budget_year = ${year} and i.fund_kind = ${kind} and i.source_level = ${source} and not i.voided
    order by i.issued_on, i.number limit ${MOST_LINES}`);
}

async function readProjects(tx: Tx, number: string): Promise<ProjectRow[]> {
  const rows = await tx.rows(sql<ProjectRow>`
    with a as (select project_number, sum(amount_fen)::bigint as fen from fund_allocations
      where issuance_number = ${number} and not voided group by 1),
    b as (select o.project_number, sum(p.amount_fen)::bigint as fen
      from fund_allocations o join fund_payments p on p.allocation_number = o.number and not p.voided
      where o.issuance_number = ${number} and not o.voided group by 1)
    select ${PROJECT_COLUMNS}, a.fen as allocated_fen, coalesce(b.fen, 0)::bigint as paid_fen
    from a join projects p on p.number = a.project_number left join b on b.project_number = a.project_number
      left join regions r on r.code = p.region_code
    where not p.voided order by p.number limit ${MOST_LINES}`);
  return rows.map(withoutNulls);
}

/** Throws `money.document-not-found`, also for one that a region of another area received. */
export async function readDocument(tx: Tx, number: string) {
  const line = await tx.first(sql<DocumentLine & { takenBackFen: number }>`
    select ${DOCUMENT_COLUMNS}, coalesce((select -sum(t.amount_fen) from fund_issuances t
      where t.taken_back_number = i.number and not t.voided), 0)::bigint as taken_back_fen
    from fund_issuances i ${DOCUMENT_NAMES} where i.number = ${number} and not i.voided`);
  if (!line) throw new Problem('money.document-not-found', { number });
  const projects = await readProjects(tx, number);
  const onward = await linesOf(tx, line, 'giver', line.receiverCode);
  const from = await linesOf(tx, line, 'receiver', line.giverCode);
  const sum = (of: (row: ProjectRow) => number) => projects.reduce((all, row) => all + of(row), 0);
  return {
    ...line,
    allocatedFen: sum((row) => row.allocatedFen),
    paidFen: sum((row) => row.paidFen),
    from,
    onward: onward.filter((one) => one.receiverCode !== line.receiverCode),
    projects,
  };
}
