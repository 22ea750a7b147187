// What reaches this slice from below: a warning that was checked as to be monitored is a clue; a household that moved takes its
// clues along.

import { sql } from 'kysely';
import { type Clock, dayOn } from '../../../platform/server/clock.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import type { CheckedWarning } from '../../warnings/server/index.ts';
import { findHousehold, insertClue } from './clues.ts';

/** In the transaction of the check: T0 of the clock is the day of the check. */
export async function takeChecked(tx: Tx, keys: Keys, warning: CheckedWarning, clock: Clock): Promise<void> {
  if (warning.result !== 'to-be-monitored') return;
  const { countyCode, householdId, villageCode, id, rules, note } = warning;
  const { headName } = await findHousehold(tx, countyCode, householdId);
  await insertClue(tx, keys, {
    countyCode,
    villageCode,
    householdId,
    channel: 'department',
    receivedOn: dayOn(clock),
    personName: headName,
    secret: { text: [`部门数据预警 ${rules.join('、')}，核实为拟纳入监测`, note].filter(Boolean).join('：') },
    warningId: id,
  });
}

/** Open clues in each of the villages that has any. */
export async function countCluesIn(tx: Tx, codes: number[]): Promise<{ code: number; clues: number }[]> {
  return tx.rows(sql<{ code: number; clues: number }>`
    select v.code, (select count(*)::int from clues c where c.village_code = v.code and c.state = 'open') as clues
    from unnest(${codes}::bigint[]) v (code)`);
}

/** Open declarations of people whom nobody has found in the registry yet go with their village; all else goes with its household. */
export async function followVillages(tx: Tx, moves: readonly { oldCode: number; newCode: number }[]): Promise<void> {
  await tx.run(sql`update clues c set village_code = m.new_code
    from unnest(${moves.map(({ oldCode }) => oldCode)}::bigint[], ${moves.map(({ newCode }) => newCode)}::bigint[]) m (old_code, new_code)
    where c.village_code = m.old_code and c.household_id is null and c.state = 'open'`);
}

/** `touched` selects household_id and village_code of households that changed. Repeated, it changes nothing. */
export async function moveClues(tx: Tx, touched: string): Promise<void> {
  await tx.run(sql`update clues c set village_code = t.village_code from (${sql.raw(touched)}) t
    where c.household_id = t.household_id and c.village_code <> t.village_code`);
}
