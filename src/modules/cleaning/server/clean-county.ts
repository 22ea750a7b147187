// One county looked at, all of it or some households, in one transaction: gathered, judged, and merged with the issues that stand.

import { allowBulkMemory } from '../../../platform/server/bulk/bulk-memory.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type MergeCounts, mergeFound } from '../../households/server/index.ts';
import { ALIKE } from '../domain/rules/index.ts';
import { findDoubts, rulesAsked } from './find.ts';
import { gather } from './gather.ts';
import { noteCounty } from './runs.ts';
import { termsOf } from './settings.ts';

export type CountyAsked = {
  countyCode: number;
  asOf: string;
  runId: number;
  households?: readonly number[] | undefined;
};

export async function cleanCounty(tx: Tx, asked: CountyAsked): Promise<MergeCounts> {
  const { countyCode, asOf, runId, households } = asked;
  await allowBulkMemory(tx);
  const terms = await termsOf(tx, countyCode, asOf);
  const rules = rulesAsked({ asOf, of: terms.of });
  await gather(tx, asked);
  await findDoubts(tx, rules, { asOf, of: terms.of });
  const codes = rules.map(({ code }) => code);
  const { due, explainedUntil } = terms;
  const counts = await mergeFound(tx, {
    countyCode,
    runId,
    asOf,
    rules: codes,
    alike: ALIKE,
    due,
    explainedUntil,
    households,
  });
  if (!households) await noteCounty(tx, asked, codes);
  return counts;
}
