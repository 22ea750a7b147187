// The application role's own login. Users' transactions run on connections of their own, as a role that owns nothing: whatever
// a statement says, there is nobody to go back to.

import { createHmac } from 'node:crypto';
import pg from 'pg';
import { defineProblems, Problem } from '../../../kernel/problem.ts';
import type { Keys } from '../keys.ts';

defineProblems({
  'database.app-login': {
    kind: 'unavailable',
    sentence: () =>
      '应用角色 shouwang_app 不能登录数据库。请让 DATABASE_URL 中的角色可以修改它（createrole），并允许它以密码（scram-sha-256）登录。',
  },
});

export const APP_ROLE = 'shouwang_app';
/** Wrong password, no such login, not allowed by pg_hba.conf. */
const REFUSED = /^28/;

/** Follows from the key file, so that it stands nowhere. */
function passwordOf(keys: Keys): string {
  return createHmac('sha256', keys.index).update('login of shouwang_app').digest('base64url');
}

function asApp(url: string, password: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/)(?:[^@/?]*@)?/, `$1${APP_ROLE}:${password}@`);
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function mayLogIn(url: string): Promise<boolean> {
  try {
    await (await connect(url)).end();
    return true;
  } catch (error) {
    if (REFUSED.test((error as { code?: string }).code ?? '')) return false;
    throw error;
  }
}

/** The address under which the application role logs in; its password is set where it is another. Throws `database.app-login`. */
export async function openAppLogin(url: string, keys: Keys): Promise<string> {
  const password = passwordOf(keys);
  const own = asApp(url, password);
  if (await mayLogIn(own)) return own;
  const owner = await connect(url);
  try {
    await owner.query(`alter role ${APP_ROLE} with login password '${password}'`);
  } catch {
    throw new Problem('database.app-login');
  } finally {
    await owner.end();
  }
  if (!(await mayLogIn(own))) throw new Problem('database.app-login');
  return own;
}
