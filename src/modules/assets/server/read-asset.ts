// One asset: what it is, whose, who runs it, what it earned and who gained. No account number is read: the registers hold none.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { assetDoubts } from '../domain/doubts.ts';
import { netValue } from '../domain/net-value.ts';
import '../domain/problems.ts';
import { type AssetLine, LINE_COLUMNS } from './list-assets.ts';
import { OWNER } from './standing.ts';

const MOST_LINES = 300;

type FoundAsset = AssetLine & {
  form?: string;
  subkind?: string;
  quantity?: number;
  unit?: string;
  registeredOn: string;
  cancelledOn?: string;
  inUseFrom?: string;
  usefulYears?: number;
  publicFen?: number;
  cooperationFen?: number;
  otherFen?: number;
  treatment?: string;
  upkeepSource?: string;
  yearlyUpkeepFen?: number;
  remark?: string;
  disposedHow?: string;
  disposedOn?: string;
  disposalDocumentNo?: string;
  disposalIncomeFen?: number;
  sourceProject?: string;
};

async function findAsset(tx: Tx, number: string): Promise<FoundAsset | undefined> {
  const found = await tx.first(sql<FoundAsset>`
    select ${LINE_COLUMNS}, ${OWNER} as owner, a.asset_form as form, a.subkind, a.quantity::float8 as quantity, a.unit,
      a.registered_on::text, a.cancelled_on::text, a.in_use_from::text, a.useful_years, a.public_part_fen as public_fen,
      a.cooperation_part_fen as cooperation_fen, a.other_part_fen as other_fen, a.treatment, a.upkeep_source, a.yearly_upkeep_fen,
      a.remark, a.disposed_how, a.disposed_on::text, a.disposal_document_no, a.disposal_income_fen, a.source_project_number as source_project
    from assets a left join regions r on r.code = a.region_code where a.number = ${number} and not a.voided`);
  return found && withoutNulls(found);
}

type Right = { right: string; holder: string; share: number; since: string; until?: string; certificateNo?: string };

async function readRights(tx: Tx, number: string): Promise<Right[]> {
  const rows = await tx.rows(sql<Right>`
    select right_kind as "right", holder, coalesce(share, 100)::float8 as share, started_on::text as since, stopped_on::text as until,
      certificate_no from asset_rights where asset_number = ${number} and not voided
    order by stopped_on desc nulls first, right_kind, holder limit ${MOST_LINES}`);
  return rows.map(withoutNulls);
}

type Contract = {
  number: string;
  operator: string;
  way: string;
  startedOn: string;
  through: string;
  dissolvedOn?: string;
  agreedFen: number;
  dueTime?: string;
};

async function readContracts(tx: Tx, number: string): Promise<Contract[]> {
  const rows = await tx.rows(sql<Contract>`
    select number, operator, operating_way as way, started_on::text, through::text, dissolved_on::text,
      agreed_income_fen as agreed_fen, due_time from asset_contracts where asset_number = ${number} and not voided
    order by started_on desc, number limit ${MOST_LINES}`);
  return rows.map(withoutNulls);
}

type Income = { dueOn: string; dueFen: number; arrivedOn: string | null; receivedFen: number | null };

function readIncomes(tx: Tx, number: string): Promise<Income[]> {
  return tx.rows(sql<Income>`
    select n.due_on::text, n.amount_due_fen as due_fen, n.arrived_on::text, n.amount_received_fen as received_fen
    from asset_contracts c join asset_incomes n on n.contract_number = c.number and not n.voided
    where c.asset_number = ${number} and not c.voided order by n.due_on limit ${MOST_LINES}`);
}

type Shared = { year: number; purpose: string; to: string; schemeOn: string; paidOn?: string; amountFen: number };

/** A household stands by the name of its head, for who reads its village. */
async function readShared(tx: Tx, number: string): Promise<Shared[]> {
  const rows = await tx.rows(sql<Shared>`
    select d.distribution_year as year, d.purpose, coalesce(h.head_name, d.recipient) as "to", d.scheme_on::text, d.paid_on::text, d.amount_fen
    from asset_distributions d left join households h on h.number = d.recipient
    where d.asset_number = ${number} and not d.voided order by d.distribution_year desc, d.purpose, d.recipient limit ${MOST_LINES}`);
  return rows.map(withoutNulls);
}

type SourceProject = {
  number: string;
  name: string;
  settledFen?: number;
  acceptedOn?: string;
  remark?: string;
  assets: number;
  assetsFen: number;
};

/** The project it came from; what else came from it is counted too: one project makes many things. */
async function readProject(tx: Tx, number: string) {
  const found = await tx.first(sql<SourceProject>`
    select p.number, p.project_name as name, p.final_amount_fen as settled_fen, p.accepted_on::text, p.remark, m.assets, m.assets_fen
    from projects p, lateral (select count(*)::int as assets, coalesce(sum(a.original_value_fen), 0)::bigint as assets_fen
      from assets a where a.source_project_number = p.number and not a.voided and a.cancelled_on is null) m
    where p.number = ${number} and not p.voided`);
  if (!found) return undefined;
  const documents = await tx.rows(sql<{ number: string; documentNo: string; amountFen: number }>`
    select i.number, i.document_no, sum(l.amount_fen)::bigint as amount_fen
    from fund_allocations l join fund_issuances i on i.number = l.issuance_number and not i.voided
    where l.project_number = ${number} and not l.voided group by 1, 2 order by 1 limit 50`);
  return { ...withoutNulls(found), documents };
}

type Deed = { move: string; on: string; by: string; opinion?: string };

async function readDeeds(tx: Tx, { countyCode, id }: AssetLine): Promise<Deed[]> {
  const rows = await tx.rows(sql<Deed>`
    select move, done_on::text as "on", account_name as by, opinion from register_moves
    where register = 'assets' and county_code = ${countyCode} and record_id = ${id} and withdrawn_at is null
    order by id limit ${MOST_LINES}`);
  return rows.map(withoutNulls);
}

function byYear(incomes: readonly Income[], shared: readonly Shared[]) {
  const years = new Map<number, { dueFen: number; receivedFen: number; distributedFen: number }>();
  const of = (year: number) => {
    const line = years.get(year) ?? { dueFen: 0, receivedFen: 0, distributedFen: 0 };
    years.set(year, line);
    return line;
  };
  for (const { dueOn, dueFen, arrivedOn, receivedFen } of incomes) {
    of(Number(dueOn.slice(0, 4))).dueFen += dueFen;
    if (arrivedOn) of(Number(arrivedOn.slice(0, 4))).receivedFen += receivedFen ?? 0;
  }
  for (const { year, amountFen } of shared) of(year).distributedFen += amountFen;
  return [...years].map(([year, line]) => ({ year, ...line })).sort((a, b) => b.year - a.year);
}

/** Throws `assets.not-found`, also for an asset of another area. */
export async function readAsset(tx: Tx, number: string, today: PlainDate) {
  const asset = await findAsset(tx, number);
  if (!asset) throw new Problem('assets.not-found', { number });
  const { sourceProject, ...shown } = asset;
  const project = sourceProject === undefined ? undefined : await readProject(tx, sourceProject);
  const rights = await readRights(tx, number);
  const contracts = await readContracts(tx, number);
  const incomes = await readIncomes(tx, number);
  const shared = await readShared(tx, number);
  const deeds = await readDeeds(tx, asset);
  const asOf = formatDate(today);
  const netFen = netValue(asset, asOf);
  const owners = rights.filter(({ right, until }) => right === 'ownership' && until === undefined);
  const doubts = assetDoubts(
    {
      ...{ ...shown, project, contracts, moves: deeds.map(({ move }) => move) },
      owned: owners.reduce((all, { share }) => all + share, 0),
      arrivals: incomes.flatMap(({ arrivedOn, receivedFen }) =>
        arrivedOn ? [{ on: arrivedOn, fen: receivedFen ?? 0 }] : [],
      ),
      shared: shared.map((one) => ({ ...one, on: one.paidOn ?? one.schemeOn })),
    },
    asOf,
  );
  return {
    ...{ ...shown, asOf, rights, contracts, shared, deeds, doubts, years: byYear(incomes, shared) },
    ...(netFen === undefined ? {} : { netFen }),
    ...(project ? { project } : {}),
  };
}
