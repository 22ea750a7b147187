// From clues to a case. All clues of one household go into one case: into the one under way, or into a new one.

import { sql } from 'kysely';
import { formatDate, type PlainDate, parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import type { CaseAction } from '../domain/actions.ts';
import type { CaseKey } from '../domain/addresses.ts';
import '../domain/problems.ts';
import { type ClueRow, findHousehold, linkClues, lockClues } from '../../clues/server/index.ts';
import { templateOn } from '../../process/server/index.ts';
import { holdHousehold } from './hold-household.ts';
import { foldActions, loadCase } from './load-case.ts';
import { insertAction, saveStanding, saveSteps } from './save-case.ts';

export type Now = { day: PlainDate; at: string };

type Opening = {
  household: { countyCode: number; id: number; villageCode: number };
  clues: readonly Pick<ClueRow, 'id' | 'channel'>[];
  /** T0 of the clock: the day of the oldest clue (handbook §2.2). */
  openedOn: PlainDate;
  now: Now;
  previousId?: number;
};

/** A new case of a household that has none under way. */
export async function openCase(tx: Tx, keys: Keys, opening: Opening): Promise<CaseKey> {
  const { household, clues, openedOn, now } = opening;
  const { id: templateId } = await templateOn(tx, household.countyCode, now.day);
  const channel = clues[0]?.channel ?? 'visit';
  const made = await tx.first(sql<{ id: number }>`
    insert into cases (county_code, household_id, village_code, channel, state, version, template_id, opened_on, since,
      warn_days, escalate_days, previous_id)
    values (${household.countyCode}, ${household.id}, ${household.villageCode}, ${channel}, 'identification.verification', 0,
      ${templateId}, ${formatDate(openedOn)}::date, ${formatDate(openedOn)}::date, 0, 1, ${opening.previousId ?? null})
    on conflict (county_code, household_id) where ended_on is null do nothing returning id`);
  if (!made) throw new Problem('cases.case-open');
  const key = { countyCode: household.countyCode, id: made.id };
  const action: CaseAction = {
    kind: 'open',
    seq: 1,
    on: openedOn,
    at: now.at,
    by: tx.actor.name,
    role: tx.actor.role,
    detail: { channel, clueIds: clues.map(({ id }) => id), templateId },
  };
  const place = { ...key, villageCode: household.villageCode };
  await insertAction(tx, keys, place, action);
  const standing = await foldActions(tx, [action]);
  await saveStanding(tx, key, standing);
  await saveSteps(tx, place, standing);
  return key;
}

async function joinCase(tx: Tx, keys: Keys, key: CaseKey, clues: readonly ClueRow[], now: Now): Promise<void> {
  const { row, actions, calendar } = await loadCase(tx, keys, key, true);
  const place = { ...key, villageCode: row.villageCode };
  const added = clues.map(
    ({ id, channel }, i): CaseAction => ({
      kind: 'add-clue',
      seq: actions.length + i + 1,
      on: now.day,
      at: now.at,
      by: tx.actor.name,
      role: tx.actor.role,
      detail: { clueId: id, channel },
    }),
  );
  for (const action of added) await insertAction(tx, keys, place, action);
  const standing = await foldActions(tx, [...actions, ...added], calendar);
  await saveStanding(tx, key, standing);
  await saveSteps(tx, place, standing);
}

export type Registration = { countyCode: number; clueIds: readonly number[]; householdId?: number | undefined };

function householdOf(clues: readonly ClueRow[], given: number | undefined): number {
  const ids = new Set(clues.flatMap(({ householdId }) => householdId ?? given ?? []));
  if (clues.some(({ householdId }) => householdId === null) && given === undefined)
    throw new Problem('cases.clue-without-household');
  const [id, ...others] = ids;
  if (id === undefined || others.length > 0) throw new Problem('cases.other-household');
  return id;
}

/** Opens a case from the clues, or adds them to the household's case. */
export async function openOrJoin(
  tx: Tx,
  keys: Keys,
  { countyCode, clueIds, householdId }: Registration,
  now: Now,
): Promise<Outcome<{ id: number; opened: boolean }>> {
  const clues = await lockClues(tx, countyCode, clueIds);
  const household = await findHousehold(tx, countyCode, householdOf(clues, householdId));
  await holdHousehold(tx, countyCode, household.id);
  // Locked, because a case that ends just now takes no more clues.
  const open = await tx.first(sql<{ id: number }>`select id from cases
    where county_code = ${countyCode} and household_id = ${household.id} and ended_on is null for update`);
  let id = open?.id;
  if (id === undefined) {
    const openedOn = Math.min(...clues.map(({ receivedOn }) => parseDate(receivedOn)));
    ({ id } = await openCase(tx, keys, { household, clues, openedOn, now }));
  } else await joinCase(tx, keys, { countyCode, id }, clues, now);
  await linkClues(tx, countyCode, clueIds, id, household.id);
  const audit = {
    operation: 'cases.open',
    subjectKind: 'case',
    subjectId: `${countyCode}-${id}`,
    regionCode: household.villageCode,
    householdId: household.id,
    after: { clueIds, opened: open === undefined },
  };
  return { result: { id, opened: open === undefined }, audit };
}
