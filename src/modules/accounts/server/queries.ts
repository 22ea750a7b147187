// SQL on accounts and the audit trail. Row-level security holds back what is outside the actor's area.

import { sql } from 'kysely';
import type { Role } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionLevel, RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import '../domain/problems.ts';
import { FALLBACK_POLICY, needsFactor } from '../domain/security-policy.ts';
import { SIGN_IN_POLICY } from '../domain/sign-in-policy.ts';
import { readPolicy } from './policy.ts';

export type Account = {
  id: number;
  username: string;
  name: string;
  role: Role;
  areaCode: number;
  areaName: string;
  moreAreas: { code: number; name: string }[];
  department: string;
  disabled: boolean;
  locked: boolean;
  mustChangePassword: boolean;
  hasFactor: boolean;
  lastSignInAt?: string;
};

const MORE_AREAS = sql`coalesce((select json_agg(json_build_object('code', x.area_code, 'name', xr.name) order by x.area_code)
  from account_areas x join regions xr on xr.code = x.area_code where x.account_id = a.id), '[]')`;

const ACCOUNT = sql`a.id, a.username, a.name, a.role, a.area_code, r.name as area_name, ${MORE_AREAS} as more_areas, a.department,
  a.disabled_at is not null as disabled, exists (select from sign_in_attempts t where t.account_id = a.id and t.tries >= t.most
    and t.at > now() - make_interval(mins => ${sql.lit(SIGN_IN_POLICY.lockMinutes)})) as locked, a.must_change_password, has_factor(a.id) as has_factor,
  a.last_sign_in_at`;

type Row = Account & { lastSignInAt: string | null };

function toAccount({ lastSignInAt, ...account }: Row): Account {
  return lastSignInAt ? { ...account, lastSignInAt } : account;
}

export async function getAccount(tx: Tx, id: number): Promise<Account> {
  const row = await tx.first(
    sql<Row>`select ${ACCOUNT} from accounts a join regions r on r.code = a.area_code where a.id = ${id}`,
  );
  if (!row) throw new Problem('accounts.not-found');
  return toAccount(row);
}

/** Those of the names that are taken, as far as the actor sees. */
export async function findUsernames(tx: Tx, usernames: readonly string[]): Promise<string[]> {
  const rows = await tx.rows(sql<{ username: string }>`
    select username from accounts where username = any(${[...usernames]}::text[])`);
  return rows.map(({ username }) => username);
}

export type AccountFilter = {
  text?: string | undefined;
  role?: Role | undefined;
  state?: 'active' | 'disabled' | undefined;
  range: RegionRange;
  after: number;
  limit: number;
};

export async function listAccounts(tx: Tx, filter: AccountFilter): Promise<{ items: Account[]; total: number }> {
  const { text, role, state, range } = filter;
  const where = sql`a.area_code between ${range.low} and ${range.high}
    and (${role ?? null}::text is null or a.role = ${role ?? null})
    and (${state ?? null}::text is null or (a.disabled_at is not null) = (${state ?? null} = 'disabled'))
    and (${text ?? null}::text is null or strpos(a.name, ${text ?? ''}) > 0 or strpos(a.username, lower(${text ?? ''})) > 0)`;
  const items = await tx.rows(sql<Row>`
    select ${ACCOUNT} from accounts a join regions r on r.code = a.area_code
    where ${where} and a.id > ${filter.after} order by a.id limit ${filter.limit}`);
  const count = await tx.first(sql<{ total: number }>`select count(*)::int as total from accounts a where ${where}`);
  return { items: items.map(toAccount), total: count?.total ?? 0 };
}

export type NewAccount = {
  username: string;
  name: string;
  role: Role;
  areaCode: number;
  department: string;
  passwordHash: string;
  mustChangePassword: boolean;
  /** Not that of the first administrator: nobody could give another one. */
  firstPasswordExpires: boolean;
};

const FIRST_PASSWORD_UNTIL = sql`now() + make_interval(days => coalesce((select value from security_policy
  where key = 'firstPasswordDays'), ${sql.lit(FALLBACK_POLICY.firstPasswordDays)}))`;

export async function insertAccount(tx: Tx, account: NewAccount): Promise<number> {
  const row = await tx.first(sql<{ id: number }>`
    insert into accounts (username, name, role, area_code, department, password_hash, must_change_password,
      first_password_until)
    values (${account.username}, ${account.name}, ${account.role}, ${account.areaCode}, ${account.department},
      ${account.passwordHash}, ${account.mustChangePassword}, ${account.firstPasswordExpires ? FIRST_PASSWORD_UNTIL : null})
    on conflict on constraint accounts_username do nothing returning id`);
  if (!row) throw new Problem('accounts.username-taken', { username: account.username });
  await rememberPassword(tx, row.id, account.passwordHash);
  return row.id;
}

export async function updateAccount(tx: Tx, account: Omit<Account, 'moreAreas'>): Promise<void> {
  await tx.run(sql`update accounts set name = ${account.name}, role = ${account.role}, area_code = ${account.areaCode},
    department = ${account.department},
    disabled_at = case when ${account.disabled} then coalesce(disabled_at, now()) end where id = ${account.id}`);
}

/** Sets a new password and lifts a lock. */
export async function setPassword(tx: Tx, id: number, passwordHash: string, mustChange: boolean): Promise<void> {
  await tx.run(sql`update accounts set password_hash = ${passwordHash}, must_change_password = ${mustChange},
    first_password_until = ${mustChange ? FIRST_PASSWORD_UNTIL : null} where id = ${id}`);
  await rememberPassword(tx, id, passwordHash);
  await tx.run(sql`delete from sign_in_attempts where account_id = ${id}`);
}

async function rememberPassword(tx: Tx, id: number, passwordHash: string): Promise<void> {
  await tx.run(sql`insert into password_history (account_id, password_hash) values (${id}, ${passwordHash})`);
}

type ViewerRow = {
  username: string;
  mustChangePassword: boolean;
  mustEnrol: boolean;
  passwordLength: number;
  watermark: boolean;
  previousSignInAt: string | null;
  regionName: string;
  level: RegionLevel;
};

type Place = { code: number; name: string };

/** The account that acts, in the area of its session. */
export async function getViewer(tx: Tx): Promise<ViewerRow & { areas: Place[] }> {
  const { accountId, areaCode } = tx.actor;
  const row = await tx.first(sql<
    Omit<ViewerRow, 'mustEnrol' | 'passwordLength' | 'watermark'> & {
      ownArea: Place[];
      moreAreas: Place[];
      hasFactor: boolean;
    }
  >`
    select a.username, has_factor(a.id) as has_factor, a.must_change_password, a.previous_sign_in_at, r.name as region_name, r.level,
      json_build_array(json_build_object('code', own.code, 'name', own.name)) as own_area, ${MORE_AREAS} as more_areas
    from accounts a join regions r on r.code = ${areaCode} join regions own on own.code = a.area_code
    where a.id = ${accountId}`);
  if (!row) throw new Problem('accounts.not-found');
  const { ownArea, moreAreas, hasFactor, ...viewer } = row;
  const { secondFactor, passwordLength, watermark } = await readPolicy(tx);
  const mustEnrol = !hasFactor && needsFactor(tx.actor.role as Role, secondFactor);
  return { ...viewer, mustEnrol, passwordLength, watermark: watermark === 1, areas: [...ownArea, ...moreAreas] };
}

export type AuditFilter = {
  account?: string | undefined;
  operations?: string[] | undefined;
  householdId?: number | undefined;
  householdIds?: number[] | undefined;
  personId?: number | undefined;
  from?: string | undefined;
  to?: string | undefined;
  range: RegionRange;
  before: number;
  limit: number;
};

export type AuditRow = {
  id: number;
  at: string;
  accountId: number;
  accountName: string;
  role: string;
  ip: string;
  requestId: string;
  operation: string;
  subjectKind: string;
  subjectId: string;
  regionCode: number;
  regionName: string;
  householdId: number | null;
  personId: number | null;
  reason: string | null;
  before: unknown;
  after: unknown;
};

/** Newest first. Days are those of the region's clock (Asia/Shanghai), both included. */
export async function searchAudit(tx: Tx, filter: AuditFilter): Promise<AuditRow[]> {
  const day = (value: string | undefined, plus: number) =>
    value ? sql`((${value}::date + ${sql.lit(plus)})::timestamp at time zone 'Asia/Shanghai')` : undefined;
  const from = day(filter.from, 0);
  const to = day(filter.to, 1);
  const conditions = [
    sql`e.id < ${filter.before} and e.region_code between ${filter.range.low} and ${filter.range.high}`,
    ...(filter.account
      ? [
          sql`(e.account_name = ${filter.account} or e.account_id in (select id from accounts where username = ${filter.account.toLowerCase()}))`,
        ]
      : []),
    ...(filter.operations ? [sql`e.operation = any(${filter.operations}::text[])`] : []),
    ...(filter.householdId ? [sql`e.household_id = ${filter.householdId}`] : []),
    ...(filter.householdIds ? [sql`e.household_id = any(${filter.householdIds}::bigint[])`] : []),
    ...(filter.personId ? [sql`e.person_id = ${filter.personId}`] : []),
    ...(from ? [sql`e.at >= ${from}`] : []),
    ...(to ? [sql`e.at < ${to}`] : []),
  ];
  return tx.rows(sql<AuditRow>`
    select e.id, e.at, e.account_id, e.account_name, e.role, e.ip, e.request_id, e.operation, e.subject_kind,
      e.subject_id, e.region_code, coalesce(r.name, '') as region_name, e.household_id, e.person_id, e.reason, e.before, e.after
    from audit_entries e left join regions r on r.code = e.region_code
    where ${sql.join(conditions, sql` and `)} order by e.id desc limit ${filter.limit}`);
}
