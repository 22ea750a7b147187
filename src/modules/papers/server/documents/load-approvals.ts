// Whom a county decided on in a day: one list for each county and way, as it is attached to the decision.

import { sql } from 'kysely';
import { hideNumbers } from '../../../../kernel/hide-numbers.ts';
import { mapTexts, type OfficialDocument } from '../../../../kernel/papers/model.ts';
import { punctuate } from '../../../../kernel/papers/punctuate.ts';
import { formatDate, type PlainDate } from '../../../../kernel/plain-date.ts';
import { Problem } from '../../../../kernel/problem.ts';
import type { RegionRange } from '../../../../kernel/region-code.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { WALKS, type Walk } from '../../../process/domain/steps.ts';
import { type ApprovalRow, buildApprovalList } from '../../domain/documents/decisions.ts';
import '../../domain/problems.ts';
import { templateOn } from '../../../process/server/index.ts';

const MOST_ROWS = 2000;

type Row = ApprovalRow & { countyCode: number; county: string };

async function decidedOn(tx: Tx, { low, high }: RegionRange, walk: Walk, day: PlainDate): Promise<Row[]> {
  const column = walk === 'identification' ? sql`c.decided_on` : sql`c.cleared_on`;
  return tx.rows(sql<Row>`
    select c.county_code, h.head_name, h.member_count, c.category, c.risks, coalesce(v.name, '') as village,
      coalesce(t.name, '') as township, coalesce(n.name, '') as county
    from cases c join households h on h.county_code = c.county_code and h.id = c.household_id
    left join regions v on v.code = c.village_code left join regions t on t.code = v.parent_code
    left join regions n on n.code = t.parent_code
    where ${column} = ${formatDate(day)}::date and c.village_code between ${low} and ${high}
    order by c.village_code, c.id limit ${MOST_ROWS + 1}`);
}

export async function approvalPapers(tx: Tx, range: RegionRange, day: PlainDate): Promise<OfficialDocument[]> {
  const papers: OfficialDocument[] = [];
  for (const walk of WALKS) {
    const rows = await decidedOn(tx, range, walk, day);
    if (rows.length > MOST_ROWS) throw new Problem('papers.too-many-papers', { limit: MOST_ROWS });
    for (const [countyCode, own] of Map.groupBy(rows, (row) => row.countyCode)) {
      const county = own[0]?.county ?? '';
      const issuer = (await templateOn(tx, countyCode, day)).definition.countyIssuer;
      const list = buildApprovalList({ walk, county, issuer, on: day, number: '', rows: own });
      papers.push(mapTexts(list, (text) => punctuate(hideNumbers(text))));
    }
  }
  if (papers.length === 0) throw new Problem('papers.nothing-decided', { day: formatDate(day) });
  return papers;
}
