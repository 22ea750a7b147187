// A circular from what figures and targets say of a day: counted once, kept, and never counted anew.

import { sql } from 'kysely';
import { formatDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { nextNumber } from '../../../platform/server/registers/next-number.ts';
import { addRecord } from '../../../platform/server/registers/record.ts';
import type { RecordTools } from '../../../platform/server/registers/typed-rows.ts';
import { type CountedCounties, countCounties } from '../../figures/server/index.ts';
import { circularRegister } from '../domain/circular-register.ts';
import { CIRCULAR_KINDS, type CircularCode, SETTER_KEYS } from '../domain/kinds.ts';
import '../domain/problems.ts';
import { type CircularRow, daysOf } from '../domain/rank.ts';
import { reckonCounties } from './reckon-counties.ts';

export const circulars = circularRegister as unknown as RegisterDefinition;

export type Asked = { kind: CircularCode; area: number; asOf: string };

/** What is counted before anything is written. Throws `circulars.ahead`, `circulars.no-counties`, `circulars.no-data`. */
export async function countFor(context: OperationContext, { kind, area, asOf }: Asked, today: number) {
  if (asOf > formatDate(today)) throw new Problem('circulars.ahead', { day: asOf });
  const counted = await countCounties(context, { area, figure: CIRCULAR_KINDS[kind].count, days: daysOf(asOf) });
  if (counted.counties.length < 2) throw new Problem('circulars.no-counties', { name: counted.area.name });
  if (counted.whole[0] === undefined || !counted.counts[0]) throw new Problem('circulars.no-data', { day: asOf });
  return counted;
}

/** Writes the circular with its rows; lagging counties are named to begin with. */
export async function draftCircular(
  tx: Tx,
  tools: RecordTools,
  asked: Asked,
  counted: CountedCounties,
): Promise<Outcome<{ countyCode: number; id: number; number: string }>> {
  const { count: figure } = CIRCULAR_KINDS[asked.kind];
  const rows: CircularRow[] = await reckonCounties(tx, { figure, asOf: asked.asOf, setters: SETTER_KEYS }, counted);
  const number = await nextNumber(tx, 'circular_numbers', `TB${asked.asOf.slice(0, 7).replace('-', '')}`, 4);
  const lagging = rows.slice(1).flatMap(({ lags, regionCode }) => (lags ? [regionCode] : []));
  const { key, audit } = await addRecord(tx, tools, circulars, {
    ...{ number, regionCode: asked.area, kind: asked.kind, asOf: asked.asOf },
    namedCounties: lagging.length > 0 ? lagging : null,
  });
  await tx.run(sql`insert into circular_rows (county_code, circular_id, ord, place_code, region_code, content)
    select ${key.countyCode}::int, ${key.id}::bigint, r.ord, ${asked.area}::bigint, (r.content ->> 'regionCode')::bigint, r.content
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality r (content, ord)`);
  return { result: { ...key, number }, audit: { ...audit, operation: 'circulars.draft' } };
}
