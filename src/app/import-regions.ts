// The part of `shouwang import DIR` that concerns regions.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { formatDate } from '../kernel/plain-date.ts';
import { settleEvents } from '../modules/households/server/index.ts';
import { type ImportedRegions, importRegions } from '../modules/regions/server/index.ts';
import type { Actor } from '../platform/server/actor.ts';
import { dayOn, systemClock } from '../platform/server/clock.ts';
import type { Database } from '../platform/server/db.ts';
import { householdsHooks, regionsHooks } from './follow-changes.ts';

/** The first of the names that the folder has. */
export function firstThere(folder: string, ...names: string[]): { path: string; name: string } | undefined {
  const name = names.find((candidate) => existsSync(path.join(folder, candidate)));
  return name ? { path: path.join(folder, name), name } : undefined;
}

/** Regions, designations and changes of regions that lie in the folder; what lies in changed regions follows at once. */
export async function importRegionsOf(db: Database, actor: Actor, folder: string): Promise<Partial<ImportedRegions>> {
  const regions = firstThere(folder, 'regions.csv');
  const designations = firstThere(folder, 'county-designations.csv');
  const changes = firstThere(folder, 'region-changes.csv', 'region-changes.xlsx');
  if (!regions && !designations && !changes) return {};
  const files = {
    ...(regions ? { regions: regions.path } : {}),
    ...(designations ? { designations: designations.path } : {}),
    ...(changes ? { changes: changes.path } : {}),
  };
  const imported = await importRegions(db, actor, files, {
    today: formatDate(dayOn(systemClock)),
    hooks: regionsHooks,
  });
  if (imported.changed.changes > 0) await settleEvents(db, actor, householdsHooks);
  return imported;
}
