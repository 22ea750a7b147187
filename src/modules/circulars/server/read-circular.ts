// One circular with the rows it was drafted with.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { namesOf } from '../../regions/server/index.ts';
import type { CircularPaper } from '../domain/circular-paper.ts';
import { CIRCULAR_KINDS, type CircularCode } from '../domain/kinds.ts';
import '../domain/problems.ts';
import type { CircularRow } from '../domain/rank.ts';

type Key = { countyCode: number; id: number };
type Head = Key & {
  number: string;
  kind: CircularCode;
  regionCode: number;
  asOf: string;
  documentNo: string | null;
  issuedOn: string | null;
  namedCounties: number[] | null;
  namedMatters: string | null;
};

/** Throws `circulars.not-found`. */
export async function circularHead(tx: Tx, { countyCode, id }: Key): Promise<Head> {
  const head =
    await tx.first<Head>(sql`select t.county_code, t.id, t.number, t.kind, t.region_code, t.as_of::text, t.document_no,
      t.issued_on::text, t.named_counties, t.named_matters from circulars t
    where t.county_code = ${countyCode}::int and t.id = ${id}::bigint and not t.voided`);
  if (!head) throw new Problem('circulars.not-found');
  return head;
}

async function rowsOf(tx: Tx, { countyCode, id }: Key): Promise<CircularRow[]> {
  const rows = await tx.rows<{ content: CircularRow }>(sql`select r.content from circular_rows r
    where r.county_code = ${countyCode}::int and r.circular_id = ${id}::bigint order by r.ord limit 1000`);
  return rows.map(({ content }) => content);
}

/** The area first, its counties by their place. Throws `circulars.not-found`. */
export async function circularRows(tx: Tx, key: Key): Promise<CircularRow[]> {
  return rowsOf(tx, await circularHead(tx, key));
}

export async function circularPaper(tx: Tx, key: Key): Promise<CircularPaper & { number: string; regionCode: number }> {
  const head = await circularHead(tx, key);
  const [whole, ...counties] = await rowsOf(tx, head);
  const named = head.namedCounties ?? [];
  const names = await namesOf(tx, [head.regionCode, ...named]);
  return {
    ...{ number: head.number, regionCode: head.regionCode, kind: CIRCULAR_KINDS[head.kind] },
    ...{ areaName: names.get(head.regionCode) ?? '', asOf: head.asOf, whole, counties },
    ...{ issuedOn: head.issuedOn ?? undefined, documentNo: head.documentNo ?? undefined },
    namedCounties: named.map((code) => names.get(code) ?? String(code)),
    namedMatters: head.namedMatters ?? undefined,
  };
}
