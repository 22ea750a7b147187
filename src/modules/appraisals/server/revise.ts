// A scheme is not changed once it was issued: its next version begins as a draft with the same indicators and groups.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { addRecord, getRecord } from '../../../platform/server/registers/record.ts';
import {
  judgeTyped,
  type RecordTools,
  saveTyped,
  typedReasons,
} from '../../../platform/server/registers/typed-rows.ts';
import '../domain/problems.ts';
import { keptForMoves } from '../../../kernel/register/states.ts';
import { groupRegister } from '../domain/registers/group-register.ts';
import { indicatorRegister } from '../domain/registers/indicator-register.ts';
import { SCHEME_STATES } from '../domain/registers/scheme-states.ts';
import { findScheme, schemes } from './load-scheme.ts';

const CHILDREN = [indicatorRegister, groupRegister] as unknown as RegisterDefinition[];

type Key = { countyCode: number; id: number };

async function copyRows(tx: Tx, tools: RecordTools, register: RegisterDefinition, from: string, to: string) {
  const keys = await tx.rows<Key>(sql`select t.county_code, t.id from ${sql.table(register.table)} t
    where t.scheme_number = ${from} and not t.voided order by t.id limit 1000`);
  const rows = [];
  for (const key of keys) rows.push({ ...(await getRecord(tx, tools, register, key)).values, schemeNumber: to });
  if (rows.length === 0) return;
  const judged = await judgeTyped(tx, tools, register, rows);
  const refused = judged.find(({ refusals }) => refusals.length > 0);
  if (refused) throw new Problem('registers.refused', { reasons: typedReasons(register, refused), fields: '' });
  await saveTyped(tx, register);
}

/** Throws `appraisals.not-found`, `appraisals.is-draft`, and what rows of the registers are refused with. */
export async function reviseScheme(
  tx: Tx,
  tools: RecordTools,
  { number, newNumber }: { number: string; newNumber: string },
): Promise<Outcome<Key>> {
  const scheme = await findScheme(tx, number);
  if (scheme.state === 'draft') throw new Problem('appraisals.is-draft', { number });
  const { values } = await getRecord(tx, tools, schemes, scheme);
  const emptied = Object.fromEntries([...keptForMoves(SCHEME_STATES)].map((name) => [name, null]));
  const { key, audit } = await addRecord(tx, tools, schemes, {
    ...{ ...values, ...emptied, number: newNumber },
    ...{ edition: scheme.edition + 1, replacesNumber: number },
  });
  for (const register of CHILDREN) await copyRows(tx, tools, register, number, newNumber);
  return { result: key, audit: { ...audit, operation: 'appraisals.revise' } };
}
