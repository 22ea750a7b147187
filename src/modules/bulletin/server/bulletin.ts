// 进度通报: the regions below an area, ranked by the share of cases whose steps were all in time.

import { sql } from 'kysely';
import { formatDate } from '../../../kernel/plain-date.ts';
import type { RegionLevel } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { CaseFigure } from '../../caseload/domain/figure-names.ts';
import { STEPS, WALKS } from '../../process/domain/steps.ts';
import { countByRegion, countCases, type FiguresAsked } from './figures.ts';

type BelowLevel = 'county' | 'township' | 'village';

/** What is compared inside a region, and how far the code of a village is cut for it. */
const BELOW: Record<RegionLevel, { level: BelowLevel; size: number }> = {
  'autonomous-region': { level: 'county', size: 1_000_000 },
  prefecture: { level: 'county', size: 1_000_000 },
  county: { level: 'township', size: 1000 },
  township: { level: 'village', size: 1 },
  village: { level: 'village', size: 1 },
};

function rowOf(code: number, name: string, counts: ReadonlyMap<CaseFigure, number>) {
  const count = (figure: CaseFigure) => counts.get(figure) ?? 0;
  return {
    code,
    name,
    open: count('open'),
    late: count('late'),
    escalated: count('escalated'),
    done: count('steps-done'),
    onTime: count('steps-on-time'),
    steps: WALKS.flatMap((walk) =>
      STEPS.map((step) => ({
        walk,
        step,
        done: count(`done.${walk}.${step}`),
        onTime: count(`on-time.${walk}.${step}`),
      })),
    ),
  };
}

export type BulletinRow = ReturnType<typeof rowOf> & { rank?: number };

/** Best first; equal shares have the same rank; regions in which nothing was ended come last, without one. */
export function ranked(rows: readonly BulletinRow[]): BulletinRow[] {
  const share = ({ done, onTime }: BulletinRow) => (done === 0 ? -1 : onTime / done);
  const sorted = [...rows].sort((a, b) => share(b) - share(a) || b.done - a.done || a.code - b.code);
  return sorted.map((row) =>
    row.done === 0 ? row : { ...row, rank: 1 + sorted.filter((other) => share(other) > share(row)).length },
  );
}

async function namesOf(tx: Tx, codes: readonly number[]): Promise<Map<number, string>> {
  const rows = await tx.rows(sql<{ code: number; name: string }>`
    select code, name from regions where code = any(${[...codes]}::bigint[])`);
  return new Map(rows.map(({ code, name }) => [code, name]));
}

type Area = { code: number; name: string; level: RegionLevel };

export async function readBulletin(tx: Tx, area: Area, asked: FiguresAsked) {
  const { level, size } = BELOW[area.level];
  const counts = await countByRegion(tx, asked, size);
  const names = await namesOf(tx, [...counts.keys()]);
  const rows = [...counts].map(([code, each]) => rowOf(code, names.get(code) ?? String(code), each));
  return {
    asOf: formatDate(asked.today),
    areaName: area.name,
    level,
    rows: ranked(rows),
    total: rowOf(area.code, area.name, await countCases(tx, asked)),
  };
}
