// SQL of rules on screen: the newest version of each with what it found, every version, a new version, and how rules and
// departments fared in the checks.

import { sql } from 'kysely';
import { type Condition, namesIn } from '../../../kernel/conditions/condition.ts';
import { Problem } from '../../../kernel/problem.ts';
import { coversRegion, type RegionRange } from '../../../kernel/region-code.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { compileCondition } from '../domain/expression.ts';
import { type CheckResult, RESULTS } from '../domain/lifecycle.ts';
import type { RosterNeed } from '../domain/rule-definition.ts';
import { currentRuleNames } from './rules.ts';
import { FACT_SOURCES } from './screening/fact-sources.ts';

type RuleRow = {
  code: string;
  version: number;
  name: string;
  text: string;
  enabled: boolean;
  expression: { needs?: RosterNeed; when: Condition };
  accountName: string;
  at: string;
};

function present({ expression, ...rule }: RuleRow) {
  return { ...rule, condition: expression.when, ...(expression.needs ? { needs: expression.needs } : {}) };
}

/** Households found per rule by the newest screening; for the whole region as it was summed up then. */
async function foundByRule(tx: Tx, range: RegionRange, asOf: string | undefined): Promise<Map<string, number>> {
  if (!asOf) return new Map();
  if (coversRegion(range)) {
    const row = await tx.first(sql<{ counts: { byRule?: Record<string, number> } }>`
      select counts from screenings where as_of = ${asOf}::date order by region_code limit 1`);
    return new Map(Object.entries(row?.counts.byRule ?? {}));
  }
  const rows = await tx.rows(sql<{ rule: string; n: number }>`
    select rule, count(*)::int as n from warnings w, unnest(w.rules) rule
    where w.as_of = ${asOf}::date and w.active and w.village_code between ${range.low} and ${range.high} group by rule`);
  return new Map(rows.map(({ rule, n }) => [rule, n]));
}

export async function listRules(tx: Tx, asOf: string | undefined) {
  const rows = await tx.rows(sql<RuleRow>`
    select distinct on (code) code, version, name, text, enabled, expression, account_name, at from rules
    order by code, version desc limit 100`);
  const found = await foundByRule(tx, tx.actor.range, asOf);
  return rows.map((row) => ({ ...present(row), households: found.get(row.code) ?? 0 }));
}

export async function listRuleVersions(tx: Tx, code: string) {
  const rows = await tx.rows(sql<RuleRow>`
    select code, version, name, text, enabled, expression, account_name, at from rules where code = ${code}
    order by version desc limit 100`);
  if (rows.length === 0) throw new Problem('warnings.rule-not-found', { code });
  return rows.map(present);
}

type NewVersion = {
  code: string;
  version: number;
  name: string;
  text: string;
  enabled: boolean;
  needs?: RosterNeed | undefined;
  condition: Condition;
};

/** Rules hold for the whole region, so only its own accounts change them; older versions stay. */
export async function saveRule(tx: Tx, given: NewVersion): Promise<Outcome<{ version: number }>> {
  if (!coversRegion(tx.actor.range)) throw new Problem('warnings.whole-region-only');
  compileCondition(given.condition);
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`rule ${given.code}`}, 0))`);
  const newest = await tx.first(sql<RuleRow>`
    select code, version, name, text, enabled, expression from rules where code = ${given.code} order by version desc limit 1`);
  const at = newest?.version ?? 0;
  if (at !== given.version) throw new Problem('warnings.rule-changed', { code: given.code, version: at });
  const { code, name, text, enabled, needs, condition } = given;
  const version = at + 1;
  await tx.run(sql`
    insert into rules (code, version, name, text, expression, enabled, account_name)
    values (${code}, ${version}, ${name}, ${text}, ${JSON.stringify({ needs, when: condition })}::jsonb, ${enabled},
      ${tx.actor.name})`);
  const audit = {
    operation: 'warnings.save-rule',
    subjectKind: 'rule',
    subjectId: code,
    ...(newest ? { before: present(newest) } : {}),
    after: { version, name, text, enabled, needs, condition },
  };
  return { result: { version }, audit };
}

type ResultRow = { rule: string; state: CheckResult; n: number };

/** Days of checking, both included; the last twelve months where no first day is given. */
export type CheckedDays = { from?: string | undefined; to?: string | undefined };

/** Checks by rule and result; a result carried over counts once, where it was entered. */
async function checkedByRule(tx: Tx, range: RegionRange, { from, to }: CheckedDays): Promise<ResultRow[]> {
  return tx.rows(sql<ResultRow>`
    select rule, w.state, count(*)::int as n from warnings w, unnest(w.checked_rules) rule
    where w.checked_at >= coalesce(${from ?? null}::date::timestamp at time zone 'Asia/Shanghai', now() - interval '1 year')
      and (${to ?? null}::date is null or w.checked_at < (${to ?? null}::date + 1)::timestamp at time zone 'Asia/Shanghai')
      and w.checked_at is not null and not w.carried and w.state <> 'open'
      and w.village_code between ${range.low} and ${range.high}
    group by rule, w.state`);
}

export async function backTest(tx: Tx, range: RegionRange) {
  const rows = await checkedByRule(tx, range, {});
  return [...(await currentRuleNames(tx))].map(([code, name]) => {
    const results = Object.fromEntries(
      RESULTS.map((state) => [state, rows.find((row) => row.rule === code && row.state === state)?.n ?? 0]),
    ) as Record<CheckResult, number>;
    const checked = Object.values(results).reduce((sum, n) => sum + n, 0);
    return { code, name, checked, confirmed: checked - results['no-risk'], results };
  });
}

export type Confirmation = { dataset: string; checked: number; confirmed: number };

/**
 * How many checked rule hits rest on each dataset, and how many of them held: a department's confirmation rate. A hit
 * counts for the first dataset of each source its rule asks.
 */
export async function confirmationByDataset(
  tx: Tx,
  range: RegionRange,
  days: CheckedDays = {},
): Promise<Confirmation[]> {
  const rules = await tx.rows(sql<{ code: string; when: Condition }>`
    select distinct on (code) code, expression -> 'when' as "when" from rules order by code, version desc limit 100`);
  const rows = await checkedByRule(tx, range, days);
  const totals = new Map<string, Confirmation>();
  for (const { code, when } of rules) {
    const { facts } = namesIn(when);
    const sources = FACT_SOURCES.filter((source) => Object.keys(source.facts).some((fact) => facts.includes(fact)));
    for (const dataset of new Set(sources.flatMap((source) => source.datasets.slice(0, 1)))) {
      const total = totals.get(dataset) ?? { dataset, checked: 0, confirmed: 0 };
      for (const { rule, state, n } of rows) {
        if (rule !== code) continue;
        total.checked += n;
        if (state !== 'no-risk') total.confirmed += n;
      }
      totals.set(dataset, total);
    }
  }
  return [...totals.values()];
}
