import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalizeCell } from '../../../kernel/cell.ts';
import { normalizeName } from '../../../kernel/person-name.ts';
import { isPlainName, MOST_CELLS } from './bytes/cells.ts';
import { copyOf } from './bytes/lent.ts';
import { COMMAS } from './csv/csv-layout.ts';
import { parseCsv } from './csv/csv-parse.ts';
import { eachRecord } from './each-record.ts';

type Read = { line: number; texts: string[]; raw: string };

function throughBytes(text: string): Read[] {
  const out: Read[] = [];
  const bytes = copyOf(new TextEncoder().encode(text));
  eachRecord(
    { kind: 'csv', bytes, encoding: 'utf-8', firstLine: 2, endOffset: 0, layout: COMMAS },
    (cells, line, raw) => {
      const texts = Array.from({ length: cells.count }, (_, i) => cells.text(i));
      for (const [i, cell] of texts.entries()) {
        if (cells.isPlain(i)) expect(normalizeCell(cell)).toBe(cell);
        if (isPlainName(cells, i)) expect(normalizeName(normalizeCell(cell))).toBe(cell);
      }
      out.push({ line, texts, raw: raw() });
    },
  );
  return out;
}

function throughStrings(text: string): Read[] {
  const out: Read[] = [];
  parseCsv(text, 2, (cells, line, start, end) => {
    if (cells.every((cell) => normalizeCell(cell) === '')) return;
    out.push({ line, texts: cells.slice(), raw: text.slice(start, end) });
  });
  return out;
}

const piece = fc.constantFrom(
  ',',
  '\n',
  '\r\n',
  '\r',
  '"',
  '王',
  '其其格',
  '·',
  '\u3000',
  '=',
  "'",
  ' ',
  'x',
  '1',
  '1',
  '．',
);
const pieces = fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 40 });

test('records read from bytes are those read from strings, and plain cells need no normalising', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('');
      expect(throughBytes(text)).toEqual(throughStrings(text));
    }),
  );
});

test('more cells than usual, and none at all', () => {
  expect(throughBytes(`${'a,'.repeat(200)}\n\n,\n`)).toEqual(throughStrings(`${'a,'.repeat(200)}\n\n,\n`));
});

test.each([
  ['from bytes', throughBytes],
  ['from strings', throughStrings],
])('a record wider than any sheet is not held cell by cell, and tells what stands beyond: %s', (_how, read) => {
  const commas = ','.repeat(MOST_CELLS * 3);
  const [far, quoted] = read(`1${commas} ,末${commas}尾\n"1"${commas}末${commas}尾\n`);
  expect([far?.texts.length, quoted?.texts.length]).toEqual([MOST_CELLS + 1, MOST_CELLS + 1]);
  expect([far?.texts.at(-1), quoted?.texts.at(-1)]).toEqual(['末', '末']);
  expect(far?.raw.length).toBe(commas.length * 2 + 5);
  const [blank] = read(`1${commas}\n`);
  expect([blank?.texts.length, blank?.texts.at(-1)]).toEqual([MOST_CELLS + 1, '']);
});
