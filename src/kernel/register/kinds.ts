// All that a kind of field means outside the browser, one entry a kind: its column in the database, how a cell of a file is read
// and written, what JSON holds of it, and how its form is told to people. The browser has one other table (platform/web/registers).

import * as z from 'zod';
import { normalizeCell } from '../cell.ts';
import { classifyId, normalizeId } from '../id-number.ts';
import { day } from '../input.ts';
import { normalizeName } from '../person-name.ts';
import { formatDate, parseDate, parseMonth } from '../plain-date.ts';
import { LEVEL_NAMES, type RegionLevel, WHOLE_REGION } from '../region-code.ts';
import { formatScaled, MONEY_PLACES, parseMoney, parseScaled } from './amounts.ts';
import type { Field, Kind } from './field.ts';
import { isOrganisationCode } from './organisation-code.ts';
import type { RefusalCode } from './refusals.ts';

/** What a cell is read as: the text of an array literal for several values, yyyymmdd for days, fen for money. */
export type CellValue = string | number | boolean;

/** Why a cell cannot be read. */
export class Unreadable {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    this.code = code;
  }
}

export type ReadContext = {
  /** Unit of the money in this column: of the header, else of the field. */
  unit: string;
  regions: ReadonlyMap<number, RegionLevel>;
};

export type KindRules = {
  /** Type of the column. A sealed field is `bytea` whatever its kind. */
  sql: (field: Field) => string;
  /** How a value travels to the database; `literal` is text that the column's type reads. */
  copied: 'text' | 'int4' | 'int8' | 'date' | 'bool' | 'literal';
  /** Reads a cell that is not empty. `text` has been through `normalizeCell`, or keeps its punctuation (`keepsPunctuation`). */
  read: (text: string, field: Field, context: ReadContext) => CellValue | Unreadable;
  /** The value of a row as a cell. */
  write: (value: unknown, field: Field) => string;
  /** The same as SQL: an expression of text over the column. */
  written: (column: string, field: Field) => string;
  /** What JSON holds; null is added where the field may be empty. */
  json: (field: Field) => z.ZodType;
  /** Form of the cell, for whoever fills it in. */
  words: (field: Field) => string;
  sheet: 'text' | 'number' | 'date';
  /** Free text: full-width punctuation belongs to it. */
  keepsPunctuation?: true;
};

const TOO_LONG = new Unreadable('too-long');
const BAD_NUMBER = new Unreadable('bad-number');
const BAD_AMOUNT = new Unreadable('bad-amount');
const BAD_DATE = new Unreadable('bad-date');
const BAD_MONTH = new Unreadable('bad-month');
const NOT_IN_LIST = new Unreadable('not-in-list');
const BAD_ID = new Unreadable('bad-id');
const BAD_CODE = new Unreadable('bad-code');
const BAD_REGION = new Unreadable('bad-region');
const BAD_VILLAGE = new Unreadable('bad-village');

const MOST_INTEGER = 2_147_483_647;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;
const DECIMAL_PLACES = 6;
const DIVIDERS = /[、;|]/;

const asIs = (value: unknown) => String(value);
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const asText = (column: string) => `${column}::text`;

function textRules(most: number): KindRules {
  return {
    sql: () => 'text',
    copied: 'text',
    read: (cell, { form }) => {
      if (cell.length > most) return TOO_LONG;
      if (form !== 'organisation-code') return cell;
      const code = cell.toUpperCase();
      return isOrganisationCode(code) ? code : BAD_CODE;
    },
    write: asIs,
    written: (column) => column,
    json: () => z.string().trim().min(1).max(most),
    words: () => `文字，最多 ${most} 字`,
    sheet: 'text',
    keepsPunctuation: true,
  };
}

const plainText = textRules(200);
/** Text that finds a row is compared as a cell: in half width. */
const { keepsPunctuation: _keeps, ...key } = plainText;

function inRange(value: number, { least }: Field): number | Unreadable {
  return least !== undefined && value < least ? BAD_NUMBER : value;
}

function numberJson({ least }: Field, type: z.ZodNumber): z.ZodType {
  return least === undefined ? type : type.min(least);
}

const integerRules: KindRules = {
  sql: () => 'int',
  copied: 'int4',
  read: (cell, field) => {
    const value = parseScaled(cell, 0);
    return value === undefined || Math.abs(value) > MOST_INTEGER ? BAD_NUMBER : inRange(value, field);
  },
  write: asIs,
  written: asText,
  json: (field) => numberJson(field, z.number().int().min(-MOST_INTEGER).max(MOST_INTEGER)),
  words: ({ least }) => (least === undefined ? '整数' : `整数，不小于 ${least}`),
  sheet: 'number',
};

function decimalRules(most: number | undefined, words: string): KindRules {
  return {
    sql: () => 'numeric(21,6)',
    copied: 'literal',
    read: (cell, field) => {
      const value = parseScaled(most === undefined ? cell : cell.replace(/%$/, ''), DECIMAL_PLACES);
      if (value === undefined) return BAD_NUMBER;
      if (most !== undefined && (value < 0 || value > most * 10 ** DECIMAL_PLACES)) return BAD_NUMBER;
      const least = inRange(value / 10 ** DECIMAL_PLACES, field);
      return least instanceof Unreadable ? least : formatScaled(value, DECIMAL_PLACES);
    },
    write: asIs,
    written: (column) => `trim_scale(${column})::text`,
    json: (field) => numberJson(field, most === undefined ? z.number() : z.number().min(0).max(most)),
    words: () => words,
    sheet: 'number',
  };
}

function moneyRules(unit: string): KindRules {
  const places = MONEY_PLACES[unit] ?? 2;
  return {
    sql: () => 'bigint',
    copied: 'int8',
    read: (cell, _field, context) => parseMoney(cell, context.unit) ?? BAD_AMOUNT,
    write: (value) => formatScaled(Number(value), places),
    written: (column) => `trim_scale(${column}::numeric / ${10 ** places})::text`,
    json: () => z.number().int(),
    words: () => `金额，单位${unit}，最多 ${places} 位小数`,
    sheet: 'number',
  };
}

/** A number stored as text beyond its period's form: 2022-05-31, 2022-05. */
function periodRules(read: KindRules['read'], length: number, words: string): KindRules {
  return {
    sql: () => 'date',
    copied: 'date',
    read,
    write: (value) => (typeof value === 'number' ? formatDate(value) : String(value)).slice(0, length),
    written: (column) => `left(${column}::text, ${length})`,
    json: () => day,
    words: () => words,
    sheet: length === 10 ? 'date' : 'text',
  };
}

const codesByWord = new WeakMap<object, ReadonlyMap<string, string>>();

/** Code of a word of the field's list; the words are compared as cells are. */
function codeOf(field: Field, word: string): string | undefined {
  const { values = {} } = field;
  let codes = codesByWord.get(values);
  if (!codes) {
    codes = new Map(Object.entries(values).map(([code, title]) => [normalizeCell(title), code]));
    codesByWord.set(values, codes);
  }
  return codes.get(word);
}

const wordOf = (field: Field, code: unknown) => field.values?.[String(code)] ?? String(code);

function wordSql(column: string, { values = {} }: Field): string {
  const cases = Object.entries(values).map(([code, word]) => `when ${quoted(code)} then ${quoted(word)}`);
  return `case ${column} ${cases.join(' ')} end`;
}

const listWords = (field: Field) => Object.values(field.values ?? {}).join('、');

/** Twelve digits; six or nine are completed with zeros. */
function readRegion(cell: string, field: Field, { regions }: ReadContext): number | Unreadable {
  const bad = field.title === '嘎查村代码' ? BAD_VILLAGE : BAD_REGION;
  if (!/^(\d{6}|\d{9}|\d{12})$/.test(cell)) return bad;
  const code = Number(cell.padEnd(12, '0'));
  const level = regions.get(code);
  return level === undefined || (field.level !== undefined && level !== field.level) ? bad : code;
}

function readSeveral(cell: string, read: (one: string) => CellValue | Unreadable): string | Unreadable {
  const values: CellValue[] = [];
  for (const part of cell.split(DIVIDERS)) {
    const word = part.trim();
    if (word === '') continue;
    const value = read(word);
    if (value instanceof Unreadable) return value;
    if (!values.includes(value)) values.push(value);
  }
  return `{${values.join(',')}}`;
}

export const KIND_RULES: Readonly<Record<Kind, KindRules>> = {
  text: plainText,
  'long-text': textRules(4000),
  link: textRules(200),
  reference: key,
  'household-no': { ...key, words: () => '登记册中的户编号' },
  integer: integerRules,
  decimal: decimalRules(undefined, '数字，最多 6 位小数'),
  share: decimalRules(100, '百分数，0 到 100'),
  'money-yuan': moneyRules('元'),
  'money-wan': moneyRules('万元'),
  day: periodRules((cell) => parseDate(cell) || BAD_DATE, 10, '日期，如 2022-05-31'),
  month: periodRules((cell) => parseMonth(cell) || BAD_MONTH, 7, '月份，如 2022-05'),
  year: {
    ...integerRules,
    sql: () => 'int',
    read: (cell) => {
      const value = Number(/^(\d{4})年?$/.exec(cell)?.[1] ?? 0);
      return value < FIRST_YEAR || value > LAST_YEAR ? BAD_NUMBER : value;
    },
    json: () => z.number().int().min(FIRST_YEAR).max(LAST_YEAR),
    words: () => '年度，如 2022',
  },
  choice: {
    sql: () => 'text',
    copied: 'text',
    read: (cell, field) => codeOf(field, cell) ?? NOT_IN_LIST,
    write: (value, field) => wordOf(field, value),
    written: wordSql,
    json: ({ values = {} }) => z.enum(Object.keys(values)),
    words: (field) => `下列之一：${listWords(field)}`,
    sheet: 'text',
  },
  choices: {
    sql: () => 'text[]',
    copied: 'literal',
    read: (cell, field) => readSeveral(cell, (one) => codeOf(field, one) ?? NOT_IN_LIST),
    write: (value, field) => (value as readonly unknown[]).map((code) => wordOf(field, code)).join('、'),
    written: (column, field) =>
      `(select string_agg(${wordSql('one.code', field)}, '、' order by one.at) from unnest(${column}) with ordinality as one (code, at))`,
    json: ({ values = {} }) => z.array(z.enum(Object.keys(values))).min(1),
    words: (field) => `下列的一项或几项，用“、”隔开：${listWords(field)}`,
    sheet: 'text',
  },
  'yes-no': {
    sql: () => 'boolean',
    copied: 'bool',
    read: (cell) => (cell === '是' ? true : cell === '否' ? false : NOT_IN_LIST),
    write: (value) => (value ? '是' : '否'),
    written: (column) => `case when ${column} then '是' when not ${column} then '否' end`,
    json: () => z.boolean(),
    words: () => '是或否',
    sheet: 'text',
  },
  'region-code': {
    sql: ({ several }) => (several ? 'bigint[]' : 'bigint'),
    copied: 'int8',
    read: (cell, field, context) =>
      field.several ? readSeveral(cell, (one) => readRegion(one, field, context)) : readRegion(cell, field, context),
    write: (value) => (Array.isArray(value) ? value.join('、') : String(value)),
    written: (column, { several }) => (several ? `array_to_string(${column}, '、')` : `${column}::text`),
    json: ({ several }) => {
      const code = z.number().int().min(WHOLE_REGION.low).max(WHOLE_REGION.high);
      return several ? z.array(code).min(1) : code;
    },
    words: ({ level, several }) =>
      `${level ? LEVEL_NAMES[level] : '地区'}的 12 位代码${several ? '，几个用“、”隔开' : ''}`,
    sheet: 'text',
  },
  'id-number': {
    sql: () => 'text',
    copied: 'text',
    read: (cell, { form }) => {
      const id = normalizeId(cell);
      if (form === 'as-given') return id.length > 30 ? BAD_ID : id;
      const found = classifyId(id);
      return found === 'sound' || found === 'readable' ? id : BAD_ID;
    },
    write: asIs,
    written: (column) => column,
    json: () => z.string().trim().min(1).max(30),
    words: () => '18 位证件号码',
    sheet: 'text',
  },
  name: {
    ...plainText,
    read: (cell) => {
      const name = normalizeName(cell);
      return name.length > 200 ? TOO_LONG : name;
    },
    words: () => '姓名',
  },
};

/** How a value of this field travels to the database. */
export function copiedAs(field: Field): KindRules['copied'] | 'sealed' {
  if (field.secret === 'sealed') return 'sealed';
  return field.several ? 'literal' : KIND_RULES[field.kind].copied;
}

/** Type of the field's column. */
export function sqlType(field: Field): string {
  return field.secret === 'sealed' ? 'bytea' : KIND_RULES[field.kind].sql(field);
}
