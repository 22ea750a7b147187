// What a day of a member was, and the sheet of a month: pure functions over punches, approved leave, approved corrections and the
// calendar. What happened outweighs what was planned; what the township put right outweighs both.

import { ATTEND_KINDS, type AttendKind, COUNTING, type LeaveKind, type PunchKind } from './words.ts';

/** Days are ISO text, which compares as it reads. */
export type Spell = { from: string; through: string };
export type LeaveSpell = Spell & { kind: LeaveKind; returnedOn?: string | undefined };
export type DayPunch = { day: string; kind: PunchKind };
export type DayFix = { day: string; kind: AttendKind };

export type MemberMonth = {
  /** Spells in post, the last day counted. */
  posted: readonly Spell[];
  punches: readonly DayPunch[];
  /** Approved ones. */
  leaves: readonly LeaveSpell[];
  fixes: readonly DayFix[];
};

export type MonthDays = {
  days: readonly string[];
  isWorking: (day: string) => boolean;
  today: string;
  /** Days of the whole month, where `days` are only those so far. */
  length?: number;
};

/** The days of the month that begins on `first` (`2026-11-01`). */
export function daysOfMonth(first: string): string[] {
  const [year = 0, month = 1] = first.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length: last }, (_, i) => `${first.slice(0, 8)}${String(i + 1).padStart(2, '0')}`);
}

const covers = ({ from, through }: Spell, day: string) => from <= day && day <= through;

/** On the day of coming back a punch says that it was before work; without one it was still leave. */
function isAway({ returnedOn, ...spell }: LeaveSpell, day: string): boolean {
  return covers(spell, day) && (returnedOn === undefined || day <= returnedOn);
}

/** One day in the village tells more than two on the way. */
const TELLING: readonly PunchKind[] = ['in-village', 'camp', 'field'];

const OF_LEAVE: Partial<Record<LeaveKind, AttendKind>> = {
  training: 'training',
  'official-trip': 'official-trip',
  rest: 'rest',
};

/** Undefined: not in post, or not over and nothing known yet. */
export function dayKind(
  day: string,
  member: MemberMonth,
  { isWorking, today }: Omit<MonthDays, 'days'>,
): AttendKind | undefined {
  if (!member.posted.some((spell) => covers(spell, day))) return undefined;
  const fix = member.fixes.find((each) => each.day === day);
  if (fix) return fix.kind;
  const punched = TELLING.find((kind) => member.punches.some((punch) => punch.day === day && punch.kind === kind));
  if (punched) return punched;
  const leave = member.leaves.find((each) => isAway(each, day));
  if (leave) return OF_LEAVE[leave.kind] ?? 'leave';
  if (!isWorking(day)) return 'holiday';
  return day < today ? 'absent' : undefined;
}

export type MonthLine = {
  cells: (AttendKind | undefined)[];
  counts: Record<AttendKind, number>;
  /** 在岗天数. */
  inPost: number;
  /** What the month asks of the days in post. */
  required: number;
};

const NOTHING = Object.fromEntries(Object.keys(ATTEND_KINDS).map((kind) => [kind, 0])) as Record<AttendKind, number>;

/** `monthDays`: asked of a whole month; of a part of it as much less. */
export function monthLine(member: MemberMonth, month: MonthDays, monthDays: number): MonthLine {
  const cells = month.days.map((day) => dayKind(day, member, month));
  const counts = { ...NOTHING };
  for (const cell of cells) if (cell) counts[cell] += 1;
  const posted = month.days.filter((day) => member.posted.some((spell) => covers(spell, day))).length;
  return {
    cells,
    counts,
    inPost: COUNTING.reduce((sum, kind) => sum + counts[kind], 0),
    required: Math.floor((monthDays * posted) / (month.length ?? month.days.length)),
  };
}

/** Whole days of a leave, both ends counted. */
export function leaveDays({ from, through }: Spell): number {
  return Math.round((Date.parse(through) - Date.parse(from)) / 86_400_000) + 1;
}
