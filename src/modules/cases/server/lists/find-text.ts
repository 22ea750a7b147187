// What somebody typed to find a household or a clue: a name, pinyin or initials, a place, a household's number, a receipt.

import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../../platform/server/db.ts';
import type { Keys } from '../../../../platform/server/keys.ts';
import { readReceipt } from '../../domain/receipt.ts';
import { receiptKey } from '../receipt-key.ts';

/** More different names than this are too vague to go through. */
const MOST_NAMES = 2000;

function prefix(text: string): string {
  return `${text.replace(/[%_\\]/g, '')}%`;
}

/** Latin letters alone are pinyin or initials. */
function lettersOf(text: string): string | undefined {
  return /^[a-z]+$/i.test(text) ? text.toLowerCase() : undefined;
}

function nameCondition(column: RawBuilder<unknown>, text: string): RawBuilder<unknown> {
  const letters = lettersOf(text);
  if (letters === undefined) return sql`${column} like ${prefix(text)}`;
  return sql`(${column} like ${prefix(text)} or ${column} in (select name from person_names
    where initials like ${prefix(letters)} or pinyin like ${prefix(letters)} limit ${MOST_NAMES}))`;
}

/** In a village or township whose name holds the text, or is written so in pinyin. */
function placeCondition({ actor: { range } }: Tx, text: string): RawBuilder<unknown> {
  const letters = lettersOf(text);
  const named = (region: RawBuilder<unknown>) =>
    letters === undefined
      ? sql`strpos(${region}.name, ${text}) > 0`
      : sql`(${region}.initials like ${prefix(letters)} or ${region}.pinyin like ${prefix(letters)})`;
  return sql`c.village_code in (select v.code from regions v join regions t on t.code = v.parent_code
    where v.level = 'village' and v.code between ${range.low} and ${range.high}
      and (${named(sql.raw('v'))} or ${named(sql.raw('t'))}))`;
}

/** Holds on `h`, a household, and `c`, which says where it is. */
export function householdText(tx: Tx, text: string): RawBuilder<unknown> {
  return sql`(${nameCondition(sql.raw('h.head_name'), text)} or h.number = ${text} or ${placeCondition(tx, text)})`;
}

/** Holds on `c`, a clue. Not every clue names a household of the registry. */
export function clueText(tx: Tx, keys: Keys, text: string): RawBuilder<unknown> {
  const receipt = readReceipt(text);
  if (receipt !== undefined) return sql`c.receipt_key = ${receiptKey(keys, receipt)}`;
  return sql`(${nameCondition(sql.raw('c.person_name'), text)} or ${placeCondition(tx, text)}
    or exists (select from households h where h.county_code = c.county_code and h.id = c.household_id
      and (h.number = ${text} or ${nameCondition(sql.raw('h.head_name'), text)})))`;
}
