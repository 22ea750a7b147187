// Rounds that reach into an area, with how far they are there.

import { type RawBuilder, sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import { stateOf } from '../../../kernel/register/states.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { getRegion, rangeAsked } from '../../regions/server/index.ts';
import { SWEEP_STATES } from '../domain/sweep-states.ts';
import type { SweepKind } from '../domain/words.ts';
import { surveyShown, sweepSettings } from './settings.ts';
import '../domain/problems.ts';

const MOST_ROUNDS = 40;

export type SweepRow = {
  id: number;
  number: string;
  name: string;
  kind: SweepKind;
  year: number;
  quarter: string;
  regionCode: number;
  regionName: string;
  startsOn: string;
  endsOn: string;
  issuedOn?: string;
  recheckedFrom?: string;
  closedOn?: string;
  documentNo?: string;
  townshipPercent: number;
  countyPercent: number;
  leaguePercent: number;
  listedFor?: string;
};
export type Round = SweepRow & { state: string };

const COLUMNS = sql`s.id, s.number, s.name, s.kind, s.year, s.quarter, s.region_code, coalesce(r.name, '') as region_name,
  s.starts_on::text as starts_on, s.ends_on::text as ends_on, s.issued_on::text as issued_on, s.rechecked_from::text as rechecked_from,
  s.closed_on::text as closed_on, s.document_no, s.township_percent, s.county_percent, s.league_percent,
  (select min(f.listed_for)::text from sweep_refreshes f where f.sweep_id = s.id) as listed_for`;

/** Sums over rows `v` of villages. */
export const VILLAGE_SUMS = sql.raw(
  [
    ...['items', 'done', 'away', 'not_met', 'in_person', 'late', 'clues', 'dept_issues', 'data_issues'],
    ...['unassigned', 'rechecked', 'inconsistent'],
  ]
    .map((column) => `coalesce(sum(v.${column}), 0)::int as ${column}`)
    .join(', '),
);

export type Counts = {
  items: number;
  done: number;
  away: number;
  notMet: number;
  inPerson: number;
  late: number;
  clues: number;
  deptIssues: number;
  dataIssues: number;
  unassigned: number;
  rechecked: number;
  inconsistent: number;
};

const withState = (row: SweepRow): Round => {
  const told = withoutNulls(row);
  return { ...told, state: stateOf(SWEEP_STATES, told) };
};

/** Rounds that `where` picks of `s`. */
async function readRows(tx: Tx, where: RawBuilder<unknown>, most: number): Promise<Round[]> {
  const rows = await tx.rows(sql<SweepRow>`select ${COLUMNS} from sweeps s left join regions r on r.code = s.region_code
    where not s.voided and ${where} order by s.starts_on desc, s.id desc limit ${most}`);
  return rows.map(withState);
}

/** By its number, or its id where a record names it. Throws `sweeps.not-found`. */
export async function getRound(tx: Tx, key: number | string): Promise<Round> {
  const [round] = await readRows(tx, typeof key === 'number' ? sql`s.id = ${key}` : sql`s.number = ${key}`, 1);
  if (!round) throw new Problem('sweeps.not-found');
  return round;
}

/** A round in which visits and rechecks are written down. Throws `sweeps.not-found`, `sweeps.not-running`. */
export async function runningRound(tx: Tx, key: number | string): Promise<Round & { issuedOn: string }> {
  const round = await getRound(tx, key);
  const { issuedOn, closedOn } = round;
  if (issuedOn === undefined || closedOn !== undefined) throw new Problem('sweeps.not-running');
  return { ...round, issuedOn };
}

/** Issued and not closed: their lists are kept up to date. */
export const openRounds = (tx: Tx) => readRows(tx, sql`s.issued_on is not null and s.closed_on is null`, MOST_ROUNDS);

export async function countsOf(tx: Tx, id: number, { low, high }: RegionRange): Promise<Counts> {
  const counts = await tx.first(sql<Counts>`select ${VILLAGE_SUMS} from sweep_villages v
    where v.sweep_id = ${id} and v.village_code between ${low} and ${high}`);
  if (!counts) throw new Error('sums are always there');
  return counts;
}

export async function readRounds(tx: Tx, asked: { area?: number | undefined }, today: PlainDate) {
  const range = await rangeAsked(tx, asked.area);
  const area = await getRegion(tx, asked.area ?? tx.actor.areaCode);
  const on = formatDate(today);
  // Of the area itself, of those above it, and of those below.
  const rows = await readRows(
    tx,
    sql`(s.region_code between ${range.low} and ${range.high} or ${range.low}::bigint between s.region_code and region_high(s.region_code))`,
    MOST_ROUNDS,
  );
  const rounds = [];
  for (const row of rows) rounds.push({ ...row, ...(await countsOf(tx, row.id, range)) });
  return {
    ...{ asOf: on, areaName: area.name, rounds },
    settings: await sweepSettings.shown(tx, area.code, on),
    survey: await surveyShown(tx, area.code, on),
  };
}
