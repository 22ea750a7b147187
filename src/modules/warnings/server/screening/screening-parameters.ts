// The parameters a screening used: these are kept and never change afterwards.

import { sql } from 'kysely';
import { defineProblems, Problem } from '../../../../kernel/problem.ts';
import { countyOf, type RegionRange } from '../../../../kernel/region-code.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { findParameter, PARAMETER_SCALE, PARAMETERS, resolveParameter } from '../../../parameters/domain/parameters.ts';
import { parameterSettings } from '../../../parameters/server/index.ts';

defineProblems({
  'warnings.missing-parameter': {
    kind: 'invalid',
    sentence: (d) =>
      `旗县 ${d.county} 在 ${d.asOf} 没有“${d.label}”（${d.key}）的参数值。请在“规则参数”中为该旗县、盟市或自治区录入后再筛查。`,
  },
});

export type KeptParameter = { countyCode: number; key: string; value: number };

/** Resolves every parameter for every county of the area that has households, as in force on the day. */
async function resolveParameters(tx: Tx, asOf: string, { low, high }: RegionRange): Promise<KeptParameter[]> {
  const rows = await parameterSettings.all(tx);
  const counties = await tx.rows<{ countyCode: number }>(sql`
    with recursive c as (
      (select county_code from households order by county_code limit 1)
      union all
      select (select h.county_code from households h where h.county_code > c.county_code order by h.county_code limit 1) from c where c.county_code is not null)
    select county_code from c where county_code between ${countyOf(low)} and ${countyOf(high)}`);
  return counties.flatMap(({ countyCode }) =>
    PARAMETERS.map(({ key, label }) => {
      const value = resolveParameter(rows, countyCode, key, asOf);
      if (value === undefined)
        throw new Problem('warnings.missing-parameter', { county: countyCode, asOf, label, key });
      return { countyCode, key, value };
    }),
  );
}

/** Stores the values the screening of a day uses in an area, and answers them. Screened again, it uses what is in force then. */
export async function keepParameters(tx: Tx, asOf: string, range: RegionRange): Promise<KeptParameter[]> {
  const kept = await resolveParameters(tx, asOf, range);
  await tx.run(sql`delete from screening_parameters where as_of = ${asOf}::date
    and county_code between ${countyOf(range.low)} and ${countyOf(range.high)}`);
  await tx.run(sql`insert into screening_parameters (as_of, county_code, key, value)
    select ${asOf}::date, * from unnest(${kept.map((k) => k.countyCode)}::int[], ${kept.map((k) => k.key)}::text[], ${kept.map((k) => k.value)}::numeric[])`);
  return kept;
}

/** The values the screening of a day used in an area. */
export async function keptParameters(tx: Tx, asOf: string, { low, high }: RegionRange): Promise<KeptParameter[]> {
  return tx.rows(sql<KeptParameter>`
    select county_code, key, value from screening_parameters where as_of = ${asOf}::date
      and county_code between ${countyOf(low)} and ${countyOf(high)}`);
}

function pivot(from: string): string {
  const fields = PARAMETERS.map(
    ({ key, field, unit }) =>
      `round(max(value) filter (where key = '${key}') * ${PARAMETER_SCALE[unit]})::bigint as ${field}`,
  );
  return `(select county_code, ${fields.join(', ')} from ${from} group by county_code)`;
}

/** The kept values of a screening as one row per county, in whole numbers, for `p` of a rule's SQL. */
export function parametersSelect(asOf: string): string {
  return pivot(`(select county_code, key, value from screening_parameters where as_of = date '${asOf}') k`);
}

/**
 * The same for values in use and values that are only being tried, in one row per county: a parameter's field, and the
 * field with `tried_` before it.
 */
export function parametersOf(now: readonly KeptParameter[], tried: readonly KeptParameter[]): string {
  const row = ({ countyCode, key, value }: KeptParameter, prefix: string) => {
    const parameter = findParameter(key);
    if (!Number.isFinite(value) || !parameter) throw new Error(`bad parameter ${key}`);
    return `(${Math.trunc(countyCode)}, '${prefix}${parameter.field}', ${Math.round(value * PARAMETER_SCALE[parameter.unit])}::bigint)`;
  };
  const rows = [...now.map((kept) => row(kept, '')), ...tried.map((kept) => row(kept, 'tried_'))];
  const fields = PARAMETERS.flatMap(({ field }) => [field, `tried_${field}`]).map(
    (name) => `max(value) filter (where field = '${name}') as ${name}`,
  );
  const values = rows.length > 0 ? `values ${rows.join(', ')}` : `select 0, '', 0::bigint where false`;
  return `(select county_code, ${fields.join(', ')} from (${values}) v(county_code, field, value) group by county_code)`;
}
