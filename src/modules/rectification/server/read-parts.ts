// What belongs to one problem, in lists that are bounded.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import type { ProblemShown } from '../domain/shapes.ts';
import { STATE } from './problem-sql.ts';

const MOST = 200;

type Parts = Pick<ProblemShown, 'claims' | 'measures' | 'checks' | 'searches' | 'rules' | 'cards' | 'links'>;

async function listed<T extends object>(tx: Tx, query: ReturnType<typeof sql<T>>): Promise<T[]> {
  const rows = await tx.rows(query);
  return rows.map(withoutNulls) as T[];
}

const claims = (tx: Tx, number: string) =>
  listed(
    tx,
    sql<
      Parts['claims'][number]
    >`select coalesce(r.name, '') as region_name, c.finding, c.pledge, c.claimed_on::text as "on",
      c.sampled_on::text, c.sample_finding as sampled from problem_claims c left join regions r on r.code = c.region_code
    where c.problem_number = ${number} and not c.voided order by c.region_code limit ${MOST}`,
  );

/** Of a twin the measures count, too: one fix. */
const measures = (tx: Tx, numbers: readonly string[]) =>
  listed(
    tx,
    sql<Parts['measures'][number]>`select f.county_code, f.id, f.measure_no as no, f.measure, f.measure_unit as unit,
      f.step_due::text as due, f.standard, f.done_on::text, f.evidence_on::text, f.evidence_note as evidence, f.attachment,
      (select count(*)::int from register_photos p where p.register = 'fix-measures' and p.county_code = f.county_code
        and p.record_id = f.id and p.removed_at is null) as photos
    from fix_measures f where f.problem_number = any(${[...numbers]}::text[]) and not f.voided
    order by f.problem_number, f.measure_no limit ${MOST}`,
  );

const checks = (tx: Tx, number: string) =>
  listed(
    tx,
    sql<
      Parts['checks'][number]
    >`select c.county_code, c.id, c.level, c.round, c.checked_on::text as "on", c.verdict, c.way,
      c.sampled, c.passed, c.opinion from fix_checks c where c.problem_number = ${number} and not c.voided
    order by c.round, c.id limit ${MOST}`,
  );

const searches = (tx: Tx, numbers: readonly string[]) =>
  listed(
    tx,
    sql<
      Parts['searches'][number]
    >`select coalesce(r.name, '') as region_name, s.searched_on::text as "on", s.rule, s.looked, s.found,
      s.fixed from spread_checks s left join regions r on r.code = s.region_code
    where s.problem_number = any(${[...numbers]}::text[]) and not s.voided order by s.region_code, s.searched_on limit ${MOST}`,
  );

const rules = (tx: Tx, numbers: readonly string[]) =>
  listed(
    tx,
    sql<
      Parts['rules'][number]
    >`select m.rule_name as name, m.region_code, m.rule_document_no as document_no, m.issued_on::text as "on", m.topic, m.cleaning_rule
    from rules_made m where m.problem_number = any(${[...numbers]}::text[]) and not m.voided order by m.issued_on limit ${MOST}`,
  );

const cards = (tx: Tx, number: string) =>
  listed(
    tx,
    sql<Parts['cards'][number]>`select c.county_code, c.id, c.colour, c.to_unit as unit, c.reason, c.proposed_on::text,
      c.given_on::text, c.lifted_on::text from cards c where c.problem_number = ${number} and not c.voided
    order by c.proposed_on limit ${MOST}`,
  );

/** A problem that the reader does not see is told by its number alone. */
const links = (tx: Tx, number: string) =>
  listed(
    tx,
    sql<Parts['links'][number]>`
    select x.link, x.number, t.problem_source as source, t.responsible_unit as unit,
      case when t.id is not null then ${sql.raw(STATE)} end as state
    from (select case when l.kind = 'twin' then 'twin' when l.problem_number = ${number} then case l.kind when 'part' then 'part' else 'found' end
          else case l.kind when 'part' then 'whole' else 'origin' end end as link,
        case when l.problem_number = ${number} then l.other_number else l.problem_number end as number
      from problem_links l where l.ended_at is null and ${number} in (l.problem_number, l.other_number)) x
    left join problems t on t.number = x.number order by 1, 2 limit ${MOST}`,
  );

export async function readParts(tx: Tx, number: string): Promise<Parts> {
  const linked = await links(tx, number);
  const together = [number, ...linked.flatMap((one) => (one.link === 'twin' ? [one.number] : []))];
  return {
    claims: await claims(tx, number),
    measures: await measures(tx, together),
    checks: await checks(tx, number),
    searches: await searches(tx, together),
    rules: await rules(tx, together),
    cards: await cards(tx, number),
    links: linked,
  };
}
