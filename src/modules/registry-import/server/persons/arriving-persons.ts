// The table of all persons, filled while a first import reads members.csv: whoever reads a large file next has it at hand.

import { KeyTableWriter } from '../../../../platform/server/bulk/key-table.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { estimateLines } from '../../../../platform/server/tables/estimate-lines.ts';
import { ENTRY_FIELDS } from './person-entries.ts';
import { fitsMemory, type OfferedTable, offerPersonTable, type SharedPersons } from './person-table.ts';
import { Positions } from './positions.ts';

/** More repeated IDs than this are left to the database to find. */
const MOST_REPEATED = 100_000;

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
    for (let at = 0; at < entries.length; at += ENTRY_FIELDS) table.expect(entries[at] as number);
    for (let at = 0; at < entries.length; at += ENTRY_FIELDS) {
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
