// What entries need that are of the book alone: their number, and a rule of the village that says what they are.

import { sql } from 'kysely';
import { operationName } from '../../../kernel/register/register-contract.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { addRecord } from '../../../platform/server/registers/record.ts';
import type { RecordTools } from '../../../platform/server/registers/typed-rows.ts';
import { pointRuleRegister } from '../domain/registers/point-rule-register.ts';
import { CARRY_RULE, RESET_RULE } from '../domain/words.ts';

const rules = pointRuleRegister as unknown as Parameters<typeof addRecord>[2];

export async function nextNumbers(tx: Tx, on: string, count: number): Promise<string[]> {
  const next = await tx.rows(
    sql<{ n: number }>`select nextval('point_numbers')::int as n from generate_series(1, ${count}::int)`,
  );
  return next.map(({ n }) => `JF${on.slice(0, 4)}${String(n).padStart(7, '0')}`);
}

export async function nextNumber(tx: Tx, on: string): Promise<string> {
  return (await nextNumbers(tx, on, 1))[0] ?? '';
}

const SAYING = {
  [CARRY_RULE]: { behaviour: '分户、合户划转积分', scoringRight: '按协议' },
  [RESET_RULE]: { behaviour: '期末清零', scoringRight: '按积分办法' },
};

/** The rule, in the village that has none yet. */
export async function needBookRule(
  tx: Tx,
  tools: RecordTools,
  rule: keyof typeof SAYING,
  village: number,
  on: string,
): Promise<AuditEntry[]> {
  const found = await tx.first(
    sql`select 1 from point_rules where village_code = ${village} and rule_number = ${rule} and not voided`,
  );
  if (found) return [];
  const values = { villageCode: village, ruleNumber: rule, pointKind: 'public-affairs', points: 1, effectiveOn: on };
  const { audit } = await addRecord(tx, tools, rules, { ...values, ...SAYING[rule] });
  return [{ ...audit, operation: operationName(rules, 'add') }];
}
