// A proposal gets its number by itself: whoever sits there at ten in the evening has no list of numbers at hand.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import { countyOf } from '../../../kernel/region-code.ts';
import { operationName } from '../../../kernel/register/register-contract.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import {
  judgeTyped,
  type RecordTools,
  saveTyped,
  typedReasons,
} from '../../../platform/server/registers/typed-rows.ts';
import { activationRegister } from '../domain/activation-register.ts';
import '../domain/problems.ts';

const activations = activationRegister as unknown as Parameters<typeof judgeTyped>[2];

type Proposed = {
  planNumber: string;
  regionCode: number;
  areaCodes: number[];
  level: string;
  event: string;
  eventOn: string;
  basis: string;
};
type Made = { number: string };

/** `150923E20221128-1`: county, E, day, serial. */
async function nextNumber(tx: Tx, regionCode: number, eventOn: string): Promise<string> {
  const prefix = `${countyOf(regionCode)}E${eventOn.replaceAll('-', '')}-`;
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${prefix}, 0))`);
  const found = await tx.first<{ n: number }>(
    sql`select count(*)::int as n from contingency_activations where starts_with(number, ${prefix})`,
  );
  return `${prefix}${(found?.n ?? 0) + 1}`;
}

/** Throws `contingency.not-proposed` with what speaks against the row. */
export async function propose(tx: Tx, tools: RecordTools, { areaCodes, ...given }: Proposed): Promise<Outcome<Made>> {
  const number = await nextNumber(tx, given.regionCode, given.eventOn);
  const values = { ...given, number, ...(areaCodes.length > 0 ? { areaCodes } : {}) };
  const [judged] = await judgeTyped(tx, tools, activations, [values]);
  if (judged && judged.refusals.length > 0)
    throw new Problem('contingency.not-proposed', { reasons: typedReasons(activations, judged) });
  await saveTyped(tx, activations);
  return {
    result: { number },
    audit: {
      ...{ operation: operationName(activations, 'add'), subjectKind: activationRegister.record, subjectId: number },
      ...{ regionCode: given.regionCode, after: { number, level: given.level } },
    },
  };
}
