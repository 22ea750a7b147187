// What somebody typed to find a household or a clue: a name, pinyin or initials, a place, a household's number, a receipt.

import { type RawBuilder, sql } from 'kysely';
import { latinLetters, normalizeName } from '../../../../kernel/person-name.ts';
import { readReceipt } from '../../../../kernel/receipt.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import type { Keys } from '../../../../platform/server/keys.ts';
import { namesMeant, namesSpelled } from '../../../households/server/index.ts';
import { isSpelled } from '../../../regions/server/index.ts';
import { receiptKey } from '../receipt-key.ts';

function prefix(text: string): string {
  return `${text.replace(/[%_\\]/g, '')}%`;
}

function nameCondition(column: RawBuilder<unknown>, text: string): RawBuilder<unknown> {
  const letters = latinLetters(text);
  // Who declares need not be in the registry.
  return sql`(${column} like ${prefix(text)} or ${column} in (${letters === undefined ? namesMeant(normalizeName(text)) : namesSpelled(letters)}))`;
}

/** In a village or township whose name holds the text, or is written so in pinyin. */
function placeCondition({ actor: { range } }: Tx, text: string): RawBuilder<unknown> {
  const letters = latinLetters(text);
  const named = (region: RawBuilder<unknown>) =>
    letters === undefined ? sql`strpos(${region}.name, ${text}) > 0` : isSpelled(region, letters);
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
