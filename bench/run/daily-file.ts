// A department's file of an ordinary day: settlements of people who are in the data, with serial numbers nobody has used.

import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';

/** Writes the first `rows` records of a settlement file again, each serial number changed. */
export async function writeDailyFile(from: string, to: string, rows: number): Promise<void> {
  const target = createWriteStream(to);
  let count = 0;
  for await (const line of createInterface({ input: createReadStream(from) })) {
    target.write(count === 0 ? `${line}\n` : `${line.replace(/\bS(\d+)/, 'DAILY$1')}\n`);
    if (count++ === rows) break;
  }
  target.end();
  await finished(target);
}
