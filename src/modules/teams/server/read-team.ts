// One team: its members and their month, its camps, what it lacks, its tasks, its diaries. And one member's month, day by day.

import { sql } from 'kysely';
import { addMonths, firstOfMonth, formatDate, type PlainDate, parseDate, yearOf } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { namesOf, rangeAsked } from '../../regions/server/index.ts';
import { daysOfMonth, monthLine } from '../domain/attendance.ts';
import { repeats } from '../domain/diary.ts';
import type { PunchConcern, PunchKind } from '../domain/words.ts';
import { readTasks } from './evidence.ts';
import { type Loaded, loadMembers, type Span, workingDays } from './members.ts';
import { readGaps } from './read-gaps.ts';
import { lineOf, monthDays } from './read-sheet.ts';
import { teamSettings } from './settings.ts';
import { visitedHouseholds } from './visited.ts';

const SHOWN_DIARIES = 20;
/** So far back an earlier diary is compared. */
const COMPARED_MONTHS = 3;

type DiaryRow = { cadreNumber: string; name: string; day: string; items: string; issues: string | null; late: boolean };

/** Diaries of a span with what is doubtful of them: written late, or another one again. */
async function readDiaries(tx: Tx, { village, number }: { village: number; number?: string }, { from, through }: Span) {
  const of = (await teamSettings.inForce(tx, through))(village);
  const since = formatDate(addMonths(parseDate(from), -COMPARED_MONTHS));
  const rows = await tx.rows(sql<DiaryRow>`
    select t.cadre_number, coalesce(c.name, t.cadre_number) as name, t.diary_day::text as day, t.items, t.issues,
      (t.recorded_at at time zone 'Asia/Shanghai')::date > t.diary_day + ${of('diary.late')}::int as late
    from team_diaries t left join cadres c on c.number = t.cadre_number and not c.voided
    where not t.voided and t.place_code = ${village} and t.diary_day between ${since}::date and ${through}::date
      and ${number === undefined ? sql`true` : sql`t.cadre_number = ${number}`}
    order by t.diary_day desc, t.id desc limit 500`);
  const own = Map.groupBy(rows, ({ cadreNumber }) => cadreNumber);
  return rows
    .filter(({ day }) => day >= from)
    .map(({ issues, ...diary }) => {
      const same = repeats(diary, own.get(diary.cadreNumber) ?? [], of('diary.same'));
      return {
        ...diary,
        ...(issues === null ? {} : { issues }),
        ...(same ? { repeats: `${same.day}，${same.same}%` } : {}),
      };
    });
}

const MONTHS = (from: number, until: number) => (from === 1 && until === 12 ? '全年' : `${from} 月到 ${until} 月`);

async function readCamps(tx: Tx, village: number) {
  const rows = await tx.rows(sql<{
    name: string;
    kind: string;
    fromMonth: number;
    untilMonth: number;
    radiusKm: number;
    filed: boolean;
  }>`
    select t.name, t.camp_kind as kind, t.from_month, t.until_month, t.radius_km::float8 as radius_km, t.filed_on is not null as filed
    from team_camps t where t.place_code = ${village} and not t.voided and t.closed_on is null order by t.number limit 50`);
  return rows.map(({ fromMonth, untilMonth, ...camp }) => ({ ...camp, months: MONTHS(fromMonth, untilMonth) }));
}

/** Throws `teams.village-not-found`. */
export async function readTeam(tx: Tx, { village }: { village: number }, today: PlainDate) {
  const range = await rangeAsked(tx, village);
  if (range.low !== range.high) throw new Problem('teams.village-not-found');
  const month = formatDate(firstOfMonth(today));
  const asOf = formatDate(today);
  const days = await monthDays(tx, month, today);
  const span = { from: month, through: days.days.at(-1) ?? month };
  const members = await loadMembers(tx, range, span);
  const of = (await teamSettings.inForce(tx, asOf))(village);
  const names = await namesOf(tx, [village, Math.floor(village / 1000) * 1000]);
  const year = yearOf(today);
  const { gaps } = await readGaps(tx, range, asOf);
  const diaries = await readDiaries(tx, { village }, { from: formatDate(addMonths(today, -1)), through: asOf });
  return {
    village: {
      code: village,
      name: names.get(village) ?? '',
      townshipName: names.get(Math.floor(village / 1000) * 1000) ?? '',
    },
    asOf,
    year,
    members: members.map((member) => lineOf(member, days, of('month.days'))),
    days: days.days.map((day) => ({ day, isWorking: days.isWorking(day) })),
    camps: await readCamps(tx, village),
    gaps,
    tasks: (await readTasks(tx, range, year, asOf))(village),
    diaries: diaries.slice(0, SHOWN_DIARIES).map(({ issues: _issues, ...diary }) => diary),
    confirmed: await tx.rows(sql<{
      month: string;
      on: string;
    }>`select t.month::text as month, t.confirmed_on::text as "on" from team_months t
      where not t.voided and t.place_code = ${village} order by t.month desc limit 12`),
  };
}

type PunchRow = {
  day: string;
  at: string;
  arrivedAt: string;
  kind: PunchKind;
  camp: string | null;
  placed: boolean;
  note: string;
  concerns: PunchConcern[];
};

async function readPunches(tx: Tx, number: string, { from, through }: Span) {
  const rows = await tx.rows(sql<PunchRow>`
    select p.day::text as day, p.at, p.arrived_at, p.kind, c.name as camp, p.is_placed as placed, p.note, p.concerns from team_punches p
    left join team_camps c on c.number = p.camp_number and not c.voided
    where p.cadre_number = ${number} and p.day between ${from}::date and ${through}::date
      and p.village_code between ${tx.actor.range.low} and ${tx.actor.range.high} order by p.at limit 500`);
  return Map.groupBy(
    rows.map(({ camp, ...punch }) => ({ ...punch, ...(camp === null ? {} : { camp }) })),
    ({ day }) => day,
  );
}

/** Days of the year so far, by the same rules as a month. */
export function yearLine(
  member: Loaded,
  days: readonly string[],
  isWorking: (day: string) => boolean,
  ofYear: { today: string; required: number; length: number },
) {
  const { today, required, length } = ofYear;
  return monthLine(member.facts, { days, isWorking, today, length }, required);
}

/** The days of the year up to a day, ISO. */
export function daysOfYear(asOf: string): string[] {
  const months = Array.from({ length: 12 }, (_, i) => `${asOf.slice(0, 4)}-${String(i + 1).padStart(2, '0')}-01`);
  return months.flatMap(daysOfMonth).filter((day) => day <= asOf);
}

/** Throws `teams.member-not-found`. */
export async function readMember(tx: Tx, asked: { cadreNumber: string; month?: string | undefined }, today: PlainDate) {
  const asOf = formatDate(today);
  const month = asked.month ?? formatDate(firstOfMonth(today));
  const days = await monthDays(tx, month, today);
  const span = { from: month, through: days.days.at(-1) ?? month };
  const range = tx.actor.range;
  const [member] = (await loadMembers(tx, range, span, asked.cadreNumber)).slice(-1);
  if (!member) throw new Problem('teams.member-not-found');
  const of = (await teamSettings.inForce(tx, asOf))(member.villageCode);
  const year = { from: `${asOf.slice(0, 4)}-01-01`, through: asOf };
  const [ofYear = member] = (await loadMembers(tx, range, year, asked.cadreNumber)).slice(-1);
  const line = yearLine(ofYear, daysOfYear(asOf), await workingDays(tx, parseDate(year.from)), {
    ...{ today: asOf, required: of('year.days'), length: daysOfYear(`${asOf.slice(0, 4)}-12-31`).length },
  });
  const punches = await readPunches(tx, asked.cadreNumber, span);
  const visited = await visitedHouseholds(tx, member, span);
  const diaries = new Map(
    (await readDiaries(tx, { village: member.villageCode, number: asked.cadreNumber }, span)).map((diary) => [
      diary.day,
      diary,
    ]),
  );
  const { cells, ...told } = lineOf(member, days, of('month.days'));
  return {
    ...told,
    cells,
    month,
    asOf,
    ...{ yearDays: line.inPost, yearRequired: line.required, absentDays: line.counts.absent },
    days: days.days.map((day, i) => {
      const diary = diaries.get(day);
      const kind = cells[i];
      return {
        ...{ day, isWorking: days.isWorking(day) },
        ...(kind ? { kind } : {}),
        punches: (punches.get(day) ?? []).map(({ day: _day, ...punch }) => punch),
        ...(diary ? { diary } : {}),
        visited: (visited.get(day) ?? []).map(({ household, what }) => ({ household, what })),
      };
    }),
  };
}
