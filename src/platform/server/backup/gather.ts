import { PART_BYTES, type Parts } from './parts.ts';

export type Gathered = { parts: string[]; bytes: number };

/** Bytes come in as they come, and become parts; the next is gathered while the last is written. */
export function gatherParts(parts: Parts, onWritten: (bytes: number) => Promise<void>) {
  const names: string[] = [];
  let waiting: Buffer[] = [];
  let size = 0;
  let bytes = 0;
  let last: Promise<void> = Promise.resolve();

  const cut = async () => {
    if (size === 0) return;
    const plain = Buffer.concat(waiting, size);
    waiting = [];
    size = 0;
    await last;
    last = parts.keep(plain).then(({ name, bytes: written }) => {
      names.push(name);
      return onWritten(written);
    });
    last.catch(() => undefined); // whoever waits for it next is told
  };

  return {
    add: async (chunk: Buffer) => {
      bytes += chunk.length;
      for (let rest = chunk; rest.length > 0; ) {
        const taken = rest.subarray(0, PART_BYTES - size);
        waiting.push(taken);
        size += taken.length;
        rest = rest.subarray(taken.length);
        if (size === PART_BYTES) await cut();
      }
    },
    /** Begins a new part, so that what follows is cut alike whatever came before. */
    cut,
    end: async (): Promise<Gathered> => {
      await cut();
      await last;
      return { parts: names, bytes };
    },
  };
}
