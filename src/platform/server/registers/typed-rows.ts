// What is typed of rows goes the way of a file, so the same rules hold and are told in the same words.

import { sql } from 'kysely';
import { formatDate } from '../../../kernel/plain-date.ts';
import type { Catalogue } from '../../../kernel/register/catalogue.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { CellValue } from '../../../kernel/register/kinds/kind-rules.ts';
import { KIND_RULES } from '../../../kernel/register/kinds.ts';
import type { RefusalCode } from '../../../kernel/register/refusals.ts';
import type { Tx } from '../db.ts';
import { type Keys, sealSame } from '../keys.ts';
import { applySet, settleChanges } from './apply.ts';
import { type Column, columnsOf } from './columns.ts';
import { type JudgeTools, judgeSet } from './judge/judge-set.ts';
import { type ReadRow, rowReader } from './read-row.ts';
import { reasonText } from './refused/refused-file.ts';
import type { RegionDoor } from './region-door.ts';
import { makeSetRows, refusalTable, setTable } from './set-rows.ts';
import { makeStaging, stagedTable } from './stage.ts';

export type Values = Record<string, unknown>;
export type RecordTools = { catalogue: Catalogue; regions: RegionDoor } & JudgeTools;

/** The cell a value would have in a file; undefined where nothing is said. */
function cellOf(column: Column, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (value === null || value === '') return '';
  // What is shown instead of a secret says that it stays.
  if (column.field.secret && typeof value === 'string' && value.includes('*')) return value;
  return KIND_RULES[column.field.kind].write(value, column.field);
}

type Cells = ReadonlyMap<number, string>;

function cellsOf(columns: readonly Column[], values: Values): Cells {
  return new Map(
    columns.flatMap((column) => {
      const cell = cellOf(column, values[column.name]);
      return cell === undefined ? [] : [[column.at, cell] as const];
    }),
  );
}

async function regionsNamed(tx: Tx, regions: RegionDoor, rows: readonly Cells[]) {
  const cells = rows.flatMap((row) => [...row.values()]);
  const codes = cells.flatMap((cell) => cell.match(/\d{6,12}/g) ?? []).map((digits) => Number(digits.padEnd(12, '0')));
  return regions.levels(tx, codes);
}

function stagedValue({ copied }: Column, value: CellValue | undefined, keys: Keys): unknown {
  if (value === undefined) return null;
  if (copied === 'sealed') return sealSame(keys, String(value));
  return copied === 'date' ? formatDate(Number(value)) : value;
}

async function stageRow(tx: Tx, register: RegisterDefinition, row: ReadRow, ord: number, keys: Keys): Promise<void> {
  const columns = columnsOf(register);
  const codes = row.refusals.map(({ at, code }) => `${at}:${code}`).join(',') || null;
  const values = columns.map((column) => stagedValue(column, row.values[column.at], keys));
  await tx.run(sql`insert into ${sql.raw(stagedTable(register))}
    (ord, line, said, unread, starred, codes, ${sql.raw(columns.map(({ column }) => column).join(', '))})
    values (${ord}, 1, ${row.said}, ${row.unread}, ${row.starred}, ${codes}, ${sql.join(values)})`);
}

export type JudgedRow = {
  /** The record its key finds. */
  recordId: number | undefined;
  refusals: { column: string | null; code: RefusalCode }[];
};

/** Rows as they would stand, judged together, in the order given; they wait in the set's tables for `saveTyped`. */
export async function judgeTyped(
  tx: Tx,
  { catalogue, regions, ...tools }: RecordTools,
  register: RegisterDefinition,
  rows: readonly Values[],
): Promise<JudgedRow[]> {
  const columns = columnsOf(register);
  const cells = rows.map((values) => cellsOf(columns, values));
  const read = rowReader(register, await regionsNamed(tx, regions, cells));
  await makeStaging(tx, register);
  // Rows of a set are counted from 1: 0 is what is stored.
  for (const [i, row] of cells.entries())
    await stageRow(
      tx,
      register,
      read((at) => row.get(at)),
      i + 1,
      tools.keys,
    );
  await makeSetRows(tx, register);
  await judgeSet(tx, { catalogue, registers: [register] }, tools);
  const codes = await tx.rows<{ ord: number; at: number; code: RefusalCode }>(
    sql.raw(`select ord, at, code from ${refusalTable(register)} order by ord, at, code`),
  );
  const found = await tx.rows<{ ord: number; recordId: number | null }>(
    sql.raw(`select ord, record_id from ${setTable(register)}`),
  );
  const recordIds = new Map(found.map(({ ord, recordId }) => [ord, recordId ?? undefined]));
  return rows.map((_, i) => ({
    recordId: recordIds.get(i + 1),
    refusals: codes
      .filter(({ ord }) => ord === i + 1)
      .map(({ at, code }) => ({ column: columns[at]?.name ?? null, code })),
  }));
}

/** Reasons in words, without the codes that machines read. */
export function typedReasons(register: RegisterDefinition, { refusals }: JudgedRow): string {
  return reasonText(register, refusals).replace(/(^|；)[a-z0-9-]+ /g, '$1');
}

/** Writes those of the judged rows that nothing speaks against. */
export async function saveTyped(tx: Tx, register: RegisterDefinition): Promise<void> {
  await settleChanges(tx, register);
  await applySet(tx, register, null);
}
