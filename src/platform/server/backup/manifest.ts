// What a backup is: its tables with their rows, its files, and of which parts each is made, in their order. It is written last,
// sealed as a whole and bound to its name: a backup without it is none, and nothing of it can be left out or put elsewhere unnoticed.

import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import type { BackupKey } from './backup-key.ts';
import { openParts, type Parts, writeWhole } from './parts.ts';
import './problems.ts';

const FORMAT = 1;
const HEADER = 'shouwang-backup.json';
const ENDING = '.manifest';

const int = z.number().int();
const statements = z.array(z.object({ key: z.string(), sql: z.string() }));
const parts = z.array(z.string());

const tableSchema = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  rows: int,
  bytes: int,
  parts,
});

const fileSchema = z.object({
  path: z.string(),
  bytes: int,
  mode: int,
  modifiedMs: z.number(),
  sha256: z.string(),
  parts,
});

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  id: z.string(),
  /** ISO moment of the snapshot. */
  at: z.string(),
  /** Of PostgreSQL, as a number (180004). */
  serverVersion: int,
  /** Bytes of the database with its indexes. */
  databaseBytes: int,
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  /** Tells whether a key file belongs to the sealed values (`keyCheck` of keys.ts). */
  keyCheck: z.string(),
  schema: z.object({ before: statements, after: statements, roles: z.array(z.string()) }),
  tables: z.array(tableSchema),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() })),
  files: z.array(fileSchema),
});

export type Manifest = z.output<typeof manifestSchema>;
export type TableEntry = z.output<typeof tableSchema>;
export type FileEntry = z.output<typeof fileSchema>;

const headerSchema = z.object({ format: int, keyCheck: z.string() });

/** A folder with backups in it. */
export type Backups = {
  folder: string;
  parts: Parts;
  /** Ids of the whole ones, oldest first. */
  ids: () => Promise<string[]>;
  /** The newest where no id is given; throws `backup.no-backup`, `backup.damaged`. */
  read: (id?: string) => Promise<Manifest>;
  write: (manifest: Manifest) => Promise<void>;
  /** No longer one of the backups. */
  putAside: (id: string) => Promise<void>;
  /** Leaves the newest so many, and the parts they are made of. */
  prune: (keep: number) => Promise<{ backups: number; parts: number }>;
};

/** Without a key: what somebody may know who only sees the folder. */
export async function idsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith(ENDING))
    .map((name) => name.slice(0, -ENDING.length))
    .sort();
}

/** The moment in the form of a name: 20261130T190838Z. */
export function idOf(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, '');
}

async function headerOf(folder: string): Promise<z.output<typeof headerSchema> | undefined> {
  const text = await readFile(path.join(folder, HEADER), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return headerSchema.parse(JSON.parse(text));
  } catch {
    throw new Problem('backup.damaged', { what: `${HEADER} 读不出来` });
  }
}

async function makeHeader(folder: string, key: BackupKey): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeWhole(
      path.join(folder, HEADER),
      Buffer.from(`${JSON.stringify({ format: FORMAT, keyCheck: key.check })}\n`),
    );
  } catch (error) {
    if (/^(EACCES|EROFS|EPERM|ENOTDIR|EEXIST)$/.test((error as NodeJS.ErrnoException).code ?? ''))
      throw new Problem('backup.bad-folder', { folder });
    throw error;
  }
}

/** `mayMake`: an empty or missing folder becomes one for backups. */
export async function openBackups(folder: string, key: BackupKey, mayMake: boolean): Promise<Backups> {
  const header = await headerOf(folder);
  if (!header && !mayMake) throw new Problem('backup.no-backup', { folder });
  if (header && header.format > FORMAT) throw new Problem('backup.newer-format', { folder });
  if (header && header.keyCheck !== key.check) throw new Problem('backup.wrong-key', { folder });
  if (!header) await makeHeader(folder, key);
  const opened = openParts(folder, key);
  const fileOf = (id: string) => path.join(folder, `${id}${ENDING}`);

  const read = async (id?: string): Promise<Manifest> => {
    const wanted = id ?? (await idsIn(folder)).at(-1);
    const sealed = wanted ? await readFile(fileOf(path.basename(wanted))).catch(() => undefined) : undefined;
    if (!wanted || !sealed) throw new Problem('backup.no-backup', { folder, ...(wanted ? { id: wanted } : {}) });
    const plain = await opened.open(`manifest ${wanted}`, sealed).catch(() => {
      throw new Problem('backup.damaged', { what: `${wanted}${ENDING} 的内容被改动过` });
    });
    return manifestSchema.parse(JSON.parse(plain.toString('utf8')));
  };

  return {
    folder,
    parts: opened,
    ids: () => idsIn(folder),
    read,
    write: async (manifest) => {
      const plain = Buffer.from(JSON.stringify(manifest));
      await writeWhole(fileOf(manifest.id), await opened.seal(`manifest ${manifest.id}`, plain));
    },
    putAside: (id) => rename(fileOf(id), `${fileOf(id)}.damaged`),
    prune: async (keep) => {
      const ids = await idsIn(folder);
      const old = ids.slice(0, Math.max(0, ids.length - keep));
      const named = new Set<string>();
      // Read before anything goes: with one that cannot be read nothing is known to be free.
      for (const id of ids.slice(old.length)) for (const part of partsOf(await read(id))) named.add(part);
      for (const id of old) await rm(fileOf(id), { force: true });
      return { backups: old.length, parts: await opened.removeOthers(named) };
    },
  };
}

/** Every part a backup is made of, as often as it is named. */
export function partsOf({ tables, files }: Pick<Manifest, 'tables' | 'files'>): string[] {
  return [...tables, ...files].flatMap((entry) => entry.parts);
}
