// Kinds of fields that hold numbers: counts, measures, shares, money, years.

import * as z from 'zod';
import { formatScaled, MONEY_PLACES, parseMoney, parseScaled } from '../amounts.ts';
import type { Field } from '../field.ts';
import { asIs, asText, type KindRules, Unreadable } from './kind-rules.ts';

const BAD_NUMBER = new Unreadable('bad-number');
const BAD_AMOUNT = new Unreadable('bad-amount');

const MOST_INTEGER = 2_147_483_647;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;
const DECIMAL_PLACES = 6;

function inRange(value: number, { least }: Field): number | Unreadable {
  return least !== undefined && value < least ? BAD_NUMBER : value;
}

function numberJson({ least }: Field, type: z.ZodNumber): z.ZodType {
  return least === undefined ? type : type.min(least);
}

export const integerRules: KindRules = {
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

export function decimalRules(most: number | undefined, words: string): KindRules {
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

export function moneyRules(unit: string): KindRules {
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

export const yearRules: KindRules = {
  ...integerRules,
  sql: () => 'int',
  read: (cell) => {
    const value = Number(/^(\d{4})年?$/.exec(cell)?.[1] ?? 0);
    return value < FIRST_YEAR || value > LAST_YEAR ? BAD_NUMBER : value;
  },
  json: () => z.number().int().min(FIRST_YEAR).max(LAST_YEAR),
  words: () => '年度，如 2022',
};
