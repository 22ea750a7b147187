// When a field must be filled: the conditions of `registers.tsv` as data, their text there, and their answer for one row.

import type { Condition, Field } from './field.ts';

type Fields = Readonly<Record<string, Field>>;
type Row = Readonly<Record<string, unknown>>;

function isFilled(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** Whether `condition` holds for a row of values: codes of choices, fen of money. */
export function holds(condition: Condition, row: Row): boolean {
  if ('filled' in condition) return isFilled(row[condition.filled]);
  if ('empty' in condition) return !isFilled(row[condition.empty]);
  const value = row[condition.field];
  if ('below' in condition) return typeof value === 'number' && value < condition.below;
  const values = Array.isArray(value) ? value : [value];
  return values.some((one) => condition.is.includes(one as string));
}

/** As it stands in `registers.tsv`, by headers and words: `A`, `!A`, `A=v|w`, `A<0`. */
export function conditionText(condition: Condition, fields: Fields): string {
  const title = (name: string) => fields[name]?.title ?? name;
  if ('filled' in condition) return title(condition.filled);
  if ('empty' in condition) return `!${title(condition.empty)}`;
  if ('below' in condition) return `${title(condition.field)}<${condition.below}`;
  const { values } = fields[condition.field] ?? {};
  return `${title(condition.field)}=${condition.is.map((code) => values?.[code] ?? code).join('|')}`;
}

/** For people: 填了“到账日期”时必填. */
export function conditionWords(condition: Condition, fields: Fields): string {
  const title = (name: string) => `“${fields[name]?.title ?? name}”`;
  if ('filled' in condition) return `填了${title(condition.filled)}时必填`;
  if ('empty' in condition) return `没有填${title(condition.empty)}时必填`;
  if ('below' in condition) return `${title(condition.field)}小于 ${condition.below} 时必填`;
  const { values } = fields[condition.field] ?? {};
  return `${title(condition.field)}为${condition.is.map((code) => values?.[code] ?? code).join('、')}时必填`;
}

/** The fields a condition asks about. */
export function fieldsOf(condition: Condition): string {
  if ('filled' in condition) return condition.filled;
  if ('empty' in condition) return condition.empty;
  return condition.field;
}
