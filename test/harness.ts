// What a test file needs: a database of its own, cloned from the template; and the API over it, with people signed in.

import { existsSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hash } from '@node-rs/argon2';
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { sql } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
import { contract } from '../src/app/contract.ts';
import { type Api, openApi } from '../src/app/open-api.ts';
import { openShouwang, type Shouwang } from '../src/app/open-shouwang.ts';
import { dues } from '../src/app/registers/dues.ts';
import type { Role } from '../src/kernel/operation.ts';
import { createAccounts } from '../src/modules/accounts/server/index.ts';
import { tendMessages } from '../src/modules/messages/server/index.ts';
import { systemActor } from '../src/platform/server/actor.ts';
import { systemClock } from '../src/platform/server/clock.ts';
import { withDatabase } from './database.ts';

let made = 0;

/** What tests of one kind begin from: the name it is kept under, and what makes it of a fresh database. */
export type Prepared = { name: string; make: (shouwang: Shouwang) => Promise<void> };

/** A fresh database with regions and rules, and nothing else. `close` drops it. */
export function openTestDatabase(): Promise<Shouwang> {
  return openClone(inject('template'));
}

/** A clone, database and files, of what is made once for all tests that begin from it, by the first that comes. */
export async function openPrepared({ name, make }: Prepared): Promise<Shouwang> {
  const kept = `${inject('template')}_${name}`;
  const admin = await connect();
  try {
    // Files run side by side: one makes it, the others wait.
    await admin.query('select pg_advisory_lock(hashtext($1))', [kept]);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [kept]);
    if (rowCount === 0) await prepare(admin, kept, make);
  } finally {
    await admin.end();
  }
  return openClone(kept);
}

/** File by file: through the log, as is usual, each page of some hundred tables would be written twice. */
async function clone(admin: pg.Client, name: string, template: string): Promise<void> {
  await admin.query(`create database ${name} template ${template} strategy file_copy`);
}

/** It has its name only when it is whole: what failed is made anew for the next file. */
async function prepare(admin: pg.Client, kept: string, make: Prepared['make']): Promise<void> {
  const half = `${kept}_half`;
  await admin.query(`drop database if exists ${half} with (force)`);
  await clone(admin, half, inject('template'));
  const shouwang = await openShouwang({ ...environment(half), SHOUWANG_DATA: folderOf(kept) });
  try {
    await make(shouwang);
    await tellOfDay(shouwang);
  } finally {
    await shouwang.close();
  }
  await admin.query(`alter database ${half} rename to ${kept}`);
}

/** As the first server on it does, once for all clones: the template has had its day when nothing was due yet. */
async function tellOfDay(shouwang: Shouwang): Promise<void> {
  await shouwang.db.bulk(systemActor('test'), async (tx) => {
    await tx.run(sql`delete from settings where key = 'messages.round'`);
    return { result: undefined, audit: [] };
  });
  await tendMessages({ clock: systemClock, keys: shouwang.keys }, shouwang.db, { dues });
}

async function connect(): Promise<pg.Client> {
  const admin = new pg.Client({ connectionString: inject('adminUrl') });
  await admin.connect();
  return admin;
}

/** A folder of its own: a starting program clears files away that it does not know. */
const folderOf = (database: string) => path.join(inject('dataFolder'), database);

const environment = (database: string) => ({
  SHOUWANG_DATA: folderOf(database),
  SHOUWANG_KEY_FILE: path.join(inject('dataFolder'), 'keys.json'),
  DATABASE_URL: withDatabase(inject('adminUrl'), database),
});

async function openClone(template: string): Promise<Shouwang> {
  const name = `shouwang_test_${process.pid}_${made++}`;
  const admin = await connect();
  await admin.query(`drop database if exists ${name} with (force)`);
  await clone(admin, name, template);
  if (existsSync(folderOf(template))) await cp(folderOf(template), folderOf(name), { recursive: true });
  const shouwang = await openShouwang(environment(name));
  return {
    ...shouwang,
    close: async () => {
      await shouwang.close();
      await rm(folderOf(name), { recursive: true, force: true });
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}

export type Identity = { role: Role; areaCode: number; department?: string };

/** Somebody signed in: the typed operations, and `get` for file routes. */
export type TestUser = {
  cookie: string;
  client: ContractRouterClient<typeof contract>;
  get: (path: string) => Promise<Response>;
  /** Sends a file and answers its id. */
  upload: (name: string, content: string | Uint8Array<ArrayBuffer>) => Promise<string>;
};

export type TestServer = {
  shouwang: Shouwang;
  api: Api;
  url: string;
  /** An account of this role and area, made on first use, signed in over HTTP. */
  as: (identity: Identity) => Promise<TestUser>;
  /** Makes it this moment for everything that has deadlines; without one, the real time again. */
  moveClock: (to?: Date) => void;
  /** Waits until no job of this key is queued or running. */
  jobDone: (key: string) => Promise<void>;
  close: () => Promise<void>;
};

const PASSWORD = 'caoyuan-2026';

/** Hashed so that it is verified at once: what makes a guess dear makes each of some thousand sign-ins dear. */
export function cheaply(password: string): Promise<string> {
  return hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });
}

/** The API over a fresh database, or a prepared one, on a port of its own. Errors come back as `ORPCError` with our body in `data.body`. */
export async function openTestServer(prepared?: Prepared): Promise<TestServer> {
  return serve(await (prepared ? openPrepared(prepared) : openTestDatabase()));
}

/** The same with a PostgreSQL of its own in a data folder, as a program that serves has it. */
export async function serveIn(dataFolder: string): Promise<TestServer> {
  return serve(await openShouwang({ SHOUWANG_DATA: dataFolder }, { onTaken: () => undefined }));
}

async function serve(shouwang: Shouwang): Promise<TestServer> {
  let moved: Date | undefined;
  // A test is busier than an office behind one address.
  const api = await openApi(shouwang, { logLevel: 'error', clock: () => moved ?? new Date(), limitFactor: 30 });
  const url = await api.http.listen({ host: '127.0.0.1', port: 0 });
  const users = new Map<string, Promise<TestUser>>();
  return {
    shouwang,
    api,
    url,
    as: (identity) => {
      const key = JSON.stringify(identity);
      const user = users.get(key) ?? signInAs(shouwang, url, { ...identity, username: `user${users.size}` });
      users.set(key, user);
      return user;
    },
    moveClock: (to) => {
      moved = to;
    },
    jobDone: async (key) => {
      while (api.services.jobs.progressOf(key)) await sleep(20);
    },
    close: async () => {
      await api.close();
      await shouwang.close();
    },
  };
}

async function signInAs(shouwang: Shouwang, url: string, given: Identity & { username: string }): Promise<TestUser> {
  const { username } = given;
  await createAccounts(shouwang.db, [{ ...given, name: `试用${username}` }], PASSWORD, false, cheaply);
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  if (!response.ok) throw new Error(`sign-in failed: ${await response.text()}`);
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const link = new OpenAPILink(contract, { url: `${url}/api`, headers: { cookie } });
  return {
    cookie,
    client: createORPCClient<ContractRouterClient<typeof contract>>(link),
    get: (path) => fetch(`${url}/api${path}`, { headers: { cookie } }),
    upload: async (name, content) => {
      const form = new FormData();
      form.append('file', new Blob([content]), name);
      const answer = await fetch(`${url}/api/uploads`, { method: 'POST', headers: { cookie }, body: form });
      const { fileId } = (await answer.json()) as { fileId: string };
      return fileId;
    },
  };
}

/** The code of the Problem a call was refused with; fails when it was not refused. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    return codeOf(error);
  }
  throw new Error('the call was not refused');
}

function codeOf(error: unknown): string {
  const { data, code } = error as { data?: { body?: { code?: string } }; code?: string };
  return data?.body?.code ?? code ?? String(error);
}
