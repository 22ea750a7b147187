// The level of a warning is said twice, for people in `assessLevel` and for the database in `levelSql`: on every set of
// rules they agree.

import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { assessLevel, DEFAULT_RULES, levelSql } from '../src/modules/warnings/domain/rules.ts';
import { openTestDatabase } from './harness.ts';

test('levels of all sets of the first twelve rules', async () => {
  const codes = DEFAULT_RULES.slice(0, 12).map(({ code }) => code);
  const sets = Array.from({ length: 2 ** codes.length - 1 }, (_, i) =>
    codes.filter((_code, bit) => ((i + 1) >> bit) & 1),
  );
  const shouwang = await openTestDatabase();
  try {
    const rows = await shouwang.db.bulkRead((tx) =>
      tx.rows(sql<{ level: string }>`
        select ${sql.raw(levelSql('s.rules'))} as level
        from (select i, string_to_array(text, ' ') as rules
          from unnest(${sets.map((set) => set.join(' '))}::text[]) with ordinality t(text, i)) s order by s.i`),
    );
    expect(rows.map(({ level }) => level)).toEqual(sets.map(assessLevel));
  } finally {
    await shouwang.close();
  }
});
