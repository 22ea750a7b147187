// Whom a sound ID names, for files so large that asking the database would have it write every row twice: the whole of
// `person_index` in memory that all workers share (docs/decisions/0013).

import { Writable } from 'node:stream';
import { sql } from 'kysely';
import { KeyTableWriter, keyTableBytes, type SharedKeys } from '../../../../platform/server/bulk/key-table.ts';
import { hashtext } from '../../../../platform/server/bulk/postgres-hash.ts';
import { rowLayout } from '../../../../platform/server/bulk/row-layout.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { readInt4 } from '../../../../platform/server/tables/bytes/read-bytes.ts';
import { holdRegistry } from '../../../households/server/index.ts';
import { Positions } from './positions.ts';

const MOST_BYTES = 320 * 1024 * 1024;
const IDLE_MS = 60_000;

/**
 * By key of the ID: person and household, each counted from a base, the name's `hashtext`, and as code the position of the
 * county. An ID that two persons hold finds nobody.
 */
export type SharedPersons = { keys: SharedKeys; countyCodes: number[]; personBase: number; householdBase: number };

/** A table, the moment it was true, and the state of the registry it is of: none while the import that made it is under way. */
export type PersonTable = { shared: SharedPersons; madeAt: string; version: string | undefined };

/** Bytes before the first row of a binary COPY, and of a row of the query below: its columns are never null. */
const HEADER_BYTES = 19;
const PERSON_ROW = rowLayout([
  ['id_key', 'bigint'],
  ['county', 'int'],
  ['person', 'int'],
  ['household', 'int'],
  ['name_hash', 'int'],
]);
const [KEY, COUNTY, PERSON, HOUSEHOLD, NAME_HASH] = [
  PERSON_ROW.placeOf('id_key'),
  PERSON_ROW.placeOf('county'),
  PERSON_ROW.placeOf('person'),
  PERSON_ROW.placeOf('household'),
  PERSON_ROW.placeOf('name_hash'),
];
const ROW_BYTES = NAME_HASH + 4;

/** Cuts the stream of a COPY into its rows. */
function rowsInto(table: KeyTableWriter, counties: Positions): Writable {
  let rest = Buffer.alloc(0);
  let skip = HEADER_BYTES;
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let at = 0;
      if (bytes.length >= skip) {
        at = skip;
        skip = 0;
        for (let next = at; next + ROW_BYTES <= bytes.length; next += ROW_BYTES)
          table.expect(readInt4(bytes, next + KEY));
        for (; at + ROW_BYTES <= bytes.length; at += ROW_BYTES)
          table.add(
            readInt4(bytes, at + KEY),
            readInt4(bytes, at + KEY + 4),
            readInt4(bytes, at + PERSON),
            readInt4(bytes, at + HOUSEHOLD),
            readInt4(bytes, at + NAME_HASH),
            counties.of(readInt4(bytes, at + COUNTY)),
          );
      }
      rest = Buffer.from(bytes.subarray(at));
      done();
    },
  });
}

const SAMPLES = ['', '乌', '乌日娜', '巴图孟克', '阿拉坦·乌力吉', '守望守望守望守望守望'];

/** Whether this server hashes texts as we do. */
export async function hashtextAgrees(tx: Tx): Promise<boolean> {
  const rows = await tx.rows<{ text: string; hash: number }>(
    sql`select text, hashtext(text) as hash from unnest(${SAMPLES}::text[]) text`,
  );
  return rows.every(({ text, hash }) => {
    const bytes = Buffer.from(text);
    return hashtext(bytes, 0, bytes.length) === hash;
  });
}

type Span = { persons: number; personLow: number; personHigh: number; householdLow: number; householdHigh: number };

const MOST_OFFSET = 2 ** 31 - 1;

/** Whether a table of so many persons may be made. */
export function fitsMemory(persons: number): boolean {
  return keyTableBytes(persons) <= MOST_BYTES;
}

/** Reads the registry's index; undefined where it would take too much memory, or its numbers do not fit. */
async function readPersonTable(tx: Tx, version: string): Promise<PersonTable | undefined> {
  if (!(await hashtextAgrees(tx))) return undefined;
  const span = await tx.first<Span & { madeAt: string }>(sql`
    select count(*)::int as persons, coalesce(min(person_id), 0) as person_low, coalesce(max(person_id), 0) as person_high,
      coalesce(min(household_id), 0) as household_low, coalesce(max(household_id), 0) as household_high, now() as made_at
    from person_index`);
  if (!span || !fitsMemory(span.persons)) return undefined;
  const personBase = span.personLow - 1; // 0 marks an empty slot
  const householdBase = span.householdLow;
  if (Math.max(span.personHigh - personBase, span.householdHigh - householdBase) > MOST_OFFSET) return undefined;
  const table = new KeyTableWriter(span.persons);
  const counties = new Positions();
  await tx.copyOut(
    `copy (select id_key, county_code, (person_id - ${personBase})::int, (household_id - ${householdBase})::int, name_hash
      from person_index) to stdout (format binary)`,
    rowsInto(table, counties),
  );
  const shared = { keys: table.shared, countyCodes: counties.codes, personBase, householdBase };
  return { shared, madeAt: span.madeAt, version };
}

type Kept = {
  database: string;
  /** Undefined while the import that makes the table is under way. */
  version: string | undefined;
  table: Promise<PersonTable | undefined>;
  users: number;
  leave?: NodeJS.Timeout;
};

/** The last table read: files of one quarter come one after the other. It goes when nobody has used it for a while. */
let kept: Kept | undefined;

async function databaseOf(tx: Tx): Promise<string> {
  const row = await tx.first<{ name: string }>(
    sql`select concat_ws('/', pg_postmaster_start_time(), current_database()) as name`,
  );
  return row?.name ?? '';
}

/** Changes with every import; what an event changes is mended afterwards (`movedSince`). */
async function versionOf(tx: Tx): Promise<string> {
  const row = await tx.first<{ version: string }>(sql`
    select concat_ws('/', count(*), max(finished_at)) as version
    from import_batches where kind = 'registry' and state = 'done'`);
  return row?.version ?? '';
}

function forget(table: Kept): void {
  if (kept === table) kept = undefined;
}

/** Not while the import that made it is under way: whoever waits for its end comes back for the table. */
function leaveSoon(table: Kept): void {
  if (table.version === undefined) return;
  table.leave = setTimeout(() => forget(table), IDLE_MS).unref();
}

/** What an import makes of the members it reads: whoever reads a large file meanwhile need not wait for the import's end. */
export type OfferedTable = {
  /** The members have all been read. */
  give: (shared: SharedPersons | undefined) => void;
  /** The last thing in the import's transaction. */
  settle: () => Promise<void>;
  withdraw: () => void;
};

export async function offerPersonTable(tx: Tx): Promise<OfferedTable> {
  const madeAt = (await tx.first<{ now: string }>(sql`select now() as now`))?.now ?? '';
  const { promise, resolve } = Promise.withResolvers<PersonTable | undefined>();
  const mine: Kept = { database: await databaseOf(tx), version: undefined, table: promise, users: 0 };
  kept = mine;
  let given: PersonTable | undefined;
  return {
    give: (shared) => {
      given = shared && { shared, madeAt, version: undefined };
      resolve(given);
    },
    settle: async () => {
      if (!given) return forget(mine);
      mine.version = await versionOf(tx);
      given.version = mine.version;
      if (mine.users === 0) leaveSoon(mine);
    },
    withdraw: () => {
      given = undefined;
      resolve(undefined);
      forget(mine);
    },
  };
}

/** Whether the registry, which must be held, is still the one that the table is of. */
export async function isTrue(tx: Tx, { version }: PersonTable): Promise<boolean> {
  return version === (await versionOf(tx));
}

/** The table at hand or one that is worth reading. Holds the registry but for a table whose import is under way. */
async function take(tx: Tx, isWorthReading: () => Promise<boolean>): Promise<Kept | undefined> {
  const database = await databaseOf(tx);
  const arriving = kept;
  if (arriving?.database === database && arriving.version === undefined && (await arriving.table)) return arriving;
  await holdRegistry(tx);
  const version = await versionOf(tx);
  if (kept?.database !== database || kept.version !== version) kept = undefined;
  if (!kept && !(await isWorthReading())) return undefined;
  kept ??= { database, version, table: readPersonTable(tx, version), users: 0 };
  return kept;
}

/**
 * Runs `work` with the table of all persons. It is read where the work is worth it, or taken where it is at hand; undefined
 * otherwise. Afterwards whoever has used it must hold the registry and ask whether it `isTrue`.
 */
export async function withPersonTable<T>(
  tx: Tx,
  isWorthReading: () => Promise<boolean>,
  work: (table: PersonTable | undefined) => Promise<T>,
): Promise<T> {
  const mine = await take(tx, isWorthReading);
  if (!mine) return work(undefined);
  mine.users++;
  clearTimeout(mine.leave);
  try {
    // Whoever read it may have failed: then everybody reads for himself.
    const table = await mine.table.catch(async () => readPersonTable(tx, await versionOf(tx)));
    return await work(table);
  } catch (error) {
    forget(mine);
    throw error;
  } finally {
    mine.users--;
    if (mine.users === 0) leaveSoon(mine);
  }
}
