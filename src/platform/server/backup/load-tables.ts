// Database half of a restore: one transaction, so that what breaks off leaves an empty database. Tables that are new in it need no
// log where the server keeps none; indexes are built once the rows are in.

import { once } from 'node:events';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Problem } from '../../../kernel/problem.ts';
import { COPY_HEADER, COPY_TRAILER } from './dump-table.ts';
import type { Manifest, TableEntry } from './manifest.ts';
import type { Parts } from './parts.ts';
import './problems.ts';
import { describeSchema, firstDifference } from './schema/describe.ts';
import type { Statement } from './schema/statement.ts';
import { connect } from './snapshot.ts';

export type Loading = {
  url: string;
  parts: Parts;
  manifest: Manifest;
  /** Written into the database with the rest: by it the same restore knows that this half is done. */
  mark: string;
  onProgress?: ((bytes: number, what: string) => void) | undefined;
};

const RESTORED = 'backup.restored';

/** The mark of the restore that filled the database; undefined where none did. Throws `backup.database-not-empty`. */
export async function lookInto(url: string): Promise<string | undefined> {
  const client = await connect(url);
  try {
    const { rows } = await client.query(`select to_regclass('public.settings') is not null as known,
      exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
        and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')) as filled`);
    if (!rows[0]?.filled) return undefined;
    if (rows[0]?.known) {
      const found = await client.query('select value from settings where key = $1', [RESTORED]);
      if (found.rows[0]) return found.rows[0].value as string;
    }
    throw new Problem('backup.database-not-empty');
  } finally {
    await client.end();
  }
}

const quoted = (name: string) => pg.escapeIdentifier(name);

/** The next part is read and opened while one is sent. */
async function* ahead(parts: Parts, names: readonly string[]): AsyncGenerator<Buffer> {
  let next = names[0] === undefined ? undefined : parts.read(names[0]);
  for (let i = 1; next; i++) {
    const bytes = await next;
    const name = names[i];
    next = name === undefined ? undefined : parts.read(name);
    next?.catch(() => undefined); // told when its turn comes
    yield bytes;
  }
}

async function loadTable(client: pg.Client, { parts, onProgress }: Loading, entry: TableEntry): Promise<void> {
  if (entry.parts.length === 0) return;
  const columns = entry.columns.map(quoted).join(', ');
  const stream = client.query(copyFrom(`copy ${quoted(entry.name)} (${columns}) from stdin (format binary)`));
  const ended = once(stream, 'finish');
  ended.catch(() => undefined);
  const send = async (bytes: Buffer) => {
    if (!stream.write(bytes)) await Promise.race([once(stream, 'drain'), ended]);
  };
  try {
    await send(COPY_HEADER);
    for await (const bytes of ahead(parts, entry.parts)) {
      await send(bytes);
      onProgress?.(bytes.length, entry.name);
    }
    await send(COPY_TRAILER);
  } catch (error) {
    stream.destroy(error as Error);
    await ended.catch(() => undefined);
    throw error;
  }
  stream.end();
  await ended;
  if (stream.rowCount !== entry.rows)
    throw new Problem('backup.not-as-backed-up', {
      what: `${entry.name} 有 ${stream.rowCount} 行，应为 ${entry.rows} 行`,
    });
}

/** Some thousand short statements: most of their time would be the way there and back. */
const AT_ONCE = 50;

async function runAll(
  client: pg.Client,
  statements: readonly Statement[],
  begins?: (key: string) => void,
): Promise<void> {
  for (let at = 0; at < statements.length; at += AT_ONCE) {
    const some = statements.slice(at, at + AT_ONCE);
    begins?.(some[0]?.key ?? '');
    await client.query(some.map(({ sql }) => `${sql};`).join('\n'));
  }
}

async function needRoles(client: pg.Client, { schema }: Manifest, known: string): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${known}') then create role ${known} nologin; end if;
    if not pg_has_role(current_user, '${known}', 'member') then execute format('grant ${known} to %I', current_user); end if;
  end $$`);
  const { rows } = await client.query(
    'select r as name from unnest($1::text[]) r where r not in (select rolname from pg_roles)',
    [schema.roles],
  );
  if (rows[0]) throw new Problem('backup.role-missing', { role: rows[0].name as string });
}

/** Makes everything of an empty database, or leaves it empty. `appRole` is made where the server has none. */
export async function loadTables(loading: Loading, appRole: string): Promise<void> {
  const { manifest, mark, onProgress } = loading;
  const { schema, tables, sequences } = manifest;
  const client = await connect(loading.url);
  try {
    await client.query(`begin; set local check_function_bodies = off; set local maintenance_work_mem = '512MB'`);
    await needRoles(client, manifest, appRole);
    await runAll(client, schema.before);
    for (const entry of tables) await loadTable(client, loading, entry);
    await runAll(client, schema.after, (key) => onProgress?.(0, key));
    for (const { name, value, isCalled } of sequences)
      await client.query('select setval($1::regclass, $2::int8, $3)', [quoted(name), value, isCalled]);
    await sameAsBackedUp(client, manifest);
    await client.query(
      'insert into settings (key, value) values ($1, $2::jsonb) on conflict (key) do update set value = excluded.value',
      [RESTORED, JSON.stringify(mark)],
    );
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end().catch(() => undefined);
  }
}

const majorOf = (version: number) => Math.trunc(version / 10_000);

/** What was made is read back: table by table, index by index, who may see what. */
async function sameAsBackedUp(client: pg.Client, { schema, serverVersion }: Manifest): Promise<void> {
  const { rows } = await client.query(`select current_setting('server_version_num')::int as version`);
  const sameMajor = majorOf(rows[0]?.version as number) === majorOf(serverVersion);
  const different = firstDifference(schema, await describeSchema(client), sameMajor);
  if (different !== undefined) throw new Problem('backup.not-as-backed-up', { what: different });
}
