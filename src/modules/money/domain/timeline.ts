// Projects of a year on a line of months. Pure: where a span of days stands on it, and whether a project is late on a day.

const MS_A_DAY = 86_400_000;

export type Planned = {
  plannedStart?: string | undefined;
  plannedFinish?: string | undefined;
  startedOn?: string | undefined;
  finishedOn?: string | undefined;
};

/** Late where a planned day is over without what it was planned for, ISO days. */
export function isLate({ plannedStart, plannedFinish, startedOn, finishedOn }: Planned, on: string): boolean {
  if (finishedOn) return false;
  if (plannedFinish && plannedFinish < on) return true;
  return !startedOn && plannedStart !== undefined && plannedStart < on;
}

/** The months shown, `2022-03`: from the first to the last day that any project names, at least the year; two years at most. */
export function monthsOf(year: number, projects: readonly Planned[]): string[] {
  const days = projects.flatMap((one) => [one.plannedStart, one.plannedFinish, one.startedOn, one.finishedOn]);
  const months = days.flatMap((day) => (day ? [day.slice(0, 7)] : [])).sort();
  const between = (least: string, month: string | undefined, most: string) =>
    month === undefined || month < least ? least : month > most ? most : month;
  const from = between(`${year - 1}-01`, months[0] ?? `${year}-01`, `${year}-01`);
  const until = between(`${year}-12`, months.at(-1), `${year + 1}-12`);
  const shown: string[] = [];
  for (let at = from; at <= until; at = monthAfter(at)) shown.push(at);
  return shown;
}

function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** A span as parts of the whole line, 0 to 1; nothing where it does not touch the months shown. The last day is included. */
export function spanOf(
  months: readonly string[],
  from: string | undefined,
  until: string | undefined,
): { left: number; width: number } | undefined {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last || !from || !until || until < from) return undefined;
  const start = Date.parse(`${first}-01`);
  const length = Date.parse(`${monthAfter(last)}-01`) - start;
  const left = Math.max(0, Date.parse(from) - start) / length;
  const right = Math.min(length, Date.parse(until) + MS_A_DAY - start) / length;
  return right > left && left < 1 ? { left, width: right - left } : undefined;
}
