// One firm, cooperative or farm: what support it had, whom it carries, whether it keeps its word. Rows of the account’s area alone.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import type { Organisation } from '../../organisations/domain/organisation-register.ts';
import '../domain/problems.ts';
import { readCarried } from './entity-carries.ts';
import { fulfilmentSql } from './fulfilment-sql.ts';
import { CONTRACT_LINE, dueYear, heldSums, LINE_JOINS, lineOf } from './read-contracts.ts';

/** Years told before the newest that is due. */
const BACK = 3;
const MOST_ROWS = 200;

type Titled = {
  title: string;
  level: string;
  since: string;
  until?: string;
  monitoredOn?: string;
  support: 'now' | 'before' | 'none';
  supportFrom?: string;
  supportThrough?: string;
};

async function titlesOf(tx: Tx, code: string, on: string): Promise<Titled[]> {
  const rows = await tx.rows(sql<Titled>`
    select t.title, t.level, t.recognised_on::text as since, least(t.cancelled_on, t.valid_through)::text as until, t.monitored_on::text as monitored_on,
      case when t.support_from is null then 'none' when t.support_from <= ${on}::date and coalesce(t.support_through >= ${on}::date, true)
          and coalesce(t.cancelled_on > ${on}::date, true) and coalesce(t.valid_through >= ${on}::date, true) then 'now'
        else 'before' end as support, t.support_from::text as support_from, t.support_through::text as support_through
    from recognitions t where t.organisation_code = ${code} and not t.voided order by t.recognised_on desc, t.id limit 100`);
  return rows.map(withoutNulls);
}

type ProjectOf = {
  number: string;
  name: string;
  by: 'contract' | 'implementer' | 'operator';
  planYear?: number;
  allocatedFen: number;
  paidFen: number;
};

/** Projects a contract of the firm names, it carried out, or whose asset it runs; the latter two are told by its name, as the registers do. */
async function projectsOf(tx: Tx, code: string, name: string): Promise<ProjectOf[]> {
  const rows = await tx.rows(sql<ProjectOf>`
    with named as (
      select t.project_number as number, 1 as rank, 'contract' as by from linkage_contracts t
        where t.organisation_code = ${code} and not t.voided and t.project_number is not null
      union all select p.number, 2, 'implementer' from projects p where p.implementer = ${name} and not p.voided
      union all select a.source_project_number, 3, 'operator' from asset_contracts c join assets a on a.number = c.asset_number and not a.voided
        where c.operator = ${name} and not c.voided and a.source_project_number is not null),
    once as (select distinct on (number) number, by from named order by number, rank)
    select p.number, p.project_name as name, o.by, p.plan_year,
      (select coalesce(sum(f.amount_fen), 0) from fund_allocations f where f.project_number = p.number and not f.voided)::bigint as allocated_fen,
      (select coalesce(sum(y.amount_fen), 0) from fund_allocations f join fund_payments y on y.allocation_number = f.number and not y.voided
        where f.project_number = p.number and not f.voided)::bigint as paid_fen
    from once o join projects p on p.number = o.number and not p.voided
    order by p.plan_year desc nulls last, p.number limit ${MOST_ROWS}`);
  return rows.map(withoutNulls);
}

type OneEntity = { name: string; kind: Organisation['kind']; regionName: string; closedOn?: string };

/** Throws `linkage.entity-not-found`. */
export async function readEntity(tx: Tx, code: string, today: PlainDate) {
  const on = formatDate(today);
  const found = await tx.first(sql<OneEntity>`
    select o.name, o.kind, coalesce(r.name, '') as region_name, o.closed_on::text as closed_on from organisations o
      left join regions r on r.code = o.region_code where o.code = ${code} and not o.voided`);
  if (!found) throw new Problem('linkage.entity-not-found', { code });
  const entity = withoutNulls(found);
  const { range } = tx.actor;
  const held = await fulfilmentSql(tx, { range, on, back: BACK, current: true, entityCode: code });
  const due = await dueYear(tx, tx.actor.areaCode, on);
  const years = await heldSums<number>(tx, held, sql`h.year`);
  const rows = await tx.rows(sql<Parameters<typeof lineOf>[0]>`
    with ${held}, f as (select distinct on (h.county_code, h.id) h.* from held h where h.year <= ${due} order by h.county_code, h.id, h.year desc)
    select ${CONTRACT_LINE} from f join linkage_contracts t on t.county_code = f.county_code and t.id = f.id ${LINE_JOINS}
    order by f.paid_fen > 0, f.paid_fen >= f.promised_fen, f.promised_fen desc nulls last, t.number limit ${MOST_ROWS}`);
  return {
    ...{ asOf: on, code, ...entity },
    titles: await titlesOf(tx, code, on),
    projects: await projectsOf(tx, code, entity.name),
    years: years.map(({ key, ...sums }) => ({ ...sums, year: key, isOver: key <= due })).reverse(),
    ...(await readCarried(tx, { code, name: entity.name }, on)),
    rows: rows.map(lineOf),
  };
}
