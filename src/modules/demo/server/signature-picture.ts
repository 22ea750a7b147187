// A picture for records of the demonstration: a line as from a pen on white paper, as PNG.

import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 320;
const HEIGHT = 120;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Greyscale, one byte a pixel; another `seed` is another hand. */
export function drawSignature(seed: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.writeUInt8(8, 8);
  // Each row begins with its filter, none.
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT, 0xff);
  for (let y = 0; y < HEIGHT; y++) rows[y * (WIDTH + 1)] = 0;
  for (let t = 0; t < 4000; t++) {
    const along = t / 4000;
    const x = 30 + along * (WIDTH - 60) + 18 * Math.sin(along * (23 + (seed % 7)));
    const y = HEIGHT / 2 + 30 * Math.sin(along * (17 + (seed % 5)) + seed) * Math.cos(along * 5);
    for (const thick of [0, 1, 2]) rows[(Math.round(y) + thick) * (WIDTH + 1) + 1 + Math.round(x)] = 0x20;
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
