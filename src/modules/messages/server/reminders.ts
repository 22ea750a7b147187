// 催办 and 督办: given by a level above to whoever has to act on a case, answered by that level, seen on the case.

import { type RawBuilder, sql } from 'kysely';
import type { Role } from '../../../kernel/operation.ts';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { readIdCursor } from '../../../platform/server/lists/id-cursor.ts';
import { casePath } from '../../cases/domain/addresses.ts';
import type { Turn } from '../../process/domain/steps.ts';
import { areaAsked } from '../../regions/server/index.ts';
import { MOST_REMINDED } from '../domain/contract.ts';
import '../domain/problems.ts';
import { type ReminderKind, ROLE_OF_TURN, remindableTurns, TURN_OF_ROLE } from '../domain/reminders.ts';
import { tell } from './tell.ts';

type Key = { countyCode: number; id: number };
type Given = { kind: ReminderKind; note: string };
type Reminded = Key & { caseId: number; villageCode: number; turn: Turn };

const OF_THE_DAY = sql`interval '1 day'`;

/** `which` holds on `c`, a row of cases. Cases that nobody below has to act on, or that were reminded just now, are left out. */
async function insertReminders(tx: Tx, { kind, note }: Given, which: RawBuilder<unknown>): Promise<Reminded[]> {
  const { accountId, name, role } = tx.actor;
  return tx.rows(sql<Reminded>`
    insert into reminders (county_code, case_id, village_code, kind, turn, note, by_account, by_name, by_role)
    select c.county_code, c.id, c.village_code, ${kind}, c.turn, ${note}, ${accountId}, ${name}, ${role}
    from cases c where ${which} and c.turn = any(${[...remindableTurns(role)]}::text[])
      and not exists (select from reminders r where r.county_code = c.county_code and r.case_id = c.id
        and r.by_account = ${accountId} and r.kind = ${kind} and r.replied_at is null and r.at > now() - ${OF_THE_DAY})
    order by c.due_on limit ${MOST_REMINDED}
    returning county_code, id, case_id, village_code, turn`);
}

async function remindWhere(tx: Tx, given: Given, which: RawBuilder<unknown>): Promise<Outcome<{ count: number }>> {
  const reminded = await insertReminders(tx, given, which);
  if (reminded.length === 0) throw new Problem('messages.not-remindable');
  await tell(
    tx,
    reminded.map(({ countyCode, id, caseId, villageCode, turn }) => ({
      kind: 'reminded' as const,
      key: `reminder:${countyCode}-${id}`,
      regionCode: villageCode,
      roles: [ROLE_OF_TURN[turn]],
      countyCode,
      caseId,
      facts: { by: tx.actor.name, reminder: given.kind },
      path: casePath({ countyCode, id: caseId }),
    })),
  );
  const audit = reminded.map(({ countyCode, caseId, villageCode }) => ({
    operation: 'messages.remind',
    subjectKind: 'case',
    subjectId: `${countyCode}-${caseId}`,
    regionCode: villageCode,
    after: given,
  }));
  return { result: { count: reminded.length }, audit };
}

export function remindCases(tx: Tx, given: Given, cases: readonly Key[]): Promise<Outcome<{ count: number }>> {
  return remindWhere(
    tx,
    given,
    sql`(c.county_code, c.id) in (select * from unnest(${cases.map(({ countyCode }) => countyCode)}::int[],
      ${cases.map(({ id }) => id)}::bigint[]))`,
  );
}

const lateIn = ({ low, high }: RegionRange, today: PlainDate) =>
  sql`c.village_code between ${low} and ${high} and c.due_on < ${formatDate(today)}::date`;

export function remindArea(tx: Tx, given: Given, range: RegionRange, today: PlainDate) {
  return remindWhere(tx, given, lateIn(range, today));
}

type LateArea = { code: number; name: string; late: number; oldestDays: number; reminded: number };

/** Regions shown side by side: of a county its townships, of what lies above it the counties. */
const UNIT = { 'autonomous-region': 1e6, prefecture: 1e6, county: 1e3, township: 1, village: 1 } as const;

export async function lateByArea(tx: Tx, area: number | undefined, today: PlainDate): Promise<LateArea[]> {
  const { level, ...range } = await areaAsked(tx, area);
  const unit = sql.lit(UNIT[level]);
  return tx.rows(sql<LateArea>`
    select r.code, r.name, l.late, l.oldest_days, l.reminded from (
      select c.village_code / ${unit} * ${unit} as code, count(*)::int as late,
        max(${formatDate(today)}::date - c.due_on) as oldest_days,
        count(*) filter (where exists (select from reminders r where r.county_code = c.county_code and r.case_id = c.id
          and r.replied_at is null))::int as reminded
      from cases c where ${lateIn(range, today)} and c.turn = any(${[...remindableTurns(tx.actor.role)]}::text[])
      group by 1) l join regions r on r.code = l.code order by l.late desc, r.code limit 200`);
}

type Row = {
  countyCode: number;
  id: number;
  caseId: number;
  kind: ReminderKind;
  turn: Turn;
  note: string;
  byName: string;
  at: string;
  reply: string | null;
  repliedBy: string | null;
  repliedAt: string | null;
  headName: string;
  villageName: string;
  townshipName: string;
  countyName: string;
};

const COLUMNS = sql`select r.county_code, r.id, r.case_id, r.kind, r.turn, r.note, r.by_name, r.at, r.reply, r.replied_by,
    r.replied_at, h.head_name, coalesce(v.name, '') as village_name, coalesce(t.name, '') as township_name,
    coalesce(n.name, '') as county_name
  from reminders r join cases c on c.county_code = r.county_code and c.id = r.case_id
  join households h on h.county_code = c.county_code and h.id = c.household_id
  left join regions v on v.code = r.village_code left join regions t on t.code = v.parent_code
  left join regions n on n.code = t.parent_code`;

const present =
  (tx: Tx) =>
  ({ reply, repliedBy, repliedAt, ...row }: Row) => ({
    ...row,
    ...(reply === null ? {} : { reply }),
    ...(repliedBy === null ? {} : { repliedBy }),
    ...(repliedAt === null ? {} : { repliedAt }),
    mine: TURN_OF_ROLE[tx.actor.role as Role] === row.turn,
  });

type Asked = {
  side: 'to-answer' | 'given' | 'all';
  state?: 'open' | 'answered' | undefined;
  cursor?: string | undefined;
  limit: number;
};

/** The newest first. */
export async function listReminders(tx: Tx, { low, high }: RegionRange, { side, state, cursor, limit }: Asked) {
  const before = readIdCursor(cursor) ?? Number.MAX_SAFE_INTEGER;
  const ofSide = {
    'to-answer': sql`and r.turn = ${TURN_OF_ROLE[tx.actor.role as Role] ?? ''}`,
    given: sql`and r.by_account = ${tx.actor.accountId}`,
    all: sql``,
  }[side];
  const rows = await tx.rows(sql<Row>`${COLUMNS}
    where r.village_code between ${low} and ${high} and r.id < ${before} ${ofSide}
      ${state ? sql`and (r.replied_at is null) = ${state === 'open'}` : sql``}
    order by r.id desc limit ${limit + 1}`);
  const items = rows.slice(0, limit).map(present(tx));
  return { items, ...(rows.length > limit ? { next: String(items.at(-1)?.id) } : {}) };
}

export async function listRemindersOfCase(tx: Tx, { countyCode, id }: Key) {
  const rows = await tx.rows(sql<Row>`${COLUMNS}
    where r.county_code = ${countyCode} and r.case_id = ${id} order by r.id desc limit 100`);
  return rows.map(present(tx));
}

type Open = { caseId: number; villageCode: number; turn: Turn; byAccount: number; isOpen: boolean };

export async function answerReminder(
  tx: Tx,
  { countyCode, id, reply }: Key & { reply: string },
): Promise<Outcome<Record<string, never>>> {
  const found = await tx.first(sql<Open>`select case_id, village_code, turn, by_account, replied_at is null as is_open
    from reminders where county_code = ${countyCode} and id = ${id} for update`);
  if (!found) throw new Problem('messages.reminder-not-found');
  if (TURN_OF_ROLE[tx.actor.role as Role] !== found.turn) throw new Problem('messages.not-yours-to-answer');
  if (!found.isOpen) throw new Problem('messages.answered');
  await tx.run(sql`update reminders set reply = ${reply}, replied_by = ${tx.actor.name}, replied_at = now()
    where county_code = ${countyCode} and id = ${id}`);
  await tell(tx, [
    {
      kind: 'answered',
      key: `reminder:${countyCode}-${id}`,
      regionCode: found.villageCode,
      accountId: found.byAccount,
      countyCode,
      caseId: found.caseId,
      facts: { by: tx.actor.name },
      path: casePath({ countyCode, id: found.caseId }),
    },
  ]);
  const audit = {
    operation: 'messages.answer',
    subjectKind: 'case',
    subjectId: `${countyCode}-${found.caseId}`,
    regionCode: found.villageCode,
    after: { reply },
  };
  return { result: {}, audit };
}
