// Clues: recorded, put aside with a reason, or made a case. Their text and phone are sealed; a clue of a household that has
// a case under way goes there.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { type Keys, open, seal } from '../../../platform/server/keys.ts';
import type { ClueFilter } from '../domain/contract.ts';
import type { Channel } from '../domain/words.ts';
import '../domain/problems.ts';
import { type Page, placesBy } from '../../../platform/server/lists/place.ts';
import { clueFigureCondition, periodOf } from './lists/figure-conditions.ts';
import { clueText } from './lists/find-text.ts';

/** What is sealed of a clue; a declaration seals more with it. */
export type ClueSecret = {
  text: string;
  /** What stood there before it was corrected, the newest first. */
  earlier?: readonly { text: string; at: string; by: string; reason: string }[];
};

export type NewClue = {
  countyCode: number;
  villageCode: number;
  householdId?: number;
  channel: Channel;
  receivedOn: PlainDate;
  personName: string;
  secret: ClueSecret;
  warningId?: number;
  receiptKey?: Buffer;
  files?: readonly object[];
};

/** Writes a clue; one of a warning that has one already is not written twice. Answers its id, or undefined then. */
export async function insertClue(tx: Tx, keys: Keys, clue: NewClue): Promise<number | undefined> {
  const row = await tx.first(sql<{ id: number }>`
    insert into clues (county_code, household_id, village_code, channel, received_on, person_name, sealed, warning_id,
      receipt_key, files, account_id, account_name)
    values (${clue.countyCode}, ${clue.householdId ?? null}, ${clue.villageCode}, ${clue.channel},
      ${formatDate(clue.receivedOn)}::date, ${clue.personName}, ${seal(keys, JSON.stringify(clue.secret))},
      ${clue.warningId ?? null}, ${clue.receiptKey ?? null}, ${JSON.stringify(clue.files ?? [])}::jsonb,
      ${tx.actor.accountId}, ${tx.actor.name})
    on conflict (county_code, warning_id) where warning_id is not null do nothing returning id`);
  return row?.id;
}

type Household = { countyCode: number; id: number; villageCode: number; headName: string };

export async function findHousehold(tx: Tx, countyCode: number, id: number): Promise<Household> {
  const household = await tx.first(sql<Household>`select county_code, id, village_code, head_name from households
    where county_code = ${countyCode} and id = ${id} and valid_to is null`);
  if (!household) throw new Problem('households.not-found');
  return household;
}

type GivenClue = { countyCode: number; householdId: number; channel: Channel; receivedOn: PlainDate; text: string };

/** A clue that somebody of the offices or the village heard of. */
export async function addClue(
  tx: Tx,
  keys: Keys,
  given: GivenClue,
  today: PlainDate,
): Promise<Outcome<{ id: number }>> {
  if (given.receivedOn > today) throw new Problem('cases.day-in-future', { day: given.receivedOn });
  const household = await findHousehold(tx, given.countyCode, given.householdId);
  const { countyCode, villageCode, headName } = household;
  const id =
    (await insertClue(tx, keys, {
      countyCode,
      villageCode,
      householdId: household.id,
      channel: given.channel,
      receivedOn: given.receivedOn,
      personName: headName,
      secret: { text: given.text },
    })) ?? 0;
  const audit = {
    operation: 'cases.add-clue-record',
    subjectKind: 'clue',
    subjectId: `${countyCode}-${id}`,
    regionCode: villageCode,
    householdId: household.id,
    after: { channel: given.channel, receivedOn: given.receivedOn },
  };
  return { result: { id }, audit };
}

export type ClueRow = {
  countyCode: number;
  id: number;
  householdId: number | null;
  villageCode: number;
  channel: Channel;
  state: 'open' | 'linked' | 'dismissed';
  receivedOn: string;
  personName: string;
  accountName: string;
};

/** Locks open clues of a county; one that is settled, or not in the area, refuses all. */
export async function lockClues(tx: Tx, countyCode: number, ids: readonly number[]): Promise<ClueRow[]> {
  const rows = await tx.rows(sql<ClueRow>`
    select county_code, id, household_id, village_code, channel, state, received_on, person_name, account_name from clues
    where county_code = ${countyCode} and id = any(${[...ids]}::bigint[]) order by received_on, id for update`);
  if (rows.length < new Set(ids).size) throw new Problem('cases.clue-not-found');
  if (rows.some(({ state }) => state !== 'open')) throw new Problem('cases.clue-settled', { who: '' });
  return rows;
}

export async function linkClues(
  tx: Tx,
  countyCode: number,
  ids: readonly number[],
  caseId: number,
  householdId: number,
) {
  await tx.run(sql`update clues set state = 'linked', case_id = ${caseId}, household_id = ${householdId}, settled_at = now()
    where county_code = ${countyCode} and id = any(${[...ids]}::bigint[])`);
}

export async function dismissClue(
  tx: Tx,
  { countyCode, id, reason }: { countyCode: number; id: number; reason: string },
): Promise<Outcome<Record<string, never>>> {
  const [clue] = await lockClues(tx, countyCode, [id]);
  if (!clue) throw new Problem('cases.clue-not-found');
  await tx.run(sql`update clues set state = 'dismissed', dismissed_reason = ${reason}, settled_at = now()
    where county_code = ${countyCode} and id = ${id}`);
  const audit = {
    operation: 'cases.dismiss-clue',
    subjectKind: 'clue',
    subjectId: `${countyCode}-${id}`,
    regionCode: clue.villageCode,
    ...(clue.householdId === null ? {} : { householdId: clue.householdId }),
    reason,
  };
  return { result: {}, audit };
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

export const selectClues = sql`select c.county_code, c.id, c.household_id, h.number as household_number, c.village_code,
  coalesce(v.name, '') as village_name, coalesce(t.name, '') as township_name,
  coalesce(n.name, '') as county_name, c.channel, c.state, c.received_on, c.person_name,
  c.account_name, c.case_id, k.id as open_case_id, c.warning_id, c.sealed`;
export const fromClues = sql`from clues c
  left join households h on h.county_code = c.county_code and h.id = c.household_id
  left join cases k on k.county_code = c.county_code and k.household_id = c.household_id and k.ended_on is null
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

/** Newest first. */
export async function listClues(tx: Tx, keys: Keys, range: RegionRange, filter: ClueFilter, { cursor, limit }: Page) {
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
    ${selectClues} ${fromClues}
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
