// The five steps by which a row finds its person (contract §4). Nearly all rows end in one join of all feeds with the
// registry; only the few that do not are normalised and tried by edit, by name and birth, and by name and village.

import type { LoadedFeed } from './load.ts';
import type { Session } from './session.ts';

/** Table `found`: one row for each good feed row; `person` is NULL where the first step found nobody. */
async function joinById(session: Session, feeds: readonly LoadedFeed[], registry: string): Promise<void> {
  const rows = feeds.map(
    (feed, i) =>
      `SELECT ${i}::TINYINT AS feed, rowid::INTEGER AS row, key, raw, name, village, day, amount FROM ${feed.table} WHERE fault IS NULL`,
  );
  await session.run(`CREATE OR REPLACE TABLE found AS
    SELECT f.feed, f.row, f.day, f.amount, f.village, p.person, p.household, CASE WHEN p.person IS NULL THEN f.key END AS key,
      CASE WHEN p.person IS NULL THEN f.raw END AS raw, CASE WHEN p.person IS NULL THEN f.name END AS name
    FROM (${rows.join(' UNION ALL ')}) f LEFT JOIN ${registry} p ON f.key = p.key AND p.sound`);
}

/** A number held twice shows as more rows out than in; only then are the repeated numbers looked for and set aside. */
async function stepById(session: Session, feeds: readonly LoadedFeed[]): Promise<void> {
  await joinById(session, feeds, 'people');
  const good = feeds.map((feed) => `(SELECT count(*) FROM ${feed.table} WHERE fault IS NULL)`).join(' + ');
  if (await session.value(`SELECT (SELECT count(*) FROM found) = ${good}`)) return;
  await session.run('CREATE TABLE repeated AS SELECT key FROM people WHERE sound GROUP BY key HAVING count(*) > 1');
  await joinById(session, feeds, '(SELECT * FROM people ANTI JOIN repeated USING (key))');
}

/** Table `open`: the rest, normalised. `id` has 18 characters, 17, or is hopeless; anything but 0–9 and X is a `?`. */
async function normaliseRest(session: Session, feeds: readonly LoadedFeed[]): Promise<void> {
  const certificates = feeds.map((feed, i) => (feed.spec.certificate ? i : -1)).filter((i) => i >= 0);
  await session.run(`CREATE TABLE open AS
    SELECT *, coalesce(is_sound(key), false) AS sound,
      coalesce(length(id) = 18 AND is_real_day(TRY_CAST(substr(id, 7, 8) AS BIGINT)) AND id[17] BETWEEN '0' AND '9', false) AS readable
    FROM (SELECT *, id_key(id) AS key FROM (
      SELECT row_number() OVER () AS nr, feed, row, day, amount, village, read_name(name) AS name,
        regexp_replace(CASE WHEN key IS NOT NULL THEN key_text(key) ELSE (CASE
          WHEN feed IN (${certificates.join(', ') || -1}) AND length(id_text(raw)) IN (20, 22) THEN left(id_text(raw), 18)
          WHEN feed IN (${certificates.join(', ') || -1}) AND length(id_text(raw)) IN (19, 21) THEN left(id_text(raw), 17)
          ELSE coalesce(id_text(raw), '') END) END, '[^0-9X]', '?', 'g') AS id
      FROM found WHERE person IS NULL))`);
  await session.run(`CREATE TABLE by_id AS
    SELECT nr, any_value(person) AS person, any_value(p.household) AS household, CASE WHEN count(*) = 1 THEN 'id' ELSE 'ambiguous' END AS method
    FROM open o JOIN people p ON o.key = p.key AND p.sound WHERE o.sound GROUP BY nr`);
}

/**
 * Step 2. Of the parts 6 | 8 | 4 one edit leaves two whole, so three joins on two parts and the name find all candidates,
 * but for a swap over a border, which is undone and looked up.
 */
async function stepByEdit(session: Session): Promise<void> {
  const tail = `(TRY_CAST(left(right(id, 4), 3) AS BIGINT) * 11 + CASE WHEN right(id, 1) = 'X' THEN 10 ELSE TRY_CAST(right(id, 1) AS BIGINT) END)`;
  const birth = 'TRY_CAST(CASE WHEN length(id) = 18 THEN substr(id, 7, 8) ELSE substr(id, 6, 8) END AS BIGINT)';
  await session.run(`CREATE TABLE wrong AS SELECT nr, name, id, TRY_CAST(left(id, 14) AS BIGINT) AS head_birth,
      TRY_CAST(left(id, 6) AS BIGINT) * 11000 + ${tail} AS head_tail, ${birth} * 11000 + ${tail} AS birth_tail
    FROM open WHERE NOT sound AND length(id) IN (17, 18)`);
  const swaps = [6, 14].map((at) => `left(id, ${at - 1}) || id[${at + 1}] || id[${at}] || substr(id, ${at + 2})`);
  const join = (on: string, from = 'wrong') =>
    `SELECT nr, id, p.person, p.household, p.key FROM people p JOIN ${from} w ON ${on} AND p.name = w.name`;
  await session.run(`CREATE TABLE near AS SELECT DISTINCT nr, person, household FROM (
      ${join('p.key // 11000 = w.head_birth')}
      UNION ALL ${join('key_head(p.key) * 11000 + key_tail(p.key) = w.head_tail')}
      UNION ALL ${join('key_birth(p.key) * 11000 + key_tail(p.key) = w.birth_tail')}
      UNION ALL ${join('p.key = w.tried', `(SELECT *, id_key(unnest([${swaps.join(', ')}])) AS tried FROM wrong WHERE length(id) = 18)`)}
    ) WHERE damerau_levenshtein(id, key_text(key)) <= 1`);
}

/** Everybody of the county with the row's name, and the birth date and sex that its ID shows: asked by steps 2 and 3. */
async function findBorn(session: Session): Promise<void> {
  await session.run(`CREATE TABLE born AS SELECT nr, person, c.household FROM (
      SELECT o.nr, o.county, p.person, p.household FROM people p JOIN (
        SELECT nr, name, TRY_CAST(substr(id, 7, 8) AS BIGINT) AS birth, TRY_CAST(id[17] AS BIGINT) % 2 AS sex,
          coalesce(village // 1000000, TRY_CAST(left(id, 6) AS BIGINT)) AS county
        FROM open WHERE readable AND NOT sound) o
      ON key_birth(p.key) = o.birth AND p.name = o.name AND key_sex(p.key) = o.sex) c
    JOIN households h ON h.household = c.household AND h.village // 1000000 = c.county`);
}

async function decide(session: Session, askNamesakes: boolean): Promise<void> {
  const namesake = `${askNamesakes} AND EXISTS (FROM born b WHERE b.nr = n.nr AND b.person <> n.person)`;
  await session.run(`CREATE TABLE by_edit AS
    SELECT nr, n.person, n.household, CASE WHEN n.candidates > 1 OR ${namesake} THEN 'ambiguous' ELSE 'id-repaired' END AS method
    FROM (SELECT nr, any_value(person) AS person, any_value(household) AS household, count(*) AS candidates FROM near GROUP BY nr) n`);
  await session.run(`CREATE TABLE by_birth AS
    SELECT nr, any_value(person) AS person, any_value(household) AS household, CASE WHEN count(*) = 1 THEN 'name-birth' ELSE 'ambiguous' END AS method
    FROM born ANTI JOIN by_edit USING (nr) GROUP BY nr`);
  // Names first, villages after: a join on the name alone would pair every 其其格 with every other.
  await session.run(`CREATE TABLE nameless AS SELECT nr, name, village FROM open ANTI JOIN by_edit USING (nr)
    WHERE village IS NOT NULL AND NOT sound AND NOT readable`);
  await session.run(`CREATE TABLE by_village AS
    SELECT nr, any_value(person) AS person, any_value(household) AS household, CASE WHEN count(*) = 1 THEN 'name-village' ELSE 'ambiguous' END AS method
    FROM nameless n JOIN (
      SELECT p.person, p.household, p.name, h.village FROM (FROM people SEMI JOIN nameless USING (name)) p
      JOIN (FROM households SEMI JOIN nameless USING (village)) h USING (household)) c
    ON c.village = n.village AND c.name = n.name GROUP BY nr`);
}

/**
 * Tables `found` (rows that step 1 settled have a person) and `settled` (all others, with their method). `askNamesakes`
 * is the contract's refusal in step 2 where a namesake was born on the day that the row shows.
 */
export async function matchAll(session: Session, feeds: readonly LoadedFeed[], askNamesakes: boolean): Promise<void> {
  await session.run('SET preserve_insertion_order = false');
  await stepById(session, feeds);
  await normaliseRest(session, feeds);
  await stepByEdit(session);
  await findBorn(session);
  await decide(session, askNamesakes);
  await session.run(`CREATE TABLE settled AS
    SELECT o.feed, o.row, o.day, o.amount, CASE WHEN x.method <> 'ambiguous' THEN x.person END AS person,
      CASE WHEN x.method <> 'ambiguous' THEN x.household END AS household,
      coalesce(x.method, CASE WHEN o.sound THEN 'not-in-registry' ELSE 'bad-id' END) AS method
    FROM open o LEFT JOIN (FROM by_id UNION ALL FROM by_edit UNION ALL FROM by_birth UNION ALL FROM by_village) x USING (nr)`);
}

/** The positions of a dataset's files among all feeds, for `feed IN (…)`. */
export function feedNumbers(feeds: readonly LoadedFeed[], dataset: string): string {
  const numbers = feeds.map((feed, i) => (feed.dataset === dataset ? i : -1)).filter((i) => i >= 0);
  return numbers.join(', ') || '-1';
}

/** The matched rows of a dataset as a subquery. */
export function matched(feeds: readonly LoadedFeed[], dataset: string, columns: string, where = 'true'): string {
  const part = (table: string) =>
    `SELECT ${columns} FROM ${table} WHERE feed IN (${feedNumbers(feeds, dataset)}) AND person IS NOT NULL AND ${where}`;
  return `(${part('found')} UNION ALL ${part('settled')})`;
}
