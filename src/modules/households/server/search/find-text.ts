// What somebody typed to find a household in the lists of other slices: a name, pinyin or initials, a place, a household's number.

import { type RawBuilder, sql } from 'kysely';
import { latinLetters, normalizeName } from '../../../../kernel/person-name.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { isSpelled } from '../../../regions/server/index.ts';
import { namesMeant, namesSpelled } from './find-names.ts';

function prefix(text: string): string {
  return `${text.replace(/[%_\\]/g, '')}%`;
}

/** Holds where the name in the column is meant. */
export function nameText(column: RawBuilder<unknown>, text: string): RawBuilder<unknown> {
  const letters = latinLetters(text);
  // Who declares need not be in the registry.
  return sql`(${column} like ${prefix(text)} or ${column} in (${letters === undefined ? namesMeant(normalizeName(text)) : namesSpelled(letters)}))`;
}

/** In a village or township whose name holds the text, or is written so in pinyin. */
export function placeText({ actor: { range } }: Tx, text: string): RawBuilder<unknown> {
  const letters = latinLetters(text);
  const named = (region: RawBuilder<unknown>) =>
    letters === undefined ? sql`strpos(${region}.name, ${text}) > 0` : isSpelled(region, letters);
  return sql`c.village_code in (select v.code from regions v join regions t on t.code = v.parent_code
    where v.level = 'village' and v.code between ${range.low} and ${range.high}
      and (${named(sql.raw('v'))} or ${named(sql.raw('t'))}))`;
}

/** Holds on `h`, a household, and `c`, which says where it is. */
export function householdText(tx: Tx, text: string): RawBuilder<unknown> {
  return sql`(${nameText(sql.raw('h.head_name'), text)} or h.number = ${text} or ${placeText(tx, text)})`;
}
