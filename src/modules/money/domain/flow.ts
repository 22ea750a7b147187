// How money of one year and kind stands at each step on its way down. Pure: one line per region that received, arranged, passed on
// or spent anything goes in, rows of what is compared come out. Arranged, issued, allocated and paid are four things, never one.

import type { Fen } from '../../../kernel/money.ts';
import type { RegionLevel } from '../../../kernel/region-code.ts';

/** What one region did with the money it had, in fen; its own, not that of regions below it. */
export type RegionMoney = {
  code: number;
  /** Set aside by the region itself. */
  arrangedFen: Fen;
  /** Issued to it, what was taken back deducted. */
  receivedFen: Fen;
  /** Issued by it to regions below. */
  passedFen: Fen;
  /** Given to projects out of what it received. */
  allocatedFen: Fen;
  paidFen: Fen;
  projects: number;
  startedProjects: number;
};

export type FlowRow = {
  code: number;
  arrangedFen: Fen;
  receivedFen: Fen;
  /** 待下达: with leagues and the region, who can only pass it on. */
  waitingFen: Fen;
  toCountyFen: Fen;
  allocatedFen: Fen;
  /** 待分配: with counties, in no project yet. */
  unallocatedFen: Fen;
  paidFen: Fen;
  unpaidFen: Fen;
  projects: number;
  startedProjects: number;
};

const LEAGUE = 100_000_000;
const COUNTY = 1_000_000;

function isCounty(code: number): boolean {
  return code % COUNTY === 0 && code % LEAGUE !== 0;
}

/** The region below `level` that a region is counted under; the area's own line stays its own. */
export function groupOf(code: number, level: RegionLevel): number {
  const size = level === 'autonomous-region' ? LEAGUE : COUNTY;
  return Math.floor(code / size) * size;
}

function emptyRow(code: number): FlowRow {
  const none = { arrangedFen: 0, receivedFen: 0, waitingFen: 0, toCountyFen: 0, allocatedFen: 0, unallocatedFen: 0 };
  return { code, ...none, paidFen: 0, unpaidFen: 0, projects: 0, startedProjects: 0 };
}

function add(row: FlowRow, money: RegionMoney): FlowRow {
  const held = money.arrangedFen + money.receivedFen - money.passedFen;
  const atCounty = isCounty(money.code);
  return {
    ...row,
    arrangedFen: row.arrangedFen + money.arrangedFen,
    receivedFen: row.receivedFen + (money.code === row.code ? money.receivedFen : 0),
    waitingFen: row.waitingFen + (atCounty ? 0 : held - money.allocatedFen),
    toCountyFen: row.toCountyFen + (atCounty ? money.receivedFen : 0),
    allocatedFen: row.allocatedFen + money.allocatedFen,
    unallocatedFen: row.unallocatedFen + (atCounty ? money.receivedFen - money.passedFen - money.allocatedFen : 0),
    paidFen: row.paidFen + money.paidFen,
    unpaidFen: row.unpaidFen + money.allocatedFen - money.paidFen,
    projects: row.projects + money.projects,
    startedProjects: row.startedProjects + money.startedProjects,
  };
}

/**
 * Rows of the regions below the area, by code, and the whole of it. By counties, the one first with which most lies: in no project yet,
 * or not paid out.
 */
export function rollUp(
  area: { code: number; level: RegionLevel },
  regions: readonly RegionMoney[],
  by: 'children' | 'counties' = 'children',
) {
  const rows = new Map<number, FlowRow>();
  for (const money of regions) {
    const code = groupOf(money.code, by === 'counties' ? 'prefecture' : area.level);
    rows.set(code, add(rows.get(code) ?? emptyRow(code), money));
  }
  const total = regions.reduce(add, emptyRow(area.code));
  const lying = ({ unallocatedFen, unpaidFen }: FlowRow) => (by === 'counties' ? unallocatedFen + unpaidFen : 0);
  return { rows: [...rows.values()].sort((a, b) => lying(b) - lying(a) || a.code - b.code), total };
}

/** The share that is paid of what counties have, in ten-thousandths, rounded down; undefined where there is nothing. */
export function paidShare({ paidFen, toCountyFen }: Pick<FlowRow, 'paidFen' | 'toCountyFen'>): number | undefined {
  return toCountyFen > 0 ? Number((BigInt(paidFen) * 10_000n) / BigInt(toCountyFen)) : undefined;
}
