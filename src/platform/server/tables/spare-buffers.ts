// Memory that goes round between the threads of a load. A chunk is read into a spare buffer and handed to a worker, whose
// rows then go into the buffer of an earlier chunk; the rows' buffer, once written, is what the next chunk is read into.
// Buffers that are dropped instead lie outside the heap until their small owners are collected, and clearing new ones costs
// as much as filling them.

/** Room for a chunk (csv-split.ts) or for the rows made of it. */
const SIZE = 3 << 20;
/** More than go round at a time are let go of. */
const MOST = 6;

const spare: ArrayBuffer[] = [];

/** At least `length` bytes, holding anything. */
export function takeSpare(length: number): Uint8Array<ArrayBuffer> {
  const found = length <= SIZE ? spare.pop() : undefined;
  return new Uint8Array(found ?? new ArrayBuffer(Math.max(SIZE, length)));
}

/** Whoever gives a buffer reads it no more. Those of another size are dropped. */
export function giveSpare(buffer: ArrayBufferLike): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === SIZE && spare.length < MOST) spare.push(buffer);
}

/** For when nothing is read any more. */
export function dropSpares(): void {
  spare.length = 0;
}
