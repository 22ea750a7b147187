// Forward-only migrations: every file of db/migrations once, in the order of its name, each in a transaction of its own.

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { defineProblems, Problem } from '../../kernel/problem.ts';

defineProblems({
  'database.migration-changed': {
    kind: 'unavailable',
    sentence: (d) =>
      `数据库里已经执行过的升级脚本 ${d.file} 与程序自带的不一致。请换回原来的程序版本，或联系维护人员。`,
  },
  'database.newer': {
    kind: 'unavailable',
    sentence: (d) => `数据库由更新版本的程序升级过（${d.file}），本程序不能使用。请安装新版本程序。`,
  },
});

const FOLDER = new URL('../../../db/migrations/', import.meta.url);

async function readOwn(): Promise<{ name: string; text: string; sha256: string }[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, FOLDER), 'utf8');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/** Names of the files this program brings, with their hashes. */
export async function ownMigrations(): Promise<ReadonlyMap<string, string>> {
  return new Map((await readOwn()).map(({ name, sha256 }) => [name, sha256]));
}

/** Brings the database up to date and returns the names of the files applied now; `upTo`: no further than this one. */
export async function migrate(url: string, upTo?: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the statement under way says what is wrong
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(15000001)`);
    await client.query(`create table if not exists migrations (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
    const done = new Map<string, string>(
      (await client.query('select name, sha256 from migrations')).rows.map((row) => [row.name, row.sha256]),
    );
    const files = await readOwn();
    for (const name of done.keys())
      if (!files.some((file) => file.name === name)) throw new Problem('database.newer', { file: name });
    const applied: string[] = [];
    for (const { name, text, sha256 } of files) {
      if (upTo !== undefined && name > upTo) break;
      if (done.has(name)) {
        if (done.get(name) !== sha256) throw new Problem('database.migration-changed', { file: name });
        continue;
      }
      await client.query('begin');
      await client.query(text);
      await client.query('insert into migrations (name, sha256) values ($1, $2)', [name, sha256]);
      await client.query('commit');
      applied.push(name);
    }
    return applied;
  } finally {
    await client.end();
  }
}
