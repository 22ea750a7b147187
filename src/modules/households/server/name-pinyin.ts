// Pinyin and initials of the names that an import brought. They are worked out afterwards: an import does not wait.

import { sql } from 'kysely';
import { pinyin } from 'pinyin-pro';
import { systemActor } from '../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';

const AT_ONCE = 2000;

/** A name without any Chinese character is found by its name alone; the dash tells it from one not looked at yet. */
const NONE = '-';

/** 其其格 → `qiqige`, `qqg`. */
export function readPinyin(name: string): { letters: string; initials: string } {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'removed', mode: 'surname' });
  const letters = syllables.join('').toLowerCase();
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  return { letters, initials: initials.toLowerCase() || NONE };
}

async function fillSome(tx: Tx): Promise<number> {
  const rows = await tx.rows(sql<{ name: string }>`
    select name from person_names where initials = '' limit ${AT_ONCE} for update skip locked`);
  const read = rows.map(({ name }) => ({ name, ...readPinyin(name) }));
  await tx.run(sql`update person_names n set pinyin = f.letters, initials = f.initials
    from unnest(${read.map((row) => row.name)}::text[], ${read.map((row) => row.letters)}::text[],
      ${read.map((row) => row.initials)}::text[]) f (name, letters, initials) where n.name = f.name`);
  return rows.length;
}

/** In small transactions, so that others go on working; what is left is done at the next start. */
export async function fillPinyin(db: Database): Promise<void> {
  for (;;) {
    const filled = await db.bulk(systemActor('shouwang'), async (tx) => ({ result: await fillSome(tx), audit: [] }));
    if (filled < AT_ONCE) return;
  }
}
