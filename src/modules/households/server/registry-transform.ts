// Runs in worker threads: chunks of households.csv and members.csv become COPY rows. IDs and phones leave only sealed,
// beside the blind keys by which they are found again.

import { normalizeCell } from '../../../kernel/cell.ts';
import { classifyId, idOfCertificate, normalizeId, sexOf } from '../../../kernel/id-number.ts';
import { parseYuan } from '../../../kernel/money.ts';
import { normalizeName } from '../../../kernel/person-name.ts';
import { BlindIndex, type Keys, nameSalt, Sealer } from '../../../platform/server/keys.ts';
import { PendingKeys } from '../../../platform/server/pending-keys.ts';
import { eachRecord, type TransformOutput } from '../../../platform/server/tables/each-record.ts';
import { BinaryRows } from '../../../platform/server/tables/pg-binary.ts';
import type { TableChunk } from '../../../platform/server/tables/table-source.ts';
import {
  HOUSEHOLD_COLUMNS,
  HOUSEHOLD_KINDS,
  MEMBER_COLUMNS,
  MONITORING_CATEGORIES,
  RELATIONS,
} from '../domain/registry-columns.ts';

export type RegistryTransformInit = {
  table: 'households' | 'members';
  positions: number[];
  width: number;
  villages: Float64Array;
  keys: { data: Uint8Array; index: Uint8Array };
};

/** Columns of the staged households, in COPY order. `issues` are codes of data issues found in the row itself. */
export const STAGED_HOUSEHOLDS = `line int, number text, village_code bigint, kind text, monitoring_category text, risk_cleared boolean,
  phone_key bigint, phone_sealed bytea, income_year int, wage_fen bigint, business_fen bigint, property_fen bigint,
  transfer_fen bigint, business_cost_fen bigint, claim_fen bigint, self_paid_fen bigint, previous_net_fen bigint, issues text`;

export const STAGED_MEMBERS = `line int, number text, household_number text, name text, sex text, id_key bigint, birth int, id_sex smallint,
  tail_key bigint, id_sound boolean, phone_key bigint, sealed bytea, relation text, ethnicity text, education text, schooling text,
  health text, labour text, working boolean, dibao boolean, issues text`;

export const STAGED_REFUSED = 'line int, column_name text, value text, reason text, raw_sealed bytea';

const AMOUNTS = ['wage', 'business', 'property', 'transfer', 'businessCost', 'claim', 'selfPaid'] as const;

type Refusal = { column: string; value: string; reason: string };

abstract class RegistryTransform {
  readonly rows = new BinaryRows();
  readonly refused = new BinaryRows();
  readonly villages: Set<number>;
  readonly sealer: Sealer;
  readonly pending: PendingKeys;
  readonly #init: RegistryTransformInit;
  readonly #at: Map<string, number>;
  #cells: string[] = [];

  constructor(init: RegistryTransformInit, columns: readonly string[]) {
    const keys: Keys = { data: Buffer.from(init.keys.data), index: Buffer.from(init.keys.index) };
    this.#init = init;
    this.villages = new Set(init.villages);
    this.sealer = new Sealer(keys);
    this.pending = new PendingKeys(new BlindIndex(keys.index));
    this.#at = new Map(columns.map((name, i) => [name, init.positions[i] ?? -1]));
  }

  /** The cell as received. */
  raw(column: string): string {
    const at = this.#at.get(column) ?? -1;
    return at < 0 ? '' : (this.#cells[at] ?? '');
  }

  cell(column: string): string {
    return normalizeCell(this.raw(column));
  }

  /** Writes the row, or says why it cannot come in. */
  abstract write(line: number): Refusal | undefined;

  run(chunk: TableChunk): TransformOutput {
    let good = 0;
    let bad = 0;
    eachRecord(chunk, (cells, line, raw) => {
      this.#cells = cells;
      const extra = cells.length > this.#init.width && cells.slice(this.#init.width).some((cell) => cell.trim() !== '');
      const misfit = chunk.kind === 'rows' ? extra : cells.length !== this.#init.width;
      const refusal = misfit ? { column: '', value: '', reason: 'columns' } : this.write(line);
      if (!refusal) {
        good++;
        return;
      }
      bad++;
      this.refused.row(5);
      this.refused.int4(line);
      this.refused.text(refusal.column);
      this.refused.text(refusal.value.replaceAll('\u0000', ''));
      this.refused.text(refusal.reason);
      this.refused.bytes(this.sealer.seal(raw()));
    });
    this.pending.fill(this.rows);
    return { streams: { rows: this.rows.take(), refused: this.refused.take() }, counts: { rows: good, refused: bad } };
  }

  textOrNull(value: string | undefined): void {
    if (value === undefined || value === '') this.rows.nullField();
    else this.rows.text(value);
  }

  phone(text: string): void {
    this.pending.write(this.rows, 3, /^\d{5,20}$/.test(text) ? text : '');
  }
}

class HouseholdTransform extends RegistryTransform {
  constructor(init: RegistryTransformInit) {
    super(init, Object.keys(HOUSEHOLD_COLUMNS));
  }

  write(line: number): Refusal | undefined {
    const number = this.cell('number');
    if (number === '') return { column: HOUSEHOLD_COLUMNS.number.title, value: '', reason: 'missing' };
    const villageText = this.cell('village');
    const village = villageText.length === 12 ? Number(villageText) : Number.NaN;
    if (!this.villages.has(village))
      return {
        column: HOUSEHOLD_COLUMNS.village.title,
        value: this.raw('village'),
        reason: villageText === '' ? 'missing' : 'bad-village',
      };
    const issues: string[] = [];
    const kind = HOUSEHOLD_KINDS[this.cell('kind') as keyof typeof HOUSEHOLD_KINDS];
    if (!kind) issues.push('bad-kind');
    const categoryText = this.cell('category');
    const category = MONITORING_CATEGORIES[categoryText as keyof typeof MONITORING_CATEGORIES];
    if (categoryText !== '' && !category) issues.push('bad-category');
    const amounts = this.#amounts(issues);
    const phone = this.cell('phone').replace(/[\s-]/g, '');
    const { rows } = this;
    rows.row(18);
    rows.int4(line);
    rows.text(number);
    rows.int8(village);
    rows.text(kind ?? 'general');
    this.textOrNull(category);
    const cleared = this.cell('cleared');
    if (cleared === '') rows.nullField();
    else rows.bool(cleared === '是');
    this.phone(phone);
    if (phone === '') rows.nullField();
    else rows.bytes(this.sealer.seal(phone));
    this.#writeAmounts(amounts);
    this.textOrNull(issues.join(','));
    return undefined;
  }

  /** Year, seven amounts and last year's net income; undefined where the household has no usable income. */
  #amounts(issues: string[]): { year: number; fen: number[]; previous: number | undefined } | undefined {
    const texts = AMOUNTS.map((name) => this.cell(name));
    const year = Number(/^(\d{4})年?$/.exec(this.cell('year'))?.[1] ?? 0);
    if (year === 0 && texts.every((text) => text === '')) return undefined;
    const fen = texts.map((text) => (text === '' ? 0 : parseYuan(text)));
    const previousText = this.cell('previousNet');
    const previous = previousText === '' ? undefined : parseYuan(previousText);
    const known = fen.filter((amount) => amount !== undefined);
    if (year === 0 || known.length < fen.length || (previousText !== '' && previous === undefined))
      issues.push('bad-income');
    return year === 0 || known.length < fen.length ? undefined : { year, fen: known, previous };
  }

  #writeAmounts(amounts: { year: number; fen: number[]; previous: number | undefined } | undefined): void {
    const { rows } = this;
    if (!amounts) {
      for (let i = 0; i < AMOUNTS.length + 2; i++) rows.nullField();
      return;
    }
    rows.int4(amounts.year);
    for (const fen of amounts.fen) rows.int8(fen);
    if (amounts.previous === undefined) rows.nullField();
    else rows.int8(amounts.previous);
  }
}

const RELATION_SET = new Set(RELATIONS);

class MemberTransform extends RegistryTransform {
  constructor(init: RegistryTransformInit) {
    super(init, Object.keys(MEMBER_COLUMNS));
  }

  write(line: number): Refusal | undefined {
    const number = this.cell('number');
    if (number === '') return { column: MEMBER_COLUMNS.number.title, value: '', reason: 'missing' };
    const household = this.cell('household');
    if (household === '') return { column: MEMBER_COLUMNS.household.title, value: '', reason: 'missing' };
    const name = normalizeName(this.cell('name'));
    if (name === '') return { column: MEMBER_COLUMNS.name.title, value: '', reason: 'missing' };
    const id = idOfCertificate(normalizeId(this.cell('id')));
    const sound = classifyId(id) === 'sound';
    const relation = this.cell('relation');
    const issues = [
      ...(id === '' ? ['id-missing'] : sound ? [] : ['id-unsound']),
      ...(relation === '' || RELATION_SET.has(relation) ? [] : ['bad-relation']),
    ];
    const phone = this.cell('phone').replace(/[\s-]/g, '');
    const { rows } = this;
    rows.row(21);
    rows.int4(line);
    rows.text(number);
    rows.text(household);
    rows.text(name);
    rows.text(this.cell('sex'));
    this.#writeId(id, name);
    rows.bool(sound);
    this.phone(phone);
    if (id === '' && phone === '') rows.nullField();
    else rows.bytes(this.sealer.seal(phone === '' ? id : `${id}\n${phone}`));
    rows.text(relation);
    for (const column of ['ethnicity', 'education', 'schooling', 'health', 'labour']) rows.text(this.cell(column));
    rows.bool(this.cell('working') === '是');
    rows.bool(this.cell('dibao') === '是');
    this.textOrNull(issues.join(','));
    return undefined;
  }

  #writeId(id: string, name: string): void {
    const { rows } = this;
    this.pending.write(rows, 1, id);
    const birth = id.length === 18 && /^\d{8}$/.test(id.slice(6, 14)) ? Number(id.slice(6, 14)) : 0;
    if (birth === 0) rows.nullField();
    else rows.int4(birth);
    rows.int2(sexOf(id));
    this.pending.write(rows, 2, id.length === 18 ? id.slice(0, 6) + id.slice(-4) : '', nameSalt(name));
  }
}

export function createTransform(init: RegistryTransformInit): (chunk: TableChunk) => TransformOutput {
  const transform = init.table === 'households' ? new HouseholdTransform(init) : new MemberTransform(init);
  return (chunk) => transform.run(chunk);
}
