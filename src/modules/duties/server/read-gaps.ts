// Who or what is left without a person: how many of each kind, and the rows of one: whom somebody left first, the longest before, then what
// nobody was ever named for.

import { sql } from 'kysely';
import { addDays, formatDate, type PlainDate, parseDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { policySettings } from '../../policies/server/index.ts';
import { getRegion, rangeAsked } from '../../regions/server/index.ts';
import { GAP_KINDS, type GapKind } from '../domain/chain.ts';
import { gapSql } from './gaps-sql.ts';

const MOST_ROWS = 200;

type Row = { subject: string; title: string; regionCode: number; regionName: string; since?: string };

export async function readGaps(
  tx: Tx,
  asked: { area?: number | undefined; kind?: GapKind | undefined },
  today: PlainDate,
) {
  const range = await rangeAsked(tx, asked.area);
  const area = await getRegion(tx, asked.area ?? tx.actor.areaCode);
  const on = formatDate(today);
  const counts: Record<string, number> = {};
  for (const kind of GAP_KINDS) {
    const found = await tx.first(sql<{ n: number }>`select count(*)::int as n from (${gapSql(kind, range, on)}) g`);
    counts[kind] = found?.n ?? 0;
  }
  const kind = asked.kind ?? GAP_KINDS.find((one) => (counts[one] ?? 0) > 0) ?? GAP_KINDS[0];
  const rows = await tx.rows(sql<Row>`
    select g.subject, g.title, g.region_code, coalesce(r.name, '') as region_name, g.since::text as since
    from (${gapSql(kind, range, on)}) g left join regions r on r.code = g.region_code
    order by g.since nulls last, g.region_code, g.subject limit ${MOST_ROWS}`);
  const vacantDays = (await policySettings.inForce(tx, on))(area.code)('post.vacant');
  const late = formatDate(addDays(parseDate(on), -vacantDays));
  return {
    ...{ asOf: on, areaName: area.name, counts, vacantDays },
    rows: rows.map((row) => ({
      ...{ kind, ...withoutNulls(row) },
      late: kind === 'vacant-post' && (row.since ?? '') < late,
    })),
  };
}
