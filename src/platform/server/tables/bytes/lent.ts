// Memory that goes round between the threads of a load. A chunk is read into lent memory and handed to a worker, whose rows then
// go into the memory of an earlier chunk; that of the rows, once written, is what the next chunk is read into. Memory that is
// dropped instead lies outside the heap until its small owner is collected, and clearing new memory costs as much as filling
// it. It is shared, not transferred: each arrival of a transferred one counts as memory the thread has grown by, for which V8 then
// marks its whole heap.

declare const lent: unique symbol;

/**
 * Bytes in memory that goes round. Whoever holds them passes them on or gives them back (`giveBack`), once, and reads and writes
 * them no more; a part (`partOf`) stands for all of its memory.
 */
export type Lent = Uint8Array & { readonly [lent]: true };

/** Room for a chunk (csv-split.ts) or for the rows made of it. */
const SIZE = 3 << 20;
/** More than go round at a time are let go of. */
const MOST = 8;
/** What whoever reads needs by itself. */
const FOR_CHUNKS = 2;

/** What this thread has been given back. */
const pile: Lent[] = [];

/** Memory of its own, which is freed when it is given back. */
export function ownMemory(length: number): Lent {
  return new Uint8Array(length) as Lent;
}

/** At least `length` bytes, holding anything. */
export function borrow(length: number): Lent {
  if (length > SIZE) return ownMemory(length);
  return pile.pop() ?? (new Uint8Array(new SharedArrayBuffer(SIZE)) as Lent);
}

/** From `begin` to `end`, in the place of the whole. */
export function partOf(bytes: Lent, begin: number, end: number): Lent {
  return bytes.subarray(begin, end) as Lent;
}

/** A copy in memory of its own. */
export function copyOf(bytes: Uint8Array, begin = 0, end = bytes.length): Lent {
  return bytes.slice(begin, end) as Lent;
}

/** What is not of the kind that goes round is freed at once. Given back twice, memory would have two owners: that is a fault. */
export function giveBack({ buffer }: Lent): void {
  if (buffer instanceof ArrayBuffer ? buffer.detached : pile.some((other) => other.buffer === buffer))
    throw new Error('lent memory was given back twice');
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
  else if (buffer.byteLength === SIZE && pile.length < MOST) pile.push(new Uint8Array(buffer) as Lent);
}

/** What another thread, which writes several streams for each chunk, needs more than this one. */
export function splitOffPile(): Lent[] {
  return pile.splice(FOR_CHUNKS);
}

/** What of the memory of `all` a message to another thread has to carry over. */
export function transferables(all: readonly Lent[]): ArrayBuffer[] {
  return all.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}

/** For when nothing is read any more. */
export function dropPile(): void {
  pile.length = 0;
}
