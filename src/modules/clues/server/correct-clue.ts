// A slip in a clue is corrected: the new words stand in front, what stood there before stays behind them, sealed alike.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { type Keys, open, seal } from '../../../platform/server/keys.ts';
import type { ClueKey } from '../domain/addresses.ts';
import type { Channel } from '../domain/words.ts';
import '../domain/problems.ts';
import type { ClueSecret } from './clues.ts';
import type { CluesHooks } from './hooks.ts';
import { fromClues, type ListedClue, presentClue, selectClues } from './list-clues.ts';

type Row = { villageCode: number; householdId: number | null; channel: Channel; sealed: Buffer };
export type Correction = ClueKey & { was: string; text: string; reason: string };

/** With what stood there before. */
export async function clueRecord(tx: Tx, keys: Keys, { countyCode, id }: ClueKey, hooks: CluesHooks) {
  const row = await tx.first(sql<ListedClue>`${selectClues(hooks)} ${fromClues}
    where c.county_code = ${countyCode} and c.id = ${id}`);
  if (!row) throw new Problem('cases.clue-not-found');
  const { earlier = [] } = JSON.parse(open(keys, row.sealed)) as ClueSecret;
  return { ...presentClue(keys, row), earlier: [...earlier] };
}

/** Throws `cases.clue-own-words` where a household declared it, `cases.clue-changed` where it reads otherwise by now. */
export async function correctClue(
  tx: Tx,
  keys: Keys,
  { countyCode, id, was, text, reason }: Correction,
  at: string,
): Promise<Outcome<Record<string, never>>> {
  const row = await tx.first(sql<Row>`select village_code, household_id, channel, sealed from clues
    where county_code = ${countyCode} and id = ${id} for update`);
  if (!row) throw new Problem('cases.clue-not-found');
  if (row.channel === 'self') throw new Problem('cases.clue-own-words');
  const secret = JSON.parse(open(keys, row.sealed)) as ClueSecret;
  if (secret.text !== was) throw new Problem('cases.clue-changed');
  const earlier = [{ text: secret.text, at, by: tx.actor.name, reason }, ...(secret.earlier ?? [])].slice(0, 50);
  await tx.run(sql`update clues set sealed = ${seal(keys, JSON.stringify({ ...secret, text, earlier }))}
    where county_code = ${countyCode} and id = ${id}`);
  const audit = {
    operation: 'clues.correct',
    subjectKind: 'clue',
    subjectId: `${countyCode}-${id}`,
    regionCode: row.villageCode,
    ...(row.householdId === null ? {} : { householdId: row.householdId }),
    reason,
  };
  return { result: {}, audit };
}
