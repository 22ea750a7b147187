// One look at the whole database through several connections. No table is held longer than it takes to copy it: screenings and
// batches put tables in the place of others meanwhile, and whoever reads those must not wait behind them. A table that was replaced
// since the look shows by its file; then everything is looked at anew, and what was written already is found again.

import pg from 'pg';

/** `file`: the number of the file that held its rows at that moment. */
export type TableSeen = { oid: string; name: string; file: string; columns: string[]; bytes: number };

export type Snapshot = {
  at: Date;
  client: pg.Client;
  tables: TableSeen[];
  /** A transaction of another connection that sees the same. */
  open: (client: pg.Client) => Promise<void>;
  close: () => Promise<void>;
};

/** A table is no longer what it was when the snapshot was taken. */
export class Moved extends Error {}

/** Rows that policies would hide are an error, not left out; nobody is put out for taking long. */
const ALL_OF_IT = `set search_path = public; set row_security = off; set statement_timeout = 0;
  set idle_in_transaction_session_timeout = 0; set jit = off`;

export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'shouwang backup', keepAlive: true });
  client.on('error', () => undefined); // the statement under way says what is wrong
  await client.connect();
  await client.query(ALL_OF_IT);
  return client;
}

const BEGIN = 'begin isolation level repeatable read read only';

const TABLES = `
  select c.oid::text as oid, c.relname as name, c.relfilenode::text as file, pg_table_size(c.oid)::float8 as bytes,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = '' order by a.attnum) as columns
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
    and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
  order by bytes desc, name`;

export async function takeSnapshot(url: string): Promise<Snapshot> {
  const client = await connect(url);
  try {
    await client.query(BEGIN);
    const { rows } = await client.query('select pg_export_snapshot() as name, clock_timestamp() as at');
    const [{ name, at }] = rows as [{ name: string; at: string }];
    const tables = (await client.query(TABLES)).rows as TableSeen[];
    return {
      at: new Date(at),
      client,
      tables,
      open: async (other) => {
        await other.query(`${BEGIN}; set transaction snapshot '${name}'`);
      },
      close: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** UNDEFINED_TABLE: dropped since. */
const GONE = '42P01';

/** Holds the table against being replaced until the transaction ends. Throws `Moved` where it was already. */
export async function holdTable(client: pg.Client, { oid, name, file }: TableSeen): Promise<void> {
  try {
    await client.query(`lock table only ${pg.escapeIdentifier(name)} in access share mode`);
  } catch (error) {
    if ((error as { code?: string }).code === GONE) throw new Moved(name);
    throw error;
  }
  const { rows } = await client.query(`select pg_relation_filenode($1::oid)::text as file`, [oid]);
  if (rows[0]?.file !== file) throw new Moved(name);
}
