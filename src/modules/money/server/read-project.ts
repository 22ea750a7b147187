// One project: its road, its money, whom it served and what it became.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import type { Project } from '../../projects/domain/project-register.ts';
import { type DatedProject, projectDoubts } from '../domain/project-doubts.ts';
import '../domain/problems.ts';
import { PROJECT_COLUMNS, type ProjectRow } from './lists.ts';

const MOST_LINES = 500;

type Payment = { number: string; paidOn: string; amountFen: number; payee: string; paymentKind: string };
type Spent = {
  number: string;
  issuanceNumber: string;
  documentNo: string;
  kind: string;
  source: string;
  year: number;
  allocatedOn: string;
  amountFen: number;
};

/** Each allocation with the document it came by and what was paid out of it. Documents may lie above the reader's area: then only their number is told. */
async function readSpent(tx: Tx, number: string) {
  const spent = await tx.rows(sql<Spent>`
    select a.number, a.issuance_number, coalesce(i.document_no, '') as document_no, coalesce(i.fund_kind, '') as kind,
      coalesce(i.source_level, '') as source, coalesce(i.budget_year, 0) as year, a.allocated_on::text, a.amount_fen
    from fund_allocations a left join fund_issuances i on i.number = a.issuance_number
    where a.project_number = ${number} and not a.voided order by a.allocated_on, a.number limit ${MOST_LINES}`);
  const payments = await tx.rows(sql<Payment & { allocation: string }>`
    select p.number, p.allocation_number as allocation, p.paid_on::text, p.amount_fen, p.payee, p.payment_kind
    from fund_payments p where p.allocation_number = any (${spent.map((one) => one.number)}) and not p.voided
    order by p.paid_on, p.number limit ${MOST_LINES}`);
  return spent.map((one) => ({
    ...one,
    payments: payments
      .filter(({ allocation }) => allocation === one.number)
      .map(({ allocation: _of, ...payment }) => payment),
  }));
}

type Gained = { households: number; persons: number; personTimes: number; amountFen: number };

async function readGained(tx: Tx, number: string): Promise<Gained> {
  const found = await tx.first(sql<Gained>`
    with b as (select household_number, sum(beneficiaries)::int as times, sum(benefit_amount_fen)::bigint as fen
      from project_beneficiaries where project_number = ${number} and not voided group by 1)
    select count(*)::int as households, coalesce(sum(h.member_count), 0)::int as persons, coalesce(sum(b.times), 0)::int as person_times,
      coalesce(sum(b.fen), 0)::bigint as amount_fen
    from b left join households h on h.number = b.household_number`);
  return found ?? { households: 0, persons: 0, personTimes: 0, amountFen: 0 };
}

type Village = { code: number; name: string; isSite: boolean; households: number; personTimes: number };

/** Whom it served by the village they live in, and villages it is built in that have nobody yet. */
async function readVillages(tx: Tx, number: string): Promise<Village[]> {
  return tx.rows(sql<Village>`
    with p as (select coalesce(site_village_codes, '{}') as sites from projects where number = ${number} and not voided),
    b as (select place_code as code, count(distinct household_number)::int as households, sum(beneficiaries)::int as times
      from project_beneficiaries where project_number = ${number} and not voided group by 1),
    v as (select code from b union select unnest(p.sites) from p)
    select v.code, coalesce(r.name, '') as name, v.code = any (p.sites) as is_site,
      coalesce(b.households, 0) as households, coalesce(b.times, 0) as person_times
    from v cross join p left join b using (code) left join regions r on r.code = v.code order by v.code limit 200`);
}

type Proposed = { name: string; villageName: string; proposedOn?: string };

async function readProposals(tx: Tx, number: string): Promise<Proposed[]> {
  const rows = await tx.rows(sql<Proposed>`
    select t.project_name as name, coalesce(r.name, '') as village_name, t.proposed_on::text
    from project_proposals t left join regions r on r.code = t.village_code
    where t.project_number = ${number} and not t.voided order by t.id limit 50`);
  return rows.map(withoutNulls);
}

type AssetLine = {
  number: string;
  name: string;
  kind: string;
  valueFen: number;
  condition?: string;
  owner?: string;
  receivedFen: number;
  distributedFen: number;
};

async function readAssets(tx: Tx, number: string): Promise<AssetLine[]> {
  const rows = await tx.rows(sql<AssetLine>`
    select a.number, a.asset_name as name, a.asset_kind as kind, a.original_value_fen as value_fen, a.asset_condition as condition,
      (select string_agg(o.holder, '、' order by o.holder) from asset_rights o
        where o.asset_number = a.number and o.right_kind = 'ownership' and not o.voided and o.stopped_on is null) as owner,
      coalesce((select sum(n.amount_received_fen) from asset_contracts c join asset_incomes n on n.contract_number = c.number and not n.voided
        where c.asset_number = a.number and not c.voided), 0)::bigint as received_fen,
      coalesce((select sum(d.amount_fen) from asset_distributions d where d.asset_number = a.number and not d.voided), 0)::bigint as distributed_fen
    from assets a where a.source_project_number = ${number} and not a.voided order by a.number limit 200`);
  return rows.map(withoutNulls);
}

type FoundProject = ProjectRow & {
  planYear: number | null;
  implementer: string | null;
  plannedHouseholds: number | null;
  plannedPersons: number | null;
  constructionContent: string | null;
  performanceGoal: string | null;
} & DatedProject &
  Pick<Project, 'linkageMechanism' | 'linkageWays' | 'subsidyStandard'>;

function findProject(tx: Tx, number: string): Promise<FoundProject | undefined> {
  return tx.first(sql<FoundProject>`
    select ${PROJECT_COLUMNS}, p.project_kind, p.plan_year, p.implementer, p.planned_households, p.planned_persons, p.construction_content,
      p.removed_on::text, p.forms_asset, p.attachment,
      coalesce(f.photos, 0) as photos, f.first_photo_on, p.subsidy_standard, p.performance_goal, p.linkage_ways, p.linkage_mechanism, p.reaches_households, p.planned_total_fen, 0::bigint as allocated_fen, 0::bigint as paid_fen
    from projects p left join regions r on r.code = p.region_code
      left join lateral (select count(*)::int as photos, min(f.taken_on)::text as first_photo_on from register_photos f
        where f.register = 'projects' and f.county_code = p.county_code and f.record_id = p.id and f.removed_at is null) f on true
    where p.number = ${number} and not p.voided`);
}

const sum = (fens: readonly number[]) => fens.reduce((all, fen) => all + fen, 0);

/** Throws `money.project-not-found`, also for a project of another area. */
export async function readProject(tx: Tx, number: string) {
  const project = await findProject(tx, number);
  if (!project) throw new Problem('money.project-not-found', { number });
  const spent = await readSpent(tx, number);
  const gained = await readGained(tx, number);
  const assets = await readAssets(tx, number);
  const payments = spent.flatMap((one) => one.payments);
  const money = {
    allocatedFen: sum(spent.map(({ amountFen }) => amountFen)),
    paidFen: sum(payments.map(({ amountFen }) => amountFen)),
    firstPaidOn: payments.map(({ paidOn }) => paidOn).sort()[0],
    assets: assets.length,
    households: gained.households,
  };
  const {
    constructionContent: content,
    linkageMechanism: linkage,
    performanceGoal: goal,
    subsidyStandard,
    attachment,
  } = project;
  const { countyCode, id, name, kind, regionCode, regionName, plannedFen, planYear, implementer } = project;
  const { startedOn, finishedOn, acceptedOn, removedOn, plannedHouseholds, plannedPersons } = project;
  return withoutNulls({
    ...{ countyCode, id, number, name, kind, regionCode, regionName, plannedFen, planYear, implementer },
    ...{ startedOn, finishedOn, acceptedOn, removedOn, plannedHouseholds, plannedPersons, content, linkage, goal },
    ...{ subsidyStandard, attachment },
    ...{ allocatedFen: money.allocatedFen, paidFen: money.paidFen },
    proposals: await readProposals(tx, number),
    villages: await readVillages(tx, number),
    linkageWays: [...(project.linkageWays ?? [])],
    doubts: projectDoubts(project, money),
    spent,
    gained,
    assets,
  });
}
