// The table of all persons, filled while a first import reads members.csv: whoever reads a large file next has it at hand.

import type { Tx } from '../../../platform/server/db.ts';
import { KeyTableWriter } from '../../../platform/server/key-table.ts';
import { estimateLines } from '../../../platform/server/tables/estimate-lines.ts';
import { readInt4 } from '../../../platform/server/tables/read-bytes.ts';
import { fitsMemory, type OfferedTable, offerPersonTable, type SharedPersons } from './person-table.ts';
import { Positions } from './positions.ts';

/** Key in two halves, line of the member and of the household, `hashtext` of the name, county. */
const FIELDS = 6;
/** More repeated IDs than this are left to the database to find. */
const MOST_REPEATED = 100_000;

/** In a worker that reads members: one entry for each who has an ID, to be sent to the main thread with the chunk's rows. */
export class PersonEntries {
  #entries: Int32Array = new Int32Array(4096 * FIELDS);
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
    this.#at += FIELDS;
  }

  /** Once the keys stand in the rows. */
  take(rows: Uint8Array): Uint8Array {
    const out = this.#entries.slice(0, this.#at);
    for (let at = 0; at < out.length; at += FIELDS) {
      const place = out[at] as number;
      out[at] = readInt4(rows, place);
      out[at + 1] = readInt4(rows, place + 4);
    }
    this.#at = 0;
    return new Uint8Array(out.buffer);
  }
}

/** A table by lines: the ids of persons and households are the line and a base. */
class ArrivingPersons {
  #table: KeyTableWriter | undefined;
  readonly #counties = new Positions();

  constructor(expected: number) {
    this.#table = new KeyTableWriter(expected);
  }

  add(bytes: Uint8Array): void {
    const entries = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    const table = this.#table;
    if (!table) return;
    for (let at = 0; at < entries.length; at += FIELDS) table.expect(entries[at] as number);
    for (let at = 0; at < entries.length; at += FIELDS) {
      if (table.isFull) {
        this.#table = undefined;
        return;
      }
      table.add(
        entries[at] as number,
        entries[at + 1] as number,
        entries[at + 2] as number,
        entries[at + 3] as number,
        entries[at + 4] as number,
        this.#counties.of(entries[at + 5] as number),
      );
    }
  }

  /** Keys of IDs that several hold; undefined as below, and where they are very many. */
  repeated(): bigint[] | undefined {
    return this.#table?.repeated(MOST_REPEATED);
  }

  /** Undefined where there were more than expected. */
  finish(personBase: number, householdBase: number): SharedPersons | undefined {
    return this.#table && { keys: this.#table.shared, countyCodes: this.#counties.codes, personBase, householdBase };
  }
}

export type Arriving = {
  add: (entries: Uint8Array) => void;
  /** All members have been read. Answers the keys of IDs that several of them hold, where they are known. */
  end: (personBase: number, householdBase: number) => bigint[] | undefined;
} & Omit<OfferedTable, 'give'>;

/** More lines than the samples promised are no reason to begin again. */
const MARGIN = 1.01;

/** Undefined where the table would be too large. */
export async function offerArriving(tx: Tx, membersFile: string): Promise<Arriving | undefined> {
  const expected = Math.ceil((await estimateLines(membersFile)) * MARGIN);
  if (!fitsMemory(expected)) return undefined;
  const { give, ...offered } = await offerPersonTable(tx);
  const persons = new ArrivingPersons(expected);
  return {
    ...offered,
    add: (entries) => persons.add(entries),
    end: (personBase, householdBase) => {
      give(persons.finish(personBase, householdBase));
      return persons.repeated();
    },
  };
}
