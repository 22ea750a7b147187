// The only door to PostgreSQL. A query cannot run outside a transaction: `Tx` comes from `read`, `write` or `bulk` alone,
// and the pool is not exported. `read` and `write` run as the role `shouwang_app` with the actor's area set, so row-level
// security holds rows back; `bulk` runs as the owner, for set-based jobs that check areas themselves.

import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  CamelCasePlugin,
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

const camel = new CamelCasePlugin({ maintainNestedObjectKeys: true });

/** A transaction in which SQL can run. Rows come back with camelCase names. */
export class Tx {
  readonly actor: Actor;
  readonly #client: pg.PoolClient;

  constructor(client: pg.PoolClient, actor: Actor) {
    this.#client = client;
    this.actor = actor;
  }

  /** Runs one statement built with Kysely's `sql` and returns its rows. */
  async rows<T>(fragment: RawBuilder<T>): Promise<T[]> {
    const { sql, parameters } = fragment.compile(compiler);
    const { rows } = await this.#client.query(sql, parameters as unknown[]);
    const { rows: mapped } = await camel.transformResult({
      queryId: { queryId: '' } as never,
      result: { rows },
    });
    return mapped as T[];
  }

  /** The first row or undefined. */
  async first<T>(fragment: RawBuilder<T>): Promise<T | undefined> {
    return (await this.rows(fragment))[0];
  }

  /** Number of rows the statement touched. */
  async run(fragment: RawBuilder<unknown>): Promise<number> {
    const { sql, parameters } = fragment.compile(compiler);
    return (await this.#client.query(sql, parameters as unknown[])).rowCount ?? 0;
  }

  /** Runs plain SQL text without parameters (DDL, SET LOCAL, several statements at once). */
  async script(text: string): Promise<void> {
    await this.#client.query(text);
  }

  /** Streams bytes into `COPY … FROM STDIN`. `feed` calls `send` as often as it likes; back-pressure is awaited. */
  async copyIn(statement: string, feed: (send: (bytes: Uint8Array) => Promise<void>) => Promise<void>): Promise<void> {
    const stream = this.#client.query(copyFrom(statement));
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
        if (!stream.write(bytes)) await Promise.race([once(stream, 'drain'), ended]);
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

  /** Streams `COPY … TO STDOUT` into a writable. */
  async copyOut(statement: string, target: NodeJS.WritableStream): Promise<void> {
    await pipeline(this.#client.query(copyOutOf(statement)), target, { end: false });
  }

  /** `COPY … TO STDOUT` as a readable, for HTTP answers. */
  copyOutStream(statement: string): Readable {
    return this.#client.query(copyOutOf(statement));
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
  /** As `bulk`, but read only and without audit: session look-ups, counts for schedules. */
  bulkRead<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

function settings(actor: Actor): string {
  const low = BigInt(actor.range.low);
  const high = BigInt(actor.range.high);
  const department = actor.department.replace(/[^a-z-]/g, '');
  return `SET LOCAL ROLE shouwang_app; SET LOCAL app.area_low = '${low}'; SET LOCAL app.area_high = '${high}'; SET LOCAL app.department = '${department}'; SET LOCAL statement_timeout = '20s'`;
}

async function inTransaction<T>(pool: pg.Pool, begin: string, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`BEGIN; ${begin}`);
    const result = await work(new Tx(client, actor));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

async function audited<T>(tx: Tx, work: (tx: Tx) => Promise<Outcome<T>>): Promise<T> {
  const { result, audit } = await work(tx);
  await insertAudit(tx, Array.isArray(audit) ? audit : [audit]);
  return result;
}

/** Opens the database. `url` names the owner; the application role is entered inside each transaction. */
export function openDatabase(url: string, options: { connections?: number } = {}): Database {
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 12, application_name: 'shouwang' });
  // A lost connection is replaced: idle ones by the pool, one at work by its next query, which says what is wrong.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    read: (actor, work) => inTransaction(pool, `SET TRANSACTION READ ONLY; ${settings(actor)}`, actor, work),
    write: (actor, requestId, work) =>
      inTransaction(pool, settings(actor), actor, async (tx) => {
        if (requestId) {
          const applied = await findAppliedResult<Awaited<ReturnType<typeof work>>['result']>(tx, requestId);
          if (applied) return applied.result;
        }
        const result = await audited(tx, work);
        if (requestId) await recordApplied(tx, requestId, result);
        return result;
      }),
    bulk: (actor, work) => inTransaction(pool, "SET LOCAL work_mem = '256MB'", actor, (tx) => audited(tx, work)),
    bulkRead: (work) => inTransaction(pool, 'SET TRANSACTION READ ONLY', SYSTEM, work),
    close: () => pool.end(),
  };
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
