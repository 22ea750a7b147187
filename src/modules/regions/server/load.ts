// Brings the region table in step with the reference files, once per change of a file. Codes that a newer file no longer
// has are closed, never deleted: old records still point at them.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { type Actor, systemActor } from '../../../platform/server/actor.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import { SPELLING } from '../../../platform/server/names/spelling.ts';
import { keepSetting, readSetting } from '../../../platform/server/settings.ts';
import type { RegionChange } from '../domain/region-change.ts';
import { readChangeFile } from './change-file.ts';
import { applyChanges, type Changed } from './changes.ts';
import type { RegionsHooks } from './hooks.ts';
import {
  type DesignationRow,
  parseDesignations,
  parseRegions,
  type RegionRow,
  readReferenceFile,
} from './reference-files.ts';

const FOLDER = new URL('../../../../data/reference/', import.meta.url);
const REGIONS = 'regions.csv';
const DESIGNATIONS = 'county-designations.csv';
const SETTING = 'regions.sha256';

/** Loads the files that come with the program; answers undefined when they are the ones loaded before. */
export async function loadRegions(db: Database, folder = FOLDER): Promise<RegionChanges | undefined> {
  const regions = await readReferenceFile(folder, REGIONS);
  const designations = await readReferenceFile(folder, DESIGNATIONS);
  const sha256 = createHash('sha256').update(regions).update(designations).update(SPELLING).digest('hex');
  const loaded = await db.bulkRead((tx) => readSetting<string>(tx, SETTING));
  if (loaded === sha256) return undefined;
  const rows = parseRegions(regions, REGIONS);
  const titles = parseDesignations(designations, DESIGNATIONS);
  return db.bulk(systemActor('regions'), async (tx) => {
    const changes = await mergeRegions(tx, rows, 'program');
    await seedDesignations(tx, titles);
    await keepSetting(tx, SETTING, sha256);
    return { result: changes, audit: loadedEntry(changes) };
  });
}

/** Files of a user: regions, designations, changes of regions; any of them may be missing. */
export type RegionFiles = { regions?: string; designations?: string; changes?: string };

export type ImportedRegions = { regions: RegionChanges; changed: Changed };

/**
 * Imports files of a user, all or nothing; what they say stands against the files of the program from then on. `today` is ISO.
 * Throws `regions.bad-file`, `regions.bad-change` and the problems of a change.
 */
export async function importRegions(
  db: Database,
  actor: Actor,
  files: RegionFiles,
  options: { today: string; hooks: RegionsHooks },
): Promise<ImportedRegions> {
  const rows = files.regions ? parseRegions(await readFile(files.regions, 'utf8'), REGIONS) : [];
  const titles = files.designations
    ? parseDesignations(await readFile(files.designations, 'utf8'), DESIGNATIONS)
    : undefined;
  const changes = files.changes ? await readChangeFile(files.changes, path.basename(files.changes)) : [];
  return db.bulk(actor, async (tx) => {
    const namesBefore = await namesOf(
      tx,
      changes.map(({ oldCode }) => oldCode),
    );
    const regions = await mergeRegions(tx, rows, 'user');
    if (titles) await seedDesignations(tx, titles);
    const named = nameRenamed(changes, rows);
    const { result, audit } = await applyChanges(tx, named, { ...options, namesBefore });
    return {
      result: { regions, changed: result },
      audit: [...(rows.length > 0 ? [loadedEntry(regions)] : []), ...audit],
    };
  });
}

/** A new name may stand in the changes themselves or in the list of regions beside them. */
function nameRenamed(changes: readonly RegionChange[], rows: readonly RegionRow[]): RegionChange[] {
  const names = new Map(rows.map(({ code, official_name }) => [code, official_name]));
  return changes.map((change) => {
    const name = change.newName ?? names.get(change.newCode);
    return change.kind === 'rename' && name ? { ...change, newName: name } : change;
  });
}

async function namesOf(tx: Tx, codes: number[]): Promise<Map<number, string>> {
  const rows = await tx.rows(sql<{ code: number; name: string }>`
    select code, name from regions where code = any(${codes}::bigint[])`);
  return new Map(rows.map(({ code, name }) => [code, name]));
}

function loadedEntry(changes: RegionChanges): AuditEntry {
  return { operation: 'regions.load', subjectKind: 'file', subjectId: REGIONS, after: changes };
}

export type RegionChanges = { regions: number; changed: number; closed: number };

/**
 * What a user imported or changed stays as it is when the program brings its own list again, and a code that was merged into
 * another does not come back with any list.
 */
async function mergeRegions(tx: Tx, rows: RegionRow[], from: 'program' | 'user'): Promise<RegionChanges> {
  if (rows.length === 0) return { regions: 0, changed: 0, closed: 0 };
  const imported = from === 'user';
  const mayChange = imported ? sql`regions.successor_code is null` : sql`not regions.imported`;
  await tx.script(`create temp table incoming_regions (code bigint primary key, parent_code bigint, level text, name text,
    official_name text, kind text, pinyin text, initials text) on commit drop`);
  await tx.run(sql`insert into incoming_regions
    select * from json_to_recordset(${JSON.stringify(rows)}::json)
      as r (code bigint, parent_code bigint, level text, name text, official_name text, kind text, pinyin text, initials text)`);
  // The first file describes all years before it; what a later file adds is valid from the day it is loaded.
  const changed = await tx.run(sql`
    insert into regions (code, parent_code, level, name, official_name, kind, pinyin, initials, valid_from, imported)
    select code, parent_code, level, name, official_name, kind, pinyin, initials,
      case when exists (select from regions) then today_there() else '2000-01-01' end, ${imported}
    from incoming_regions
    on conflict (code) do update set parent_code = excluded.parent_code, level = excluded.level, name = excluded.name,
      official_name = excluded.official_name, kind = excluded.kind, pinyin = excluded.pinyin, initials = excluded.initials,
      valid_to = null, imported = excluded.imported
    where ${mayChange} and (regions.parent_code, regions.level, regions.name, regions.official_name, regions.kind, regions.pinyin,
        regions.initials, regions.valid_to) is distinct from
      (excluded.parent_code, excluded.level, excluded.name, excluded.official_name, excluded.kind, excluded.pinyin, excluded.initials, null)`);
  // A file that holds the autonomous region itself is a complete list; any other only adds.
  const closed = await tx.run(sql`update regions set valid_to = today_there(), imported = ${imported}
    where valid_to is null and ${mayChange} and not exists (select from incoming_regions i where i.code = regions.code)
      and exists (select from incoming_regions where level = 'autonomous-region')`);
  if (changed + closed > 0) await tx.script('analyze regions');
  return { regions: rows.length, changed, closed };
}

/**
 * The titles of the file start the register of designations. What is there stays: the register is kept on screen and by files.
 * Recorded at the beginning of time: they were known before the program was installed.
 */
async function seedDesignations(tx: Tx, rows: DesignationRow[]): Promise<void> {
  await tx.run(sql`insert into county_designations (county_code, place_code, region_code, title, evidence, recorded_at, recorded_by)
    select county_code / 1000000, county_code, county_code, designation, nullif(evidence, ''), '2000-01-01', 'shouwang'
    from json_to_recordset(${JSON.stringify(rows)}::json) as d (county_code bigint, designation text, evidence text)
    on conflict do nothing`);
}
