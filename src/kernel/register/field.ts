// What is said of a field of a register: once, and read by office, phone, server and file import.

import type { RegionLevel } from '../region-code.ts';

/** The kinds of the data contract for registers. What each means stands in `kinds.ts`. */
export const KINDS = [
  'text',
  'long-text',
  'integer',
  'decimal',
  'money-yuan',
  'money-wan',
  'share',
  'day',
  'month',
  'year',
  'choice',
  'choices',
  'yes-no',
  'region-code',
  'household-no',
  'id-number',
  'name',
  'link',
  'reference',
] as const;

export type Kind = (typeof KINDS)[number];

/** When a field must be filled, by other fields of its row (English names). An unreadable cell counts as filled. */
export type Condition =
  | { filled: string }
  | { empty: string }
  | { field: string; is: readonly string[] }
  | { field: string; below: number };

/**
 * What a column is for: `place` whose row it is, `gives-place` a reference whose row tells it; `since` counts from this day, `until` no more from this day, `through` for the
 * last time on this day; `year` belongs to this year.
 */
export type ColumnRole = 'place' | 'gives-place' | 'since' | 'until' | 'through' | 'year';

/** How a text is held to a form beside its length; `as-given`: a number that cannot be read may still find its person. */
export type TextForm = 'organisation-code' | 'figure' | 'as-given';

export type FieldOptions = {
  required?: true | Condition;
  /** `sealed`: encrypted, leaves only as `*`. `masked`: shown as `张*` or `*`. */
  secret?: 'sealed' | 'masked';
  role?: ColumnRole;
  /** Headers that mean the same. */
  synonyms?: readonly string[];
  /** Unit behind the header: 元, 万元, 户, %. */
  unit?: string;
  /** A column of the list, a filter of it, part of its text search. */
  list?: true;
  filter?: true;
  find?: true;
  /** What counts where the field is empty: a field of this row or, as `reference.field`, of the row referred to. */
  otherwise?: string;
  /** One sentence for whoever fills the column in. */
  hint?: string;
};

/** One column of a register. `Value` is what a row holds (see `RowOf`); only types read it. */
export type Field<K extends Kind = Kind, Value = unknown> = FieldOptions & {
  kind: K;
  title: string;
  /** Code → word of `choice` and `choices`. */
  values?: Readonly<Record<string, string>>;
  /** Several values in one cell, divided by 、. */
  several?: true;
  /** Level a region must have; without one any. */
  level?: RegionLevel;
  /** The register a reference points at, by its code. */
  target?: string;
  form?: TextForm;
  /** Smallest value of a number. */
  least?: number;
  /** Never there: carries the type. */
  readonly value?: Value;
};

/** What the rows of a list are narrowed by: filters, and what tells of which other row, or where, a row is. */
export function narrows({ filter, secret, kind }: FieldOptions & { kind: Kind }): boolean {
  return secret === undefined && (filter === true || kind === 'reference' || kind === 'region-code');
}

type Required<O> = O extends { required: true } ? true : false;
type Held<O, V> = Required<O> extends true ? V : V | null;

function field<K extends Kind, V, O extends FieldOptions>(
  kind: K,
  title: string,
  options: O | undefined,
  more: Partial<Field<K, V>> = {},
): Field<K, Held<O, V>> & O {
  return { kind, title, ...more, ...options } as unknown as Field<K, Held<O, V>> & O;
}

/** The text search reads texts: of anything else it is refused by the compiler. */
type NotText = FieldOptions & { find?: never };
type NumberOptions = NotText & { least?: number };

/** At most 200 characters. */
export const text = <const O extends FieldOptions & { form?: TextForm }>(title: string, options?: O) =>
  field<'text', string, O>('text', title, options);
/** At most 4,000 characters. */
export const longText = <const O extends FieldOptions>(title: string, options?: O) =>
  field<'long-text', string, O>('long-text', title, options);
export const integer = <const O extends NumberOptions>(title: string, options?: O) =>
  field<'integer', number, O>('integer', title, options);
/** At most six decimals. */
export const decimal = <const O extends NumberOptions>(title: string, options?: O) =>
  field<'decimal', number, O>('decimal', title, options);
/** Whole fen inside, 元 in files. Name the field `…Fen`. */
export const moneyYuan = <const O extends NotText>(title: string, options?: O) =>
  field<'money-yuan', number, O>('money-yuan', title, options, { unit: '元' });
/** Whole fen inside, 万元 in files. Name the field `…Fen`. */
export const moneyWan = <const O extends NotText>(title: string, options?: O) =>
  field<'money-wan', number, O>('money-wan', title, options, { unit: '万元' });
/** A part of a hundred, 0 to 100. */
export const share = <const O extends NotText>(title: string, options?: O) =>
  field<'share', number, O>('share', title, options, { unit: '%' });
/** `yyyy-mm-dd` in rows. */
export const day = <const O extends NotText>(title: string, options?: O) =>
  field<'day', string, O>('day', title, options);
/** The first of the month in rows, `yyyy-mm-dd`. */
export const month = <const O extends NotText>(title: string, options?: O) =>
  field<'month', string, O>('month', title, options);
export const year = <const O extends NotText>(title: string, options?: O) =>
  field<'year', number, O>('year', title, options);
/** One of a list: code inside, word in files. */
export const choice = <const V extends Readonly<Record<string, string>>, const O extends NotText>(
  title: string,
  values: V,
  options?: O,
) => field<'choice', keyof V & string, O>('choice', title, options, { values });
/** Some of a list, in the order given. */
export const choices = <const V extends Readonly<Record<string, string>>, const O extends NotText>(
  title: string,
  values: V,
  options?: O,
) => field<'choices', readonly (keyof V & string)[], O>('choices', title, options, { values });
export const yesNo = <const O extends NotText>(title: string, options?: O) =>
  field<'yes-no', boolean, O>('yes-no', title, options);
/** Twelve digits; in files also six or nine. */
export const regionCode = <const O extends FieldOptions & { level?: RegionLevel }>(title: string, options?: O) =>
  field<'region-code', number, O>('region-code', title, options);
/** Several regions in one cell, divided by 、. */
export const regionCodes = <const O extends FieldOptions & { level?: RegionLevel }>(title: string, options?: O) =>
  field<'region-code', readonly number[], O>('region-code', title, options, { several: true });
/** 户编号 of the registry. */
export const householdNo = <const O extends FieldOptions>(options?: O) =>
  field<'household-no', string, O>('household-no', '户编号', options);
/** 证件号码; always sealed. */
export const idNumber = <const O extends FieldOptions & { form?: 'as-given' }>(options?: O) =>
  field<'id-number', string, O & { secret: 'sealed' }>('id-number', '证件号码', {
    ...(options as O),
    secret: 'sealed',
  });
/** Name of a person; always masked. */
export const name = <const O extends FieldOptions>(title: string, options?: O) =>
  field<'name', string, O & { secret: 'masked' }>('name', title, { ...(options as O), secret: 'masked' });
/** Name of a file, or an address. */
export const link = <const O extends FieldOptions>(title: string, options?: O) =>
  field<'link', string, O>('link', title, options);
/**
 * The key of a row of the register `target`. Where that key has several columns, this field holds the one of its header, else the last, and the columns
 * of the same header in this row are the others (条号 with 文件编号).
 */
export const reference = <const O extends FieldOptions>(title: string, target: string, options?: O) =>
  field<'reference', string, O>('reference', title, options, { target });
