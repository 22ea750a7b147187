// Lists of clues: filtered, searched by name, place, number or receipt.

import { type RawBuilder, sql } from 'kysely';
import { formatDate, type Period, periodOf } from '../../../kernel/plain-date.ts';
import { readReceipt } from '../../../kernel/receipt.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Keys, open } from '../../../platform/server/keys.ts';
import { type Page, placesBy } from '../../../platform/server/lists/place.ts';
import { nameText, placeText } from '../../households/server/index.ts';
import type { ClueFigure, ClueFilter } from '../domain/clue-filter.ts';
import type { ClueRow, ClueSecret } from './clues.ts';
import type { CluesHooks } from './hooks.ts';
import { receiptKey } from './receipt-key.ts';

/** Holds on `c`, a clue. Not every clue names a household of the registry. */
function clueText(tx: Tx, keys: Keys, text: string): RawBuilder<unknown> {
  const receipt = readReceipt(text);
  if (receipt !== undefined) return sql`c.receipt_key = ${receiptKey(keys, receipt)}`;
  return sql`(${nameText(sql.raw('c.person_name'), text)} or ${placeText(tx, text)}
    or exists (select from households h where h.county_code = c.county_code and h.id = c.household_id
      and (h.number = ${text} or ${nameText(sql.raw('h.head_name'), text)})))`;
}

/** Holds on `c`, a row of clues. */
export function clueFigureCondition(figure: ClueFigure, { from, to }: Period): RawBuilder<unknown> {
  const received = sql`c.received_on between ${formatDate(from)}::date and ${formatDate(to)}::date`;
  return figure === 'handled' ? sql`${received} and c.state <> 'open'` : received;
}

export type ListedClue = ClueRow & {
  householdNumber: string | null;
  villageName: string;
  townshipName: string;
  countyName: string;
  caseId: number | null;
  openCaseId: number | null;
  warningId: number | null;
  sealed: Buffer;
};

/** Columns of `ListedClue`, with `fromClues`. */
export const selectClues = ({
  caseUnderWay,
}: CluesHooks) => sql`select c.county_code, c.id, c.household_id, h.number as household_number, c.village_code,
  coalesce(v.name, '') as village_name, coalesce(t.name, '') as township_name,
  coalesce(n.name, '') as county_name, c.channel, c.state, c.received_on, c.person_name,
  c.account_name, c.case_id, ${caseUnderWay()} as open_case_id, c.warning_id, c.sealed`;
export const fromClues = sql`from clues c
  left join households h on h.county_code = c.county_code and h.id = c.household_id
  left join regions v on v.code = c.village_code left join regions t on t.code = v.parent_code
  left join regions n on n.code = t.parent_code`;

export function presentClue(keys: Keys, row: ListedClue) {
  const { sealed, householdId, householdNumber, caseId, openCaseId, warningId, ...clue } = row;
  return {
    ...clue,
    ...(householdId === null ? {} : { householdId }),
    ...(householdNumber === null ? {} : { householdNumber }),
    ...(caseId === null ? {} : { caseId }),
    ...(openCaseId === null ? {} : { openCaseId }),
    ...(warningId === null ? {} : { warningId }),
    text: (JSON.parse(open(keys, sealed)) as ClueSecret).text,
  };
}

const places = placesBy('day', 'int8');

type ListingClues = { keys: Keys; hooks: CluesHooks; range: RegionRange };

/** Newest first. */
export async function listClues(
  tx: Tx,
  { keys, hooks, range }: ListingClues,
  filter: ClueFilter,
  { cursor, limit }: Page,
) {
  const at = places.read(cursor);
  const where = sql.join(
    [
      sql`c.village_code between ${range.low} and ${range.high}`,
      ...(filter.state ? [sql`c.state = ${filter.state}`] : []),
      ...(filter.channel ? [sql`c.channel = ${filter.channel}`] : []),
      ...(filter.text ? [clueText(tx, keys, filter.text)] : []),
      ...(filter.figure ? [clueFigureCondition(filter.figure, periodOf(filter.from, filter.to))] : []),
    ],
    sql` and `,
  );
  const rows = await tx.rows(sql<ListedClue>`
    ${selectClues(hooks)} ${fromClues}
    where ${where} ${at ? sql`and (c.received_on, c.id) < (${at[0]}::date, ${at[1]}::bigint)` : sql``}
    order by c.received_on desc, c.id desc limit ${limit + 1}`);
  const total = await tx.first(sql<{ n: number }>`select count(*)::int as n from clues c where ${where}`);
  const { shown, ...next } = places.page(rows, limit, ({ receivedOn, id }) => [receivedOn, id]);
  return {
    items: shown.map((clue) => presentClue(keys, clue)),
    total: total?.n ?? 0,
    ...next,
  };
}

/** Clues of an area that nobody has settled yet. */
export async function countOpenClues(tx: Tx, { low, high }: RegionRange): Promise<number> {
  const row = await tx.first(sql<{ n: number }>`
    select count(*)::int as n from clues where state = 'open' and village_code between ${low} and ${high}`);
  return row?.n ?? 0;
}
