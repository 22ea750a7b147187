// Clues: recorded, put aside with a reason, or linked to the case they were made. Their text and phone are sealed.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { type Keys, seal } from '../../../platform/server/keys.ts';
import type { Channel } from '../domain/words.ts';
import '../domain/problems.ts';

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
  const row = await tx.kept.first(sql<{ id: number }>`
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
  const household = await tx.kept.first(sql<Household>`select county_code, id, village_code, head_name from households
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
    operation: 'clues.add',
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

/** The clues are one case now, which is of this household. */
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
    operation: 'clues.dismiss',
    subjectKind: 'clue',
    subjectId: `${countyCode}-${id}`,
    regionCode: clue.villageCode,
    ...(clue.householdId === null ? {} : { householdId: clue.householdId }),
    reason,
  };
  return { result: {}, audit };
}
