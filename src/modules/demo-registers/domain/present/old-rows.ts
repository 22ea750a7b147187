// Rows of T0 as the present finds them: what ended since, and what goes on.

import type { Sheet } from '../sheet.ts';
import type { OldContract } from './belongings.ts';
import type { PresentCounty } from './ground.ts';
import { type OldPairing, RELIEVED } from './helpers.ts';

type Row = Record<string, string>;
type Ends = Readonly<Record<string, string | undefined>>;

const asRow = (header: readonly string[], cells: readonly string[]): Row =>
  Object.fromEntries(header.map((title, i) => [title, cells[i] ?? '']));

function rowsOf(sheets: readonly Sheet[], code: string): Row[] {
  return sheets.flatMap((sheet) => (sheet.code === code ? sheet.rows.map((cells) => asRow(sheet.header, cells)) : []));
}

const T0 = '2022-05-31';

/** The end that a row of T0 came to later; nothing where it goes on. All of it lies after T0, which it cannot change. */
const ENDS: Readonly<Record<string, (row: Row, full: ReadonlySet<number>) => Ends>> = {
  projects: (row) => {
    if (row.出库日期) return {};
    // What was never planned left the library; what got no money left the plan.
    if (!row.列入计划日期) return { 出库日期: '2024-12-31' };
    if (row.项目编号?.includes('W')) return { 出库日期: '2022-12-20' };
    const isBegun = row.开工日期 || row.完工日期;
    return {
      ...(isBegun ? {} : { 开工日期: '2022-07-15' }),
      ...(row.完工日期 ? {} : { 完工日期: '2022-11-10' }),
      ...(row.验收日期 ? {} : { 验收日期: '2022-12-15' }),
      决算日期: '2023-03-20',
      ...(row.形成资产 === '是' ? { 移交日期: '2023-05-10' } : {}),
    };
  },
  'employment-spells': (row) => (row.离岗日期 ? {} : { 离岗日期: '2023-11-20' }),
  // Teams of the counties in depth were relieved; those of the others are told no further.
  'team-postings': (row, full) =>
    !row.离任日期 && full.has(Number(row.嘎查村代码?.slice(0, 6))) ? { 离任日期: RELIEVED } : {},
  'village-works': (row) => (row.列入计划日期 && !row.建成日期 ? { 建成日期: '2022-10-25' } : {}),
  'toilet-issues': (row) => (row.整改完成日期 ? {} : { 整改完成日期: '2022-09-20', 农户认可: '是' }),
};

/** The sheet with ends; a column that it lacks is added. `full`: counties shown in depth. */
export function endOld(sheet: Sheet, full: ReadonlySet<number>): Sheet {
  const endOf = ENDS[sheet.code];
  if (!endOf) return sheet;
  const ends = sheet.rows.map((cells) => endOf(asRow(sheet.header, cells), full));
  const header = [...new Set([...sheet.header, ...ends.flatMap(Object.keys)])];
  const rows = sheet.rows.map((cells, i) => {
    const row = { ...asRow(sheet.header, cells), ...ends[i] };
    return header.map((title) => row[title] ?? '');
  });
  return { code: sheet.code, header, rows };
}

/** Contracts on assets that lie in these counties. */
export function oldContractsOf(sheets: readonly Sheet[], counties: ReadonlySet<number>): OldContract[] {
  const places = new Map(rowsOf(sheets, 'assets').map((row) => [row.资产编号, row.所在地区代码]));
  return rowsOf(sheets, 'asset-contracts').flatMap(({ 合同编号: number = '', 资产编号: asset = '', ...row }) => {
    const place = places.get(asset) ?? '';
    if (!counties.has(Number(place.slice(0, 6)))) return [];
    return [{ number, asset, place, yearly: row.年约定收益 ?? '', until: row.截止日期 ?? '' }];
  });
}

export function runningWorkshopsOf(sheets: readonly Sheet[]): string[] {
  return rowsOf(sheets, 'workshops').flatMap(({ 车间编号: number = '', 关闭日期 }) => (关闭日期 ? [] : [number]));
}

/** Who was insured on the day of T0. */
export function insuredOf(sheets: readonly Sheet[]): { county: number; code: string; persons: number }[] {
  return rowsOf(sheets, 'insurance-policies')
    .filter((row) => (row.起保日期 ?? '') >= '2022-01-01' && (row.保障截止日期 ?? '') >= T0)
    .map(({ 旗县代码: code = '', 参保人数 }) => ({
      county: Number(code.slice(0, 6)),
      code,
      persons: Number(参保人数),
    }));
}

/** Pairs that stand, of the league: with its counties all, with villages those of the counties in depth. */
export function oldPairingsOf(sheets: readonly Sheet[], counties: readonly PresentCounty[]): OldPairing[] {
  const whose = new Map(counties.map(({ county, isFull }) => [county, isFull]));
  return rowsOf(sheets, 'pairings').flatMap(
    ({ 结对编号: number = '', 受帮扶地区代码: place = '', 结对类型: kind = '', 结束日期 }) => {
      const isFull = whose.get(Number(place.slice(0, 6)));
      const isKept = isFull || (isFull === false && place.endsWith('000000'));
      return isKept && !结束日期 ? [{ number, place, kind }] : [];
    },
  );
}
