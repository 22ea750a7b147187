// The only door to PostgreSQL. A query cannot run outside a transaction: `Tx` comes from `read`, `write` or `bulk` alone,
// and the pool is not exported. `read` and `write` run as the role `shouwang_app` with the actor's area set, so row-level
// security holds rows back; `bulk` runs as the owner, for set-based jobs that check areas themselves.

import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Actor } from './actor.ts';
import { findAppliedResult, recordApplied } from './applied-requests.ts';
import { type AuditEntry, insertAudit } from './audit.ts';
import { copyOutOf } from './copy-out.ts';
import { namedRows } from './named-rows.ts';
import { addressKey } from './turns/address-key.ts';
import { callerKey, SHARES } from './turns/shares.ts';
import { openTurns, type Turns, type TurnsOptions } from './turns/turns.ts';

pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(1016 as never, (text: string) =>
  text === '{}' ? [] : text.slice(1, -1).split(',').map(Number),
);

/** Compiles fragments only; it never connects. */
const compiler = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** What runs statements and answers their rows: a transaction, or its `kept`. */
export type Asks = Pick<Tx, 'rows' | 'first'>;

/** The text of a statement and its parameters in order: two that are alike ask the same. */
export function writtenOf(fragment: RawBuilder<unknown>): { text: string; values: unknown[] } {
  const { sql: text, parameters } = fragment.compile(compiler);
  return { text, values: [...parameters] };
}

function statementOf(fragment: RawBuilder<unknown>, kept: boolean): pg.QueryArrayConfig {
  const { text, values } = writtenOf(fragment);
  return { text, values, rowMode: 'array', ...(kept ? { name: keptName(text) } : {}) };
}

/** What is asked in one go goes out as one packet: most of a short question's work is sending it. */
function sendTogether(client: pg.PoolClient): void {
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

const keptNames = new Map<string, string>();

function keptName(text: string): string {
  const known = keptNames.get(text);
  if (known) return known;
  const name = `kept_${keptNames.size}`;
  keptNames.set(text, name);
  return name;
}

/** A transaction in which SQL can run. Rows come back with camelCase names. */
export class Tx {
  readonly actor: Actor;
  #client: pg.PoolClient | undefined;

  constructor(client: pg.PoolClient, actor: Actor) {
    this.#client = client;
    this.actor = actor;
  }

  /** Called when the work is over. */
  close(): void {
    this.#client = undefined;
  }

  get #connection(): pg.PoolClient {
    if (!this.#client) throw new Error('the transaction is over');
    return this.#client;
  }

  /** Runs one statement built with Kysely's `sql` and returns its rows. */
  async rows<T>(fragment: RawBuilder<T>): Promise<T[]> {
    return namedRows<T>(await this.#ask(fragment));
  }

  /** The first row or undefined. */
  async first<T>(fragment: RawBuilder<T>): Promise<T | undefined> {
    return (await this.rows(fragment))[0];
  }

  /**
   * The same, but the connection keeps the statement parsed and planned, which is most of a short one's work. For texts that
   * are few and look up keys: where the values decide which plan is good (the range of an area), it is planned each time.
   */
  get kept(): Asks {
    const rows = async <T>(fragment: RawBuilder<T>) => namedRows<T>(await this.#ask(fragment, true));
    return { rows, first: async (fragment) => (await rows(fragment))[0] };
  }

  /** Number of rows the statement touched. */
  async run(fragment: RawBuilder<unknown>): Promise<number> {
    return (await this.#ask(fragment)).rowCount ?? 0;
  }

  #ask(fragment: RawBuilder<unknown>, kept = false): Promise<pg.QueryArrayResult<unknown[]>> {
    const client = this.#connection;
    sendTogether(client);
    return client.query(statementOf(fragment, kept));
  }

  /** Runs plain SQL text without parameters (DDL, SET LOCAL, several statements at once). */
  async script(text: string): Promise<void> {
    const client = this.#connection;
    sendTogether(client);
    await client.query(text);
  }

  /**
   * Streams bytes into `COPY … FROM STDIN`. `feed` calls `send` as often as it likes. Once `send` has been waited for, the
   * memory of what was sent is the caller's again; of less than 64 KB it may still wait in the socket.
   */
  async copyIn(statement: string, feed: (send: (bytes: Uint8Array) => Promise<void>) => Promise<void>): Promise<void> {
    const stream = this.#connection.query(copyFrom(statement));
    let failure: Error | undefined;
    const ended = new Promise<void>((resolve, reject) => {
      stream.once('finish', resolve);
      // On, not once: destroying the stream of a lost connection is an error again, and unheard it would end the program.
      stream.on('error', (error: Error) => {
        failure ??= error;
        reject(error);
      });
    });
    ended.catch(() => undefined);
    try {
      await feed(async (bytes) => {
        if (failure) throw failure;
        const written = new Promise<void>((resolve) => stream.write(bytes, () => resolve()));
        await Promise.race([written, ended]);
      });
      stream.end();
    } catch (error) {
      // After a lost connection writing fails in ways of its own; what counts is why.
      const cause = failure ?? error;
      stream.destroy(cause as Error);
      await ended.catch(() => undefined);
      throw cause;
    }
    await ended;
  }

  /** Streams `COPY … TO STDOUT` into a writable, through what changes it on the way. */
  async copyOut(statement: string, target: NodeJS.WritableStream, ...through: Transform[]): Promise<void> {
    await pipeline([this.#connection.query(copyOutOf(statement)), ...through, target], { end: false });
  }
}

export type Outcome<T> = { result: T; audit: AuditEntry | AuditEntry[] };

export type Database = {
  /** A transaction that changes nothing, under the actor's area. */
  read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * A transaction that changes rows under the actor's area and writes the audit entries the work returned. With a
   * client-made `requestId` a repeated call answers with the first result and changes nothing.
   */
  write<T>(actor: Actor, requestId: string | undefined, work: (tx: Tx) => Promise<Outcome<T>>): Promise<T>;
  /** A set-based job as the owner, without row-level security; audited like `write`. */
  bulk<T>(actor: Actor, work: (tx: Tx) => Promise<Outcome<T>>): Promise<T>;
  /** As `bulk`, but read only and without audit: counts for schedules, what a sign-in needs. */
  bulkRead<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** First row of one statement of few texts, as the owner and in a transaction of its own: whose session a request has. */
  lookUp<T>(fragment: RawBuilder<T>, caller: string): Promise<T | undefined>;
  /** The same database for work that takes long: it waits for connections of its own, and leaves the others free. */
  readonly heavy: Database;
  /**
   * Tells the database at once which pages of the tables everybody may see, and how many rows of what values they hold, after
   * work that rewrote much of them: lists and counts are then answered from indexes alone, and questions over several tables
   * are planned for what is there. By itself it would do so minutes later.
   */
  tidy(...tables: string[]): Promise<void>;
  close(): Promise<void>;
};

/** Who acts, for the audit. */
function actingSetting({ accountId, name, role, ip, requestId, areaCode, reason }: Actor): string {
  const acting = JSON.stringify({ accountId, name, role, ip, requestId, areaCode, reason }).replaceAll('\\u0000', '');
  return `SET LOCAL app.actor = ${pg.escapeLiteral(acting)}`;
}

/** A batch opens its own rows; for everything else such an account has no area at all. */
function areaSettings({ range, batch }: Actor): string {
  const [low, high] = batch ? [1n, 0n] : [BigInt(range.low), BigInt(range.high)];
  const opened = batch ? pg.escapeLiteral(JSON.stringify({ ...batch, ...range })) : "''";
  return `SET LOCAL app.area_low = '${low}'; SET LOCAL app.area_high = '${high}'; SET LOCAL app.batch = ${opened}`;
}

function settings(actor: Actor): string {
  const department = actor.department.replace(/[^a-z-]/g, '');
  return `${actingSetting(actor)}; ${areaSettings(actor)}; SET LOCAL app.department = '${department}'; SET LOCAL statement_timeout = '20s'`;
}

type Opening = { pool: Pool; begin: string; actor: Actor; changes: boolean };

/**
 * On a pipelining connection the work's first statement is sent without waiting for the transaction to be open: should that
 * fail, every statement after it is refused too. What was read is answered without waiting for the end of the transaction.
 */
async function inTransaction<T>({ pool, begin, actor, changes }: Opening, work: (tx: Tx) => Promise<T>): Promise<T> {
  const leave = actor.role === SYSTEM.role ? undefined : await pool.turns?.take(callerKey(actor));
  try {
    return await onConnection(await pool.connections.connect(), { pool, begin, actor, changes }, work);
  } finally {
    leave?.();
  }
}

async function onConnection<T>(
  client: pg.PoolClient,
  { begin, actor, changes }: Opening,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  sendTogether(client);
  const begun = client.query(begin);
  const failedToBegin = begun.then(
    () => undefined,
    (error: Error) => error,
  );
  let broken: Error | undefined;
  try {
    if (!client.pipeline) await begun;
    const result = await runWithin(new Tx(client, actor), work);
    await begun;
    const ended = client.query('COMMIT');
    if (changes || !client.pipeline) await ended;
    else ended.catch(() => undefined);
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw (await failedToBegin) ?? error;
  } finally {
    client.release(broken);
  }
}

/** The connection then goes to somebody else: what is left of the work must not speak on it. */
async function runWithin<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await work(tx);
  } finally {
    tx.close();
  }
}

async function audited<T>(tx: Tx, work: (tx: Tx) => Promise<Outcome<T>>): Promise<T> {
  const { result, audit } = await work(tx);
  await insertAudit(tx, [audit].flat());
  return result;
}

/** Connections, and in what order callers get them. The program's own work takes no turns: it asks much at once. */
type Pool = { connections: pg.Pool; turns?: Turns };

type Pools = Record<'everyday' | 'visitors' | 'heavy' | 'sessions' | 'lookups' | 'jobs', Pool>;

function poolInTurns(options: pg.PoolConfig, share: TurnsOptions): Pool {
  return { connections: openPool({ ...options, max: share.atOnce }), turns: openTurns(share) };
}

function openPool(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ max: 12, application_name: 'shouwang', onConnect: prepare, ...options });
  // A lost connection is replaced: idle ones by the pool, one at work by its next query, which says what is wrong.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Where a server compiles statements, that takes longer than to answer them. */
async function prepare(client: pg.ClientBase): Promise<void> {
  await client.query('SET jit = off');
}

/** Many people ask little things at once: a core for each of them, instead of several for one. */
async function prepareForUsers(client: pg.ClientBase): Promise<void> {
  await client.query('SET jit = off; SET max_parallel_workers_per_gather = 0');
}

/** Opens the database. `url` names the owner; users' transactions run as the application role, which logs in by `appUrl`. */
export function openDatabase(url: string, appUrl: string): Database {
  const asOwner = { connectionString: url, pipeline: true };
  const asUser = { connectionString: appUrl, pipeline: true, onConnect: prepareForUsers };
  const pools: Pools = {
    everyday: poolInTurns(asUser, SHARES.everyday),
    visitors: poolInTurns(asUser, SHARES.visitors),
    heavy: poolInTurns(asUser, SHARES.heavy),
    sessions: poolInTurns(asOwner, SHARES.sessions),
    lookups: { connections: openPool(asOwner) },
    jobs: { connections: openPool({ connectionString: url }) }, // COPY takes a connection for itself
  };
  return databaseOf(pools, pools.everyday);
}

function databaseOf(pools: Pools, officers: Pool): Database {
  const { visitors, lookups, jobs, sessions } = pools;
  const poolOf = ({ accountId, role }: Actor) => (accountId === 0 && role !== SYSTEM.role ? visitors : officers);
  const opening = (actor: Actor, mode: 'BEGIN' | 'BEGIN READ ONLY') => ({
    pool: poolOf(actor),
    begin: `${mode}; ${settings(actor)}`,
    actor,
    changes: mode === 'BEGIN',
  });
  const database: Database = {
    read: (actor, work) => inTransaction(opening(actor, 'BEGIN READ ONLY'), work),
    write: (actor, requestId, work) =>
      inTransaction(opening(actor, 'BEGIN'), async (tx) => {
        if (requestId) {
          const applied = await findAppliedResult<Awaited<ReturnType<typeof work>>['result']>(tx, requestId);
          if (applied) return applied.result;
        }
        const { result, audit } = await work(tx);
        // Sent together: where the first fails, so does the other.
        await Promise.all([insertAudit(tx, [audit].flat()), requestId && recordApplied(tx, requestId, result)]);
        return result;
      }),
    bulk: (actor, work) =>
      inTransaction(
        { pool: jobs, begin: `BEGIN; SET LOCAL work_mem = '256MB'; ${actingSetting(actor)}`, actor, changes: true },
        (tx) => audited(tx, work),
      ),
    bulkRead: (work) => inTransaction({ pool: lookups, begin: 'BEGIN READ ONLY', actor: SYSTEM, changes: false }, work),
    lookUp: async <T>(fragment: RawBuilder<T>, caller: string) => {
      const leave = await sessions.turns?.take(addressKey(caller));
      try {
        return namedRows<T>(await sessions.connections.query<unknown[]>(statementOf(fragment, true)))[0];
      } finally {
        leave?.();
      }
    },
    get heavy() {
      return officers === pools.heavy ? database : databaseOf(pools, pools.heavy);
    },
    tidy: async (...tables) => {
      // Where it cannot be done now, the work stands all the same.
      await jobs.connections.query(`vacuum (analyze, skip_locked) ${tables.join(', ')}`).catch(() => undefined);
    },
    close: async () => {
      await Promise.all(Object.values(pools).map(({ connections }) => connections.end()));
    },
  };
  return database;
}

const SYSTEM: Actor = {
  accountId: 0,
  name: 'system',
  role: 'system',
  areaCode: 0,
  range: { low: 0, high: -1 },
  department: '',
  ip: 'local',
  requestId: '',
};
