// The daily round: what falls due tomorrow, what became late, what has come up a level since the last round, and the summary
// of what accounts wanted to hear once a day. Set-based, one transaction; a round that is repeated tells nothing twice.

import { sql } from 'kysely';
import { addDays, formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import { keepSetting, readSetting } from '../../../platform/server/settings.ts';
import { KEPT_DAYS } from '../domain/kinds.ts';
import { PLACES } from './places.ts';
import { tellDues } from './tell-dues.ts';

const LAST_ROUND = 'messages.round';
/** After a longer standstill what came up before is not told any more; lists show it. */
const MOST_DAYS_BACK = 7;

/**
 * Rows (kind, level, village_code) for every case a level is to be told of. `last` is the day of the round before: a case is
 * late since the day after its last day, and comes up a level after each escalation term.
 */
const events = (day: string, last: string) => sql`
  select 'due' as kind, c.turn as level, c.village_code from cases c where c.turn is not null and c.due_on = ${day}::date + 1
  union all
  select 'overdue', c.turn, c.village_code from cases c
    where c.turn is not null and c.due_on >= ${last}::date and c.due_on < ${day}::date
  union all
  select 'escalated', u.level, c.village_code from cases c
    join (values ('village', 'township', 1), ('village', 'county', 2), ('village', 'league', 3), ('township', 'county', 1),
      ('township', 'league', 2), ('county', 'league', 1)) u (turn, level, terms) on u.turn = c.turn
    where c.due_on < ${day}::date
      and c.due_on + c.escalate_days * u.terms > ${last}::date and c.due_on + c.escalate_days * u.terms <= ${day}::date`;

const PATHS = sql`(values ('due', '/cases?desk=soon'), ('overdue', '/cases?desk=late'), ('escalated', '/cases?desk=escalated'))`;

async function tellOfDay(tx: Tx, day: string, last: string): Promise<void> {
  await tx.run(sql`
    with told as (
      select e.kind, l.role, e.village_code / l.unit * l.unit as area_code, count(*)::int as n
      from (${events(day, last)}) e join ${PLACES} on l.level = e.level group by 1, 2, 3)
    insert into messages (account_id, kind, key, count, path, held)
    select p.account_id, t.kind, ${day}, sum(t.n)::int, w.path, coalesce(s.mode = 'daily', false)
    from told t join account_places p on p.role = t.role and p.area_code = t.area_code
    join ${PATHS} w (kind, path) on w.kind = t.kind
    left join message_settings s on s.account_id = p.account_id and s.kind = t.kind
    where coalesce(s.mode, '') <> 'off'
    group by p.account_id, t.kind, w.path, s.mode
    on conflict on constraint messages_once do nothing`);
}

/** What was kept back for the summary then stands in the list, read. */
async function summarise(tx: Tx, day: string): Promise<void> {
  await tx.run(sql`
    insert into messages (account_id, kind, key, count, facts, path)
    select account_id, 'summary', ${day}, sum(n)::int, jsonb_object_agg(kind, n), '/messages'
    from (select account_id, kind, sum(count)::int as n from messages where held group by 1, 2) h group by 1
    on conflict on constraint messages_once do nothing`);
  await tx.run(sql`update messages set held = false, read_at = now(), queued = true where held`);
}

async function forget(tx: Tx): Promise<void> {
  await tx.run(sql`delete from messages where at < now() - make_interval(days => ${sql.lit(KEPT_DAYS.all)})
    or read_at < now() - make_interval(days => ${sql.lit(KEPT_DAYS.read)})`);
  await tx.run(
    sql`delete from message_deliveries where at < now() - make_interval(days => ${sql.lit(KEPT_DAYS.read)})`,
  );
}

/** Less than the second after which PostgreSQL looks for two that wait for each other, and ends one of them. */
const GIVES_WAY_AFTER = '500ms';

/** Terms of registers to tell of, and whether what is old may be removed. */
export type Round = { dues?: readonly Due[]; mayForget?: boolean };

/** Once a day, the first time it is asked on that day; after a clock that ran ahead, as if it were the first. Answers whether there was a round. */
export async function goRound(
  db: Database,
  today: PlainDate,
  { dues = [], mayForget = true }: Round = {},
): Promise<boolean> {
  const earlier = await db.bulkRead((tx) => readSetting<PlainDate>(tx, LAST_ROUND));
  if (earlier === today) return false;
  const yesterday = addDays(today, -1);
  const last =
    earlier === undefined || earlier > today ? yesterday : Math.max(earlier, addDays(today, -MOST_DAYS_BACK));
  const day = formatDate(today);
  await db.bulk(systemActor('每日消息'), async (tx) => {
    // A first import holds whole tables: the round gives way to it before the two wait for each other, and comes again a minute later.
    await tx.script(`set local lock_timeout = '${GIVES_WAY_AFTER}'`);
    await tellOfDay(tx, day, formatDate(last));
    await tellDues(tx, dues, today, last);
    await summarise(tx, day);
    if (mayForget) await forget(tx);
    await keepSetting(tx, LAST_ROUND, today);
    return { result: undefined, audit: [] };
  });
  return true;
}
