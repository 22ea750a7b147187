// One pairing in a year: what was planned and what ticks it off, deeds, money, and who helps beside, before and after it.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import type { PairingKind } from '../domain/pairing-words.ts';
import '../domain/problems.ts';
import { JOIN_LINE, PAIR_LINE, type PairLine, plansSql } from './list-pairs.ts';
import { deedsSql, HELPER, JOIN_HELPER } from './pairs-sql.ts';

const MOST_DEEDS = 500;
const MOST_LINES = 200;

type Pairing = PairLine & { countyCode: number; id: number; unit: string | null; cadreNumber: string | null };
type Asked = { number: string; year?: number | undefined };

/** A file that is named, or a photo of the row. */
const HAS_EVIDENCE = sql`(nullif(s.attachment, '') is not null or exists (select from register_photos f where f.register = 'support-records'
  and f.county_code = s.county_code and f.record_id = s.id and f.removed_at is null))`;

/** Throws `pairing.not-found`, also for a pairing of another area. */
export async function readPairing(tx: Tx, { number, year: asked }: Asked, today: PlainDate) {
  const asOf = formatDate(today);
  const year = asked ?? Number(asOf.slice(0, 4));
  const { range } = tx.actor;
  const on = year < Number(asOf.slice(0, 4)) ? `${year}-12-31` : asOf;
  const pairing = await tx.first(sql<Pairing>`
    with pairs as materialized (select t.number, t.pairing_kind as kind, t.helped_code, t.organisation_code as unit, t.cadre_number as cadre,
        t.started_on, t.ended_on, t.document_no, t.county_code, t.id
      from pairings t where t.number = ${number} and not t.voided and t.place_code between ${range.low} and ${range.high}),
    ${deedsSql({ range, on })}, ${plansSql(on)}
    select ${PAIR_LINE}, p.county_code, p.id, p.unit, p.cadre as cadre_number from pairs p ${JOIN_LINE}`);
  if (!pairing) throw new Problem('pairing.not-found', { number });
  const { unit, cadreNumber, ...line } = withoutNulls(pairing);
  const of = { number, year, on };
  return {
    ...line,
    ...{ asOf: on, year, years: yearsOf(pairing, Number(asOf.slice(0, 4))) },
    sums: await readSums(tx, of),
    plan: await readPlan(tx, of),
    deeds: await readDeeds(tx, of),
    others: await readOthers(tx, pairing),
  };
}

/** From its beginning on, the newest first. */
function yearsOf({ startedOn, endedOn }: Pairing, now: number): number[] {
  const last = endedOn ? Math.min(Number(endedOn.slice(0, 4)), now) : now;
  const first = Math.min(Number(startedOn.slice(0, 4)), last);
  return Array.from({ length: last - first + 1 }, (_, i) => last - i);
}

type Of = { number: string; year: number; on: string };

const inYear = ({ year, on }: Of) =>
  sql`not s.voided and s.happened_on >= make_date(${year}::int, 1, 1) and s.happened_on <= ${on}::date`;

async function readSums(tx: Tx, of: Of) {
  const sums = await tx.first(sql<{
    directFen: number;
    attractedFen: number;
    goodsFen: number;
    visits: number;
    households: number;
    times: number;
  }>`
    select coalesce(sum(s.amount_fen) filter (where s.fund_nature = 'direct'), 0)::bigint as direct_fen,
      coalesce(sum(s.amount_fen) filter (where s.fund_nature = 'attracted'), 0)::bigint as attracted_fen,
      coalesce(sum(s.goods_value_fen), 0)::bigint as goods_fen, coalesce(sum(s.visits), 0)::int as visits,
      coalesce(sum(s.beneficiary_households), 0)::int as households, coalesce(sum(s.beneficiary_times), 0)::int as times
    from support_records s where s.pairing_number = ${of.number} and ${inYear(of)}`);
  return sums ?? { directFen: 0, attractedFen: 0, goodsFen: 0, visits: 0, households: 0, times: 0 };
}

type PlanRow = {
  item: number;
  field: string;
  matter: string;
  target?: number;
  unit?: string;
  plannedFen?: number;
  dueOn?: string;
  progress: string;
  confirmedOn?: string;
  deeds: number;
  spentFen: number;
  evidence: number;
  lastOn?: string;
};

async function readPlan(tx: Tx, of: Of) {
  const rows = await tx.rows(sql<PlanRow>`
    select l.item, l.field, l.matter, l.target::float8 as target, l.unit, l.planned_fund_fen as planned_fen, l.due_on::text as due_on,
      coalesce(l.progress, 'planned') as progress, l.confirmed_on::text as confirmed_on, d.deeds, d.spent_fen, d.evidence, d.last_on
    from pairing_plans l cross join lateral (
      select count(*)::int as deeds, coalesce(sum(coalesce(s.amount_fen, 0) + coalesce(s.goods_value_fen, 0)), 0)::bigint as spent_fen,
        (count(*) filter (where ${HAS_EVIDENCE}))::int as evidence, max(s.happened_on)::text as last_on
      from support_records s where s.pairing_number = l.pairing_number and s.year = l.year and s.item_number = l.item::text and ${inYear(of)}) d
    where l.pairing_number = ${of.number} and l.year = ${of.year}::int and not l.voided order by l.item limit ${MOST_LINES}`);
  return rows.map(withoutNulls);
}

async function readDeeds(tx: Tx, of: Of) {
  const rows = await tx.rows(sql<{
    number: string;
    on: string;
    field: string;
    way: string;
    content: string;
    item?: string;
    amountFen?: number;
    nature?: string;
    goodsFen?: number;
    visitor?: string;
    visits?: number;
    confirmedOn?: string;
    hasEvidence: boolean;
  }>`
    select s.number, s.happened_on::text as "on", s.field, s.way, s.content, s.item_number as item, s.amount_fen, s.fund_nature as nature,
      s.goods_value_fen as goods_fen, s.visitor_level as visitor, s.visits, s.helped_confirmed_on::text as confirmed_on, ${HAS_EVIDENCE} as has_evidence
    from support_records s where s.pairing_number = ${of.number} and ${inYear(of)} order by s.happened_on desc, s.number limit ${MOST_DEEDS}`);
  return rows.map(withoutNulls);
}

type Other = {
  number: string;
  kind: PairingKind;
  relation: 'same-helper' | 'before' | 'after';
  helper: string;
  helpedName: string;
  startedOn: string;
  endedOn?: string;
};

/** Pairs of the same helper that hold now, and others of the kind at the same place in other years. */
async function readOthers(tx: Tx, { number, kind, helpedCode, startedOn, unit, cadreNumber }: Pairing) {
  const { low, high } = tx.actor.range;
  const rows = await tx.rows(sql<Other>`
    select p.number, p.kind, p.relation, ${HELPER} as helper, coalesce(r.name, '') as helped_name, p.started_on::text as started_on, p.ended_on::text as ended_on
    from (select t.number, t.pairing_kind as kind, t.helped_code, t.organisation_code as unit, t.cadre_number as cadre, t.started_on, t.ended_on,
        case when t.organisation_code = ${unit}::text or (${unit}::text is null and t.cadre_number = ${cadreNumber}::text) then 'same-helper'
          when t.started_on < ${startedOn}::date then 'before' else 'after' end as relation
      from pairings t where not t.voided and t.number <> ${number} and t.place_code between ${low} and ${high}
        and ((t.organisation_code = ${unit}::text) or (${unit}::text is null and t.cadre_number = ${cadreNumber}::text)
          or (t.pairing_kind = ${kind} and t.helped_code = ${helpedCode}::bigint))) p
      ${JOIN_HELPER} left join regions r on r.code = p.helped_code
    order by p.relation, p.helped_code, p.started_on desc limit ${MOST_LINES}`);
  return rows.map(withoutNulls);
}
