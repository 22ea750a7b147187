// How far an area is, by the areas below it and by rule.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { levelOfCode, type RegionRange, sizeBelow } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { DATA_ISSUES } from '../../households/domain/registry-columns.ts';
import { getRegion, rangeAsked } from '../../regions/server/index.ts';
import type { Severity } from '../domain/rule-definition.ts';
import { RULES } from '../domain/rules/index.ts';
import { countsSql } from './issue-sql.ts';

const MOST_AREAS = 2000;

export type Counts = Record<
  'open' | 'found' | 'assigned' | 'answered' | 'signed' | 'overdue' | 'blocking' | 'closed' | 'reopened',
  number
>;
type AreaCounts = Counts & { code: number; name: string; persons: number };
const NONE: Counts = {
  open: 0,
  found: 0,
  assigned: 0,
  answered: 0,
  signed: 0,
  overdue: 0,
  blocking: 0,
  closed: 0,
  reopened: 0,
};

/** Persons are those the last run of each county looked at; within a county those of its households. */
async function personsBy(tx: Tx, { low, high }: RegionRange, size: number): Promise<Map<number, number>> {
  const rows = await tx.rows(
    size >= 1_000_000
      ? sql<{
          code: number;
          n: number;
        }>`select county_code::bigint * 1000000 / ${size}::bigint * ${size}::bigint as code, sum(persons)::int as n from cleaning_counties
          where county_code::bigint * 1000000 between ${low} and ${high} group by 1 limit ${MOST_AREAS}`
      : sql<{
          code: number;
          n: number;
        }>`select village_code / ${size}::bigint * ${size}::bigint as code, sum(member_count)::int as n from households
          where village_code between ${low} and ${high} and valid_to is null group by 1 limit ${MOST_AREAS}`,
  );
  return new Map(rows.map(({ code, n }) => [code, n]));
}

async function areasOf(tx: Tx, range: RegionRange, size: number, on: string): Promise<AreaCounts[]> {
  const persons = await personsBy(tx, range, size);
  const rows = await tx.rows(sql<Counts & { code: number; name: string }>`
    select g.*, coalesce(r.name, '') as name from (select d.village_code / ${size}::bigint * ${size}::bigint as code, ${countsSql(on)}
      from data_issues d where d.village_code between ${range.low} and ${range.high} group by 1) g
    left join regions r on r.code = g.code order by g.code limit ${MOST_AREAS}`);
  return rows.map((row) => ({ ...row, persons: persons.get(row.code) ?? 0 }));
}

export async function readRuleCounts(tx: Tx, { low, high }: RegionRange, on: string) {
  const rows = await tx.rows(sql<Counts & { code: string }>`
    select coalesce(d.rule, d.code) as code, ${countsSql(on)} from data_issues d where d.village_code between ${low} and ${high} group by 1`);
  return new Map(rows.map((row) => [row.code, row]));
}

export async function readBoard(tx: Tx, area: number | undefined, today: PlainDate) {
  const on = formatDate(today);
  const range = await rangeAsked(tx, area);
  const region = await getRegion(tx, area ?? tx.actor.areaCode);
  const level = levelOfCode(region.code);
  const areas = await areasOf(tx, range, level === 'village' ? 1 : sizeBelow(level), on);
  const byRule = await readRuleCounts(tx, range, on);
  const sum = (key: keyof Counts | 'persons') => areas.reduce((n, line) => n + line[key], 0);
  const total = Object.fromEntries(Object.keys(NONE).map((key) => [key, sum(key as keyof Counts)])) as Counts;
  const known = new Map<string, Severity>(RULES.map(({ code, severity }) => [code, severity]));
  // Those of imports, comparisons and rounds come behind the rules.
  const order = [...known.keys(), ...[...byRule.keys()].filter((code) => !known.has(code)).sort()];
  const rules = order.flatMap((code) => {
    const [counts, severity] = [byRule.get(code), known.get(code)];
    return counts ? [{ ...counts, title: DATA_ISSUES[code] ?? code, ...(severity ? { severity } : {}) }] : [];
  });
  return {
    ...{ asOf: on, level, rules, areas: level === 'village' ? [] : areas },
    area: { code: region.code, name: region.name, persons: sum('persons'), ...total },
  };
}
