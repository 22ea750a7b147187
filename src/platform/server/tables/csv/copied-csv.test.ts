import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { CopiedCsv } from './copied-csv.ts';

function csvOf(...chunks: string[]): Promise<string> {
  return text(Readable.from(chunks.map((chunk) => Buffer.from(chunk))).pipe(new CopiedCsv()));
}

test.each([
  ['plain lines pass', ['甲.csv,2,id,15\n甲.csv,3,bad-id,\n'], '甲.csv,2,id,15\n甲.csv,3,bad-id,\n'],
  ['a line over two chunks', ['a,1\nb', 'c,2\n'], 'a,1\nbc,2\n'],
  ['a comma', ['a\\,b,1\n'], '"a,b",1\n'],
  ['a quote', ['a"b,1\nc,2\n'], '"a""b",1\nc,2\n'],
  ['a backslash', ['a\\\\b,1\n'], 'a\\b,1\n'],
  ['line ends in a cell', ['a\\r\\nb,1\n'], '"a\r\nb",1\n'],
])('%s', async (_, chunks, csv) => expect(await csvOf(...chunks)).toBe(csv));

test('bytes cut anywhere give the same', async () => {
  const whole = Buffer.from('其其格"甲\\,乙,1\n平,2\n');
  for (let at = 1; at < whole.length; at++) {
    const cut = Readable.from([whole.subarray(0, at), whole.subarray(at)]).pipe(new CopiedCsv());
    expect(await text(cut)).toBe('"其其格""甲,乙",1\n平,2\n');
  }
});
