// Finds rows of all registers by their key or name, for the search box. Only registers whose key is one field: a row of the others
// is known by what it refers to. Keys are looked up by their index; names within what the account sees, of a few registers.

import { sql } from 'kysely';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import { registerFindContract } from '../../../../kernel/register/find-contract.ts';
import type { Tx } from '../../db.ts';
import { handlersFor } from '../../http/context.ts';
import { columnsOf } from '../columns.ts';
import type { RegisterTools } from '../handlers.ts';
import type { RegionDoor } from '../region-door.ts';
import { relatedRows } from './related-rows.ts';

/** Of one register, and of all. */
const MOST_EACH = 4;
const MOST = 12;
/** Shorter texts are parts of too many keys and names. */
const LEAST = 2;

type Named = { register: RegisterDefinition; key: string; name: string | undefined };

/** Columns of key and name of the registers that can be searched. */
function searchable(registers: readonly RegisterDefinition[]): Named[] {
  return registers.flatMap((register) => {
    const found = columnsOf(register).filter(({ field }) => field.find && !field.secret);
    const key = found.find(({ name }) => register.key.length === 1 && register.key[0] === name);
    const name = found.find(({ name: own }) => own !== register.key[0]);
    return key ? [{ register, key: key.column, name: name?.column }] : [];
  });
}

type Row = {
  code: string;
  title: string;
  countyCode: number;
  id: number;
  key: string;
  name: string | null;
  placeCode: number;
};

/** Names are words, keys have a digit or are written in letters. */
const isName = (text: string) => /\p{Script=Han}/u.test(text);

function selectOf(tx: Tx, { register, key, name }: Named, text: string, i: number) {
  const { low, high } = tx.actor.range;
  const [keyed, named] = [sql.raw(`t.${key}`), name ? sql.raw(`t.${name}`) : sql`null`];
  // A range, not `like`: behind row-level security only comparisons that tell nothing use the index.
  const wanted = isName(text)
    ? sql`strpos(${named}, ${text}) > 0`
    : sql`${keyed} >= ${text} and ${keyed} < ${`${text}\u{10FFFF}`}`;
  const seen = register.shared ? sql`` : sql`and t.place_code between ${low} and ${high}`;
  return sql`(select ${i}::int as n, ${register.code}::text as code, ${register.title}::text as title, t.county_code, t.id,
      ${keyed} as key, ${named}::text as name, t.place_code, not (t.place_code between ${low} and ${high}) as is_far
    from ${sql.raw(register.table)} t where not t.voided and ${wanted} ${seen} order by is_far, t.id limit ${MOST_EACH})`;
}

export async function findRecords(tx: Tx, registers: readonly RegisterDefinition[], regions: RegionDoor, text: string) {
  const asked = searchable(registers).filter(({ name }) => name !== undefined || !isName(text));
  if ([...text].length < LEAST || asked.length === 0) return [];
  const rows = await tx.rows(sql<Row>`
    select code, title, county_code, id, key, name, place_code
    from (${sql.join(
      asked.map((each, i) => selectOf(tx, each, text, i)),
      sql` union all `,
    )}) found
    order by is_far, n, id limit ${MOST}`);
  const places = await regions.names(tx, [...new Set(rows.map(({ placeCode }) => placeCode))]);
  return rows.map(({ placeCode, name, ...row }) => ({
    ...row,
    ...(name === null ? {} : { name }),
    placeName: places.get(placeCode) ?? '',
  }));
}

/** Only registers the role may read. */
export function registerFindHandlers({ catalogue, regions }: RegisterTools) {
  const on = handlersFor(registerFindContract);
  return on.router({
    find: on.find.handler(({ input: { text = '' }, context: { db, actor } }) => {
      const own = catalogue.registers.filter(({ roles }) => roles.read.some((role) => role === actor.role));
      return db.read(actor, (tx) => findRecords(tx, own, regions, text));
    }),
    related: on.related.handler(({ input, context: { db, actor } }) =>
      db.read(actor, (tx) => relatedRows(tx, catalogue, input)),
    ),
  });
}
