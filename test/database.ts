// Before the API and browser tests: one PostgreSQL, one template database brought up to date. Each test file clones it, or one of
// those made from it (openPrepared in harness.ts).

import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { ProvidedContext } from 'vitest';
import type { TestProject } from 'vitest/node';
import { openShouwang } from '../src/app/open-shouwang.ts';
import { tendMessages } from '../src/modules/messages/server/index.ts';
import { systemClock } from '../src/platform/server/clock.ts';
import { startPostgres } from '../src/platform/server/postgres/index.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    adminUrl: string;
    dataFolder: string;
    template: string;
  }
}

export function withDatabase(url: string, name: string): string {
  return url.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
}

async function dropAll(admin: pg.Client, template: string): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [template],
  );
  for (const { datname } of rows) await admin.query(`drop database ${datname} with (force)`);
}

/** Nobody looks at what a power cut leaves of it; each of its many short connections maps the buffers and proves a password anew. */
export const FOR_TESTS = {
  fsync: 'off',
  full_page_writes: 'off',
  shared_buffers: '512MB',
  max_wal_size: '1GB',
  scram_iterations: '1',
};

type Cluster = ProvidedContext & { stop: () => Promise<void> };

async function openCluster(): Promise<Cluster> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-test-'));
  await chmod(dataFolder, 0o755);
  const own = process.env.DATABASE_URL ? undefined : await startPostgres(dataFolder, { settings: FOR_TESTS });
  const adminUrl = withDatabase(process.env.DATABASE_URL ?? own?.adminUrl ?? '', 'postgres');
  const template = `shouwang_template_${process.pid}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`drop database if exists ${template}`);
  await admin.query(`create database ${template}`);
  const shouwang = await openShouwang({ SHOUWANG_DATA: dataFolder, DATABASE_URL: withDatabase(adminUrl, template) });
  // A server begins with what is told of the day: in a fresh database nothing, each time, of a hundred registers.
  await tendMessages({ clock: systemClock, keys: shouwang.keys }, shouwang.db);
  await shouwang.close();
  const stop = async () => {
    // With the cluster goes everything in it.
    if (!own) await dropAll(admin, template);
    await admin.end();
    await own?.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
  return { adminUrl, dataFolder, template, stop };
}

/** The projects of one run share it; each loads this module for itself. */
const shared = globalThis as { testCluster?: { opened: Promise<Cluster>; users: number } };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.testCluster ??= { opened: openCluster(), users: 0 };
  const of = shared.testCluster;
  of.users++;
  const { adminUrl, dataFolder, template, stop } = await of.opened;
  project.provide('adminUrl', adminUrl);
  project.provide('dataFolder', dataFolder);
  project.provide('template', template);
  return async () => {
    if (--of.users > 0) return;
    delete shared.testCluster;
    await stop();
  };
}
