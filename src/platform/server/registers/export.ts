// Valid rows of a register as a file that comes in again unchanged: secret columns as `*`, which an import does not read.

import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { type RawBuilder, sql } from 'kysely';
import { type RegisterDefinition, roleField } from '../../../kernel/register/define-register.ts';
import { KIND_RULES } from '../../../kernel/register/kinds.ts';
import type { Actor } from '../actor.ts';
import type { Database, Tx } from '../db.ts';
import { askReason } from '../lists/ask-reason.ts';
import { COPIED_TEXT, CopiedCsv } from '../tables/csv/copied-csv.ts';
import { csvLine } from '../tables/csv/csv-write.ts';
import { type SheetCell, writeXlsx } from '../tables/xlsx/xlsx-write.ts';
import { type Column, columnOf, columnsOf } from './columns.ts';

export type ExportRange = {
  /** Rows of this region and all below it. */
  area?: number;
  /** Only rows that count on this day: begun, and not over. */
  asOf?: string;
};

/** Header as it comes in again: money with its unit. */
export function exportTitle({ field }: Column): string {
  return field.kind.startsWith('money') ? `${field.title}(${field.unit})` : field.title;
}

/** Common columns go out where they hold something for whoever reads; 作废 does not: only valid rows do. */
function exportedColumns(register: RegisterDefinition): Column[] {
  return columnsOf(register).filter(({ name }) => name !== 'voided' && name !== 'voidReason');
}

/** The cell as text, in SQL over the row `t`, or another. */
export function cellSql({ column, field }: Column, alias = 't'): string {
  const stored = `${alias}.${column}`;
  if (field.secret === 'sealed') return `case when ${stored} is not null then '*' end`;
  if (field.secret === 'masked')
    return field.kind === 'name' ? `left(${stored}, 1) || '*'` : `case when ${stored} is not null then '*' end`;
  return KIND_RULES[field.kind].written(stored, field);
}

/** A text that a spreadsheet would run is given `'`, which an import takes away again. */
function guardedSql(column: Column): string {
  const cell = cellSql(column);
  return column.type === 'text' && column.field.kind !== 'choice'
    ? `case when ${cell} ~ '^[=+@\\-\\t\\r＝＋－＠]' then '''' || ${cell} else ${cell} end`
    : cell;
}

/** Which rows count, in SQL over the row `t`. */
export function countsSql(register: RegisterDefinition, { area, asOf }: ExportRange): string {
  const parts = ['not t.voided'];
  if (area !== undefined) parts.push(`t.place_code between ${area} and region_high(${area})`);
  if (asOf !== undefined) {
    const column = (role: 'since' | 'until' | 'through') => {
      const name = roleField(register, role);
      return name ? `t.${columnOf(register, name).column}` : undefined;
    };
    const since = column('since');
    const until = column('until');
    const through = column('through');
    if (since) parts.push(`(${since} is null or ${since} <= '${asOf}')`);
    if (until) parts.push(`(${until} is null or ${until} > '${asOf}')`);
    if (through) parts.push(`(${through} is null or ${through} >= '${asOf}')`);
  }
  return parts.join(' and ');
}

function cellsSql(register: RegisterDefinition, cell: (column: Column) => string): string {
  return exportedColumns(register)
    .map((column) => `${cell(column)} as ${column.column}`)
    .join(', ');
}

async function exportCsv(tx: Tx, register: RegisterDefinition, range: ExportRange, target: NodeJS.WritableStream) {
  target.write(`\ufeff${csvLine(exportedColumns(register).map(exportTitle))}`);
  const select = `select ${cellsSql(register, guardedSql)} from ${register.table} t
    where ${countsSql(register, range)} order by t.place_code, t.id`;
  await tx.copyOut(`copy (${select}) to stdout (${COPIED_TEXT})`, target, new CopiedCsv());
}

const PART = 5000;

async function* sheetRows(
  tx: Tx,
  register: RegisterDefinition,
  where: RawBuilder<unknown>,
): AsyncGenerator<SheetCell[]> {
  const names = exportedColumns(register).map(({ name }) => name);
  await tx.run(sql`declare exported cursor for select ${sql.raw(cellsSql(register, (column) => cellSql(column)))}
    from ${sql.raw(register.table)} t where ${where} order by t.place_code, t.id`);
  for (let count = 0; ; ) {
    const rows = await tx.rows<Record<string, string | null>>(sql.raw(`fetch ${PART} from exported`));
    count += rows.length;
    await askReason(tx, count);
    for (const row of rows) yield names.map((name) => row[name] ?? null);
    if (rows.length < PART) break;
  }
  await tx.script('close exported');
}

/** Rows of the register as a workbook, by a condition over `t`: put together in memory, for what people open. */
export async function exportXlsx(
  tx: Tx,
  register: RegisterDefinition,
  where: RawBuilder<unknown>,
): Promise<Uint8Array> {
  const header = exportedColumns(register).map((column) => ({
    title: exportTitle(column),
    kind: KIND_RULES[column.field.kind].sheet,
  }));
  return writeXlsx({ sheets: [{ name: register.code, header, rows: sheetRows(tx, register, where) }] });
}

/** Writes the file as its name ends, `.xlsx` or CSV; answers the number of rows. */
export async function exportToFile(
  db: Database,
  actor: Actor,
  register: RegisterDefinition,
  { out, ...range }: ExportRange & { out: string },
): Promise<number> {
  return db.bulk(actor, async (tx) => {
    const counted = await tx.first<{ rows: number }>(
      sql.raw(`select count(*)::int as rows from ${register.table} t where ${countsSql(register, range)}`),
    );
    if (/\.xlsx$/i.test(out)) await writeFile(out, await exportXlsx(tx, register, sql.raw(countsSql(register, range))));
    else {
      const target = createWriteStream(out);
      await exportCsv(tx, register, range, target);
      target.end();
      await finished(target);
    }
    const rows = counted?.rows ?? 0;
    const after = { register: register.code, ...range, rows };
    return {
      result: rows,
      audit: { operation: 'registers.export', subjectKind: 'file', subjectId: path.basename(out), after },
    };
  });
}
