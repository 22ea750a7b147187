// A circular from what figures and targets say of a day: counted once, kept, and never counted anew.

import { sql } from 'kysely';
import { formatDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { addRecord } from '../../../platform/server/registers/record.ts';
import type { RecordTools } from '../../../platform/server/registers/typed-rows.ts';
import { wordsNaming } from '../../figures/domain/definitions/index.ts';
import { type CountedCounties, countCounties } from '../../figures/server/index.ts';
import { circularRegister } from '../domain/circular-register.ts';
import { CIRCULAR_KINDS, type CircularCode, SETTER_KEYS, type Setter } from '../domain/kinds.ts';
import '../domain/problems.ts';
import { type CircularRow, type CountedRegion, daysOf, rankCounties, reckon } from '../domain/rank.ts';

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

type Target = { regionCode: number; setBy: Setter; value: number };

/** Of several of a region and setter the newest that was set by the day. */
async function targetsOn(tx: Tx, { kind, asOf }: Asked, codes: readonly number[]): Promise<Target[]> {
  return tx.rows(sql<Target>`
    select distinct on (t.region_code, t.set_by) t.region_code, t.set_by, t.value::float8 as value from targets t
    where not t.voided and t.figure = any(${wordsNaming(CIRCULAR_KINDS[kind].count)}::text[]) and t.year = ${Number(asOf.slice(0, 4))}::int
      and t.set_by = any(${[...SETTER_KEYS]}::text[]) and t.set_on <= ${asOf}::date and t.region_code = any(${codes}::bigint[])
    order by t.region_code, t.set_by, t.set_on desc, t.id desc`);
}

/** Where nobody set the area a target of its own, it is that of its counties together. */
function targetsOfArea(area: number, targets: readonly Target[]): CountedRegion['targets'] {
  return Object.fromEntries(
    SETTER_KEYS.flatMap((by) => {
      const own = targets.find(({ regionCode, setBy }) => regionCode === area && setBy === by);
      const sum = targets.reduce(
        (all, { regionCode, setBy, value }) => all + (setBy === by && regionCode !== area ? value : 0),
        0,
      );
      const value = own?.value ?? sum;
      return value > 0 ? [[by, value]] : [];
    }),
  );
}

function rowsOf({ kind, asOf }: Asked, { area, counties, counts, whole }: CountedCounties, targets: readonly Target[]) {
  const figures = CIRCULAR_KINDS[kind];
  const [now, monthBefore, yearBefore] = counts;
  const ranked = rankCounties(
    figures,
    counties.map(
      ({ code, name }): CountedRegion => ({
        ...{ regionCode: code, name, value: now?.get(code) ?? 0 },
        ...{ monthBefore: monthBefore?.get(code) ?? 0, yearBefore: yearBefore?.get(code) ?? 0 },
        targets: Object.fromEntries(
          targets.flatMap(({ regionCode, setBy, value }) => (regionCode === code ? [[setBy, value]] : [])),
        ),
      }),
    ),
    asOf,
  );
  const [value = 0, month = 0, year = 0] = whole;
  const own = { regionCode: area.code, name: area.name, value, monthBefore: month, yearBefore: year };
  return [reckon(figures, { ...own, targets: targetsOfArea(area.code, targets) }, asOf), ...ranked];
}

async function nextNumber(tx: Tx, asOf: string): Promise<string> {
  const next = await tx.first<{ next: number }>(sql`select nextval('circular_numbers')::int as next`);
  return `TB${asOf.slice(0, 7).replace('-', '')}${String(next?.next ?? 0).padStart(4, '0')}`;
}

/** Writes the circular with its rows; lagging counties are named to begin with. */
export async function draftCircular(
  tx: Tx,
  tools: RecordTools,
  asked: Asked,
  counted: CountedCounties,
): Promise<Outcome<{ countyCode: number; id: number; number: string }>> {
  const codes = [counted.area.code, ...counted.counties.map(({ code }) => code)];
  const rows: CircularRow[] = rowsOf(asked, counted, await targetsOn(tx, asked, codes));
  const number = await nextNumber(tx, asked.asOf);
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
