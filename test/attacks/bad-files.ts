// Files that are wrong in every way a department can think of, made in a folder of the test.

import { closeSync, openSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import exceljs from 'exceljs';

const MB = 1 << 20;

let made = 0;

/** Writes the bytes into a new file and answers its path. */
export function fileOf(folder: string, bytes: string | Uint8Array, extension = 'csv'): string {
  const file = path.join(folder, `bad-${made++}.${extension}`);
  writeFileSync(file, bytes);
  return file;
}

/**
 * `head`, then `unit` over and over: `written` bytes of it for real, the rest up to `size` a hole of zeros, which stands for
 * the same again and costs no disk.
 */
export function hugeFile(folder: string, head: string, unit: string, size: number, written = 48 * MB): string {
  const file = fileOf(folder, head);
  const block = Buffer.from(unit.repeat(Math.ceil(MB / unit.length)));
  const handle = openSync(file, 'a');
  for (let bytes = 0; bytes < written; bytes += block.length) writeSync(handle, block);
  closeSync(handle);
  truncateSync(file, size);
  return file;
}

/** A workbook whose first row is the header, as a spreadsheet program writes it. */
export async function workbook(header: string[], rows: exceljs.CellValue[][]): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  book.addWorksheet('表').addRows([header, ...rows]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

type Part = { name: string; content: string | Buffer };

/** A ZIP archive of the parts, deflated. */
export function zipOf(parts: Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const about = Buffer.alloc(24);
    Buffer.from('140000000800000021000000', 'hex').copy(about);
    about.writeUInt32LE(crc32(bytes), 10);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(packed.length, 0);
    sizes.writeUInt32LE(bytes.length, 4);
    sizes.writeUInt16LE(name.length, 8);
    const common = Buffer.concat([about.subarray(0, 14), sizes]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, Buffer.from(name), packed]);
    directory.push(Buffer.from('504b01021400', 'hex'), common, place, Buffer.from(name));
    locals.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, list, end]);
}

/** A workbook of some hundred kilobytes whose sheet unpacks to `megabytes`. */
export function zipBomb(megabytes: number): Buffer {
  return zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
    { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(megabytes * MB, ' ') },
  ]);
}
