// Rules as stored: versions beside one another, the newest of each code in force.

import { sql } from 'kysely';
import type { Condition } from '../../../kernel/conditions/condition.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { RosterNeed, RuleDefinition } from '../domain/rule-definition.ts';
import { DEFAULT_RULES } from '../domain/rules.ts';

/** A rule and the version of it that is in force. */
export type StoredRule = RuleDefinition & { version: number };

type RuleRow = {
  code: string;
  version: number;
  name: string;
  text: string;
  expression: { needs?: RosterNeed; when: Condition };
};

function stored({ expression: { needs, when }, ...row }: RuleRow): StoredRule {
  return { ...row, when, ...(needs ? { needs } : {}) };
}

/** Puts the rules in that the program brings and the database does not know yet. */
export async function ensureRules(tx: Tx): Promise<void> {
  for (const rule of DEFAULT_RULES)
    await tx.run(sql`insert into rules (code, version, name, text, expression, account_name)
      values (${rule.code}, 1, ${rule.name}, ${rule.text}, ${JSON.stringify({ needs: rule.needs, when: rule.when })}::jsonb, '程序自带')
      on conflict do nothing`);
}

/** The newest version of every enabled rule, in the order of codes. */
export async function currentRules(tx: Tx): Promise<StoredRule[]> {
  const rows = await tx.rows<RuleRow>(sql`
    select code, version, name, text, expression from (
      select distinct on (code) code, version, name, text, expression, enabled from rules order by code, version desc) r
    where enabled order by code`);
  return rows.map(stored);
}

/** The rules a screening ran, in the versions it used. */
export async function rulesOfScreening(tx: Tx, asOf: string, regionCode: number): Promise<StoredRule[]> {
  const rows = await tx.rows<RuleRow>(sql`
    select r.code, r.version, r.name, r.text, r.expression
    from screenings s, jsonb_each_text(s.rule_versions) used, rules r
    where s.as_of = ${asOf}::date and s.region_code = ${regionCode} and r.code = used.key and r.version = used.value::int
    order by r.code`);
  return rows.map(stored);
}

/** Names of all rules, also those switched off. */
export async function currentRuleNames(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.kept.rows<{ code: string; name: string }>(
    sql`select distinct on (code) code, name from rules order by code, version desc`,
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}
