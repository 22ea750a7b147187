// Forms that are lists of one register, as data, and the rows of one.

import { sql } from 'kysely';
import { BLANK, type OfficialDocument } from '../../../../kernel/papers/model.ts';
import { dayTextWords } from '../../../../kernel/papers/wording.ts';
import type { RegionRange } from '../../../../kernel/region-code.ts';
import { columnName, type RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { Tx } from '../../db.ts';
import type { SheetCell, SheetColumn } from '../../tables/xlsx/xlsx-write.ts';
import { columnOf } from '../columns.ts';
import { shownSql } from '../shown-row.ts';
import { type FormColumn, formCell, formColumn, type Reckoned } from './form-cells.ts';

/** A column that the form reads by an expression over the row `t` and the day of the form, `d.today`. */
export type ReadColumn = Reckoned & { sql: string };

/** Which rows of a register, `t`, on the day `d.today`, with which columns; secret fields stand as they are shown. */
export type RegisterForm = {
  register: RegisterDefinition;
  columns: readonly (string | Reckoned | ReadColumn)[];
  where: string;
};

/** A county's register; more is no form any more. */
const MOST_ROWS = 20_000;

export type FormSheet = {
  header: SheetColumn[];
  rows: SheetCell[][];
  /** What stands over the table beside place and day: 2022 年第一季度. */
  about?: string;
};

function selected({ register, columns }: RegisterForm): string {
  const parts = columns.flatMap((column) => {
    if (typeof column === 'string') return `${shownSql(columnOf(register, column))} as ${columnName(column)}`;
    return 'sql' in column ? `${column.sql} as ${columnName(column.name)}` : [];
  });
  return parts.join(', ');
}

/** Rows of an area on an ISO day in the order of places and keys, numbered; `namesOf` tells what regions are called. */
export async function readRegisterForm(
  tx: Tx,
  form: RegisterForm,
  { range: { low, high }, day }: { range: RegionRange; day: string },
  namesOf: (tx: Tx, codes: readonly number[]) => Promise<Map<number, string>>,
): Promise<FormSheet> {
  const { register, where } = form;
  const columns: readonly FormColumn[] = form.columns;
  const rows = await tx.rows<Record<string, unknown>>(sql`
    select ${sql.raw(selected(form))} from ${sql.raw(register.table)} t cross join (select ${day}::date as today) d
    where not t.voided and t.place_code between ${low} and ${high} and (${sql.raw(where)})
    order by t.place_code, ${sql.raw(register.key.map((name) => `t.${columnName(name)}`).join(', '))}, t.id limit ${MOST_ROWS}`);
  const places = columns.filter(
    (column) => typeof column === 'string' && register.fields[column]?.kind === 'region-code',
  );
  const codes = rows.flatMap((row) => places.map((column) => Number(row[column as string])));
  const names = await namesOf(tx, [...new Set(codes)]);
  return {
    header: [{ title: '序号', kind: 'number', width: 6 }, ...columns.map((column) => formColumn(register, column))],
    rows: rows.map((row, i) => [i + 1, ...columns.map((column) => formCell(register, column, row, names))]),
  };
}

type FormHead = {
  title: string;
  place: string;
  /** An ISO day. */
  day: string;
  year?: number | undefined;
};

/** The same as a paper: for Word, print and workbook alike. */
export function formPaper({ title, place, day, year }: FormHead, { header, rows, about }: FormSheet): OfficialDocument {
  const head = [
    `地区：${place}`,
    ...(year === undefined ? [] : [`年度：${year}`]),
    ...(about === undefined ? [] : [about]),
    `日期：${dayTextWords(day)}`,
  ];
  return {
    title: `${place}${title}`,
    blocks: [
      { kind: 'paragraph', as: 'note', text: head.join('　') },
      {
        kind: 'table',
        columns: header.map(({ title: column, kind, width = 12 }) => ({
          ...{ title: column, share: width },
          ...(kind === 'number' ? { align: 'right' as const, number: true as const } : {}),
        })),
        rows: rows.map((row) => row.map((cell) => (cell === null || cell === '' ? BLANK : String(cell)))),
      },
    ],
  };
}
