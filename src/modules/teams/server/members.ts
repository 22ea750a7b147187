// Who is posted where, with what tells their days: postings, punches, approved leave and corrections of a span of days. Set-based; the
// rules of a day are those of `domain/attendance.ts` and stand nowhere else.

import { sql } from 'kysely';
import { formatDate, type PlainDate, parseDate } from '../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { isWorkingDay } from '../../process/domain/calendar.ts';
import { loadCalendar } from '../../process/server/index.ts';
import type { DayFix, DayPunch, LeaveSpell, MemberMonth } from '../domain/attendance.ts';
import type { AttendKind, LeaveKind, Post, PunchKind } from '../domain/words.ts';

/** Members of the whole region, and some. */
const MOST_MEMBERS = 40_000;

export type Span = { from: string; through: string };
export type Member = {
  cadreNumber: string;
  name: string;
  villageCode: number;
  villageName: string;
  townshipName: string;
  post: Post;
  sendingUnit?: string;
  appointedOn: string;
  leftOn?: string;
};
/** `unexplained`: days with a punch outside every camp that has no reason. */
export type Loaded = Member & { facts: MemberMonth; unexplained: Set<string> };

/** Whether a day, ISO, is worked, by the calendar of working days. */
export async function workingDays(tx: Tx, from: PlainDate): Promise<(day: string) => boolean> {
  const calendar = await loadCalendar(tx, from);
  return (day) => isWorkingDay(parseDate(day), calendar);
}

type PostingRow = Member & { from: string; through: string };

/** A row for every spell of a posting that reaches into the span; on the day somebody leaves the post is free. */
async function readPostings(tx: Tx, { low, high }: RegionRange, { from, through }: Span, number?: string) {
  const rows = await tx.rows(sql<PostingRow>`
    select t.cadre_number, coalesce(c.name, t.cadre_number) as name, t.village_code, coalesce(v.name, '') as village_name,
      coalesce(w.name, '') as township_name, t.status as post, coalesce(t.sending_unit, c.organisation_name) as sending_unit,
      t.appointed_on::text as appointed_on, t.left_on::text as left_on,
      greatest(t.appointed_on, ${from}::date)::text as "from", least(coalesce(t.left_on - 1, ${through}::date), ${through}::date)::text as through
    from team_postings t left join cadres c on c.number = t.cadre_number and not c.voided
    left join regions v on v.code = t.village_code left join regions w on w.code = t.village_code / 1000 * 1000
    where not t.voided and t.place_code between ${low} and ${high} and t.appointed_on <= ${through}::date
      and (t.left_on is null or t.left_on > ${from}::date) and ${number === undefined ? sql`true` : sql`t.cadre_number = ${number}`}
    order by t.village_code, array_position(array['first-secretary', 'team-leader', 'member'], t.status), t.cadre_number limit ${MOST_MEMBERS}`);
  return rows.map(withoutNulls) as PostingRow[];
}

type Days = { cadreNumber: string; days: string[]; unexplained: string[] };
type LeaveRow = { cadreNumber: string; kind: LeaveKind; from: string; through: string; returnedOn: string | null };
type FixRow = { cadreNumber: string; day: string; kind: AttendKind };

async function readFacts(tx: Tx, { from, through }: Span, numbers: readonly string[] | undefined) {
  // Of a few their index is asked; of an area everything in it, which row-level security holds to the area.
  const ofThem = numbers === undefined ? sql`true` : sql`t.cadre_number = any(${numbers}::text[])`;
  const inArea = sql`t.place_code between ${tx.actor.range.low} and ${tx.actor.range.high}`;
  const punches = await tx.rows(sql<Days>`
    select t.cadre_number, array_agg(distinct t.day::text || ' ' || t.kind) as days,
      coalesce(array_agg(distinct t.day::text) filter (where 'no-reason' = any(t.concerns)), '{}') as unexplained
    from team_punches t where t.day between ${from}::date and ${through}::date and ${ofThem}
      and t.village_code between ${tx.actor.range.low} and ${tx.actor.range.high} group by 1 limit ${MOST_MEMBERS}`);
  const leaves = await tx.rows(sql<LeaveRow>`
    select t.cadre_number, t.leave_kind as kind, t.from_on::text as "from", t.through_on::text as through, t.returned_on::text as returned_on
    from team_leaves t where not t.voided and t.approved_on is not null and t.from_on <= ${through}::date and t.through_on >= ${from}::date
      and ${inArea} and ${ofThem} order by t.id limit ${MOST_MEMBERS}`);
  const fixes = await tx.rows(sql<FixRow>`
    select t.cadre_number, t.fixed_day::text as day, t.attend_kind as kind from team_fixes t where not t.voided and t.approved_on is not null
      and t.fixed_day between ${from}::date and ${through}::date and ${inArea} and ${ofThem} order by t.id limit ${MOST_MEMBERS * 4}`);
  return { punches, leaves, fixes };
}

const punchOf = (text: string): DayPunch => ({ day: text.slice(0, 10), kind: text.slice(11) as PunchKind });

function listed<Row extends { cadreNumber: string }, Item>(rows: readonly Row[], itemOf: (row: Row) => Item) {
  const found = new Map<string, Item[]>();
  for (const row of rows) found.set(row.cadreNumber, [...(found.get(row.cadreNumber) ?? []), itemOf(row)]);
  return found;
}

const leaveOf = ({ kind, from, through, returnedOn }: LeaveRow): LeaveSpell => ({
  ...{ kind, from, through },
  ...(returnedOn === null ? {} : { returnedOn }),
});

/** One for each member and village, the first secretary of a village first. `number`: of this one alone. */
export async function loadMembers(tx: Tx, range: RegionRange, span: Span, number?: string): Promise<Loaded[]> {
  const postings = await readPostings(tx, range, span, number);
  const { low, high } = tx.actor.range;
  const isAll = number === undefined && range.low <= low && range.high >= high;
  const { punches, leaves, fixes } = await readFacts(
    tx,
    span,
    isAll ? undefined : [...new Set(postings.map(({ cadreNumber }) => cadreNumber))],
  );
  const punched = new Map(punches.map((each) => [each.cadreNumber, each]));
  const away = listed(leaves, leaveOf);
  const fixed = listed(fixes, ({ day, kind }): DayFix => ({ day, kind }));
  const members = new Map<string, Loaded>();
  for (const { from, through, ...member } of postings) {
    const key = `${member.cadreNumber} ${member.villageCode}`;
    const { days = [], unexplained = [] } = punched.get(member.cadreNumber) ?? {};
    const facts: MemberMonth = {
      posted: [...(members.get(key)?.facts.posted ?? []), { from, through }],
      punches: days.map(punchOf),
      leaves: away.get(member.cadreNumber) ?? [],
      fixes: fixed.get(member.cadreNumber) ?? [],
    };
    members.set(key, { ...member, facts, unexplained: new Set(unexplained) });
  }
  return [...members.values()];
}

/** The posting of whoever acts, on a day: by the name of the account, in its area. Undefined where there is none, or two of one name. */
export async function ownPosting(
  tx: Tx,
  day: string,
): Promise<{ cadreNumber: string; villageCode: number } | undefined> {
  const { low, high } = tx.actor.range;
  const rows = await tx.rows(sql<{ cadreNumber: string; villageCode: number }>`
    select distinct t.cadre_number, t.village_code from team_postings t join cadres c on c.number = t.cadre_number and not c.voided
    where not t.voided and t.place_code between ${low} and ${high} and c.name = ${tx.actor.name}
      and t.appointed_on <= ${day}::date and (t.left_on is null or t.left_on > ${day}::date) order by 1, 2 limit 2`);
  return rows.length === 1 ? rows[0] : undefined;
}

export const isoOf = (day: PlainDate) => formatDate(day);
