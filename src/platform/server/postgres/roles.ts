// Who may log in to the own cluster. Everybody by password; the program owns its database without being a superuser, who only
// starts and keeps the cluster. Clusters made before trusted the socket, and their database belonged to the superuser.

import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import type { Place } from './place.ts';

export const SUPERUSER = 'shouwang';
export const OWNER = 'shouwang_owner';
export const DATABASE = 'shouwang';

type Passwords = Record<typeof SUPERUSER | typeof OWNER, string>;

const BY_PASSWORD = 'local all all scram-sha-256\n';
/** For as long as it takes to set passwords anew, where their file was lost. */
const TRUSTING = 'local all all trust\n';

function fileOf(place: Place): string {
  return path.join(place.folder, 'passwords.json');
}

const hbaOf = (place: Place) => path.join(place.cluster, 'pg_hba.conf');

/** The cluster's passwords; made where there are none. */
export function passwordsOf(place: Place): Passwords {
  const file = fileOf(place);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  const made = { [SUPERUSER]: randomBytes(24).toString('base64url'), [OWNER]: randomBytes(24).toString('base64url') };
  writeFileSync(file, `${JSON.stringify(made)}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  if (existsSync(hbaOf(place))) writeFileSync(hbaOf(place), TRUSTING);
  return made as Passwords;
}

export function urlOf(place: Place, role: typeof SUPERUSER | typeof OWNER, database: string): string {
  return `postgresql://${role}:${passwordsOf(place)[role]}@/${database}?host=${encodeURIComponent(place.socket)}`;
}

/** In the database `postgres`: roles and passwords; then nobody is trusted any more. */
export async function setRoles(client: pg.Client, place: Place): Promise<void> {
  const passwords = passwordsOf(place);
  const isKnown = async (role: string) =>
    (await client.query('select from pg_roles where rolname = $1', [role])).rowCount === 1;
  if (!(await isKnown(OWNER))) await client.query(`create role ${OWNER} nosuperuser createrole`);
  if (readFileSync(hbaOf(place), 'utf8') !== BY_PASSWORD) {
    await client.query(`alter role ${SUPERUSER} password '${passwords[SUPERUSER]}'`);
    await client.query(`alter role ${OWNER} login password '${passwords[OWNER]}'`);
    writeFileSync(hbaOf(place), BY_PASSWORD);
    await client.query('select pg_reload_conf()');
  }
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER}`);
}

/** In the product's database: everything in it is the owner's, who must hold the application role too. */
export const HAND_OVER = `
  do $$
  declare found record;
  begin
    if not exists (select from pg_database where datname = current_database() and datdba <> '${OWNER}'::regrole) then return; end if;
    for found in select format('alter table %s owner to ${OWNER}', c.oid::regclass) as statement from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i') and c.relkind = 'S')
      union all
      select format('alter function %s owner to ${OWNER}', p.oid::regprocedure) from pg_proc p
      where p.pronamespace = 'public'::regnamespace loop
      execute found.statement;
    end loop;
    if exists (select from pg_roles where rolname = 'shouwang_app') then
      grant shouwang_app to ${OWNER} with admin option;
    end if;
    execute format('alter database %I owner to ${OWNER}', current_database());
  end $$`;
