// What the independent evaluator knows: the tables of one folder, read plainly, with the person that the truth names for
// each row. Rows of the quarantine are left out before.

import { normalizeCell } from '../../../kernel/cell.ts';
import { type Fen, parseYuan } from '../../../kernel/money.ts';
import { type PlainDate, parseDate } from '../../../kernel/plain-date.ts';

export type Cells = Record<string, string>;
/** `person` is empty where the row belongs to nobody of the registry, or where nobody could tell. */
export type TrueRow = { cells: Cells; person: string };
export type Parameters = { region: string; effectiveFrom: string; values: Record<string, number> }[];

export type ExpectedInput = {
  asOf: PlainDate;
  households: readonly Cells[];
  members: readonly Cells[];
  /** By dataset, in the order of loading. */
  feeds: Record<string, readonly TrueRow[]>;
  parameters: Parameters;
};

export function cell(cells: Cells, column: string): string {
  return normalizeCell(cells[column] ?? '');
}

export function fen(cells: Cells, column: string): Fen {
  return parseYuan(cell(cells, column)) ?? 0;
}

export function day(cells: Cells, column: string): PlainDate {
  return parseDate(cell(cells, column));
}

export type KnownMember = { number: string; household: string; birth: PlainDate; works: boolean };
export type KnownHousehold = {
  number: string;
  village: string;
  monitored: boolean;
  focus: boolean;
  net: Fen;
  gross: Fen;
  business: Fen;
  lastYear: Fen;
  members: KnownMember[];
};

export function readRegistry(input: ExpectedInput): Map<string, KnownHousehold> {
  const households = new Map<string, KnownHousehold>();
  for (const row of input.households) {
    const business = fen(row, '生产经营性收入');
    const gross = fen(row, '工资性收入') + business + fen(row, '财产性收入') + fen(row, '转移性收入');
    const monitored = cell(row, '监测对象类别') !== '' && cell(row, '风险是否已消除') !== '是';
    households.set(cell(row, '户编号'), {
      number: cell(row, '户编号'),
      village: cell(row, '嘎查村代码'),
      monitored,
      focus: monitored || cell(row, '户类型') === '脱贫户',
      net: gross - fen(row, '生产经营性支出'),
      gross,
      business,
      lastYear: fen(row, '上年纯收入'),
      members: [],
    });
  }
  for (const row of input.members) {
    const member = {
      number: cell(row, '人编号'),
      household: cell(row, '户编号'),
      birth: parseDate(cell(row, '证件号码').slice(6, 14)),
      works: cell(row, '是否务工') === '是',
    };
    households.get(member.household)?.members.push(member);
  }
  return households;
}

/** County, then league, then region; of one level the newest in force. */
export function parameterOf(input: ExpectedInput, village: string, name: string): number {
  for (const region of [village.slice(0, 6), `${village.slice(0, 4)}00`, `${village.slice(0, 2)}0000`]) {
    const inForce = input.parameters
      .filter((p) => p.region === `${region}000000` && parseDate(p.effectiveFrom) <= input.asOf && name in p.values)
      .sort((a, b) => parseDate(b.effectiveFrom) - parseDate(a.effectiveFrom));
    const value = inForce[0]?.values[name];
    if (value !== undefined) return value;
  }
  throw new Error(`no value of ${name} for ${village}`);
}
