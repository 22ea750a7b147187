// One in-process DuckDB, told what to do in SQL.

import { totalmem } from 'node:os';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

export type Row = Record<string, number | string | boolean | null>;

export type Session = {
  run: (sql: string) => Promise<void>;
  rows: (sql: string) => Promise<Row[]>;
  /** The single value of a query that gives one. */
  value: (sql: string) => Promise<Row[string]>;
};

function plain(value: unknown): Row[string] {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

async function select(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const result = await connection.runAndReadAll(sql);
  return result.getRowObjects().map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, plain(v)])));
}

export async function openSession(threads: number, verbose: boolean): Promise<Session> {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  const connection = await instance.connect();
  await connection.run(`SET memory_limit = '${Math.round((totalmem() * 0.8) / 1e9)}GB'`);

  async function timed<T>(sql: string, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    try {
      return await work();
    } catch (error) {
      throw new Error(`${sql.slice(0, 2000)}\n${error}`);
    } finally {
      const label = sql.trim().slice(0, 90).replace(/\s+/g, ' ');
      if (verbose) console.error(`${Math.round(performance.now() - started)} ms ${label}`);
    }
  }

  return {
    run: (sql) => timed(sql, async () => void (await connection.run(sql))),
    rows: (sql) => timed(sql, () => select(connection, sql)),
    value: async (sql) => Object.values((await timed(sql, () => select(connection, sql)))[0] ?? {})[0] ?? null,
  };
}
