// A file written line by line through one block of memory. Writing is synchronous: the generator is a pure loop, and a
// stream would hold what the disk has not taken yet.

import { closeSync, openSync, writeSync } from 'node:fs';

const BLOCK_BYTES = 1 << 20;

export type LineFile = {
  readonly lines: number;
  readonly bytes: number;
  add: (line: string) => void;
  close: () => void;
};

/** `encode` turns a line into other bytes than UTF-8. */
export function openLineFile(path: string, encode?: (text: string) => Uint8Array): LineFile {
  const descriptor = openSync(path, 'w');
  const block = Buffer.allocUnsafe(BLOCK_BYTES);
  let used = 0;
  let lines = 0;
  let bytes = 0;

  function flush(): void {
    for (let done = 0; done < used; ) done += writeSync(descriptor, block, done, used - done);
    bytes += used;
    used = 0;
  }

  return {
    get lines() {
      return lines;
    },
    get bytes() {
      return bytes;
    },
    add(line) {
      if (used + line.length * 3 + 1 > BLOCK_BYTES) flush();
      if (encode) {
        const encoded = encode(line);
        block.set(encoded, used);
        used += encoded.length;
      } else {
        used += block.write(line, used);
      }
      block[used++] = 10;
      lines++;
    },
    close() {
      flush();
      closeSync(descriptor);
    },
  };
}
