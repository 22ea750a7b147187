// Figures as the program answers them, held against the reckoning.

import { findFigure } from '../../../src/modules/figures/domain/definitions/index.ts';
import type { FigureDefinition } from '../../../src/modules/figures/domain/figure.ts';
import {
  answerFigure,
  eachRow,
  openReading,
  readKeeping,
  rowsBehind,
} from '../../../src/modules/figures/server/index.ts';
import type { Tx } from '../../../src/platform/server/db.ts';
import type { TrialRun } from './bring-in.ts';
import type { Asked, Records } from './question.ts';
import { Reckoning } from './reckon.ts';
import { FIGURES } from './told.ts';
import type { Trial } from './trial.ts';
import { REGION } from './world.ts';

/** The region, its leagues, the counties, a zone, a township and a village, on days of five kinds. */
export function questionsOf({ world }: Trial): Asked[] {
  const { year, counties, leagues, villages, zone } = world;
  const [village = 0] = villages.get(counties[0] ?? 0) ?? [];
  const areas = [REGION, ...leagues, ...counties, zone, Math.floor(village / 1000) * 1000, village];
  const days = [`${year}-05-31`, `${year - 1}-09-15`, `${year}-12-31`, `${year + 1}-02-28`, `${year - 4}-06-30`];
  return areas.flatMap((area) => days.map((day) => ({ area, day })));
}

type Reading = Awaited<ReturnType<typeof openReading>>;

/** What the rows behind a figure say: their sum, and how many things they name. */
async function readRows(tx: Tx, reading: Reading, definition: FigureDefinition): Promise<string[]> {
  const behind = await rowsBehind(tx, reading, definition);
  let sum = 0n;
  const objects = new Set<string>();
  if (behind)
    for await (const part of eachRow(tx, behind))
      for (const { amount, object } of part) {
        sum += BigInt(amount);
        objects.add(object);
      }
  return [String(sum), String(objects.size)];
}

/** Every answer that is not what was reckoned, and every one that its rows do not add up to. What is counted is kept for the next time. */
export async function differences(
  { db }: TrialRun,
  records: Records,
  questions: readonly Asked[],
  knownBy?: string,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const { area, day } of questions) {
    const reckoning = new Reckoning(records, { area, day });
    await readKeeping(db, async (tx) => {
      const reading = await openReading(tx, { area, day, knownBy });
      for (const [id, reckon] of Object.entries(FIGURES)) {
        const definition = findFigure(id);
        if (!definition) throw new Error(`there is no figure ${id}`);
        const { status, value } = await answerFigure(tx, reading, definition);
        const told = status === 'value' ? value : status;
        const expected = reckon(reckoning);
        if (told !== expected) wrong.push(`${id} ${area} ${day}: ${told}, reckoned ${expected}`);
        if (status !== 'value' || definition.form !== 'count') continue;
        const rows = await readRows(tx, reading, definition);
        if (!rows.includes(value)) wrong.push(`${id} ${area} ${day}: ${value}, its rows ${rows[0]}`);
      }
    });
  }
  return wrong;
}
