// All that a kind of field means outside the browser, one entry a kind: its column in the database, how a cell of a file is read
// and written, what JSON holds of it, and how its form is told to people. The browser has one other table (platform/web/registers).

import * as z from 'zod';
import { classifyId, normalizeId } from '../id-number.ts';
import { day } from '../input.ts';
import { normalizeName } from '../person-name.ts';
import { formatDate, parseDate, parseMonth } from '../plain-date.ts';
import type { Field, Kind } from './field.ts';
import { asIs, type KindRules, Unreadable } from './kinds/kind-rules.ts';
import { choiceRules, choicesRules, regionRules, yesNoRules } from './kinds/lists.ts';
import { decimalRules, integerRules, moneyRules, yearRules } from './kinds/numbers.ts';
import { isOrganisationCode } from './organisation-code.ts';

const TOO_LONG = new Unreadable('too-long');
const BAD_DATE = new Unreadable('bad-date');
const BAD_MONTH = new Unreadable('bad-month');
const BAD_ID = new Unreadable('bad-id');
const BAD_CODE = new Unreadable('bad-code');

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
  year: yearRules,
  choice: choiceRules,
  choices: choicesRules,
  'yes-no': yesNoRules,
  'region-code': regionRules,
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
