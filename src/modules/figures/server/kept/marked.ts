// Which parts of figures are kept: those over the whole registry, where every table they read leaves a mark when it changes. Both are
// read from the statement itself, so that no list has to be held against it.

import { createHash } from 'node:crypto';
import { writtenOf } from '../../../../platform/server/db.ts';
import type { Part } from '../reading.ts';

/** Tables whose changes leave marks (db/migrations/0135_figure_counts.sql, 0220_figure_counts.sql). */
const MARKED: ReadonlySet<string> = new Set([
  ...[
    'households',
    'persons',
    'household_incomes',
    'cases',
    'case_measures',
    'regions',
    'feed_batches',
    'import_batches',
  ],
  ...['household_statuses', 'household_income_records', 'employment_spells', 'employment_confirmations'],
  ...['project_beneficiaries', 'linkage_contracts', 'help_measures', 'projects', 'fund_allocations', 'fund_issuances'],
]);

/** Their rows are written in the transaction that changes a marked table, and are read beside it. */
const ALONG: ReadonlySet<string> = new Set([
  'register_versions',
  'record_versions',
  'case_actions',
  'feed_dibao_roster',
]);

/** What a statement over a few rows reads is not worth keeping. */
const LARGE = ['household_statuses', 'household_income_records', 'employment_spells'];

export type Keeping = {
  /** Digest of the statement with all its parameters. */
  asked: string;
  /** Tables whose changes end it. */
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

/** How counts of the part are kept; nothing where they are not. `rows` of it: over the whole region, whatever area is asked for. */
export function keepingOf({ counts, rows }: Pick<Part, 'counts' | 'rows'>): Keeping | undefined {
  const { text, values } = writtenOf(rows);
  const tables = tablesOf(text);
  if (!LARGE.some((name) => tables.includes(name)) || !tables.every((name) => MARKED.has(name) || ALONG.has(name)))
    return undefined;
  return {
    asked: createHash('sha256')
      .update(JSON.stringify([counts, text, values]))
      .digest('hex'),
    // A roster follows persons by itself, and is marked then.
    tables,
  };
}
