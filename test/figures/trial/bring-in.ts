// A server that the files of a trial are brought into.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { registerTools } from '../../../src/app/registers/tools.ts';
import { keepSettings } from '../../../src/modules/figures/server/index.ts';
import { importParameters } from '../../../src/modules/parameters/server/index.ts';
import { importRegistry } from '../../../src/modules/registry-import/server/index.ts';
import { systemActor } from '../../../src/platform/server/actor.ts';
import type { Database } from '../../../src/platform/server/db.ts';
import type { Keys } from '../../../src/platform/server/keys.ts';
import { importSet, type SetResult } from '../../../src/platform/server/registers/import-set.ts';
import { openTestDatabase } from '../../harness.ts';
import type { Trial } from './trial.ts';

export const ACTOR = systemActor('test');

export type TrialRun = {
  db: Database;
  keys: Keys;
  /** Where a file of this name lies. */
  at: (name: string) => string;
  /** Brings files of the folder in, as one set. */
  bringIn: (files: readonly { name: string; register: string; text?: string }[]) => Promise<SetResult>;
  close: () => Promise<void>;
};

/** A fresh installation with the registry and the settings of the trial. */
export async function openTrial({ registry, settings }: Pick<Trial, 'registry' | 'settings'>): Promise<TrialRun> {
  const shouwang = await openTestDatabase();
  const { db, keys } = shouwang;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-trial-'));
  const at = (name: string) => path.join(folder, name);
  const write = async (name: string, text: string) => {
    await writeFile(at(name), text);
    return { path: at(name), name };
  };
  await importRegistry(db, keys, ACTOR, {
    households: await write('households.csv', registry.households),
    members: await write('members.csv', registry.members),
  });
  const values = settings.map(({ region, from, values }) => ({ region: String(region), effectiveFrom: from, values }));
  await importParameters(db, ACTOR, (await write('parameters.json', JSON.stringify(values))).path, keepSettings);
  return {
    db,
    keys,
    at,
    bringIn: async (files) => {
      for (const { name, text } of files) if (text !== undefined) await write(name, text);
      const given = files.map(({ name, register }) => ({ name, register, path: at(name) }));
      return importSet(db, keys, ACTOR, { ...registerTools, files: given });
    },
    close: async () => {
      await shouwang.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
