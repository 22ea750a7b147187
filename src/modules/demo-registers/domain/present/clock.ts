// Days counted from the day on which the demonstration is made.

export type Clock = {
  today: string;
  year: number;
  /** ISO, so many days after today; before it where negative. */
  day: (days: number) => string;
  /** `2026-10`, so many months after this one. */
  month: (months: number) => string;
  /** A day of another month that has come: the 20th, or today in this one. */
  inMonth: (months: number) => string;
};

const DAY = 86_400_000;
const isoOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** `today`: ISO. The same day gives the same rows. */
export function clockOf(today: string): Clock {
  const base = Date.parse(today);
  const [year = 0, month = 1] = today.split('-').map(Number);
  const monthOf = (months: number) => isoOf(Date.UTC(year, month - 1 + months, 1)).slice(0, 7);
  return {
    ...{ today, year, month: monthOf },
    day: (days) => isoOf(base + days * DAY),
    inMonth: (months) => (months === 0 ? today : `${monthOf(months)}-20`),
  };
}
