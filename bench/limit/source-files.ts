// The files of a folder by dataset, as UTF-8 CSV. What comes in GB18030 or as a workbook is rewritten into a temporary
// folder first; this is not timed, since it is no work of a database.

import { closeSync, openSync, readdirSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';

/** `base` is the name that the matches file tells; `path` is what DuckDB reads. */
export type SourceFile = { dataset: string; base: string; path: string; columns: string[]; crlf: boolean };

const SYNONYMS: Record<string, string> = {
  身份证号: '证件号码',
  身份证号码: '证件号码',
  公民身份号码: '证件号码',
  户主身份证号: '户主证件号码',
  户主身份证号码: '户主证件号码',
  村代码: '嘎查村代码',
  行政村代码: '嘎查村代码',
  流水号: '结算流水号',
};

const HEAD_BYTES = 1 << 18;

function readHead(path: string): { bytes: Buffer; whole: boolean } {
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(HEAD_BYTES);
  const length = readSync(file, buffer);
  closeSync(file);
  return { bytes: buffer.subarray(0, length), whole: length < HEAD_BYTES };
}

function isUtf8(head: { bytes: Buffer; whole: boolean }): boolean {
  const end = head.whole ? head.bytes.length : head.bytes.lastIndexOf(10);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head.bytes.subarray(0, end));
    return true;
  } catch {
    return false;
  }
}

async function workbookToCsv(from: string, to: string): Promise<void> {
  const rows = (await readXlsx(readFileSync(from))).sheets[0]?.rows ?? [];
  const line = (row: unknown[]) => row.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(',');
  const width = Math.max(...rows.map((row) => row.length));
  const padded = rows.map((row) => line([...row, ...Array.from({ length: width - row.length }, () => '')]));
  writeFileSync(to, `${padded.join('\n')}\n`);
}

async function prepare(folder: string, temporary: string, dataset: string, base: string): Promise<SourceFile> {
  let path = join(folder, base);
  if (base.endsWith('.xlsx')) {
    path = join(temporary, `${base}.csv`);
    await workbookToCsv(join(folder, base), path);
  } else if (!isUtf8(readHead(path))) {
    path = join(temporary, base);
    writeFileSync(path, new TextDecoder('gb18030').decode(readFileSync(join(folder, base))));
  }
  const { bytes } = readHead(path);
  const first = bytes.toString('utf8', 0, bytes.indexOf(10)).replace(/^\ufeff/, '');
  const names = first
    .replace(/\r$/, '')
    .split(',')
    .map((name) => name.replace(/["\s\u3000]/g, ''));
  return { dataset, base, path, columns: names.map((name) => SYNONYMS[name] ?? name), crlf: first.endsWith('\r') };
}

/** The files of each named dataset (`name.csv`, `name-1.csv`, `name.xlsx`), in the order of their names. */
export async function findSources(
  folder: string,
  temporary: string,
  datasets: readonly string[],
): Promise<SourceFile[]> {
  const found: SourceFile[] = [];
  const names = readdirSync(folder).sort();
  for (const dataset of datasets) {
    const pattern = new RegExp(`^${dataset}(-\\d+)?\\.(csv|xlsx)$`);
    for (const base of names.filter((name) => pattern.test(name)))
      found.push(await prepare(folder, temporary, dataset, base));
  }
  return found;
}

/** The FROM clause that reads a file as text columns. One record is one physical line here. */
export function scan(source: SourceFile, required: readonly string[]): string {
  for (const column of required)
    if (!source.columns.includes(column)) throw new Error(`${source.base}: column ${column} is missing`);
  const types = source.columns.map((column) => `'${column}': 'VARCHAR'`).join(', ');
  const newLine = source.crlf ? '\\r\\n' : '\\n';
  return `read_csv('${source.path}', columns = {${types}}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', new_line = '${newLine}')`;
}
