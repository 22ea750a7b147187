// Clauses for households with how many they are for and how many of them got what they promise; those of a county by its titles.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { DESIGNATION_NAMES, type Designation } from '../../regions/domain/designations.ts';
import { getRegion, rangeAsked } from '../../regions/server/index.ts';
import { type FactRule, ruleWords } from '../domain/household-facts.ts';
import { clausesSql, gotSql, IN_CYCLE, rulesSql } from './clauses-sql.ts';
import { factsSql, MATCH } from './facts-sql.ts';

const MOST_ROWS = 500;

export type ClauseRow = {
  documentNumber: string;
  documentTitle: string;
  documentNo?: string;
  clauseNo: string;
  gist: string;
  amountFen?: number;
};

const CLAUSE = sql`c.document_number, c.document_title, c.document_no, c.clause_no, c.gist, c.amount_fen`;

/** Rules of the clause `c` as one JSON array, in the names of `FactRule`. */
export const RULES_JSON = sql`(select jsonb_agg(jsonb_build_object('allFacts', r.all_facts, 'anyFacts', r.any_facts, 'noFacts', r.no_facts,
  'perHeadBelowFen', r.per_head_below_fen) order by r.region_code, r.rule_no) from clause_rules r
  where r.document_number = c.document_number and r.clause_no = c.clause_no)`;

export async function readOverview(tx: Tx, asked: { area?: number | undefined }, today: PlainDate) {
  const range = await rangeAsked(tx, asked.area);
  const area = await getRegion(tx, asked.area ?? tx.actor.areaCode);
  const on = formatDate(today);
  const rows = await tx.rows(sql<ClauseRow & { rules: FactRule[]; meant: number; received: number }>`
    with ${factsSql({ range, on })}, ${clausesSql(on)}, ${rulesSql('household', on)}, ${gotSql(range, on)},
    meant as materialized (
      select r.document_number, r.clause_no, t.county_code, t.id, bool_or(${IN_CYCLE}) as received
      from told t join clause_rules r on t.village_code between r.low and r.high and ${MATCH}
        left join got g on g.rule_id = r.id and g.number = t.number group by 1, 2, 3, 4),
    counts as (select document_number, clause_no, count(*)::int as meant, (count(*) filter (where received))::int as received from meant group by 1, 2)
    select ${CLAUSE}, ${RULES_JSON} as rules, coalesce(n.meant, 0) as meant, coalesce(n.received, 0) as received
    from clauses c left join counts n on n.document_number = c.document_number and n.clause_no = c.clause_no
    where exists (select from clause_rules r where r.document_number = c.document_number and r.clause_no = c.clause_no
      and r.low <= ${range.high} and r.high >= ${range.low})
    order by c.document_number, c.clause_order limit ${MOST_ROWS}`);
  const without = await tx.first(sql<{ n: number }>`with ${clausesSql(on)} select count(*)::int as n from clauses c
    where not exists (select from policy_clause_rules r where r.document_number = c.document_number and r.clause_no = c.clause_no and not r.voided)`);
  return {
    ...{ asOf: on, areaName: area.name, withoutRule: without?.n ?? 0 },
    clauses: rows.map(({ rules, ...row }) => ({
      ...withoutNulls(row),
      rules: rules.map(ruleWords),
      missing: row.meant - row.received,
    })),
    ofCounty: await readOfCounty(tx, range, on),
    lapsed: await readLapsed(tx, range, on),
  };
}

type Applying = ClauseRow & { bring?: string; counter?: string; office?: string; cycle?: string };

/** Clauses with titles apply to a county that carries one of them; those with a rule for counties to all below its region. */
async function readOfCounty(tx: Tx, { low, high }: RegionRange, on: string) {
  const county = Math.floor(low / 1e6) * 1e6;
  // Of several counties there is no one answer.
  if (high > county + 999_999) return [];
  const rows = await tx.rows(sql<Applying & { carried: Designation[] }>`
    with ${clausesSql(on)}, ${rulesSql('county', on)},
    carried as (select coalesce(array_agg(distinct g.title), '{}') as titles from county_designations g where not g.voided
      and g.region_code = ${county} and coalesce(g.designated_on, '-infinity') <= ${on}::date and coalesce(g.revoked_on, 'infinity') > ${on}::date)
    select distinct on (c.document_number, c.clause_order) ${CLAUSE}, r.bring, r.counter, r.office,
      array(select unnest(c.titles) intersect select unnest(k.titles)) as carried
    from clauses c cross join carried k left join clause_rules r on r.document_number = c.document_number and r.clause_no = c.clause_no and ${county} between r.low and r.high
    where case when coalesce(cardinality(c.titles), 0) > 0 then c.titles && k.titles else r.id is not null
      or (c.clause_set = 'key-county' and k.titles && array['key-national', 'key-regional']) end
    order by c.document_number, c.clause_order, r.low desc limit ${MOST_ROWS}`);
  return rows.map(({ carried, ...row }) => ({
    ...withoutNulls(row),
    why: carried.length > 0 ? carried.map((title) => DESIGNATION_NAMES[title]).join('、') : '全部旗县',
  }));
}

/** What was given under a clause that did not hold on that day (registers §13, trap 3). */
async function readLapsed(tx: Tx, { low, high }: RegionRange, on: string) {
  return tx.rows(sql<{ number: string; documentNumber: string; clauseNo: string; on: string }>`
    select b.number, b.document_number, b.clause_no, b.received_on::text as "on" from policy_benefits b
      join policy_clauses c on c.document_number = b.document_number and c.clause_no = b.clause_no
      join policies d on d.number = b.document_number
    where not b.voided and b.place_code between ${low} and ${high} and b.received_on <= ${on}::date
      and (b.received_on < coalesce(c.effective_on, d.issued_on) or b.received_on >= coalesce(c.expired_on, d.repealed_on, 'infinity')
        or exists (select from policies n where n.replaces = d.number and not n.voided and n.issued_on <= b.received_on))
    order by b.received_on desc, b.number limit 200`);
}
