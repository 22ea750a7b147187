// Which clauses apply to one household, why, what it got of them, and what it has to bring where; the same of an enterprise.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { rangeOf } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { recognitionRegister } from '../../industry/domain/registers/recognition-register.ts';
import { CYCLES, type Cycle } from '../domain/clause-rule-register.ts';
import { type FactRule, ruleWords } from '../domain/household-facts.ts';
import '../domain/problems.ts';
import { clausesSql, gotSql, IN_CYCLE, rulesSql } from './clauses-sql.ts';
import { factsSql, MATCH } from './facts-sql.ts';
import type { ClauseRow } from './read-overview.ts';

const MOST_CLAUSES = 200;
const TITLES: Readonly<Record<string, string>> = recognitionRegister.fields.title.values ?? {};

type Ways = { bring?: string; counter?: string; office?: string };

/** A clause stands once: by its nearest rule, for that knows the counter of the county. */
const NEAREST = sql`distinct on (r.document_number, r.clause_order) r.document_number, r.document_title, r.document_no, r.clause_no,
  r.gist, r.amount_fen, r.bring, r.counter, r.office`;
const BY_CLAUSE = sql`r.document_number, r.clause_order`;

/** Throws `entitlements.household-not-found`, also for a household of another area. */
export async function readOfHousehold(tx: Tx, key: { countyCode: number; id: number }, today: PlainDate) {
  const on = formatDate(today);
  const range = rangeOf(key.countyCode * 1e6, 'county');
  const house = await tx.first(sql<{ headName: string; number: string; facts: string[]; villageCode: number }>`
    with ${factsSql({ range, on, one: key })} select t.head_name, t.number, t.facts, t.village_code from told t`);
  if (!house) throw new Problem('entitlements.household-not-found');
  const rows = await tx.rows(sql<ClauseRow & Ways & { rule: FactRule; cycle: Cycle; receivedOn?: string }>`
    with ${factsSql({ range, on, one: key })}, ${clausesSql(on)}, ${rulesSql('household', on)}, ${gotSql(range, on)}
    select ${NEAREST}, r.cycle, jsonb_build_object('allFacts', r.all_facts, 'anyFacts', r.any_facts, 'noFacts', r.no_facts,
        'perHeadBelowFen', r.per_head_below_fen) as rule, case when ${IN_CYCLE} then g.day::text end as received_on
    from told t join clause_rules r on t.village_code between r.low and r.high and ${MATCH} left join got g on g.rule_id = r.id and g.number = t.number
    order by ${BY_CLAUSE}, (${IN_CYCLE}) desc, r.low desc, r.rule_no limit ${MOST_CLAUSES}`);
  const { facts, headName, number, villageCode } = house;
  return {
    ...{ asOf: on, facts, headName, number, villageCode },
    clauses: rows.map(({ rule, cycle, ...row }) => ({
      ...withoutNulls(row),
      cycle: CYCLES[cycle],
      why: ruleWords(rule),
    })),
  };
}

/** Throws `entitlements.organisation-not-found`. */
export async function readOfOrganisation(tx: Tx, code: string, today: PlainDate) {
  const on = formatDate(today);
  const found = await tx.first(sql<{ name: string; titles: string[] }>`
    select o.name, coalesce((select array_agg(distinct g.title) from recognitions g where g.organisation_code = o.code and not g.voided
      and g.recognised_on <= ${on}::date and coalesce(g.cancelled_on, 'infinity') > ${on}::date and coalesce(g.valid_through, 'infinity') >= ${on}::date), '{}') as titles
    from organisations o where o.code = ${code.toUpperCase()} and not o.voided`);
  if (!found) throw new Problem('entitlements.organisation-not-found', { code });
  const rows = await tx.rows(sql<ClauseRow & Ways & { recognitions: string[] | null }>`
    with ${clausesSql(on)}, ${rulesSql('enterprise', on)}
    select ${NEAREST}, r.recognitions from clause_rules r join organisations o on o.code = ${code.toUpperCase()} and o.region_code between r.low and r.high
    where coalesce(cardinality(r.recognitions), 0) = 0 or r.recognitions && ${found.titles}::text[]
    order by ${BY_CLAUSE}, r.low desc, r.rule_no limit ${MOST_CLAUSES}`);
  const words = (titles: readonly string[]) => titles.map((title) => TITLES[title] ?? title);
  return {
    ...{ asOf: on, name: found.name, recognitions: words(found.titles) },
    clauses: rows.map(({ recognitions, ...row }) => ({
      ...withoutNulls(row),
      why: recognitions?.length ? words(recognitions).join('、') : '全部经营主体',
    })),
  };
}
