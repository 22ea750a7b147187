// Rows of the database as the contract writes them: what is unknown is left out, rules carry their names.

import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import type { ItemRow } from './list-query.ts';
import { currentRuleNames } from './rules.ts';

export type NamedRule = { code: string; name: string };

type RuleNamer = (codes: readonly string[]) => NamedRule[];

/** Names rules by their newest version; one that is no longer known keeps its code. */
export async function ruleNamer(tx: Tx): Promise<RuleNamer> {
  const names = await currentRuleNames(tx);
  return (codes) => codes.map((code) => ({ code, name: names.get(code) ?? code }));
}

export function presentItems<Row extends ItemRow>(rows: readonly Row[], named: RuleNamer) {
  return rows.map((row) => ({ ...withoutNulls(row), rules: named(row.rules) }));
}
