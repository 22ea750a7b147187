import { expect, test } from 'vitest';
import { openSpool } from './spool-file.ts';

test('gives back what was written, and has no name that could outlive the program', async () => {
  const file = await openSpool();
  try {
    expect((await file.stat()).nlink).toBe(0);
    await file.write(Buffer.from('first,'));
    await file.write(Buffer.from('second'));
    const chunks: Buffer[] = [];
    for await (const chunk of file.createReadStream({ start: 0, autoClose: false })) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toBe('first,second');
  } finally {
    await file.close();
  }
});
