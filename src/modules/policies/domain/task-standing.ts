// How a task stands on a day: it follows from its days and the last report, never from what somebody typed as 进展 (registers §0.3 G1).

import { addDays, formatDate, parseDate } from '../../../kernel/plain-date.ts';
import type { Frequency, PROGRESS } from './task-words.ts';

export const STANDINGS = [
  'late',
  'blocked',
  'due-soon',
  'under-way',
  'not-due',
  'done-late',
  'done',
  'cancelled',
] as const;
export type Standing = (typeof STANDINGS)[number];

export const STANDING_NAMES: Record<Standing, string> = {
  late: '逾期',
  blocked: '受阻',
  'due-soon': '快到期',
  'under-way': '进行中',
  'not-due': '未开始',
  'done-late': '逾期完成',
  done: '按期完成',
  cancelled: '已取消',
};

/** Days are ISO texts. `said`: the progress of the newest report, else of the row. */
export type TaskDays = {
  startedOn: string;
  dueOn: string;
  completedOn?: string | undefined;
  said?: keyof typeof PROGRESS | undefined;
};

/** `on` and so many days later, ISO. */
export function daysAfter(on: string, days: number): string {
  return formatDate(addDays(parseDate(on), days));
}

/** What was completed after the day that is asked about was not completed then. */
export function standingOf({ startedOn, dueOn, completedOn, said }: TaskDays, on: string, soonDays: number): Standing {
  if (said === 'cancelled') return 'cancelled';
  if (completedOn !== undefined && completedOn <= on) return completedOn > dueOn ? 'done-late' : 'done';
  if (dueOn < on) return 'late';
  if (said === 'blocked') return 'blocked';
  if (startedOn > on) return 'not-due';
  return dueOn <= daysAfter(on, soonDays) ? 'due-soon' : 'under-way';
}

/** A period of a report as it is written, and its last day. */
export type Period = { name: string; through: string };

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

const MONTHS: Record<Exclude<Frequency, 'once'>, number> = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 };

function nameOf(frequency: Exclude<Frequency, 'once'>, year: number, part: number): string {
  if (frequency === 'monthly') return `${year}-${String(part).padStart(2, '0')}`;
  if (frequency === 'quarterly') return `${year}-Q${part}`;
  return frequency === 'half-yearly' ? `${year}-H${part}` : String(year);
}

/** The newest period that is over by the day and lies in the task's time; nothing before the first is over. */
export function periodOver(task: TaskDays & { frequency?: Frequency | undefined }, on: string): Period | undefined {
  const { frequency, startedOn, dueOn, completedOn } = task;
  if (frequency === undefined || task.said === 'cancelled') return undefined;
  const ended = completedOn !== undefined && completedOn < dueOn ? completedOn : dueOn;
  if (frequency === 'once') return dueOn < on ? { name: '一次', through: dueOn } : undefined;
  const months = MONTHS[frequency];
  // The period of the day or, of a task that is over, that of its end; while it runs, the one before.
  const at = on < ended ? on : ended;
  let year = Number(at.slice(0, 4));
  let part = Math.ceil(Number(at.slice(5, 7)) / months);
  if (lastDay(year, part * months) >= on) part -= 1;
  if (part === 0) [year, part] = [year - 1, 12 / months];
  const through = lastDay(year, part * months);
  return through < startedOn ? undefined : { name: nameOf(frequency, year, part), through };
}
