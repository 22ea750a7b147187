// Rows of households wait in a file until all members have been read: only then are the head's name and the number of members
// known, and every row can be written once, as it will stay.

import type { FileHandle } from 'node:fs/promises';
import { REFUSED_ROW } from '../../../../platform/server/bulk/row-layout.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { giveBack } from '../../../../platform/server/tables/bytes/lent.ts';
import { BinaryRows, binaryHeader, binaryTrailer } from '../../../../platform/server/tables/bytes/pg-binary.ts';
import { readInt4, readInt8 } from '../../../../platform/server/tables/bytes/read-bytes.ts';
import { openSpool } from '../../../../platform/server/tables/spool-file.ts';
import { HOUSEHOLD_COLUMNS } from '../../../households/domain/registry-columns.ts';
import type { copyHouseholds } from '../../../households/server/index.ts';
import type { HouseholdSummary } from './household-summary.ts';
import { writeIssue } from './issue-rows.ts';
import { ADDED_TO_HOUSEHOLD, ISSUE, SPOOLED_HOUSEHOLD } from './registry-layouts.ts';

const SPOOLED_FIELDS = SPOOLED_HOUSEHOLD.count;
const ID = SPOOLED_HOUSEHOLD.placeOf('id');
const VILLAGE = SPOOLED_HOUSEHOLD.placeOf('village_code');
const NUMBER = SPOOLED_HOUSEHOLD.placeOf('number');

const BLOCK = 1 << 20;

/** Where the row that begins at `at` ends; -1 where it goes on beyond `limit`. */
function rowEnd(bytes: Uint8Array, at: number, limit: number): number {
  let end = at + 2;
  for (let field = 0; field < SPOOLED_FIELDS; field++) {
    if (end + 4 > limit) return -1;
    end += 4 + Math.max(0, readInt4(bytes, end));
  }
  return end > limit ? -1 : end;
}

export type Completion = {
  summary: HouseholdSummary;
  /** Lines whose number an earlier line has: refused. */
  repeated: ReadonlySet<number>;
  batchId: number;
};

export class HouseholdSpool {
  readonly #file: FileHandle;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async open(): Promise<HouseholdSpool> {
    return new HouseholdSpool(await openSpool());
  }

  async add(rows: Uint8Array): Promise<void> {
    await this.#file.write(rows);
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  /** Writes all rows into `households` (by the door of that slice, which workers that read households do not load), what is refused into `staged_households_refused`, and opens data issues. */
  async complete(tx: Tx, completion: Completion, copyInto: typeof copyHouseholds): Promise<void> {
    const completed = new CompletedRows(completion);
    await copyInto(tx, `${SPOOLED_HOUSEHOLD.columns}, ${ADDED_TO_HOUSEHOLD.columns}`, async (send) => {
      await send(binaryHeader);
      await this.#eachBlock(async (bytes, end) => {
        const left = completed.add(bytes, end);
        const rows = completed.rows.take();
        await send(rows);
        giveBack(rows);
        return left;
      });
      await send(binaryTrailer);
    });
    await copyRows(tx, 'staged_households_refused', completed.refused);
    await copyRows(tx, `data_issues (${ISSUE.columns})`, completed.issues);
  }

  /** `visit` answers where the last whole row of its block ends; what follows comes again at the start of the next one. */
  async #eachBlock(visit: (bytes: Uint8Array, end: number) => Promise<number>): Promise<void> {
    const { size } = await this.#file.stat();
    let buffer = new Uint8Array(BLOCK);
    let held = 0;
    for (let from = 0; from < size; ) {
      const { bytesRead } = await this.#file.read(buffer, held, buffer.length - held, from);
      from += bytesRead;
      held += bytesRead;
      const taken = await visit(buffer, held);
      const rest = buffer.subarray(taken, held);
      const next = taken === 0 ? new Uint8Array(buffer.length * 2) : buffer;
      next.set(rest);
      held = rest.length;
      buffer = next;
    }
  }
}

class CompletedRows {
  readonly rows = new BinaryRows();
  readonly refused = new BinaryRows();
  readonly issues = new BinaryRows();
  readonly #completion: Completion;

  constructor(completion: Completion) {
    this.#completion = completion;
  }

  /** Completes the whole rows up to `limit`; answers where they end. */
  add(bytes: Uint8Array, limit: number): number {
    let begin = 0;
    for (let end = rowEnd(bytes, 0, limit); end >= 0; end = rowEnd(bytes, begin, limit)) {
      const line = readInt4(bytes, end - 4);
      if (this.#completion.repeated.has(line)) this.#refuse(bytes, begin, line);
      else this.#complete(bytes, begin, end, line);
      begin = end;
    }
    return begin;
  }

  #complete(bytes: Uint8Array, begin: number, end: number, line: number): void {
    const { summary } = this.#completion;
    this.rows.raw(bytes, begin, end);
    this.rows.int4(summary.membersOf(line));
    const name = summary.nameOf(line);
    this.rows.slice(name.bytes, name.start, name.end);
    const headLine = summary.secondHeads.get(line);
    if (headLine !== undefined) this.#openSecondHead(bytes, begin, headLine);
  }

  #openSecondHead(bytes: Uint8Array, begin: number, headLine: number): void {
    writeIssue(this.issues, {
      village: readInt8(bytes, begin + VILLAGE),
      household: readInt8(bytes, begin + ID),
      code: 'second-head',
      batchId: this.#completion.batchId,
      line: headLine,
    });
  }

  #refuse(bytes: Uint8Array, begin: number, line: number): void {
    const { refused } = this;
    const number = begin + NUMBER;
    refused.row(REFUSED_ROW.count);
    refused.int4(line);
    refused.text(HOUSEHOLD_COLUMNS.number.title);
    refused.slice(bytes, number, number + readInt4(bytes, number - 4));
    refused.text('repeated');
    refused.bytes(new Uint8Array(0));
  }
}

async function copyRows(tx: Tx, target: string, rows: BinaryRows): Promise<void> {
  if (rows.length === 0) return;
  await tx.copyIn(`copy ${target} from stdin (format binary)`, async (send) => {
    for (const bytes of [binaryHeader, rows.take(), binaryTrailer]) await send(bytes);
  });
}
