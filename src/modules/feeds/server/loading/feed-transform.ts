// Runs in worker threads: a chunk of a department's table becomes COPY rows in streams. `rows` are all good rows,
// `odd` what else is known of those whose ID is not sound, `repairs` what it may have been, `quarantine` the
// rest. No ID leaves this file unsealed.

import { hasLostDigits, normalizeCell } from '../../../../kernel/cell.ts';
import { hideIds } from '../../../../kernel/hide-ids.ts';
import { birthOf, classifyId, idOfCertificate, isPadded, normalizeId, sexOf } from '../../../../kernel/id-number.ts';
import { normalizeName } from '../../../../kernel/person-name.ts';
import { countyOf, type RegionRange } from '../../../../kernel/region-code.ts';
import { PendingKeys } from '../../../../platform/server/bulk/pending-keys.ts';
import { REFUSED_ROW, rowLayout } from '../../../../platform/server/bulk/row-layout.ts';
import { SealedDigits } from '../../../../platform/server/bulk/sealed-digits.ts';
import { BlindIndex, type Keys, Sealer } from '../../../../platform/server/keys.ts';
import { MOST_BAD_IN_CHUNK } from '../../../../platform/server/tables/bad-rows.ts';
import { type Cells, hasMore, isPlainName } from '../../../../platform/server/tables/bytes/cells.ts';
import { BinaryRows } from '../../../../platform/server/tables/bytes/pg-binary.ts';
import { birthOfSoundId } from '../../../../platform/server/tables/bytes/read-bytes.ts';
import { eachRecord, type TransformOutput } from '../../../../platform/server/tables/each-record.ts';
import type { TableChunk } from '../../../../platform/server/tables/table-source.ts';
import { villagesOf } from '../../../regions/domain/village-codes.ts';
import type { SharedPersons } from '../../../registry-import/server/index.ts';
import { findFeed } from '../../domain/datasets/index.ts';
import type { FeedDefinition } from '../../domain/feed-definition.ts';
import { ColumnReader } from './feed-cells.ts';
import { MatchedRows, STAGED_PERSON } from './matched-rows.ts';
import { RepairKeys } from './repair-keys.ts';

export type FeedTransformInit = {
  dataset: string;
  /** Position of each of the definition's columns in the file, or -1. */
  positions: number[];
  /** The yuan that numbers of each of them count. */
  units: number[];
  /** IDs that end with zeros have lost what stood there. */
  paddedIds?: boolean;
  /** Number of cells in the header. */
  width: number;
  villages: Float64Array;
  keys: { data: Uint8Array; index: Uint8Array };
  /** Whom a sound ID names: their rows then leave in a stream of their own, `matched`, and those of nobody as `unknown` and `strays`. */
  persons?: SharedPersons;
  batchId: number;
  /** Whoever lives elsewhere counts as not found. */
  counties: RegionRange;
};

/** Columns of the `odd` stream, in order; `odd` is the staging table of rows whose ID is not sound. */
export const ODD_ROW = rowLayout([
  ['line', 'int'],
  ['name', 'text'],
  ['kind', 'text'],
  ['id_key', 'bigint'],
  ['birth', 'int'],
  ['sex', 'smallint'],
  ['county_code', 'int'],
  ['village_code', 'bigint'],
  ['id_sealed', 'bytea'],
]);

/** The county where an ID says it was given out, 0 for none. */
function countyIn(id: string): number {
  return /^\d{6}/.test(id) ? Number(id.slice(0, 6)) : 0;
}

class FeedTransform {
  readonly #definition: FeedDefinition;
  readonly #init: FeedTransformInit;
  readonly #sealer: Sealer;
  readonly #digits: SealedDigits;
  readonly #columns: ColumnReader[];
  readonly #village: ColumnReader | undefined;
  readonly #serial: ColumnReader | undefined;
  /** Rows of the chunk whose ID a spreadsheet has cut. */
  #lost = 0;
  /** Fields of a row that are its dataset's. */
  readonly #width: number;
  readonly #idAt: number;
  readonly #nameAt: number;
  readonly #rows = new BinaryRows();
  readonly #odd = new BinaryRows();
  readonly #quarantine = new BinaryRows();
  readonly #rowKeys: PendingKeys;
  readonly #oddKeys: PendingKeys;
  readonly #repairs: RepairKeys;
  readonly #matched: MatchedRows | undefined;

  constructor(init: FeedTransformInit) {
    const definition = findFeed(init.dataset);
    if (!definition) throw new Error(`no dataset ${init.dataset}`);
    const keys: Keys = { data: Buffer.from(init.keys.data), index: Buffer.from(init.keys.index) };
    const villages = villagesOf(init.villages);
    this.#definition = definition;
    this.#init = init;
    this.#sealer = new Sealer(keys);
    this.#digits = new SealedDigits(keys);
    this.#rowKeys = new PendingKeys(new BlindIndex(keys.index));
    this.#oddKeys = new PendingKeys(new BlindIndex(keys.index));
    const at = (kind: string) => init.positions[definition.columns.findIndex((column) => column.kind === kind)] ?? -1;
    this.#idAt = at('id');
    this.#nameAt = at('name');
    this.#columns = definition.columns.flatMap((column, i) =>
      column.kind === 'id' || column.kind === 'name'
        ? []
        : [new ColumnReader(column, init.positions[i] ?? -1, villages, init.units[i] ?? 1)],
    );
    this.#village = this.#columns.find(({ column }) => column.kind === 'village');
    this.#serial = this.#columns.find(({ column }) => column.kind === 'serial');
    this.#width = this.#columns.length + (this.#serial ? 1 : 0);
    this.#repairs = new RepairKeys(keys.index, init.persons?.keys);
    this.#matched = init.persons && new MatchedRows(init.persons, init.counties, init.batchId, this.#width);
  }

  run(chunk: TableChunk): TransformOutput {
    let good = 0;
    let bad = 0;
    this.#lost = 0;
    const mayBeShort = chunk.kind === 'rows';
    const skipped = eachRecord(chunk, (cells, line, raw) => {
      if (bad >= MOST_BAD_IN_CHUNK) return;
      if (this.#isFit(cells, line, raw, mayBeShort)) {
        this.#keep(cells, line);
        good++;
      } else bad++;
    });
    this.#rowKeys.fill(this.#rows);
    this.#oddKeys.fill(this.#odd);
    this.#digits.fill(this.#odd);
    const rows = this.#matched?.take(this.#rows) ?? { rows: this.#rows.take() };
    const { matched, unknown } = this.#matched?.counts ?? { matched: 0, unknown: 0 };
    return {
      streams: { ...rows, odd: this.#odd.take(), repairs: this.#repairs.take(), quarantine: this.#quarantine.take() },
      counts: { rows: good - matched - unknown, matched, unknown, quarantined: bad, skipped, lost: this.#lost },
    };
  }

  #isFit(cells: Cells, line: number, raw: () => string, mayBeShort: boolean): boolean {
    if (cells.count !== this.#init.width && !(mayBeShort && !hasMore(cells, this.#init.width))) {
      this.#refuse(line, '', raw(), 'columns', raw);
      return false;
    }
    for (const column of this.#columns) {
      const reason = column.read(cells);
      if (reason) {
        this.#refuse(line, column.column.title, cells.text(column.at), reason, raw);
        return false;
      }
    }
    return true;
  }

  #refuse(line: number, column: string, value: string, reason: string, raw: () => string): void {
    const rows = this.#quarantine;
    rows.row(REFUSED_ROW.count);
    rows.int4(line);
    rows.text(column);
    // A whole record may hold an ID, and so may any cell where columns are shifted: in clear only the sealed form is kept.
    rows.text(reason === 'columns' ? '' : hideIds(value.replaceAll('\u0000', '')));
    rows.text(reason);
    rows.bytes(this.#sealer.seal(raw()));
  }

  #keep(cells: Cells, line: number): void {
    const rows = this.#rows;
    const person = this.#definition.subject === 'person';
    const begin = rows.length;
    rows.row((person ? STAGED_PERSON.count : 1) + this.#width);
    rows.int4(line);
    if (person) this.#keepPerson(cells, line);
    this.#matched?.note(begin, rows.length);
    for (const column of this.#columns) column.write(rows, cells);
    this.#serial?.writeHash(rows, cells);
  }

  /** The keys by which the row finds its person. A plain sound ID and a plain name need no string. */
  #keepPerson(cells: Cells, line: number): void {
    const rows = this.#rows;
    const at = this.#idAt;
    const isLost = this.#init.paddedIds === true && isPadded(normalizeId(normalizeCell(cells.text(at))));
    if (!this.#definition.certificate && !isLost && cells.isPlain(at)) {
      const start = cells.starts[at] as number;
      const end = cells.ends[at] as number;
      if (birthOfSoundId(cells.bytes, start, end) > 0) {
        this.#rowKeys.writeSlice(rows, 'id', cells.bytes, start, end);
        if (isPlainName(cells, this.#nameAt)) {
          rows.slice(cells.bytes, cells.starts[this.#nameAt] as number, cells.ends[this.#nameAt] as number);
          return;
        }
        rows.text(normalizeName(normalizeCell(cells.text(this.#nameAt))));
        return;
      }
    }
    const cell = normalizeCell(cells.text(at));
    const read = isLost ? '' : normalizeId(cell);
    if (isLost || (read === '' && hasLostDigits(cell))) this.#lost++;
    const id = this.#definition.certificate ? idOfCertificate(read) : read;
    const name = normalizeName(normalizeCell(cells.text(this.#nameAt)));
    const sound = classifyId(id) === 'sound';
    this.#rowKeys.write(rows, 'id', sound ? id : '');
    rows.text(name);
    if (!sound) this.#keepOdd(line, id, name);
  }

  #keepOdd(line: number, id: string, name: string): void {
    const rows = this.#odd;
    const village = this.#village?.number;
    const birth = birthOf(id);
    rows.row(ODD_ROW.count);
    rows.int4(line);
    rows.text(name);
    rows.text(classifyId(id));
    this.#oddKeys.write(rows, 'id', id);
    if (birth === 0) rows.nullField();
    else rows.int4(birth);
    rows.int2(birth === 0 ? 0 : sexOf(id));
    rows.int4(village === undefined ? countyIn(id) : countyOf(village));
    if (village === undefined) rows.nullField();
    else rows.int8(village);
    this.#seal(id);
    this.#repairs.add(line, name, id);
  }

  #seal(id: string): void {
    const bytes = Buffer.from(id);
    this.#digits.begin();
    if (bytes.length > 0 && this.#digits.add(bytes, 0, bytes.length)) this.#digits.write(this.#odd);
    else this.#odd.bytes(this.#sealer.seal(id));
  }
}

export function createTransform(init: FeedTransformInit): (chunk: TableChunk) => TransformOutput {
  const transform = new FeedTransform(init);
  return (chunk) => transform.run(chunk);
}
