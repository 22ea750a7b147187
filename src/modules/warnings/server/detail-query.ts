// SQL of one warning: itself, its household, its evidence, and what happened to the household's warnings so far.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { StoredPhoto } from '../../../platform/server/photos.ts';
import { findParameter } from '../../parameters/domain/parameters.ts';
import { areaNames } from '../../regions/server/index.ts';
import { findFact } from '../domain/facts.ts';
import type { WarningState } from '../domain/lifecycle.ts';
import type { WarningLevel } from '../domain/rules.ts';
import '../domain/problems.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { readEvidenceRows, type StoredEvidenceRow } from './evidence-rows.ts';
import { ITEM_COLUMNS, ITEM_JOINS, type ItemRow } from './list-query.ts';
import type { NamedRule } from './present.ts';
import { SCREENING_OF, SUPERSEDED } from './screening/screening-area.ts';

export type WarningKey = { countyCode: number; id: number };

export type DetailRow = ItemRow & {
  active: boolean;
  superseded: boolean;
  carried: boolean;
  checkedById: number | null;
  note: string;
  photos: StoredPhoto[];
  kind: 'general' | 'lifted';
  monitoringCategory: 'unstable-lifted' | 'borderline' | 'sudden-hardship' | null;
  riskCleared: boolean | null;
};

export async function getWarning(tx: Tx, { countyCode, id }: WarningKey): Promise<DetailRow> {
  const row = await tx.kept.first(sql<DetailRow>`
    select ${ITEM_COLUMNS}, w.active, w.carried, w.checked_by_id, w.note, w.photos, h.kind, h.monitoring_category,
      h.risk_cleared, ${SUPERSEDED} as superseded
    from warnings w ${ITEM_JOINS} where w.county_code = ${countyCode} and w.id = ${id}`);
  if (!row) throw new Problem('warnings.not-found');
  return row;
}

type Numbers = {
  facts: Record<string, number | boolean | null>;
  parameters: Record<string, number | null>;
};
type EvidenceRow = { rule: string; name: string; text: string; numbers: Numbers; rows: StoredEvidenceRow[] };

const known = (value: number | boolean | null) => (value === null ? {} : { value });

/** For every rule hit: its text, the numbers compared, the thresholds, and the rows. */
export async function readEvidence(tx: Tx, warning: DetailRow) {
  const { countyCode, householdId, asOf, rules } = warning;
  const stored = await tx.kept.rows(sql<EvidenceRow>`
    select e.rule, coalesce(r.name, e.rule) as name, coalesce(r.text, '') as text, e.numbers, e.rows from warning_evidence e
    join warnings w on w.county_code = e.county_code and w.household_id = e.household_id and w.as_of = e.as_of
    left join ${SCREENING_OF}
    left join rules r on r.code = e.rule and r.version = coalesce((s.rule_versions ->> e.rule)::int, 1)
    where e.county_code = ${countyCode} and e.household_id = ${householdId} and e.as_of = ${asOf}::date
      and e.rule = any(${rules}::text[]) order by e.rule`);
  const evidence = [];
  for (const { rule, name, text, numbers, rows } of stored)
    evidence.push({
      code: rule,
      name,
      text,
      numbers: Object.entries(numbers.facts).map(([fact, value]) => ({
        name: fact,
        label: findFact(fact)?.label ?? fact,
        unit: findFact(fact)?.unit ?? 'count',
        ...known(value),
      })),
      thresholds: Object.entries(numbers.parameters).map(([key, value]) => ({
        name: key,
        label: findParameter(key)?.label ?? key,
        unit: findParameter(key)?.unit ?? 'count',
        ...known(value),
      })),
      rows: await readEvidenceRows(tx, warning, rows),
    });
  return evidence;
}

type ActionRow = {
  id: number;
  kind: 'assign' | 'check' | 'reopen';
  detail: { assigneeName?: string; dueOn?: string; result?: WarningState; reason?: string };
  accountName: string;
  at: string;
};

/** Newest first: screenings that found the household, and what people did. */
export async function readTimeline(
  tx: Tx,
  { countyCode, householdId }: { countyCode: number; householdId: number },
  named: (codes: readonly string[]) => NamedRule[],
) {
  const actions = await tx.kept.rows(sql<ActionRow>`
    select id, kind, detail, account_name, at from warning_actions
    where county_code = ${countyCode} and household_id = ${householdId} order by id desc limit 100`);
  const found = await tx.kept.rows(sql<{ asOf: string; at: string; level: WarningLevel; rules: string[]; who: string }>`
    select w.as_of, s.screened_at as at, w.level, w.rules, s.account_name as who
    from warnings w join ${SCREENING_OF}
    where w.county_code = ${countyCode} and w.household_id = ${householdId} and w.active order by w.as_of > today_there(), w.as_of desc limit 20`);
  const entries = [
    ...actions.map(({ id, kind, detail, accountName, at }) => ({
      key: `action-${id}`,
      kind,
      at,
      who: accountName,
      ...detail,
    })),
    ...found.map(({ asOf, at, level, rules, who }) => ({
      key: `found-${asOf}`,
      kind: 'found' as const,
      at,
      who,
      asOf,
      level,
      rules: named(rules),
    })),
  ];
  return entries.sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** All warnings of a household, newest screening first, days that have not come last. */
export async function listHouseholdWarnings(tx: Tx, countyCode: number, householdId: number) {
  return tx.kept.rows(sql<ItemRow & { active: boolean }>`
    select ${ITEM_COLUMNS}, w.active from warnings w ${ITEM_JOINS}
    where w.county_code = ${countyCode} and w.household_id = ${householdId} order by w.as_of > today_there(), w.as_of desc limit 50`);
}

export async function presentDetail(tx: Tx, row: DetailRow, named: (codes: readonly string[]) => NamedRule[]) {
  const { kind, monitoringCategory, riskCleared, rules, ...warning } = row;
  const [names, evidence, timeline] = await Promise.all([
    areaNames(tx, row.villageCode),
    readEvidence(tx, row),
    readTimeline(tx, row, named),
  ]);
  return {
    ...withoutNulls(warning),
    rules: named(rules),
    photos: row.photos.map(({ id, name }) => ({ id, name })),
    household: {
      ...withoutNulls({ kind, monitoringCategory, riskCleared }),
      areaNames: names,
    },
    evidence,
    timeline,
  };
}
