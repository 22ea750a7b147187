// About how many lines a file has, from samples: for memory that has to be taken before the file is read.

import { open } from 'node:fs/promises';

const SAMPLES = 32;
const SAMPLE_BYTES = 64 * 1024;
const LINE_FEED = 10;

/** Exact where the file is small. */
export async function estimateLines(path: string): Promise<number> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const buffer = new Uint8Array(SAMPLE_BYTES);
    const step = Math.max(SAMPLE_BYTES, Math.floor(size / SAMPLES));
    let lines = 0;
    let bytes = 0;
    for (let from = 0; from < size; from += step) {
      const { bytesRead } = await file.read(buffer, 0, SAMPLE_BYTES, from);
      bytes += bytesRead;
      for (let i = 0; i < bytesRead; i++) if (buffer[i] === LINE_FEED) lines++;
    }
    return bytes === 0 ? 0 : Math.ceil((lines / bytes) * size) + 1;
  } finally {
    await file.close();
  }
}
