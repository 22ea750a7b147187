// members.csv: one staged row per member.

import { classifyId, idOfCertificate, isPadded, normalizeId } from '../../../../kernel/id-number.ts';
import { normalizeName } from '../../../../kernel/person-name.ts';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import { hashtext } from '../../../../platform/server/bulk/postgres-hash.ts';
import { ByteMap } from '../../../../platform/server/tables/bytes/byte-map.ts';
import { ByteSet } from '../../../../platform/server/tables/bytes/byte-set.ts';
import { isPlainName } from '../../../../platform/server/tables/bytes/cells.ts';
import { BinaryRows } from '../../../../platform/server/tables/bytes/pg-binary.ts';
import { birthOfSoundId, readDigits } from '../../../../platform/server/tables/bytes/read-bytes.ts';
import { impossibleOf, SEX_WORDS } from '../../../households/domain/impossible-person.ts';
import { MEMBER_COLUMNS, RELATIONS } from '../../../households/domain/registry-columns.ts';
import { PersonEntries } from '../persons/person-entries.ts';
import { type FoundHousehold, NumberLookup } from './household-numbers.ts';
import { writeIssue } from './issue-rows.ts';
import { MemberRuns } from './member-runs.ts';
import { FINAL_PERSON, NAME, STAGED_MEMBER } from './registry-layouts.ts';
import {
  type FinalPersons,
  type Refusal,
  RegistryTransform,
  type RegistryTransformInit,
  type Slice,
  sliceText,
} from './registry-rows.ts';

const HEAD = new ByteMap([['户主', true]]);
const SEXES = new ByteMap(Object.entries(SEX_WORDS));
const PLAIN_TEXTS = ['ethnicity', 'education', 'schooling', 'health', 'labour'] as const;

type IdInBytes = Slice & { sound: boolean };

export class MemberTransform extends RegistryTransform {
  readonly #number = this.at('number');
  readonly #household = this.at('household');
  readonly #name = this.at('name');
  readonly #sex = this.at('sex');
  readonly #id = this.at('id');
  readonly #relation = this.at('relation');
  readonly #texts = PLAIN_TEXTS.map((name) => this.at(name));
  readonly #working = this.at('working');
  readonly #dibao = this.at('dibao');
  readonly #phone = this.at('phone');
  readonly #relations = new ByteMap(RELATIONS.map((relation) => [relation, true]));
  readonly #today: PlainDate;
  readonly #paddedIds: boolean;
  #isIdLost = false;
  /** What the row says, null where it says neither yes nor no. */
  #isWorking: boolean | null = null;
  #hasDibao: boolean | null = null;
  readonly #final: FinalPersons | undefined;
  readonly #numbers: NumberLookup | undefined;
  readonly #issueRows = new BinaryRows();
  readonly #runs = new MemberRuns();
  readonly #names = new ByteSet();
  readonly #nameRows = new BinaryRows();
  readonly #entries = new PersonEntries();

  constructor(init: RegistryTransformInit) {
    super(init, Object.keys(MEMBER_COLUMNS));
    this.#today = init.today;
    this.#final = init.final;
    this.#paddedIds = init.paddedIds ?? false;
    this.#numbers = init.final && new NumberLookup(init.final.numbers);
  }

  override moreStreams(): Record<string, Uint8Array> {
    if (!this.#final) return {};
    const streams = { issues: this.#issueRows.take(), runs: this.#runs.take(), names: this.#nameRows.take() };
    return this.#final.withEntries ? { ...streams, entries: this.#entries.take(this.rows.written) } : streams;
  }

  writeRow(line: number): Refusal | undefined {
    if (this.isEmpty(this.#number)) return { column: MEMBER_COLUMNS.number.title, value: '', reason: 'missing' };
    if (this.isEmpty(this.#household)) return { column: MEMBER_COLUMNS.household.title, value: '', reason: 'missing' };
    if (this.isLost(this.#number))
      return { column: MEMBER_COLUMNS.number.title, value: this.raw(this.#number), reason: 'bad-number' };
    if (this.isLost(this.#household))
      return { column: MEMBER_COLUMNS.household.title, value: this.raw(this.#household), reason: 'bad-number' };
    const name = this.#readName();
    if (name.end === name.start) return { column: MEMBER_COLUMNS.name.title, value: '', reason: 'missing' };
    const id = this.#readId();
    this.#isWorking = this.yesNo(this.#working);
    this.#hasDibao = this.yesNo(this.#dibao);
    const { rows } = this;
    const nameHash = this.#final ? hashtext(name.bytes, name.start, name.end) : 0;
    const home = this.#final && this.#beginFinal(this.#final, line, id, name, nameHash);
    if (!home) {
      rows.row(STAGED_MEMBER.count);
      rows.int4(line);
      this.write(this.#number);
      this.write(this.#household);
    }
    rows.slice(name.bytes, name.start, name.end);
    this.write(this.#sex);
    const key = this.#writeId(id);
    if (key >= 0 && home && this.#final?.withEntries) this.#entries.note(key, line, home.line, nameHash, home.county);
    rows.bool(id.sound);
    this.#writeSealed(id);
    this.write(this.#relation);
    for (const at of this.#texts) this.write(at);
    this.boolOrNull(this.#isWorking ?? (this.isEmpty(this.#working) ? false : null));
    this.boolOrNull(this.#hasDibao ?? (this.isEmpty(this.#dibao) ? false : null));
    if (this.#final) {
      rows.int4(this.#final.batchId);
      rows.int4(line);
    } else this.textOrNull(this.#issues(id));
    return undefined;
  }

  /** County, id, household, village, number and hash of the name; and what else is made of the row: its name, its run, its data issues. */
  #beginFinal(
    { personBase, householdBase, batchId }: FinalPersons,
    line: number,
    id: IdInBytes,
    name: Slice,
    nameHash: number,
  ): FoundHousehold | undefined {
    const { rows } = this;
    if (this.#names.add(name.bytes, name.start, name.end)) {
      this.#nameRows.row(NAME.count);
      this.#nameRows.slice(name.bytes, name.start, name.end);
    }
    const number = this.slice(this.#household);
    const found = this.#numbers?.find(number.bytes, number.start, number.end);
    const isKnown = found !== undefined && found.line > 0;
    const [county, village] = isKnown ? [found.county, found.village] : [0, 0];
    const household = isKnown ? householdBase + found.line : 0;
    this.#runs.add(isKnown ? found.line : 0, name, this.word(this.#relation, HEAD) ?? false, line);
    rows.row(FINAL_PERSON.count);
    rows.int4(county);
    rows.int8(personBase + line);
    rows.int8(household);
    rows.int8(village);
    this.write(this.#number);
    rows.int4(nameHash);
    const issues = this.#issues(id) ?? '';
    if (issues === '' && isKnown) return found;
    for (const code of [...issues.split(','), isKnown ? '' : 'no-household']) {
      if (code === '') continue;
      writeIssue(this.#issueRows, {
        village,
        ...(isKnown ? { household } : {}),
        person: personBase + line,
        code,
        batchId,
        line,
      });
    }
    return found;
  }

  #readName(): Slice {
    const { cells } = this;
    if (isPlainName(cells, this.#name))
      return { bytes: cells.bytes, start: cells.starts[this.#name] as number, end: cells.ends[this.#name] as number };
    const bytes = Buffer.from(normalizeName(this.cell(this.#name)));
    return { bytes, start: 0, end: bytes.length };
  }

  #readId(): IdInBytes {
    const { cells } = this;
    this.#isIdLost = this.#paddedIds && isPadded(normalizeId(this.cell(this.#id)));
    if (this.#isIdLost) return { bytes: cells.bytes, start: 0, end: 0, sound: false };
    if (cells.isPlain(this.#id)) {
      const [start, end] = [cells.starts[this.#id] as number, cells.ends[this.#id] as number];
      if (birthOfSoundId(cells.bytes, start, end) > 0) return { bytes: cells.bytes, start, end, sound: true };
    }
    const id = idOfCertificate(normalizeId(this.cell(this.#id)));
    const bytes = Buffer.from(id);
    return { bytes, start: 0, end: bytes.length, sound: classifyId(id) === 'sound' };
  }

  #issues(id: IdInBytes): string | undefined {
    let codes = '';
    for (const code of id.sound ? this.#impossible(id) : [this.#idIssue(id)]) codes += `,${code}`;
    if (!this.isEmpty(this.#relation) && !this.word(this.#relation, this.#relations)) codes += ',bad-relation';
    if (this.#isWorking === null && !this.isEmpty(this.#working)) codes += ',bad-working';
    if (this.#hasDibao === null && !this.isEmpty(this.#dibao)) codes += ',bad-dibao';
    if (this.isLost(this.#phone)) codes += ',phone-lost';
    return codes === '' ? codes : codes.slice(1);
  }

  #idIssue(id: IdInBytes): string {
    if (id.start < id.end) return 'id-unsound';
    return this.#isIdLost || this.isLost(this.#id) ? 'id-lost' : 'id-missing';
  }

  #impossible({ bytes, start }: IdInBytes): string[] {
    const birth = readDigits(bytes, start + 6, start + 14);
    const idSex = (bytes[start + 16] as number) % 2 === 1 ? 1 : 2;
    return impossibleOf({ birth, idSex, sex: this.word(this.#sex, SEXES) ?? 0 }, this.#today);
  }

  /** Key, birth date as written, sex; answers where the key will stand. */
  #writeId({ bytes, start, end }: IdInBytes): number {
    const { rows } = this;
    const key = this.pending.writeSlice(rows, 'id', bytes, start, end);
    const whole = end - start === 18;
    const birth = whole ? readDigits(bytes, start + 6, start + 14) : Number.NaN;
    if (birth > 0) rows.int4(birth);
    else rows.nullField();
    const sexDigit = whole ? (bytes[start + 16] as number) - 48 : -1;
    rows.int2(sexDigit < 0 || sexDigit > 9 ? 0 : sexDigit % 2 === 1 ? 1 : 2);
    return key;
  }

  /** Phone key, then ID and phone sealed together. */
  #writeSealed(id: IdInBytes): void {
    const { rows, digits } = this;
    const phone = this.readPhone(this.#phone);
    const hasPhone = phone.end > phone.start;
    this.writePhoneKey(phone);
    if (id.end === id.start && !hasPhone) {
      rows.nullField();
      return;
    }
    digits.begin();
    let packed = digits.add(id.bytes, id.start, id.end);
    if (packed && hasPhone) packed = digits.separate() && digits.add(phone.bytes, phone.start, phone.end);
    if (packed) digits.write(rows);
    else rows.bytes(this.sealer.seal(hasPhone ? `${sliceText(id)}\n${sliceText(phone)}` : sliceText(id)));
  }
}
