// Rows of binary COPY are counted by their frames: two bytes for the number of fields, four for the length of each. A part may end
// anywhere within one.

const FIELDS = 2;
const LENGTH = 4;

export function countRows() {
  let rows = 0;
  /** Fields of the row under way that are still to come. */
  let left = 0;
  /** Bytes of a value that are still to be passed over. */
  let skip = 0;
  let carried: Buffer = Buffer.alloc(0);

  return {
    /** Those that are whole; NaN where the last one is not. */
    rows: () => (left === 0 && skip === 0 && carried.length === 0 ? rows : Number.NaN),
    feed: (part: Buffer) => {
      const bytes = carried.length > 0 ? Buffer.concat([carried, part]) : part;
      let at = 0;
      for (;;) {
        const passed = Math.min(skip, bytes.length - at);
        at += passed;
        skip -= passed;
        const need = left === 0 ? FIELDS : LENGTH;
        if (skip > 0 || bytes.length - at < need) break;
        if (left === 0) {
          left = bytes.readInt16BE(at);
          rows++;
        } else {
          skip = Math.max(0, bytes.readInt32BE(at)); // -1: null
          left--;
        }
        at += need;
      }
      carried = bytes.subarray(at);
    },
  };
}
