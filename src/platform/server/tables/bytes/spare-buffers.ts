// Memory that goes round between the threads of a load. A chunk is read into a spare buffer and handed to a worker, whose
// rows then go into the buffer of an earlier chunk; the rows' buffer, once written, is what the next chunk is read into.
// Buffers that are dropped instead lie outside the heap until their small owners are collected, and clearing new ones costs
// as much as filling them. They are shared, not transferred: each arrival of a transferred one counts as memory the thread
// has grown by, for which V8 then marks its whole heap.

/** Room for a chunk (csv-split.ts) or for the rows made of it. */
const SIZE = 3 << 20;
/** More than go round at a time are let go of. */
const MOST = 8;
/** What whoever reads needs by itself. */
const FOR_CHUNKS = 2;

const spare: Uint8Array[] = [];

/** At least `length` bytes, holding anything. */
export function takeSpare(length: number): Uint8Array {
  if (length > SIZE) return new Uint8Array(length);
  return spare.pop() ?? new Uint8Array(new SharedArrayBuffer(SIZE));
}

/** Whoever gives the memory of some bytes reads and writes it no more. What is not of this kind is freed at once. */
export function giveSpare({ buffer }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
  else if (buffer.byteLength === SIZE && spare.length < MOST) spare.push(new Uint8Array(buffer));
}

/** Those that another thread, which writes several streams for each chunk, needs more than this one. */
export function splitOffSpares(): Uint8Array[] {
  return spare.splice(FOR_CHUNKS);
}

/** What of the memory of `views` a message to another thread has to carry over. */
export function transferables(views: readonly Uint8Array[]): ArrayBuffer[] {
  return views.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}

/** For when nothing is read any more. */
export function dropSpares(): void {
  spare.length = 0;
}
