// What a test file needs: a database of its own, cloned from the template.

import pg from 'pg';
import { inject } from 'vitest';
import { openShouwang, type Shouwang } from '../src/app/open-shouwang.ts';
import { withDatabase } from './database.ts';

let made = 0;

/** A fresh database with regions and rules, and nothing else. `close` drops it. */
export async function openTestDatabase(): Promise<Shouwang> {
  const adminUrl = inject('adminUrl');
  const name = `shouwang_test_${process.pid}_${made++}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.query(`create database ${name} template ${inject('template')}`);
  const shouwang = await openShouwang({
    SHOUWANG_DATA: inject('dataFolder'),
    DATABASE_URL: withDatabase(adminUrl, name),
  });
  return {
    ...shouwang,
    close: async () => {
      await shouwang.close();
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}
