// The rows a set refused, as they were received, with file, line and reason beside them: mended, the workbook is handed in again.

import { sql } from 'kysely';
import type { Catalogue } from '../../../../kernel/register/catalogue.ts';
import { allFields, type RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import { type RefusalCode, refusalWords } from '../../../../kernel/register/refusals.ts';
import type { Database, Tx } from '../../db.ts';
import { type Keys, open } from '../../keys.ts';
import { type SheetToWrite, writeXlsx } from '../../tables/xlsx/xlsx-write.ts';

type KeptFile = { name: string; register: string; header: string[] };
type RefusedRow = {
  fileNo: number;
  line: number;
  codes: { column: string | null; code: RefusalCode }[];
  cellsSealed: Buffer;
};

/** More do not fit a workbook that people mend by hand. */
const MOST_ROWS = 100_000;
const TAIL = ['文件', '行号', '原因'];

/** `bad-date “下发日期”不是日期…;missing …`: the code first, for machines. */
export function reasonText(register: RegisterDefinition, codes: RefusedRow['codes']): string {
  const fields = new Map(allFields(register));
  return codes
    .map(({ column, code }) => {
      const field = column === null ? undefined : fields.get(column);
      return `${code} ${column ? `“${field?.title ?? column}”` : ''}${refusalWords(code, field)}`;
    })
    .join('；');
}

/** Headers of all files of the register that have refused rows, each once. */
function headerOf(files: readonly KeptFile[]): string[] {
  const titles: string[] = [];
  for (const { header } of files)
    for (const title of header) if (title.trim() !== '' && !titles.includes(title)) titles.push(title);
  return titles.filter((title) => !TAIL.includes(title.trim()));
}

function sheetOf(
  register: RegisterDefinition,
  files: readonly KeptFile[],
  rows: RefusedRow[],
  keys: Keys,
): SheetToWrite {
  const header = headerOf(files.filter((_, fileNo) => rows.some((row) => row.fileNo === fileNo)));
  return {
    name: register.code,
    header: [
      ...header.map((title) => ({ title, kind: 'text' as const })),
      { title: '文件', kind: 'text' },
      { title: '行号', kind: 'text' },
      { title: '原因', kind: 'text', width: 60 },
    ],
    redColumns: ['原因'],
    rows: rows.map(({ fileNo, line, codes, cellsSealed }) => {
      const { name = '', header: own = [] } = files[fileNo] ?? {};
      const cells = JSON.parse(open(keys, cellsSealed)) as string[];
      const received = header.map((title) => cells[own.indexOf(title)] ?? '');
      return [...received, name, String(line), reasonText(register, codes)];
    }),
  };
}

async function readRows(tx: Tx, setId: number, code: string): Promise<RefusedRow[]> {
  return tx.rows(sql<RefusedRow>`select file_no, line, codes, cells_sealed from register_refusals
    where set_id = ${setId} and register = ${code} order by file_no, line limit ${MOST_ROWS}`);
}

/** One sheet per register, named by its code. The caller has shown the set to be the actor's: sealed rows are read as the owner. */
export async function refusedWorkbook(db: Database, keys: Keys, catalogue: Catalogue, setId: number): Promise<Buffer> {
  const sheets = await db.bulkRead(async (tx) => {
    const set = await tx.first<{ files: KeptFile[] }>(sql`select files from register_sets where id = ${setId}`);
    const files = set?.files ?? [];
    const made: SheetToWrite[] = [];
    for (const code of new Set(files.map(({ register }) => register))) {
      const register = catalogue.find(code);
      const rows = register ? await readRows(tx, setId, code) : [];
      // Other files keep their number, so that a row finds its own.
      const own = files.map((file) => (file.register === code ? file : { ...file, header: [] }));
      if (register && rows.length > 0) made.push(sheetOf(register, own, rows, keys));
    }
    return made;
  });
  const nothing: SheetToWrite = { name: '没有未收录行', header: [{ title: '没有未收录行', kind: 'text' }], rows: [] };
  return Buffer.from(await writeXlsx({ sheets: sheets.length > 0 ? sheets : [nothing] }));
}
