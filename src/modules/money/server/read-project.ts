// One project: its road, its money, whom it served and what it became.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import type { Project } from '../../projects/domain/project-register.ts';
import { type DatedProject, projectDoubts, projectRoad } from '../domain/road.ts';
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
} & DatedProject &
  Pick<Project, 'linkageMechanism'>;

function findProject(tx: Tx, number: string): Promise<FoundProject | undefined> {
  return tx.first(sql<FoundProject>`
    select ${PROJECT_COLUMNS}, p.project_kind, p.plan_year, p.implementer, p.planned_households, p.planned_persons, p.construction_content,
      p.entered_on::text, p.planned_on::text, p.removed_on::text, p.final_account_on::text, p.handed_over_on::text, p.forms_asset,
      p.performance_goal, p.linkage_ways, p.linkage_mechanism, p.reaches_households, p.planned_total_fen, 0::bigint as allocated_fen, 0::bigint as paid_fen
    from projects p left join regions r on r.code = p.region_code where p.number = ${number} and not p.voided`);
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
    firstAllocatedOn: spent[0]?.allocatedOn,
    firstPaidOn: payments.map(({ paidOn }) => paidOn).sort()[0],
    assets: assets.length,
    households: gained.households,
  };
  const { constructionContent: content, linkageMechanism: linkage, performanceGoal: goal } = project;
  const { countyCode, id, name, kind, regionCode, regionName, plannedFen, planYear, implementer } = project;
  const { startedOn, finishedOn, acceptedOn, removedOn, plannedHouseholds, plannedPersons } = project;
  return withoutNulls({
    ...{ countyCode, id, number, name, kind, regionCode, regionName, plannedFen, planYear, implementer },
    ...{ startedOn, finishedOn, acceptedOn, removedOn, plannedHouseholds, plannedPersons, content, linkage, goal },
    ...{ allocatedFen: money.allocatedFen, paidFen: money.paidFen },
    road: projectRoad(project, money),
    doubts: projectDoubts(project, money),
    spent,
    gained,
    assets,
  });
}
