// A case as the fold sees it: its row, its actions with their sealed details opened, the templates it began with.

import { sql } from 'kysely';
import { parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Keys, open } from '../../../platform/server/keys.ts';
import type { Calendar } from '../../process/domain/calendar.ts';
import type { CaseAction, Kind } from '../domain/actions.ts';
import type { CaseKey } from '../domain/addresses.ts';
import type { FoldContext } from '../domain/days-of-case.ts';
import { foldCase } from '../domain/fold.ts';
import type { Standing } from '../domain/standing.ts';
import type { Category } from '../domain/words.ts';
import '../domain/problems.ts';
import { loadCalendar, loadTemplates } from '../../process/server/index.ts';

export type CaseRow = CaseKey & {
  householdId: number;
  villageCode: number;
  channel: 'self' | 'visit' | 'department' | 'social';
  version: number;
  state: Standing['state'];
  previousId: number | null;
  lifted: boolean;
  /** What the registry says of the household. */
  category: Category | null;
  cleared: boolean;
  headName: string;
  householdNumber: string;
};

export type ActionRow = {
  seq: number;
  kind: Kind;
  onDate: string;
  at: string;
  accountName: string;
  role: string;
  sealed: Buffer;
};

export type LoadedCase = { row: CaseRow; actions: CaseAction[]; standing: Standing; calendar: Calendar };

const CASE_ROW =
  sql.raw(`c.county_code, c.id, c.household_id, c.village_code, c.channel, c.version, c.state, c.previous_id,
  h.kind = 'lifted' as lifted, h.monitoring_category as category, h.risk_cleared as cleared, h.head_name,
  h.number as household_number`);
const CASE_ROW_JOIN = sql.raw('join households h on h.county_code = c.county_code and h.id = c.household_id');

/** The row; with `lock` nobody else changes the case until the transaction ends. */
async function findCase(tx: Tx, { countyCode, id }: CaseKey, lock: boolean): Promise<CaseRow> {
  const row = await tx.first(sql<CaseRow>`
    select ${CASE_ROW} from cases c ${CASE_ROW_JOIN}
    where c.county_code = ${countyCode} and c.id = ${id} ${lock ? sql`for update of c` : sql``}`);
  if (!row) throw new Problem('cases.not-found');
  return row;
}

/** An action is what was checked when it was recorded; it is not checked again with the rules of today. */
export function readAction(keys: Keys, row: ActionRow): CaseAction {
  const { seq, kind, onDate, at, accountName, role, sealed } = row;
  const detail: unknown = JSON.parse(open(keys, sealed));
  return { seq, kind, on: parseDate(onDate), at, by: accountName, role, detail } as CaseAction;
}

async function listActions(tx: Tx, keys: Keys, { countyCode, id }: CaseKey): Promise<CaseAction[]> {
  const rows = await tx.rows(sql<ActionRow>`
    select seq, kind, on_date, at, account_name, role, sealed from case_actions
    where county_code = ${countyCode} and case_id = ${id} order by seq limit 2000`);
  return rows.map((row) => readAction(keys, row));
}

export const caseName = ({ countyCode, id }: CaseKey) => `${countyCode}-${id}`;

/** Those of many cases in one read, by `caseName`. */
export async function actionsOfCases(
  tx: Tx,
  keys: Keys,
  cases: readonly CaseKey[],
): Promise<Map<string, CaseAction[]>> {
  const rows = await tx.rows(sql<ActionRow & { countyCode: number; caseId: number }>`
    select a.county_code, a.case_id, a.seq, a.kind, a.on_date, a.at, a.account_name, a.role, a.sealed
    from case_actions a
    join unnest(${cases.map(({ countyCode }) => countyCode)}::int[], ${cases.map(({ id }) => id)}::bigint[])
      as k (county_code, id) on a.county_code = k.county_code and a.case_id = k.id
    order by a.county_code, a.case_id, a.seq`);
  const grouped = Map.groupBy(rows, ({ countyCode, caseId: id }) => caseName({ countyCode, id }));
  return new Map([...grouped].map(([name, own]) => [name, own.map((row) => readAction(keys, row))]));
}

/** No term of a case begins before its first action. */
function loadCalendarOf(tx: Tx, actions: readonly CaseAction[]): Promise<Calendar> {
  const [first, ...rest] = actions.map(({ on }) => on);
  return first === undefined ? loadCalendar(tx) : loadCalendar(tx, Math.min(first, ...rest));
}

/** What actions are folded with: the templates they name, and the calendar of now where none is given. */
export async function foldContextOf(tx: Tx, actions: readonly CaseAction[], calendar?: Calendar): Promise<FoldContext> {
  const ids = actions.flatMap((action) =>
    action.kind === 'open' || action.kind === 'start-clearing' ? [action.detail.templateId] : [],
  );
  return { templateOf: await loadTemplates(tx, ids), calendar: calendar ?? (await loadCalendarOf(tx, actions)) };
}

export async function foldActions(tx: Tx, actions: readonly CaseAction[], calendar?: Calendar): Promise<Standing> {
  return foldCase(actions, await foldContextOf(tx, actions, calendar));
}

export async function loadCase(tx: Tx, keys: Keys, key: CaseKey, lock = false): Promise<LoadedCase> {
  const row = await findCase(tx, key, lock);
  const actions = await listActions(tx, keys, key);
  const calendar = await loadCalendarOf(tx, actions);
  return { row, actions, standing: await foldActions(tx, actions, calendar), calendar };
}

/** Many cases with a handful of reads, in the order asked for; those that are not there, or not in the area, are left out. */
export async function loadCases(tx: Tx, keys: Keys, cases: readonly CaseKey[]): Promise<LoadedCase[]> {
  if (cases.length === 0) return [];
  const rows = await tx.rows(sql<CaseRow>`
    select ${CASE_ROW} from unnest(${cases.map(({ countyCode }) => countyCode)}::int[],
      ${cases.map(({ id }) => id)}::bigint[]) with ordinality as k (county_code, id, place)
    join cases c on c.county_code = k.county_code and c.id = k.id ${CASE_ROW_JOIN} order by k.place`);
  const actions = await actionsOfCases(tx, keys, rows);
  const context = await foldContextOf(tx, [...actions.values()].flat());
  return rows.map((row) => {
    const own = actions.get(caseName(row)) ?? [];
    return { row, actions: own, standing: foldCase(own, context), calendar: context.calendar };
  });
}
