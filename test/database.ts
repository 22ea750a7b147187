// Before the API and browser tests: one PostgreSQL, one template database brought up to date. Each test file clones it.

import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openShouwang } from '../src/app/open-shouwang.ts';
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

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-test-'));
  const { chmod } = await import('node:fs/promises');
  await chmod(dataFolder, 0o755);
  const own = process.env.DATABASE_URL ? undefined : await startPostgres(dataFolder);
  const adminUrl = withDatabase(process.env.DATABASE_URL ?? own?.adminUrl ?? '', 'postgres');
  const template = `shouwang_template_${process.pid}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`drop database if exists ${template}`);
  await admin.query(`create database ${template}`);
  const shouwang = await openShouwang({ SHOUWANG_DATA: dataFolder, DATABASE_URL: withDatabase(adminUrl, template) });
  await shouwang.close();
  project.provide('adminUrl', adminUrl);
  project.provide('dataFolder', dataFolder);
  project.provide('template', template);
  return async () => {
    await admin.query(`drop database if exists ${template} with (force)`);
    await admin.end();
    await own?.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
}
