// Households that a clause is for, by whether they got what it promises: who has not got what clause 7 promises?

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Page, placesBy } from '../../../platform/server/lists/place.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { type FactRule, ruleWords } from '../domain/household-facts.ts';
import type { ClauseLook } from '../domain/looks.ts';
import '../domain/problems.ts';
import { clausesSql, gotSql, IN_CYCLE, rulesSql } from './clauses-sql.ts';
import { factsSql, MATCH } from './facts-sql.ts';
import { type ClauseRow, RULES_JSON } from './read-overview.ts';

type Row = {
  countyCode: number;
  id: number;
  number: string;
  headName: string;
  villageCode: number;
  villageName: string;
  townshipName: string;
  members: number;
  perHeadFen?: number;
  facts: string[];
  receivedOn?: string;
};

export type HouseholdsListAsked = {
  area?: number | undefined;
  document: string;
  clause: string;
  look: ClauseLook;
  text?: string | undefined;
};

const LOOKED = { meant: sql`true`, received: sql`f.received`, missing: sql`not f.received` } as const;

/** Village and id of the last row. */
const PLACES = placesBy('int8', 'int8');

/** The clause with the rules that say for which households it is. Throws `entitlements.no-rule`. */
async function findClause(tx: Tx, { document, clause }: HouseholdsListAsked, on: string) {
  const found = await tx.first(sql<ClauseRow & { rules: FactRule[] | null }>`
    with ${clausesSql(on)}, ${rulesSql('household', on)}
    select c.document_number, c.document_title, c.document_no, c.clause_no, c.gist, c.amount_fen, ${RULES_JSON} as rules
    from clauses c where c.document_number = ${document} and c.clause_no = ${clause}`);
  if (!found?.rules) throw new Problem('entitlements.no-rule', { document, clause });
  const { rules, ...told } = found;
  return { ...withoutNulls(told), rules: rules.map(ruleWords) };
}

export async function listHouseholds(tx: Tx, asked: HouseholdsListAsked & Page, today: PlainDate) {
  const { area, document, clause: clauseNo, look, text, cursor, limit } = asked;
  const range = await rangeAsked(tx, area);
  const on = formatDate(today);
  const clause = await findClause(tx, asked, on);
  const after = PLACES.read(cursor);
  const rows = await tx.rows(sql<Row & { of: number }>`
    with ${factsSql({ range, on })}, ${clausesSql(on)}, ${rulesSql('household', on)},
    ${gotSql(range, on)},
    found as materialized (
      select t.county_code, t.id, bool_or(${IN_CYCLE}) as received, max(g.day) as day
      from told t join clause_rules r on r.document_number = ${document} and r.clause_no = ${clauseNo} and t.village_code between r.low and r.high and ${MATCH}
        left join got g on g.rule_id = r.id and g.number = t.number group by 1, 2),
    shown as materialized (
      select t.*, f.day from found f join told t on t.county_code = f.county_code and t.id = f.id where ${LOOKED[look]}
        and (${text ?? null}::text is null or strpos(t.number, ${text ?? null}) > 0 or strpos(t.head_name, ${text ?? null}) > 0))
    select t.county_code, t.id, t.number, t.head_name, t.village_code, coalesce(v.name, '') as village_name, coalesce(w.name, '') as township_name,
      t.member_count as members, t.per_head_fen, t.facts, t.day::text as received_on, (select count(*) from shown)::int as of
    from shown t left join regions v on v.code = t.village_code left join regions w on w.code = t.village_code / 1000 * 1000
    where ${after ? sql`(t.village_code, t.id) > (${after[0]}::bigint, ${after[1]}::bigint)` : sql`true`}
    order by t.village_code, t.id limit ${limit + 1}`);
  const { shown, next } = PLACES.page(rows, limit, ({ villageCode, id }) => [villageCode, id]);
  return {
    clause,
    items: shown.map(({ of: _of, villageCode: _village, ...row }) => withoutNulls(row)),
    ...(after ? {} : { total: rows[0]?.of ?? 0 }),
    ...(next ? { next } : {}),
  };
}
