// A bad row never stops a file; a file that is hardly anything but bad rows is another file than was meant, and keeping
// every one of its rows would cost more than the rows of all good files together.

import { Problem } from '../../../kernel/problem.ts';
import './problems.ts';

/** A transform leaves the rest of a chunk unread from here on: no table has so many rows in so few bytes. */
export const MOST_BAD_IN_CHUNK = 100_000;

const MOST_BAD = 100_000;

type Counts = Readonly<Record<string, number>>;

/** What transforms call rows that do not come in; all other counts of rows are of good ones. */
const BAD = ['quarantined', 'refused'];
/** Counts that are told and are not of rows: what was no record, and good rows with something lost. */
const NOTES = ['skipped', 'lost'];

/** Rows read, good and bad. */
export function rowsOf(counts: Counts): number {
  return Object.entries(counts).reduce((sum, [name, count]) => (NOTES.includes(name) ? sum : sum + count), 0);
}

function badOf(counts: Counts): number {
  return BAD.reduce((sum, name) => sum + (counts[name] ?? 0), 0);
}

/** Throws `tables.mostly-bad` where bad rows are very many and more than good ones. */
export function refuseFlood(chunk: Counts, totals: Counts): void {
  const bad = badOf(totals);
  const good = rowsOf(totals) - bad;
  const isFlood = badOf(chunk) >= MOST_BAD_IN_CHUNK || (bad > MOST_BAD && bad > good);
  if (isFlood) throw new Problem('tables.mostly-bad', { rows: good + bad, bad });
}
