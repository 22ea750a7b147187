// kill -9 of PostgreSQL under a program that serves: its jobs say that they wait, and go on by themselves.

import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateRegion } from '../../src/modules/demo/server/index.ts';
import { importParameters } from '../../src/modules/parameters/server/index.ts';
import { systemActor } from '../../src/platform/server/actor.ts';
import { serveIn, type TestServer, type TestUser } from '../harness.ts';
import { requestId } from '../screened-region.ts';

const AS_OF = '2022-05-31';
const REGION = 150000000000;

const root = mkdtempSync(path.join(os.tmpdir(), 'shouwang-database-crash-'));
const data = path.join(root, 'data');
const input = path.join(root, 'in');

let server: TestServer;
let user: TestUser;

function killDatabase(): void {
  process.kill(
    Number(readFileSync(path.join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]),
    'SIGKILL',
  );
}

/** Holds the table, so that the job stops there; kills the database; and tells the phases seen until the job is over. */
async function crashAt(table: string, start: () => Promise<unknown>, key: () => string): Promise<Set<string>> {
  const client = new pg.Client({ connectionString: server.shouwang.url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`begin; lock table ${table} in access exclusive mode`);
  await start();
  const blocked = `select from pg_locks where relation = '${table}'::regclass and not granted`;
  await expect.poll(async () => (await client.query(blocked)).rowCount).toBeGreaterThan(0);
  killDatabase();
  const phases = new Set<string>();
  for (let at = server.api.services.jobs.progressOf(key()); at; at = server.api.services.jobs.progressOf(key())) {
    phases.add(at.phase);
    await sleep(10);
  }
  await client.end().catch(() => undefined);
  return phases;
}

async function upload(name: string): Promise<string> {
  return user.upload(name, new Uint8Array(await readFile(path.join(input, name))));
}

// The cluster is the program's own; a database given from outside is somebody else's to kill.
describe.skipIf(process.env.DATABASE_URL)('the database is killed while it is served', () => {
  beforeAll(async () => {
    chmodSync(root, 0o755);
    await generateRegion({ outDir: input, counties: [150923], households: 300, seed: 9, truth: false });
    server = await serveIn(data);
    user = await server.as({ role: 'region-officer', areaCode: REGION });
    await importParameters(server.shouwang.db, systemActor('test'), path.join(input, 'parameters.json'));
  }, 60_000);
  afterAll(async () => {
    await server?.close();
    rmSync(root, { recursive: true, force: true });
  });

  test('an import goes on', async () => {
    const files = { householdsFile: await upload('households.csv'), membersFile: await upload('members.csv') };
    const { id } = await user.client.registryImport.previewImport({ requestId: requestId(), ...files });
    const key = `registry-import.${id}`;
    await server.jobDone(key);
    const phases = await crashAt(
      'refused_rows',
      () => user.client.registryImport.startImport({ requestId: requestId(), id }),
      () => key,
    );
    expect(phases).toContain('waiting-for-database');
    await server.jobDone(key);
    expect(await user.client.registryImport.importStatus({ id })).toMatchObject({ state: 'done' });
  });

  test('a batch goes on', async () => {
    const fileId = await upload('dibao-roster.csv');
    let id = 0;
    const phases = await crashAt(
      'quarantined_rows',
      async () => {
        ({ id } = await user.client.feeds.createBatch({ requestId: requestId(), fileId, dataset: 'dibao-roster' }));
      },
      () => `feeds.batch:${id}`,
    );
    expect(phases).toContain('waiting-for-database');
    await server.jobDone(`feeds.batch:${id}`);
    expect(await user.client.feeds.batch({ id })).toMatchObject({ state: 'loaded' });
  });

  test('a screening goes on', async () => {
    const key = `screening ${AS_OF} ${REGION}`;
    const phases = await crashAt(
      'warning_evidence',
      () => user.client.warnings.startScreening({ requestId: requestId(), asOf: AS_OF }),
      () => key,
    );
    expect(phases).toContain('waiting-for-database');
    await server.jobDone(key);
    expect((await user.client.warnings.screenings())[0]).toMatchObject({ asOf: AS_OF, state: 'done', problem: '' });
  });
});
