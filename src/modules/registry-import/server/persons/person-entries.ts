// What workers that read members answer of each who has an ID.

import { readInt4 } from '../../../../platform/server/tables/bytes/read-bytes.ts';

/** Key in two halves, line of the member and of the household, `hashtext` of the name, county. */
export const ENTRY_FIELDS = 6;
/** In a worker that reads members: one entry for each who has an ID, to be sent to the main thread with the chunk's rows. */
export class PersonEntries {
  #entries: Int32Array = new Int32Array(4096 * ENTRY_FIELDS);
  #at = 0;

  /** `place`: where the blind key will stand in the rows; the key itself is not known yet. */
  note(place: number, line: number, household: number, nameHash: number, county: number): void {
    if (this.#at === this.#entries.length) {
      const larger = new Int32Array(this.#at * 2);
      larger.set(this.#entries);
      this.#entries = larger;
    }
    const entries = this.#entries;
    entries[this.#at] = place;
    entries[this.#at + 2] = line;
    entries[this.#at + 3] = household;
    entries[this.#at + 4] = nameHash;
    entries[this.#at + 5] = county;
    this.#at += ENTRY_FIELDS;
  }

  /** Once the keys stand in the rows. */
  take(rows: Uint8Array): Uint8Array {
    const out = this.#entries.slice(0, this.#at);
    for (let at = 0; at < out.length; at += ENTRY_FIELDS) {
      const place = out[at] as number;
      out[at] = readInt4(rows, place);
      out[at + 1] = readInt4(rows, place + 4);
    }
    this.#at = 0;
    return new Uint8Array(out.buffer);
  }
}
