// The evidence of every hit: the numbers compared, and the rows they came from. Written for the households in `work_hits`.

import { namesIn } from '../../../../kernel/conditions/condition.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { findParameter, PARAMETER_SCALE } from '../../../parameters/domain/parameters.ts';
import type { RuleDefinition } from '../../domain/rule-definition.ts';
import type { ScreeningDates } from '../../domain/screening-dates.ts';
import type { FactContext, FactSource } from './fact-source.ts';
import { FACT_SOURCES } from './fact-sources.ts';
import { type Aside, type FactsAsked, makeWork, prepareWork } from './facts.ts';

/** Rows shown per household and source; the numbers always cover all of them. */
const ROWS_SHOWN = 30;

function numbersObject(rule: RuleDefinition): string {
  const { facts, params } = namesIn(rule.when);
  const factPairs = facts.map((name) => `'${name}', f.${name}`);
  const paramPairs = params.map((key) => {
    const parameter = findParameter(key);
    return parameter
      ? `'${key}', p.${parameter.field}::numeric / ${PARAMETER_SCALE[parameter.unit]}`
      : `'${key}', null`;
  });
  return `jsonb_build_object('facts', jsonb_build_object(${factPairs.join(', ')}), 'parameters', jsonb_build_object(${paramPairs.join(', ')}))`;
}

/** Sources whose facts a rule speaks of. */
function sourcesOf(rule: RuleDefinition): string[] {
  const { facts } = namesIn(rule.when);
  return FACT_SOURCES.filter((source) => Object.keys(source.facts).some((fact) => facts.includes(fact))).map(
    (source) => source.name,
  );
}

export type GatheredFor = FactsAsked & {
  rules: readonly RuleDefinition[];
  /** The work tables of the facts stand and cover every hit. */
  prepared: boolean;
};

export type EvidenceScope = { dates: ScreeningDates; rules: readonly RuleDefinition[]; parameters: string };

function inScope(concerned: string): FactContext['scope'] {
  return (household, county) =>
    county
      ? `(${county}, ${household}) in (select county_code, household_id from ${concerned})`
      : `${household} in (select household_id from ${concerned})`;
}

/**
 * The rows behind the facts that rules speak of, for the households in `work_hits`, as `work_evidence`, whose name it
 * answers. Each source is asked in a transaction that `aside` gives.
 */
export async function gatherEvidence(aside: Aside, { dates, sources, rules, prepared }: GatheredFor): Promise<string> {
  const everyHit: FactContext = {
    ...dates,
    scope: inScope('work_hits'),
    villageScope: (village) => `${village} in (select village_code from work_hits)`,
  };
  await aside(async (tx) => {
    if (!prepared) await prepareWork(tx, sources, everyHit);
    await makeWork(tx, 'evidence', 'select null::bigint as household_id, null as source, null::jsonb as rows limit 0');
  });
  for (const source of sources) {
    const select = evidenceSelect(source, dates, rules);
    if (select) await aside((tx) => tx.script(`insert into work_evidence ${select}`));
  }
  await aside((tx) => tx.script('analyze work_evidence'));
  return 'work_evidence';
}

function evidenceSelect(
  source: FactSource,
  dates: ScreeningDates,
  rules: readonly RuleDefinition[],
): string | undefined {
  const asking = rules.filter((rule) => sourcesOf(rule).includes(source.name)).map((rule) => `'${rule.code}'`);
  if (!source.evidence || asking.length === 0) return undefined;
  const concerned = `work_hits where rules && array[${asking.join(', ')}]::text[]`;
  const context: FactContext = {
    ...dates,
    scope: inScope(concerned),
    villageScope: (village) => `${village} in (select village_code from ${concerned})`,
  };
  const keyed =
    source.key === 'household_id'
      ? source.evidence(context)
      : `select h.household_id, e.dataset, e.batch_id, e.line, e.person_id from (${source.evidence(context)}) e
         join (select household_id, village_code from ${concerned}) h on h.village_code = e.village_code`;
  return `
    select household_id, '${source.name}', jsonb_agg(jsonb_strip_nulls(jsonb_build_object('dataset', dataset, 'batch', batch_id, 'line', line, 'person', person_id)))
    from (select e.*, row_number() over (partition by household_id order by batch_id desc, line) as n from (${keyed}) e) r
    where n <= ${ROWS_SHOWN} group by household_id`;
}

/** `work_hits`, which have the facts of their households, and `work_evidence` must stand; the evidence of hits is replaced. */
export async function writeEvidence(tx: Tx, { dates, rules, parameters }: EvidenceScope): Promise<void> {
  await tx.script(`
    delete from warning_evidence e using work_hits h where e.as_of = date '${dates.asOf}' and e.county_code = h.county_code and e.household_id = h.household_id;`);
  for (const rule of rules) {
    const sources = sourcesOf(rule);
    const rows =
      sources.length === 0
        ? `jsonb_build_array(jsonb_build_object('dataset', 'households', 'household', f.household_id))`
        : sources.map((name) => `coalesce(of_${name}.rows, '[]')`).join(' || ');
    const joins = sources.map(
      (name) =>
        `left join work_evidence of_${name} on of_${name}.household_id = f.household_id and of_${name}.source = '${name}'`,
    );
    await tx.script(`
      insert into warning_evidence (county_code, household_id, as_of, rule, numbers, rows)
      select f.county_code, f.household_id, date '${dates.asOf}', '${rule.code}', ${numbersObject(rule)}, ${rows}
      from work_hits f join ${parameters} p on p.county_code = f.county_code ${joins.join(' ')}
      where '${rule.code}' = any(f.rules)`);
  }
}
