// A case as the fold sees it: its row, its actions with their sealed details opened, the templates it began with.

import { sql } from 'kysely';
import { parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Keys, open } from '../../../platform/server/keys.ts';
import type { Calendar } from '../../process/domain/calendar.ts';
import type { CaseAction, Kind } from '../domain/actions.ts';
import type { CaseKey } from '../domain/addresses.ts';
import { type FoldContext, foldCase } from '../domain/fold.ts';
import type { Standing } from '../domain/standing.ts';
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

/** The row; with `lock` nobody else changes the case until the transaction ends. */
async function findCase(tx: Tx, { countyCode, id }: CaseKey, lock: boolean): Promise<CaseRow> {
  const row = await tx.first(sql<CaseRow>`
    select c.county_code, c.id, c.household_id, c.village_code, c.channel, c.version, c.state, c.previous_id,
      h.kind = 'lifted' as lifted, h.number as household_number
    from cases c join households h on h.county_code = c.county_code and h.id = c.household_id
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
