// The rows of `examples.ts` in a server's database: the registry first, then all registers in one set.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { registerTools } from '../../src/app/registers/tools.ts';
import { importRegistry } from '../../src/modules/registry-import/server/index.ts';
import { systemActor } from '../../src/platform/server/actor.ts';
import { importSet } from '../../src/platform/server/registers/import-set.ts';
import type { TestServer } from '../harness.ts';
import { EXAMPLES, REGISTRY } from './examples.ts';

export async function loadExamples({ shouwang: { db, keys } }: TestServer): Promise<void> {
  const actor = systemActor('test');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-examples-'));
  const fileOf = async (name: string, text = '') => {
    await writeFile(path.join(folder, name), text);
    return { path: path.join(folder, name), name };
  };
  try {
    await importRegistry(db, keys, actor, {
      households: await fileOf('households.csv', REGISTRY.households),
      members: await fileOf('members.csv', REGISTRY.members),
    });
    const files = [];
    for (const [register, text] of Object.entries(EXAMPLES))
      files.push({ ...(await fileOf(`${register}.csv`, text)), register });
    await importSet(db, keys, actor, { ...registerTools, files });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
