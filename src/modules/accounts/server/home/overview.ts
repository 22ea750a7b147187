// What auditors and administrators begin their day with: numbers of the area they look after.

import { sql } from 'kysely';
import type { Role } from '../../../../kernel/operation.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { SIGN_IN_POLICY } from '../../domain/sign-in-policy.ts';

const DAYS = 7;
const MOST = 20;
/** Hours of the region's clock in which offices work. */
const FROM = 7;
const TO = 20;

type HandedOut = { accountName: string; role: Role; reveals: number; exports: number; offHours: number; last: string };

/** Who saw full numbers (`unmask`) and took lists out (`export`, `download`) within seven days, the most first. */
export function handedOut(tx: Tx): Promise<HandedOut[]> {
  const { low, high } = tx.actor.range;
  return tx.rows(sql<HandedOut>`
    select account_name, role, count(*) filter (where operation ~ '[.]unmask')::int as reveals,
      count(*) filter (where operation !~ '[.]unmask')::int as exports,
      count(*) filter (where extract(isodow from local) = 7 or extract(hour from local) not between ${FROM} and ${TO - 1})::int
        as off_hours, max(at) as last
    from (select *, at at time zone 'Asia/Shanghai' as local from audit_entries
      where at > now() - make_interval(days => ${DAYS}) and region_code between ${low} and ${high}
        and operation ~ '[.](unmask|export|download)' and account_id > 0) e
    group by account_id, account_name, role order by count(*) desc, account_id limit ${MOST}`);
}

type AccountCounts = { active: number; signedIn: number; locked: number; unused: number; disabled: number };

export async function countAccounts(tx: Tx): Promise<AccountCounts> {
  const row = await tx.first(sql<AccountCounts>`
    select count(*) filter (where a.disabled_at is null)::int as active, count(*) filter (where a.disabled_at is not null)::int as disabled,
      count(*) filter (where a.disabled_at is null and a.must_change_password)::int as unused,
      count(*) filter (where exists (select from sessions s where s.account_id = a.id and s.expires_at > now()
        and s.last_seen_at > now() - make_interval(mins => ${sql.lit(SIGN_IN_POLICY.idleMinutes)})))::int as signed_in,
      count(*) filter (where exists (select from sign_in_attempts t where t.account_id = a.id and t.tries >= t.most
        and t.at > now() - make_interval(mins => ${sql.lit(SIGN_IN_POLICY.lockMinutes)})))::int as locked
    from accounts a where a.area_code between ${tx.actor.range.low} and ${tx.actor.range.high}`);
  return row ?? { active: 0, signedIn: 0, locked: 0, unused: 0, disabled: 0 };
}
