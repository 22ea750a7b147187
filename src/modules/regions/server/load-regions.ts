// Regions and designations from data/reference. A newer file marks what it no longer names as ended; nothing is deleted.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { pinyin } from 'pinyin-pro';
import { systemActor } from '../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import { parseCsv } from '../../../platform/server/tables/csv-parse.ts';

const REFERENCE = new URL('../../../../data/reference/', import.meta.url);

type RegionRow = { code: string; parent: string; level: string; name: string; kind: string };

function readRows(text: string): string[][] {
  const rows: string[][] = [];
  parseCsv(text.replace(/^\ufeff/, ''), 1, (cells, line) => {
    if (line > 1) rows.push(cells.slice());
  });
  return rows;
}

function spell(name: string): { full: string; initials: string } {
  const syllables = pinyin(name, { toneType: 'none', type: 'array' });
  return { full: syllables.join(''), initials: syllables.map((syllable) => syllable[0] ?? '').join('') };
}

async function storeRegions(tx: Tx, rows: RegionRow[]): Promise<void> {
  const spelt = rows.map((row) => spell(row.name));
  await tx.run(sql`
    insert into regions (code, parent_code, level, name, kind, pinyin, initials)
    select code, nullif(parent, 0), level, name, kind, pinyin, initials
    from unnest(${rows.map((row) => row.code)}::bigint[], ${rows.map((row) => row.parent || '0')}::bigint[],
      ${rows.map((row) => row.level)}::text[], ${rows.map((row) => row.name)}::text[], ${rows.map((row) => row.kind)}::text[],
      ${spelt.map((s) => s.full)}::text[], ${spelt.map((s) => s.initials)}::text[]) r(code, parent, level, name, kind, pinyin, initials)
    on conflict (code) do update set parent_code = excluded.parent_code, level = excluded.level, name = excluded.name,
      kind = excluded.kind, pinyin = excluded.pinyin, initials = excluded.initials, valid_to = null`);
  await tx.run(sql`update regions set valid_to = current_date
    where valid_to is null and not (code = any(${rows.map((row) => row.code)}::bigint[]))`);
}

/** Loads a regions.csv (code, parent_code, level, name, kind). The same bytes again change nothing. */
export async function loadRegionsFrom(db: Database, text: string): Promise<boolean> {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const known = await db.bulkRead((tx) =>
    tx.first(sql`select 1 from settings where key = 'regions.sha256' and value = ${JSON.stringify(sha256)}::jsonb`),
  );
  if (known) return false;
  const rows = readRows(text).map(([code = '', parent = '', level = '', name = '', kind = '']) => ({
    code,
    parent,
    level,
    name,
    kind,
  }));
  return db.bulk(systemActor('shouwang'), async (tx) => {
    await storeRegions(tx, rows);
    await tx.run(sql`insert into settings (key, value) values ('regions.sha256', ${JSON.stringify(sha256)}::jsonb)
      on conflict (key) do update set value = excluded.value, changed_at = now()`);
    return {
      result: true,
      audit: {
        operation: 'regions.load',
        subjectKind: 'regions',
        subjectId: sha256.slice(0, 12),
        after: { regions: rows.length },
      },
    };
  });
}

/** The regions and county designations that come with the program. */
export async function loadRegions(db: Database): Promise<void> {
  if (!(await loadRegionsFrom(db, await readFile(new URL('regions.csv', REFERENCE), 'utf8')))) return;
  const rows = readRows(await readFile(new URL('county-designations.csv', REFERENCE), 'utf8'));
  await db.bulk(systemActor('shouwang'), async (tx) => {
    await tx.run(sql`insert into county_designations (county_code, designation, evidence)
      select * from unnest(${rows.map((row) => row[0])}::bigint[], ${rows.map((row) => row[2])}::text[], ${rows.map((row) => row[3] ?? '')}::text[])
        r(code, designation, evidence) where exists (select from regions g where g.code = r.code) on conflict do nothing`);
    return { result: undefined, audit: [] };
  });
}
