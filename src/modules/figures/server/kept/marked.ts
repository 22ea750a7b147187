// Which parts of figures are kept: those over the whole registry, where every table they read leaves a mark when it changes. Both are
// read from the statement itself, so that no list has to be held against it.

import { createHash } from 'node:crypto';
import type { RawBuilder } from 'kysely';
import { writtenOf } from '../../../../platform/server/db.ts';

/** Tables whose changes leave marks (db/migrations/0135_figure_counts.sql). */
const MARKED: ReadonlySet<string> = new Set([
  ...['households', 'persons', 'household_incomes', 'cases', 'regions'],
  ...['household_statuses', 'household_income_records', 'employment_spells', 'employment_confirmations'],
  ...['project_beneficiaries', 'linkage_contracts', 'help_measures', 'projects', 'fund_allocations', 'fund_issuances'],
]);

/** What a statement over a few rows reads is not worth keeping. */
const LARGE = ['household_statuses', 'household_income_records', 'employment_spells'];

export type Keeping = {
  /** Digest of the statement with all its parameters. */
  asked: string;
  /** Tables it reads. */
  tables: string[];
};

/** Names that stand behind `from` and `join`, but for those the statement makes itself and for functions. */
function tablesOf(text: string): string[] {
  const made = new Set([...text.matchAll(/([a-z_]+) as (?:materialized )?\(/g)].map(([, name]) => name));
  const named = [...text.matchAll(/\b(?:from|join)\s+(?:lateral\s+)?([a-z_]+)\b(?!\s*\()/g)].map(
    ([, name = '']) => name,
  );
  return [...new Set(named)].filter((name) => !made.has(name));
}

/** How counts of these rows are kept; nothing where they are not. `rows`: over the whole region, whatever area is asked for. */
export function keepingOf(rows: RawBuilder<unknown>): Keeping | undefined {
  const { text, values } = writtenOf(rows);
  const tables = tablesOf(text);
  if (!LARGE.some((name) => tables.includes(name)) || !tables.every((name) => MARKED.has(name))) return undefined;
  return {
    asked: createHash('sha256')
      .update(JSON.stringify([text, values]))
      .digest('hex'),
    tables,
  };
}
