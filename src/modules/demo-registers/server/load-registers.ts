// Puts the registers of the demonstration into files and hands them to the import that everybody uses.

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { formatDate } from '../../../kernel/plain-date.ts';
import { dayOn, systemClock } from '../../../platform/server/clock.ts';
import type { Database } from '../../../platform/server/db.ts';
import { readRegions } from '../../demo/server/index.ts';
import { type DemoHousehold, type DemoPerson, type Designations, registerSheets, type Sheet } from '../domain/index.ts';

export type RegisterFile = { path: string; name: string; register: string };
/** Reads the files as one set; answers what was refused, a line for each register. */
export type ImportRegisters = (files: RegisterFile[]) => Promise<string[]>;

/** What the counties are called, as the program brings it. */
export async function designationsOf(db: Database): Promise<Designations> {
  const rows = await db.bulkRead((tx) =>
    tx.rows(sql<{ countyCode: number; title: string }>`
      select county_code, title from county_designations where not voided and recorded_by = 'shouwang' limit 1000`),
  );
  const of = (title: string) => new Set(rows.filter((row) => row.title === title).map(({ countyCode }) => countyCode));
  return {
    nationalLifted: of('lifted-national'),
    regionalLifted: of('lifted-regional'),
    nationalKey: of('key-national'),
  };
}

/** Households lifted, or monitored and not cleared, as the registry has them. */
function focusHouseholds(db: Database): Promise<DemoHousehold[]> {
  return db.bulkRead((tx) =>
    tx.rows(sql<DemoHousehold>`
      select number, county_code, village_code::text as village_code, member_count as members, kind = 'lifted' as is_lifted from households
      where valid_to is null and member_count > 0 and (kind = 'lifted' or (monitoring_category is not null and risk_cleared is not true))
      order by number limit 100000`),
  );
}

/** Their members. */
function focusPersons(db: Database): Promise<DemoPerson[]> {
  return db.bulkRead((tx) =>
    tx.rows(sql<DemoPerson>`
      select p.number, p.name, h.number as household, h.county_code, coalesce(p.birth, 0) as birth, h.kind = 'lifted' as is_lifted
      from persons p join households h on h.county_code = p.county_code and h.id = p.household_id
      where p.valid_to is null and h.valid_to is null and (h.kind = 'lifted' or (h.monitoring_category is not null and h.risk_cleared is not true))
      order by p.number limit 300000`),
  );
}

export function csvOf({ header, rows }: Sheet): string {
  return `${[header, ...rows].map((row) => row.join(',')).join('\n')}\n`;
}

/** Throws where a row is refused: what the demonstration makes is to be right. */
export async function loadDemoRegisters(db: Database, folder: string, importRegisters: ImportRegisters): Promise<void> {
  const people = { households: await focusHouseholds(db), persons: await focusPersons(db) };
  const sheets = registerSheets(readRegions(), await designationsOf(db), people, formatDate(dayOn(systemClock)));
  const files: RegisterFile[] = [];
  for (const [i, sheet] of sheets.entries()) {
    const name = `${i + 1}-${sheet.code}.csv`;
    await writeFile(path.join(folder, name), csvOf(sheet));
    files.push({ path: path.join(folder, name), name, register: sheet.code });
  }
  const refused = await importRegisters(files);
  if (refused.length > 0) throw new Error(`the demonstration's registers were refused: ${refused.join('; ')}`);
}
