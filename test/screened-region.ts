// A small region of two counties with everything loaded and screened, and the API over it.

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Shouwang } from '../src/app/open-shouwang.ts';
import { generateRegion } from '../src/modules/demo/server/index.ts';
import { FEEDS } from '../src/modules/feeds/domain/datasets/index.ts';
import { loadBatch } from '../src/modules/feeds/server/index.ts';
import { fillPinyin } from '../src/modules/households/server/index.ts';
import { importParameters } from '../src/modules/parameters/server/index.ts';
import { importRegistry } from '../src/modules/registry-import/server/index.ts';
import { screen } from '../src/modules/warnings/server/index.ts';
import { systemActor } from '../src/platform/server/actor.ts';
import { openTestServer, type TestServer } from './harness.ts';

export const AS_OF = '2022-05-31';
export const ACTOR = systemActor('test');
export const COUNTY = 150923000000;
export const OTHER = 152222000000;
export const REGION = 150000000000;
export const HOUSEHOLDS = 1200;

export const requestId = () => crypto.randomUUID();

export type ScreenedRegion = { server: TestServer; close: () => Promise<void> };

async function loadAndScreen({ db, keys }: Shouwang): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-screened-'));
  await generateRegion({ outDir: folder, counties: [150923, 152222], households: HOUSEHOLDS, seed: 7 });
  await importParameters(db, ACTOR, path.join(folder, 'parameters.json'));
  const file = (name: string) => ({ path: path.join(folder, name), name });
  await importRegistry(db, keys, ACTOR, { households: file('households.csv'), members: file('members.csv') });
  const names = (await readdir(folder)).sort();
  for (const { code } of FEEDS)
    for (const name of names.filter((each) => new RegExp(`^${code}(-\\d+)?\\.(csv|xlsx)$`).test(each)))
      await loadBatch(db, keys, ACTOR, { dataset: code, path: path.join(folder, name), fileName: name });
  await screen(db, ACTOR, AS_OF);
  await fillPinyin(db);
  await rm(folder, { recursive: true, force: true });
}

export async function openScreenedRegion(): Promise<ScreenedRegion> {
  const server = await openTestServer({ name: 'screened', make: loadAndScreen });
  return { server, close: server.close };
}
