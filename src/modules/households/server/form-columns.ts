// Columns of forms that name a household or its village as the registry does.

import type { ReadColumn } from '../../../platform/server/registers/forms/read-form.ts';

/** A column of words that an expression over the row `t` reads. */
export const readText = (name: string, title: string, sql: string): ReadColumn => ({ name, title, kind: 'text', sql });

/** The head of the household of a number, also of one that is dissolved. */
export const headColumn = (number = 't.household_number'): ReadColumn =>
  readText(
    'head',
    '户主',
    `(select h.head_name from households h where h.number = ${number} order by h.valid_to nulls first limit 1)`,
  );

/** The village the row stands in. */
export const VILLAGE_COLUMN: ReadColumn = readText(
  'village',
  '嘎查村',
  '(select r.name from regions r where r.code = t.place_code)',
);
