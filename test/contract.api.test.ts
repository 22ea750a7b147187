// The data contract from end to end: generated files go in, warnings, matches and quarantine come out and are judged
// against what the generator planted.

import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judge } from '../bench/check/judge.ts';
import type { Shouwang } from '../src/app/open-shouwang.ts';
import { generateRegion } from '../src/modules/demo/server/index.ts';
import { FEEDS } from '../src/modules/feeds/domain/datasets/index.ts';
import { exportMatches, exportQuarantine, loadBatch, touchedByBatch } from '../src/modules/feeds/server/index.ts';
import { importParameters } from '../src/modules/parameters/server/index.ts';
import { importRegistry } from '../src/modules/registry-import/server/index.ts';
import { exportWarnings, rescreenTouched, screen } from '../src/modules/warnings/server/index.ts';
import { systemActor } from '../src/platform/server/actor.ts';
import type { Tx } from '../src/platform/server/db.ts';
import { openTestDatabase } from './harness.ts';

const AS_OF = '2022-05-31';
const ACTOR = systemActor('test');

let shouwang: Shouwang;
let folder: string;
let data: string;

async function save(name: string, write: (tx: Tx, target: NodeJS.WritableStream) => Promise<void>): Promise<string> {
  const file = path.join(folder, 'out', name);
  const target = createWriteStream(file);
  await shouwang.db.bulk(ACTOR, async (tx) => {
    await write(tx, target);
    return { result: undefined, audit: [] };
  });
  target.end();
  await finished(target);
  return file;
}

async function filesOf(dataset: string): Promise<string[]> {
  return (await readdir(data)).filter((name) => new RegExp(`^${dataset}(-\\d+)?\\.(csv|xlsx)$`).test(name)).sort();
}

beforeAll(async () => {
  shouwang = await openTestDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-contract-'));
  data = path.join(folder, 'in');
  await mkdir(path.join(folder, 'out'));
  await generateRegion({ outDir: data, counties: [150923, 152222], households: 1500, seed: 5, damagedShare: 0.08 });
  await importParameters(shouwang.db, ACTOR, path.join(data, 'parameters.json'));
});

afterAll(async () => {
  await shouwang.close();
  await rm(folder, { recursive: true, force: true });
});

test('the registry comes in whole, and again changes nothing', async () => {
  const registry = {
    households: { path: path.join(data, 'households.csv'), name: 'households.csv' },
    members: { path: path.join(data, 'members.csv'), name: 'members.csv' },
  };
  const preview = await importRegistry(shouwang.db, shouwang.keys, ACTOR, { ...registry, preview: true });
  const first = await importRegistry(shouwang.db, shouwang.keys, ACTOR, registry);
  expect(preview.households).toEqual(first.households);
  expect(first.households).toMatchObject({ added: 1500, changed: 0, unchanged: 0, refused: 0 });
  const again = await importRegistry(shouwang.db, shouwang.keys, ACTOR, registry);
  expect(again.households).toMatchObject({ added: 0, changed: 0, unchanged: 1500, missing: 0 });
  expect(again.members).toMatchObject({ added: 0, changed: 0, missing: 0 });
  expect(again.members.unchanged).toBe(first.members.added);
});

test('feeds are matched and screened as the contract says', async () => {
  for (const { code } of FEEDS)
    for (const name of await filesOf(code)) {
      const request = { dataset: code, path: path.join(data, name), fileName: name };
      const loaded = await loadBatch(shouwang.db, shouwang.keys, ACTOR, request);
      expect(loaded.alreadyLoaded).toBe(false);
      const twice = await loadBatch(shouwang.db, shouwang.keys, ACTOR, request);
      expect(twice).toMatchObject({ alreadyLoaded: true, batchId: loaded.batchId });
    }
  await screen(shouwang.db, ACTOR, AS_OF);
  await save('warnings.csv', (tx, target) => exportWarnings(tx, AS_OF, target));
  for (const { code, subject } of FEEDS)
    if (subject === 'person') await save(`matches-${code}.csv`, (tx, target) => exportMatches(tx, code, target));
  const verdict = await judge(path.join(data, 'truth'), path.join(folder, 'out'));
  expect(verdict.match).toEqual({ precision: 1, recall: 1, wrong: 0 });
  expect(verdict.warnings).toMatchObject({ precision: 1, recall: 1, levelDiffers: 0, monitoredDiffers: 0 });
});

test('every bad row stands in the quarantine with its line', async () => {
  const lines = (
    await readFile(await save('quarantine.csv', (tx, target) => exportQuarantine(tx, shouwang.keys, target)), 'utf8')
  )
    .trim()
    .split('\n');
  const found = new Set(lines.slice(1).map((line) => line.split(',').slice(1, 3).join(':')));
  const planted = new Set<string>();
  for (const name of await readdir(path.join(data, 'truth'))) {
    if (name === 'warnings.csv') continue;
    for (const row of (await readFile(path.join(data, 'truth', name), 'utf8')).trim().split('\n').slice(1)) {
      const [file, line, , , bad] = row.split(',');
      if (bad === 'true') planted.add(`${file}:${line}`);
    }
  }
  expect(planted.size).toBeGreaterThan(0);
  expect([...planted].filter((place) => !found.has(place))).toEqual([]);
});

async function state(): Promise<unknown> {
  return shouwang.db.bulkRead(async (tx) => ({
    facts: await tx.rows(sql`select * from facts where as_of = ${AS_OF}::date order by household_id`),
    warnings: await tx.rows(
      sql`select household_id, rules, level, monitored from warnings where as_of = ${AS_OF}::date and active order by household_id`,
    ),
    evidence:
      await tx.rows(sql`select e.household_id, e.rule, e.numbers from warning_evidence e join warnings w on w.county_code = e.county_code
      and w.household_id = e.household_id and w.as_of = e.as_of and w.active and e.rule = any(w.rules) where e.as_of = ${AS_OF}::date order by 1, 2`),
  }));
}

test('facts kept up by file equal a full rebuild, and screening again makes no second copy', async () => {
  const other = path.join(folder, 'later');
  await generateRegion({ outDir: other, counties: [150923, 152222], households: 1500, seed: 5, damagedShare: 0.2 });
  for (const [code, name] of [
    ['medical-settlement', 'medical-settlement-1.csv'],
    ['employment-change', 'employment-change.csv'],
    ['death-register', 'death-register.csv'],
    ['disaster-report', 'disaster-report.csv'],
  ] as const) {
    const text = await readFile(path.join(other, name), 'utf8');
    const changed = path.join(folder, name);
    const { writeFile } = await import('node:fs/promises');
    await writeFile(changed, text.replace(/S0/g, 'T0').replace(/2022-0[1-4]-/g, '2022-05-'));
    const loaded = await loadBatch(shouwang.db, shouwang.keys, ACTOR, { dataset: code, path: changed, fileName: name });
    await rescreenTouched(shouwang.db, ACTOR, touchedByBatch(code, loaded.batchId, loaded.part));
  }
  const kept = await state();
  const before = await screen(shouwang.db, ACTOR, AS_OF);
  expect(await state()).toEqual(kept);
  expect(await screen(shouwang.db, ACTOR, AS_OF)).toEqual(before);
});
