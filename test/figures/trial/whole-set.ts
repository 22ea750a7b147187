// A set of rows together with what is stored: what stands of both.

import { isRefused, keyOf, type Row, text } from './rows.ts';

/** What stands before the set, by register. */
export type Stored = ReadonlyMap<string, readonly Row[]>;

/** Whether two rows say the same, cell by cell. */
export function isAlike(a: Row, b: Row | undefined): boolean {
  return b !== undefined && JSON.stringify(a.cells) === JSON.stringify(b.cells);
}

export class WholeSet {
  readonly rows: readonly Row[];
  readonly stored: Stored;
  readonly #own: ReadonlySet<Row>;
  readonly #standing = new Map<string, ReadonlyMap<string, Row>>();

  constructor(rows: readonly Row[], stored: Stored) {
    this.rows = rows;
    this.stored = stored;
    // What stands already and comes again as it is, is not judged anew.
    const known = new Map([...stored.values()].flat().map((one) => [`${one.register} ${keyOf(one)}`, one]));
    const isSame = (one: Row) => isAlike(one, known.get(`${one.register} ${keyOf(one)}`));
    this.#own = new Set(rows.filter((one) => !isSame(one)));
  }

  has(one: Row): boolean {
    return this.#own.has(one);
  }

  refuse(one: Row, code: string): boolean {
    if (one.codes.includes(code) || one.planted.includes(code)) return false;
    one.codes.push(code);
    this.#standing.delete(one.register);
    return true;
  }

  /** Rows of the set that nothing speaks against so far, and those stored ones that they do not replace. */
  standing(register: string): Row[] {
    return [...this.#byKey(register).values()];
  }

  #byKey(register: string): ReadonlyMap<string, Row> {
    const known = this.#standing.get(register);
    if (known) return known;
    const found = new Map((this.stored.get(register) ?? []).map((one) => [keyOf(one), one]));
    // An equal row twice counts once.
    const own = this.rows.filter((one) => one.register === register && !isRefused(one));
    for (const one of own.toReversed()) found.set(keyOf(one), one);
    for (const [key, one] of found) if (text(one, '作废') === '是') found.delete(key);
    this.#standing.set(register, found);
    return found;
  }

  own(register: string): Row[] {
    return this.standing(register).filter((one) => this.has(one));
  }

  find(register: string, key: string): Row | undefined {
    return this.#byKey(register).get(key);
  }
}
