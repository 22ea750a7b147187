// A roster that comes after a screening lets rules speak about households that are in no file: the warnings are then those
// of a screening from the start.

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Shouwang } from '../src/app/open-shouwang.ts';
import { generateRegion } from '../src/modules/demo/server/index.ts';
import { loadBatch, touchedByBatch } from '../src/modules/feeds/server/index.ts';
import { importParameters } from '../src/modules/parameters/server/index.ts';
import { importRegistry } from '../src/modules/registry-import/server/index.ts';
import { rescreenTouched, screen } from '../src/modules/warnings/server/index.ts';
import { systemActor } from '../src/platform/server/actor.ts';
import { openTestDatabase } from './harness.ts';

const AS_OF = '2022-05-31';
const ACTOR = systemActor('test');

let shouwang: Shouwang;
let folder: string;

beforeAll(async () => {
  shouwang = await openTestDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-rosters-'));
  await generateRegion({ outDir: folder, counties: [150923], households: 800, seed: 7, truth: false });
  const file = (name: string) => ({ path: path.join(folder, name), name });
  await importParameters(shouwang.db, ACTOR, path.join(folder, 'parameters.json'));
  await importRegistry(shouwang.db, shouwang.keys, ACTOR, {
    households: file('households.csv'),
    members: file('members.csv'),
  });
  await screen(shouwang.db, ACTOR, AS_OF);
});

afterAll(async () => {
  await shouwang.close();
  await rm(folder, { recursive: true, force: true });
});

async function state(): Promise<unknown> {
  return shouwang.db.bulkRead(async (tx) => ({
    warnings: await tx.rows(
      sql`select household_id, rules, level from warnings where as_of = ${AS_OF}::date and active order by household_id`,
    ),
    evidence: await tx.rows(
      sql`select household_id, rule, numbers from warning_evidence e join warnings w using (county_code, household_id, as_of)
        where as_of = ${AS_OF}::date and w.active and e.rule = any(w.rules) order by 1, 2`,
    ),
    counts: await tx.rows(
      sql`select * from screening_counts where as_of = ${AS_OF}::date and (red + orange + yellow + data) > 0 order by village_code`,
    ),
    rules: await tx.first(sql`select rule_versions from screenings where as_of = ${AS_OF}::date`),
  }));
}

test.each([
  ['medical-insurance', 'R09'],
  ['school-enrolment', 'R02'],
  ['dibao-roster', 'R11'],
])('%s: %s speaks about all households at once', async (dataset, rule) => {
  for (const name of (await readdir(folder)).filter((each) => each.startsWith(`${dataset}.`))) {
    const request = { dataset, path: path.join(folder, name), fileName: name };
    const { batchId, part } = await loadBatch(shouwang.db, shouwang.keys, ACTOR, request);
    const result = await rescreenTouched(shouwang.db, ACTOR, touchedByBatch(dataset, batchId, part));
    expect(result?.notRun).not.toContain(rule);
  }
  const kept = await state();
  await screen(shouwang.db, ACTOR, AS_OF);
  expect(kept).toEqual(await state());
});
