// Pinyin and initials of the names that an import brought. They are worked out afterwards: an import does not wait.

import { sql } from 'kysely';
import { systemActor } from '../../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../../platform/server/db.ts';
import { spellings } from '../../../../platform/server/names/spelling.ts';

const AT_ONCE = 2000;

/** A name without any Chinese character is found by its name alone; the dash tells it from one not looked at yet. */
const NONE = '-';

type Row = { name: string; pinyin: string; initials: string };

function rowsOf(rows: readonly Row[]) {
  return sql`(select * from json_to_recordset(${JSON.stringify(rows)}::json) r (name text, pinyin text, initials text))`;
}

/** The usual way of each name, and the others that people know. */
function readNames(names: readonly string[]): { usual: Row[]; other: Row[] } {
  const read = names.map((name) => {
    const [first, ...more] = spellings(name, 'person').map(({ letters, initials }) => ({
      name,
      pinyin: letters,
      initials,
    }));
    return { usual: { name, pinyin: first?.pinyin ?? '', initials: first?.initials || NONE }, other: more };
  });
  return { usual: read.map(({ usual }) => usual), other: read.flatMap(({ other }) => other) };
}

async function addOther(tx: Tx, rows: readonly Row[]): Promise<void> {
  await tx.run(sql`insert into name_spellings (name, pinyin, initials) ${rowsOf(rows)} on conflict do nothing`);
}

/** A name that somebody has from now on; one that is known stays as it is. */
export async function addName(tx: Tx, name: string): Promise<void> {
  const { usual, other } = readNames([name]);
  await tx.run(sql`insert into person_names (name, pinyin, initials) ${rowsOf(usual)} on conflict do nothing`);
  await addOther(tx, other);
}

async function fillSome(tx: Tx): Promise<number> {
  const rows = await tx.rows(sql<{ name: string }>`
    select name from person_names where initials = '' limit ${AT_ONCE} for update skip locked`);
  const { usual, other } = readNames(rows.map(({ name }) => name));
  await tx.run(
    sql`update person_names n set pinyin = r.pinyin, initials = r.initials from ${rowsOf(usual)} r where n.name = r.name`,
  );
  await addOther(tx, other);
  return rows.length;
}

/** In small transactions, so that others go on working; what is left is done at the next start. */
export async function fillPinyin(db: Database): Promise<void> {
  for (;;) {
    const filled = await db.bulk(systemActor('shouwang'), async (tx) => ({ result: await fillSome(tx), audit: [] }));
    if (filled < AT_ONCE) return;
  }
}
