// A fresh product in a folder of its own, with two counties that are made up, and an account for whoever is to work in it.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openApi } from '../../src/app/open-api.ts';
import { openShouwang } from '../../src/app/open-shouwang.ts';
import { createAccounts } from '../../src/modules/accounts/server/index.ts';
import { DEMO_PASSWORD, generateRegion } from '../../src/modules/demo/server/index.ts';
import { importRegistry } from '../../src/modules/registry-import/server/index.ts';
import { systemActor } from '../../src/platform/server/actor.ts';

/** `households`: of both counties; `webFolder`: the built pages, where a browser is to open them. */
export async function openRegion(households: number, webFolder?: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'shouwang-field-'));
  const shouwang = await openShouwang({ SHOUWANG_DATA: path.join(folder, 'data') });
  const made = path.join(folder, 'made');
  await generateRegion({ outDir: made, counties: [150923, 152222], households, seed: 7 });
  const file = (name: string) => ({ path: path.join(made, name), name });
  const files = { households: file('households.csv'), members: file('members.csv') };
  await importRegistry(shouwang.db, shouwang.keys, systemActor('bench'), files);
  const options = { logLevel: 'error', limitFactor: 1000, trustProxy: 1, ...(webFolder ? { webFolder } : {}) };
  const api = await openApi(shouwang, options);
  const url = await api.http.listen({ host: '127.0.0.1', port: 0 });
  return {
    db: shouwang.db,
    url,
    addWorker: (username: string, name: string, areaCode: number) =>
      createAccounts(shouwang.db, [{ username, name, role: 'village-worker', areaCode }], DEMO_PASSWORD, false),
    close: async () => {
      await api.close();
      await shouwang.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
