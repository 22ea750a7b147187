// households.csv: one staged row per household.

import { parseYuan } from '../../../../kernel/money.ts';
import { parseYear } from '../../../../kernel/plain-date.ts';
import { countyOf } from '../../../../kernel/region-code.ts';
import { ByteMap } from '../../../../platform/server/tables/bytes/byte-map.ts';
import { BinaryRows } from '../../../../platform/server/tables/bytes/pg-binary.ts';
import { readDigits, readYuan } from '../../../../platform/server/tables/bytes/read-bytes.ts';
import { computeIncome } from '../../../households/domain/income.ts';
import {
  HOUSEHOLD_COLUMNS,
  HOUSEHOLD_KINDS,
  MONITORING_CATEGORY_NAMES,
} from '../../../households/domain/registry-columns.ts';
import { NumberEntries } from './household-numbers.ts';
import { writeIssue } from './issue-rows.ts';
import { ADDED_TO_HOUSEHOLD, FINAL_INCOME, SPOOLED_HOUSEHOLD, STAGED_HOUSEHOLD } from './registry-layouts.ts';
import {
  type FinalHouseholds,
  type Refusal,
  RegistryTransform,
  type RegistryTransformInit,
  sliceText,
} from './registry-rows.ts';

const AMOUNTS = ['wage', 'business', 'property', 'transfer', 'businessCost', 'claim', 'selfPaid'] as const;

/** `fen` in the order of AMOUNTS. */
type Amounts = { year: number; fen: number[]; previous: number | undefined };

function netOf({ fen }: Amounts): number {
  const [wageFen = 0, businessFen = 0, propertyFen = 0, transferFen = 0, businessCostFen = 0] = fen;
  return computeIncome(
    { wageFen, businessFen, propertyFen, transferFen, businessCostFen, claimFen: 0, selfPaidFen: 0 },
    0,
  ).netFen;
}

export class HouseholdTransform extends RegistryTransform {
  readonly #number = this.at('number');
  readonly #village = this.at('village');
  readonly #kind = this.at('kind');
  readonly #category = this.at('category');
  readonly #cleared = this.at('cleared');
  readonly #phone = this.at('phone');
  readonly #year = this.at('year');
  readonly #previousNet = this.at('previousNet');
  readonly #amountsAt = AMOUNTS.map((name) => this.at(name));
  readonly #amountUnits = AMOUNTS.map((name) => this.unit(name));
  readonly #previousUnit = this.unit('previousNet');
  readonly #kinds = new ByteMap(Object.entries(HOUSEHOLD_KINDS));
  readonly #categories = new ByteMap(Object.entries(MONITORING_CATEGORY_NAMES).map(([code, word]) => [word, code]));

  readonly #final: FinalHouseholds | undefined;
  readonly #numbers: NumberEntries | undefined;
  readonly #incomes = new BinaryRows();
  readonly #issueRows = new BinaryRows();

  constructor(init: RegistryTransformInit) {
    super(init, Object.keys(HOUSEHOLD_COLUMNS));
    this.#final = init.finalHouseholds;
    this.#numbers = this.#final && new NumberEntries(this.#final.numberSeeds);
  }

  override moreStreams(): Record<string, Uint8Array> {
    if (!this.#numbers) return {};
    return { numbers: this.#numbers.take(), incomes: this.#incomes.take(), issues: this.#issueRows.take() };
  }

  writeRow(line: number): Refusal | undefined {
    if (this.isEmpty(this.#number)) return { column: HOUSEHOLD_COLUMNS.number.title, value: '', reason: 'missing' };
    if (this.isLost(this.#number))
      return { column: HOUSEHOLD_COLUMNS.number.title, value: this.raw(this.#number), reason: 'bad-number' };
    const village = this.villages.get(this.#readVillage());
    if (village === undefined)
      return {
        column: HOUSEHOLD_COLUMNS.village.title,
        value: this.raw(this.#village),
        reason: this.isEmpty(this.#village) ? 'missing' : 'bad-village',
      };
    const issues: string[] = [];
    const kind = this.word(this.#kind, this.#kinds);
    if (!kind) issues.push('bad-kind');
    const category = this.isEmpty(this.#category) ? undefined : this.word(this.#category, this.#categories);
    if (!category && !this.isEmpty(this.#category)) issues.push('bad-category');
    const cleared = this.yesNo(this.#cleared);
    if (cleared === null && !this.isEmpty(this.#cleared)) issues.push('bad-cleared');
    if (this.isLost(this.#phone)) issues.push('phone-lost');
    const amounts = this.#amounts(issues);
    const { rows } = this;
    if (this.#final) {
      rows.row(SPOOLED_HOUSEHOLD.count + ADDED_TO_HOUSEHOLD.count);
      rows.int4(countyOf(village));
      rows.int8(this.#final.householdBase + line);
    } else {
      rows.row(STAGED_HOUSEHOLD.count);
      rows.int4(line);
    }
    rows.int8(village);
    this.write(this.#number);
    rows.text(kind ?? 'general');
    this.textOrNull(category);
    this.boolOrNull(cleared);
    this.#writePhone();
    if (this.#final) this.#endFinal(this.#final, line, village, amounts, issues);
    else {
      this.#writeAmounts(amounts);
      this.textOrNull(issues.join(','));
    }
    return undefined;
  }

  /** Income, batch and line; the row of incomes, the data issues, and the number. */
  #endFinal(
    { householdBase, batchId }: FinalHouseholds,
    line: number,
    village: number,
    amounts: Amounts | undefined,
    issues: string[],
  ): void {
    const { rows } = this;
    const household = householdBase + line;
    if (amounts) {
      rows.int4(amounts.year);
      rows.int8(netOf(amounts));
      this.#writeIncome(household, countyOf(village), amounts, batchId, line);
    } else {
      rows.nullField();
      rows.nullField();
    }
    rows.int4(batchId);
    rows.int4(line);
    for (const code of issues) writeIssue(this.#issueRows, { village, household, code, batchId, line });
    const { bytes, start, end } = this.slice(this.#number);
    this.#numbers?.add(bytes, start, end, line, village);
  }

  #writeIncome(
    household: number,
    county: number,
    { year, fen, previous }: Amounts,
    batchId: number,
    line: number,
  ): void {
    const out = this.#incomes;
    out.row(FINAL_INCOME.count);
    out.int4(county);
    out.int8(household);
    out.int4(year);
    for (const amount of fen) out.int8(amount);
    if (previous === undefined) out.nullField();
    else out.int8(previous);
    out.int4(batchId);
    out.int4(line);
  }

  #readVillage(): number {
    const { cells } = this;
    const at = this.#village;
    if (cells.isPlain(at)) {
      const [start, end] = [cells.starts[at] as number, cells.ends[at] as number];
      return end - start === 12 ? readDigits(cells.bytes, start, end) : Number.NaN;
    }
    const text = this.cell(at);
    return text.length === 12 ? Number(text) : Number.NaN;
  }

  #writePhone(): void {
    const phone = this.readPhone(this.#phone);
    this.writePhoneKey(phone);
    if (phone.end === phone.start) {
      this.rows.nullField();
      return;
    }
    this.digits.begin();
    if (this.digits.add(phone.bytes, phone.start, phone.end)) this.digits.write(this.rows);
    else this.rows.bytes(this.sealer.seal(sliceText(phone)));
  }

  /** Fen; undefined where the cell is no amount. */
  #yuan(at: number, unit: number): number | undefined {
    const { cells } = this;
    if (unit === 1 && cells.isPlain(at)) {
      const fen = readYuan(cells.bytes, cells.starts[at] as number, cells.ends[at] as number);
      if (!Number.isNaN(fen)) return fen;
    }
    return parseYuan(this.cell(at), unit);
  }

  /** Year, seven amounts and last year's net income; undefined where the household has no usable income. */
  #amounts(issues: string[]): Amounts | undefined {
    const year = parseYear(this.cell(this.#year));
    if (year === 0 && this.#amountsAt.every((at) => this.isEmpty(at))) return undefined;
    const fen: number[] = [];
    for (const [i, at] of this.#amountsAt.entries()) {
      const amount = this.isEmpty(at) ? 0 : this.#yuan(at, this.#amountUnits[i] ?? 1);
      if (amount !== undefined) fen.push(amount);
    }
    const hasPrevious = !this.isEmpty(this.#previousNet);
    const previous = hasPrevious ? this.#yuan(this.#previousNet, this.#previousUnit) : undefined;
    const isWhole = year !== 0 && fen.length === AMOUNTS.length;
    if (!isWhole || (hasPrevious && previous === undefined)) issues.push('bad-income');
    return isWhole ? { year, fen, previous } : undefined;
  }

  #writeAmounts(amounts: Amounts | undefined): void {
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
