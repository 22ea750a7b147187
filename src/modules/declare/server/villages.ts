// Villages by code or name, for people who look for their own. Regions are public; nothing else is read here.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';

/** So many are read on a phone without scrolling for long; more words narrow it down. */
const MOST_VILLAGES = 8;
/** Name of the village, township and county may all be typed: 商都 七台 永胜. */
const MOST_WORDS = 4;

export type FoundVillage = { code: number; name: string; pathText: string };

const found = sql`select v.code, v.name, concat_ws(' ', c.name, t.name) as path_text
  from regions v join regions t on t.code = v.parent_code join regions c on c.code = t.parent_code
  where v.level = 'village' and v.valid_to is null`;

export async function findVillage(tx: Tx, code: number): Promise<FoundVillage | undefined> {
  return tx.first(sql<FoundVillage>`${found} and v.code = ${code}`);
}

/** Each word is part of the village's name, its township's or its county's; at least one of the village's own. */
export async function searchVillages(tx: Tx, text: string): Promise<FoundVillage[]> {
  const words = text.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  const [first] = words;
  if (first === undefined) return [];
  const each = words.map((word) => sql`strpos(c.name || ' ' || t.name || ' ' || v.name, ${word}) > 0`);
  return tx.rows(sql<FoundVillage>`${found} and ${sql.join(each, sql` and `)}
      and exists (select from unnest(${words}::text[]) w where strpos(v.name, w) > 0)
    order by (select max((v.name = w or v.name = w || '村' or v.name = w || '嘎查')::int) from unnest(${words}::text[]) w) desc,
      length(v.name), v.code
    limit ${MOST_VILLAGES}`);
}
