// The ledgers of assets (registers §6): one table looked at by kind, by region and by department. Every total is the sum of the same
// lines, so that county, department and village agree. Pure: lines by group and kind go in, rows of a ledger come out.

import type { Fen } from '../../../kernel/money.ts';

export const ASSET_KINDS = ['operating', 'public-benefit', 'household-owned'] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

/** Assets that count: not voided, not cancelled. In use, idle and disposed make up all of them. */
export type Sums = {
  things: number;
  originalFen: Fen;
  /** Of the original value; what no source was registered for is the rest. */
  publicFen: Fen;
  cooperationFen: Fen;
  otherFen: Fen;
  inUse: number;
  inUseFen: Fen;
  idle: number;
  idleFen: Fen;
  disposed: number;
  disposedFen: Fen;
  /** Those that stand and need an owner: all but household-owned ones; and those whose owners make up the whole. */
  ownable: number;
  owned: number;
  /** Operating ones that stand, and what of it is idle. */
  operating: number;
  operatingFen: Fen;
  operatingIdleFen: Fen;
  /** In the year that is looked at. */
  dueFen: Fen;
  receivedFen: Fen;
  distributedFen: Fen;
};

export type LedgerLine = { group: string; kind: AssetKind } & Sums;

const NOTHING: Sums = {
  ...{ things: 0, originalFen: 0, publicFen: 0, cooperationFen: 0, otherFen: 0, inUse: 0, inUseFen: 0, idle: 0 },
  ...{ idleFen: 0, disposed: 0, disposedFen: 0, ownable: 0, owned: 0, operating: 0, operatingFen: 0 },
  ...{ operatingIdleFen: 0, dueFen: 0, receivedFen: 0, distributedFen: 0 },
};

const NAMES = Object.keys(NOTHING) as (keyof Sums)[];

export function sumOf(lines: readonly Sums[]): Sums {
  const total = { ...NOTHING };
  for (const line of lines) for (const name of NAMES) total[name] += line[name];
  return total;
}

/** A part of a whole, both told, so that a rate of a few things is seen to be one. */
export type Rate = { part: number; whole: number };

export type Rates = Record<'owned' | 'income' | 'idle' | 'distributed', Rate>;

/** 确权率, 收益率, 闲置率, 分配率: the first in assets, the others in fen. */
export function ratesOf(sums: Sums): Rates {
  return {
    owned: { part: sums.owned, whole: sums.ownable },
    income: { part: sums.receivedFen, whole: sums.operatingFen },
    idle: { part: sums.operatingIdleFen, whole: sums.operatingFen },
    distributed: { part: sums.distributedFen, whole: sums.receivedFen },
  };
}

/** What each rate is, for the page and the workbook. */
export const RATE_WORDS: Record<keyof Rates, { title: string; basis: string }> = {
  owned: { title: '确权率', basis: '现在的所有权人份额合计为 100% 的资产 ÷ 未处置的经营性、公益性资产（项）' },
  income: { title: '收益率', basis: '当年到账收益 ÷ 未处置的经营性资产原值' },
  idle: { title: '闲置率', basis: '闲置的经营性资产原值 ÷ 未处置的经营性资产原值' },
  distributed: { title: '分配率', basis: '当年度分配的收益 ÷ 当年到账收益' },
};

/** Rows by group in the order they came, the three ledgers, and the whole: all sums of the same lines. */
export function ledgersOf(lines: readonly LedgerLine[], kind?: AssetKind) {
  const asked = lines.filter((line) => kind === undefined || line.kind === kind);
  const groups = [...new Set(asked.map(({ group }) => group))];
  return {
    total: sumOf(asked),
    kinds: ASSET_KINDS.map((each) => ({ kind: each, ...sumOf(lines.filter((line) => line.kind === each)) })),
    rows: groups.map((group) => ({ group, ...sumOf(asked.filter((line) => line.group === group)) })),
  };
}
