// Figures, the rows behind them and comparisons as CSV, in the columns of the data contract §7.

import { type CsvCell, csvLine } from '../../../platform/server/tables/csv/csv-write.ts';
import type { Answer } from '../domain/answer.ts';
import type { RowChange } from './changes.ts';
import type { Compared } from './compare.ts';
import type { FigureRow } from './rows.ts';

type Row = readonly CsvCell[];

/** UTF-8 with BOM, LF. `forSpreadsheets`: for files that people open. */
function csvOf(header: Row, rows: readonly Row[], options: { forSpreadsheets?: boolean } = {}): string {
  return `\ufeff${csvLine(header)}${rows.map((row) => csvLine(row, options)).join('')}`;
}

export type FigureLine = Answer & { id: string; name: string; unit: string; area: number; asOf: string };

const FIGURE_COLUMNS = ['指标', '名称', '地区', '时点', '数值', '显示', '单位', '状态'];

export function figuresCsv(lines: readonly FigureLine[]): string {
  return csvOf(
    FIGURE_COLUMNS,
    lines.map(({ id, name, area, asOf, value, shown, unit, status }) => [
      id,
      name,
      String(area),
      asOf,
      value,
      shown,
      unit,
      status,
    ]),
  );
}

/** As the page shows them: beside each what was published of it. */
export function pageCsv(lines: readonly FigureLine[], published: readonly Compared[]): string {
  const of = new Map(published.map((one) => [one.id, one]));
  return csvOf(
    [...FIGURE_COLUMNS, '公布日期', '公布文本', '一致', '差额', '说明'],
    lines.map(({ id, name, area, asOf, value, shown, unit, status }) => {
      const told = of.get(id);
      return [
        ...[id, name, String(area), asOf, value, shown, unit, status],
        ...[
          told?.publishedOn ?? '',
          told?.publishedText ?? '',
          told?.same ?? '',
          told?.difference ?? '',
          told?.reason ?? '',
        ],
      ];
    }),
    { forSpreadsheets: true },
  );
}

export const ROWS_HEAD = csvOf(['部分', '登记', '主键', '地区', '对象', '数额', '起', '止', '来源'], []);

export function rowsCsv(rows: readonly FigureRow[], options: { forSpreadsheets?: boolean } = {}): string {
  const cells = ({ part, register, key, place, object, amount, since, until, source }: FigureRow): Row => [
    ...[part, register, key, String(place), object, amount],
    ...[since, until, source],
  ];
  return rows.map((row) => csvLine(cells(row), options)).join('');
}

const CHANGES = { came: '增加', went: '减少' } as const;

/** Rows that count on one of two days alone. */
export function changesCsv(rows: readonly RowChange[]): string {
  return csvOf(
    ['变化', '部分', '登记', '主键', '地区', '对象', '数额', '来源'],
    rows.map(({ change, part, register, key, place, object, amount, source }) => [
      ...[CHANGES[change], part, register, key, String(place), object, amount, source],
    ]),
    { forSpreadsheets: true },
  );
}

const COMPARED_COLUMNS = [
  '指标',
  '名称',
  '地区',
  '时点',
  '公布文本',
  '公布日期',
  '数值',
  '显示',
  '一致',
  '差额',
  '说明',
];

export function comparedCsv(compared: readonly Compared[]): string {
  return csvOf(
    COMPARED_COLUMNS,
    compared.map(({ id, name, area, asOf, publishedText, publishedOn, value, shown, same, difference, reason }) => [
      ...[id, name, String(area), asOf, publishedText, publishedOn],
      ...[value, shown, same, difference, reason],
    ]),
  );
}
