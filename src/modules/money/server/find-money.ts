// Documents by their number, and whatever is of exactly one amount: an auditor has a voucher in the hand and nothing else.

import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { amountsAsked } from '../domain/amount-asked.ts';

export type FoundMoney = {
  what: 'document' | 'allocation' | 'payment';
  number: string;
  title: string;
  on: string;
  amountFen: number;
  projectNumber?: string;
};

const MOST_OF_A_KIND = 4;

type Pieces = {
  what: FoundMoney['what'];
  from: RawBuilder<unknown>;
  title: RawBuilder<unknown>;
  on: RawBuilder<unknown>;
};

const KINDS: (Pieces & { project: RawBuilder<unknown> })[] = [
  {
    what: 'document',
    from: sql`fund_issuances t left join regions r on r.code = t.receiver_code`,
    title: sql`concat_ws(' → ', nullif(t.document_no, ''), r.name)`,
    on: sql`t.issued_on`,
    project: sql`null::text`,
  },
  {
    what: 'allocation',
    from: sql`fund_allocations t left join projects p on p.number = t.project_number`,
    title: sql`coalesce(p.project_name, t.project_number)`,
    on: sql`t.allocated_on`,
    project: sql`t.project_number`,
  },
  {
    what: 'payment',
    from: sql`fund_payments t join fund_allocations a on a.number = t.allocation_number left join projects p on p.number = a.project_number`,
    title: sql`concat_ws(' · ', t.payee, p.project_name)`,
    on: sql`t.paid_on`,
    project: sql`a.project_number`,
  },
];

/** Newest first, at most four of a kind; what lies outside the actor's area is not found. */
export async function findMoney(tx: Tx, text: string): Promise<FoundMoney[]> {
  const fens = amountsAsked(text);
  const { low, high } = tx.actor.range;
  const found: FoundMoney[] = [];
  for (const { what, from, title, on, project } of KINDS) {
    const isNamed = what === 'document' ? sql`strpos(t.document_no, ${text}) > 0` : sql`false`;
    if (fens.length === 0 && what !== 'document') continue;
    const rows = await tx.rows(sql<FoundMoney>`
      select ${what}::text as what, t.number, ${title} as title, ${on}::text as "on", t.amount_fen, ${project} as project_number
      from ${from}
      where not t.voided and t.place_code between ${low} and ${high} and (t.amount_fen = any (${fens}::bigint[]) or ${isNamed})
      order by array_position(${fens}::bigint[], t.amount_fen), ${on} desc, t.number limit ${MOST_OF_A_KIND}`);
    found.push(...rows.map(withoutNulls));
  }
  return found;
}
