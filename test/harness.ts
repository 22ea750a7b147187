// What a test file needs: a database of its own, cloned from the template; and the API over it, with people signed in.

import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import pg from 'pg';
import { inject } from 'vitest';
import { type Api, openApi } from '../src/app/api.ts';
import { contract } from '../src/app/contract.ts';
import { openShouwang, type Shouwang } from '../src/app/open-shouwang.ts';
import type { Role } from '../src/kernel/operation.ts';
import { createAccounts } from '../src/modules/accounts/server/index.ts';
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
  // A folder of its own too: a starting program clears files away that it does not know.
  const dataFolder = path.join(inject('dataFolder'), name);
  const shouwang = await openShouwang({
    SHOUWANG_DATA: dataFolder,
    SHOUWANG_KEY_FILE: path.join(inject('dataFolder'), 'keys.json'),
    DATABASE_URL: withDatabase(adminUrl, name),
  });
  return {
    ...shouwang,
    close: async () => {
      await shouwang.close();
      await rm(dataFolder, { recursive: true, force: true });
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

/** The API over a fresh database, on a port of its own. Errors come back as `ORPCError` with our body in `data.body`. */
export async function openTestServer(): Promise<TestServer> {
  return serve(await openTestDatabase());
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
  await createAccounts(shouwang.db, [{ ...given, name: `试用${username}` }], PASSWORD, false);
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
