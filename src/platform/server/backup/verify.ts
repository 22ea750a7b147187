// Reads a backup whole, without a database: every part is there, is what its name says, and the rows are as many as the manifest says.

import { Problem } from '../../../kernel/problem.ts';
import { countRows } from './count-rows.ts';
import type { Backups, Manifest } from './manifest.ts';

export type Verified = {
  id: string;
  at: string;
  tables: number;
  rows: number;
  files: number;
  parts: number;
  damaged: string[];
};

async function verifyEntry(backups: Backups, names: readonly string[], rows: number | undefined): Promise<string[]> {
  const damaged: string[] = [];
  const counter = countRows();
  for (const name of names) {
    const bytes = await backups.parts.read(name).catch(async (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      damaged.push(String(error.details.what));
      await backups.parts.putAside(name);
      return undefined;
    });
    if (bytes && rows !== undefined) counter.feed(bytes);
  }
  if (damaged.length === 0 && rows !== undefined && counter.rows() !== rows)
    damaged.push(`${counter.rows()} / ${rows}`);
  return damaged;
}

/** Every fault is told, not only the first. What is damaged is put aside, so that the next backup writes it anew. */
export async function verifyBackup(
  backups: Backups,
  manifest: Manifest,
  onProgress?: (done: number, all: number) => void,
): Promise<Verified> {
  const { tables, files, id, at } = manifest;
  const entries = [
    ...tables.map((table) => ({ ...table, what: table.name })),
    ...files.map((file) => ({ ...file, what: file.path })),
  ];
  const all = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const damaged: string[] = [];
  let done = 0;
  for (const entry of entries) {
    const faults = await verifyEntry(backups, entry.parts, 'rows' in entry ? entry.rows : undefined);
    damaged.push(...faults.map((fault) => `${entry.what}：${fault}`));
    done += entry.bytes;
    onProgress?.(done, all);
  }
  return {
    id,
    at,
    tables: tables.length,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    files: files.length,
    parts: new Set(entries.flatMap(({ parts }) => parts)).size,
    damaged,
  };
}
