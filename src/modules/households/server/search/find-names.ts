// Which names of the registry somebody means by what was typed; every way is one probe into an index.

import { type RawBuilder, sql } from 'kysely';

/** Beyond so many different names a search is too vague to go through. */
export const MOST_NAMES = 2000;

/** A given name of one character would be half of all names. */
const SHORTEST_GIVEN = 2;

function likePrefix(text: string): string {
  return `${text.replace(/[\\%_]/g, '\\$&')}%`;
}

const within = (condition: RawBuilder<unknown>, table = sql`person_names`) =>
  sql`(select name from ${table} where ${condition} limit ${MOST_NAMES})`;

/**
 * A SELECT of names, best first: the name itself, those that begin with it, with or without the dot between their parts, those whose
 * given name it is. `name` has been through `normalizeName`.
 */
export function namesMeant(name: string): RawBuilder<{ name: string }> {
  const plain = name.replaceAll('·', '');
  const ways = [
    sql`(select ${name}::text as name)`,
    within(sql`name like ${likePrefix(name)}`),
    within(sql`strpos(name, '·') > 0 and replace(name, '·', '') like ${likePrefix(plain)}`),
    ...(plain === name ? [] : [within(sql`name like ${likePrefix(plain)}`)]),
    ...([...plain].length < SHORTEST_GIVEN
      ? []
      : [within(sql`reverse(name) like ${likePrefix([...name].reverse().join(''))}`)]),
  ];
  return sql`${sql.join(ways, sql` union all `)}`;
}

/** The same for pinyin or initials: whole ones first. `letters` is lower case. */
export function namesSpelled(letters: string): RawBuilder<{ name: string }> {
  const ways = [sql` = ${letters}`, sql` like ${likePrefix(letters)}`].flatMap((comparison) =>
    [sql`person_names`, sql`name_spellings`].flatMap((table) =>
      [sql`initials`, sql`pinyin`].map((column) => within(sql`${column} ${comparison}`, table)),
    ),
  );
  return sql`${sql.join(ways, sql` union all `)}`;
}
