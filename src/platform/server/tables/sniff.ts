// Decides what a file is by looking at its bytes: names and declared types are often wrong.

import { isAscii, isUtf8 } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import { Problem } from '../../../kernel/problem.ts';
import './problems.ts';

export type Sniffed = { format: 'csv' | 'xlsx'; encoding: 'utf-8' | 'gb18030'; bomBytes: number; byteSize: number };

const HEAD_BYTES = 1 << 20;
const SAMPLES = 8;
const SAMPLE_BYTES = 64 * 1024;

/** First bytes, in hexadecimal, of what is handed in by mistake. */
const NOT_TABLES: [string, string][] = [
  ['25504446', ' PDF 文档'],
  ['89504e47', '图片'],
  ['ffd8ff', '图片'],
  ['47494638', '图片'],
  ['49492a00', '图片'],
  ['4d4d002a', '图片'],
  ['52494646', '图片、声音或影像'],
  ['526172211a07', '压缩包'],
  ['377abcaf271c', '压缩包'],
  ['1f8b08', '压缩包'],
  ['7f454c46', '程序'],
];

export async function sniffTable(path: string): Promise<Sniffed> {
  const file = await open(path, 'r');
  try {
    const { size: byteSize } = await file.stat();
    if (byteSize === 0) throw new Problem('tables.empty');
    const head = await readAt(file, 0, HEAD_BYTES);
    if (startsWith(head, '504b0304') || startsWith(head, '504b0506'))
      return { format: 'xlsx', encoding: 'utf-8', bomBytes: 0, byteSize };
    refuseOthers(head);
    const bomBytes = startsWith(head, 'efbbbf') ? 3 : startsWith(head, '84319533') ? 4 : 0;
    if (bomBytes > 0) return { format: 'csv', encoding: bomBytes === 3 ? 'utf-8' : 'gb18030', bomBytes, byteSize };
    return { format: 'csv', encoding: await judgeEncoding(file, head, byteSize), bomBytes, byteSize };
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function startsWith(head: Buffer, hex: string): boolean {
  return head.subarray(0, hex.length / 2).toString('hex') === hex;
}

function refuseOthers(head: Buffer): void {
  if (startsWith(head, 'd0cf11e0')) throw new Problem('tables.old-excel');
  if (startsWith(head, 'fffe') || startsWith(head, 'feff')) throw new Problem('tables.utf16');
  const found = NOT_TABLES.find(([hex]) => startsWith(head, hex));
  if (found) throw new Problem('tables.not-a-table', { found: found[1] });
  // Older systems write a web page and call it .xls.
  const start = head
    .subarray(0, 256)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '');
  if (/^\s*<(!doctype|html|head|meta|table|\?xml)/i.test(start))
    throw new Problem('tables.not-a-table', { found: '网页或 XML' });
  const nuls = countNuls(head);
  if (nuls.all < 16 || nuls.all * 100 < head.length) return;
  // Text in UTF-16 has its zeros on one side of every pair.
  if (nuls.even * 20 < nuls.all || (nuls.all - nuls.even) * 20 < nuls.all) throw new Problem('tables.utf16');
  throw new Problem('tables.not-a-table', { found: '二进制数据' });
}

function countNuls(bytes: Buffer): { all: number; even: number } {
  let all = 0;
  let even = 0;
  for (let i = bytes.indexOf(0); i >= 0; i = bytes.indexOf(0, i + 1)) {
    all++;
    if (i % 2 === 0) even++;
  }
  return { all, even };
}

/**
 * The first part with characters beyond ASCII decides: the head, else samples through the file. A few damaged bytes do not
 * turn UTF-8 into GB18030; what cannot be decoded later reads as U+FFFD and costs its own row only.
 */
async function judgeEncoding(file: FileHandle, head: Buffer, byteSize: number): Promise<'utf-8' | 'gb18030'> {
  const ofHead = encodingOf(head);
  if (ofHead || byteSize <= HEAD_BYTES) return ofHead ?? 'utf-8';
  const step = Math.max(1, Math.floor((byteSize - HEAD_BYTES) / SAMPLES));
  for (let i = 1; i <= SAMPLES; i++) {
    const position = Math.max(HEAD_BYTES, HEAD_BYTES + i * step - SAMPLE_BYTES);
    const ofSample = encodingOf(await readAt(file, position, SAMPLE_BYTES));
    if (ofSample) return ofSample;
  }
  return 'utf-8';
}

/** Undefined where every byte is ASCII. The part may begin and end inside a character. */
function encodingOf(bytes: Buffer): 'utf-8' | 'gb18030' | undefined {
  if (isAscii(bytes)) return undefined;
  if (isUtf8(wholeCharacters(bytes))) return 'utf-8';
  const { good, bad } = countSequences(bytes);
  return good > bad * 10 ? 'utf-8' : 'gb18030';
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** Without what may be the rest of a character at the beginning, and the first bytes of one at the end. */
function wholeCharacters(bytes: Buffer): Buffer {
  let from = 0;
  while (from < 3 && isContinuation(bytes[from])) from++;
  let last = bytes.length - 1;
  while (last > bytes.length - 4 && isContinuation(bytes[last])) last--;
  return bytes.subarray(from, (bytes[last] ?? 0) < 0x80 ? bytes.length : last);
}

/** Sound multi-byte sequences of UTF-8, and bytes that belong to none. */
function countSequences(bytes: Buffer): { good: number; bad: number } {
  let good = 0;
  let bad = 0;
  let i = 0;
  while (i < 3 && isContinuation(bytes[i])) i++;
  while (i < bytes.length) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    if (length > 0 && i + length > bytes.length) break;
    if (length > 0 && lead < 0xf5 && isUtf8(bytes.subarray(i, i + length))) {
      good++;
      i += length;
    } else {
      bad++;
      i++;
    }
  }
  return { good, bad };
}
