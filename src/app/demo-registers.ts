// The demonstration's registers go the way that everybody's go.

import {
  cleanDemoCounty,
  type ImportRegisters,
  loadDemoRegisters,
  loadRegionToilets,
  visitDemoRound,
  workTeamMonth,
} from '../modules/demo-registers/server/index.ts';
import { systemActor } from '../platform/server/actor.ts';
import { dayOn, systemClock } from '../platform/server/clock.ts';
import { importSet } from '../platform/server/registers/import-set.ts';
import type { Shouwang } from './open-shouwang.ts';
import { registerTools } from './registers/tools.ts';

type Opened = Pick<Shouwang, 'db' | 'keys'>;

function importDemoRegisters({ db, keys }: Opened, signal?: AbortSignal): ImportRegisters {
  return async (files) => {
    const figures = registerTools.figures;
    const request = { ...registerTools, files, figures, ...(signal ? { signal } : {}) };
    const { files: read } = await importSet(db, keys, systemActor('演示数据'), request);
    return read
      .filter(({ refusedRows, problem }) => problem !== undefined || refusedRows > 0)
      .map(({ kind, refused, problem }) => `${kind} ${problem ?? JSON.stringify(refused)}`);
  };
}

/** Loads the registers of the demonstration by way of files in the folder it is given. */
export function demoRegistersOf(opened: Opened): (folder: string) => Promise<void> {
  return async (folder) => {
    await loadDemoRegisters(opened.db, folder, importDemoRegisters(opened));
    await visitDemoRound(opened, dayOn(systemClock));
    await cleanDemoCounty(opened, dayOn(systemClock));
  };
}

/** For which the first page does not wait: a month of the work teams, and the toilets of the whole region. */
export async function demoBehindOf(opened: Opened, folder: string, signal?: AbortSignal): Promise<void> {
  const importRegisters = importDemoRegisters(opened, signal);
  await workTeamMonth(opened, folder, importRegisters, dayOn(systemClock));
  await loadRegionToilets(opened.db, folder, importRegisters);
}
