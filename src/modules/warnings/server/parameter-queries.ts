// SQL of parameters on screen: what holds for each region on a day and whose value it is, every value ever set, and a new one.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { findInForce, PARAMETERS } from '../domain/parameters.ts';
import { TODAY } from './merge-warnings.ts';
import { checkChange } from './what-if.ts';

type StoredParameter = {
  regionCode: number;
  regionName: string;
  key: string;
  value: number;
  effectiveFrom: string;
  note: string;
  accountName: string;
  at: string;
};

export async function todayOf(tx: Tx): Promise<string> {
  const row = await tx.first(sql<{ today: string }>`select ${sql.raw(TODAY)} as today`);
  if (!row) throw new Problem('warnings.bad-date', { value: '' });
  return row.today;
}

/** Region, leagues and counties inside the range; for a township or village its county. */
async function regionsIn(tx: Tx, range: RegionRange): Promise<{ code: number; name: string }[]> {
  return tx.rows(sql<{ code: number; name: string }>`
    select code, name from regions where level in ('autonomous-region', 'prefecture', 'county') and valid_to is null
      and (code between ${range.low} and ${range.high}
        or code = ${Math.floor(range.low / 1_000_000) * 1_000_000}::bigint and level = 'county')
    order by code limit 200`);
}

/** Values of regions outside the range show only where the range inherits them. */
async function storedIn(tx: Tx, range: RegionRange): Promise<StoredParameter[]> {
  const above = [6, 8, 10].map((width) => Math.floor(range.low / 10 ** width) * 10 ** width);
  return tx.rows(sql<StoredParameter>`
    select p.region_code, r.name as region_name, p.key, p.value, p.effective_from, p.note, p.account_name, p.at
    from parameters p join regions r on r.code = p.region_code
    where p.region_code between ${range.low} and ${range.high} or p.region_code = any(${above}::bigint[])
    order by p.effective_from desc, p.id desc limit 3000`);
}

export async function readParameters(tx: Tx, range: RegionRange, on: string) {
  const stored = await storedIn(tx, range);
  const regions = (await regionsIn(tx, range)).map(({ code, name }) => ({
    code,
    name,
    values: PARAMETERS.map(({ key, fallback }) => {
      const row = findInForce(stored, code, key, on);
      if (!row) return { key, ...(fallback === undefined ? {} : { value: fallback }) };
      const { value, regionCode, regionName, effectiveFrom } = row;
      return { key, value, fromCode: regionCode, fromName: regionName, effectiveFrom };
    }),
  }));
  return { on, regions, history: stored.slice(0, 300) };
}

type NewValue = { regionCode: number; key: string; value: number; effectiveFrom: string; note: string };

/** A value for the same region, key and day takes the older one's place; screenings keep what they used. */
export async function saveParameter(tx: Tx, given: NewValue): Promise<Outcome<Record<string, never>>> {
  checkChange(given);
  const { regionCode, key, value, effectiveFrom, note } = given;
  const before = await tx.first(sql<{ value: number }>`
    select value from parameters where region_code = ${regionCode} and key = ${key} and effective_from = ${effectiveFrom}::date`);
  await tx.run(sql`
    insert into parameters (region_code, key, value, effective_from, note, account_name)
    values (${regionCode}, ${key}, ${value}::numeric, ${effectiveFrom}::date, ${note}, ${tx.actor.name})
    on conflict on constraint parameters_once do update set value = excluded.value, note = excluded.note,
      account_name = excluded.account_name, at = now()`);
  const audit = {
    operation: 'warnings.save-parameter',
    subjectKind: 'parameter',
    subjectId: key,
    regionCode,
    ...(note ? { reason: note } : {}),
    ...(before ? { before: { value: before.value, effectiveFrom } } : {}),
    after: { value, effectiveFrom },
  };
  return { result: {}, audit };
}
