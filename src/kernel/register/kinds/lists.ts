// Kinds of fields whose values stand in a list: words of the field, yes or no, regions.

import * as z from 'zod';
import { normalizeCell } from '../../cell.ts';
import { LEVEL_NAMES, WHOLE_REGION } from '../../region-code.ts';
import type { Field } from '../field.ts';
import { type CellValue, type KindRules, type ReadContext, Unreadable } from './kind-rules.ts';

const NOT_IN_LIST = new Unreadable('not-in-list');
const BAD_REGION = new Unreadable('bad-region');
const BAD_VILLAGE = new Unreadable('bad-village');

const DIVIDERS = /[、;|]/;

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

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

export const choiceRules: KindRules = {
  sql: () => 'text',
  copied: 'text',
  read: (cell, field) => codeOf(field, cell) ?? NOT_IN_LIST,
  write: (value, field) => wordOf(field, value),
  written: wordSql,
  json: ({ values = {} }) => z.enum(Object.keys(values)),
  words: (field) => `下列之一：${listWords(field)}`,
  sheet: 'text',
};

export const choicesRules: KindRules = {
  sql: () => 'text[]',
  copied: 'literal',
  read: (cell, field) => readSeveral(cell, (one) => codeOf(field, one) ?? NOT_IN_LIST),
  write: (value, field) => (value as readonly unknown[]).map((code) => wordOf(field, code)).join('、'),
  written: (column, field) =>
    `(select string_agg(${wordSql('one.code', field)}, '、' order by one.at) from unnest(${column}) with ordinality as one (code, at))`,
  json: ({ values = {} }) => z.array(z.enum(Object.keys(values))).min(1),
  words: (field) => `下列的一项或几项，用“、”隔开：${listWords(field)}`,
  sheet: 'text',
};

export const yesNoRules: KindRules = {
  sql: () => 'boolean',
  copied: 'bool',
  read: (cell) => (cell === '是' ? true : cell === '否' ? false : NOT_IN_LIST),
  write: (value) => (value ? '是' : '否'),
  written: (column) => `case when ${column} then '是' when not ${column} then '否' end`,
  json: () => z.boolean(),
  words: () => '是或否',
  sheet: 'text',
};

export const regionRules: KindRules = {
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
};
