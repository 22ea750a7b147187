// SQL on one household and what hangs on it.

import { sql } from 'kysely';
import type * as z from 'zod';
import type { Tx } from '../../../platform/server/db.ts';
import type { category, householdDetail, kind } from '../domain/shapes.ts';
import { readIssues } from './issues.ts';
import { withoutNulls } from './rows.ts';

type State = Record<string, unknown>;

export type HouseholdRecord = {
  countyCode: number;
  id: number;
  number: string;
  kind: z.output<typeof kind>;
  monitoringCategory: z.output<typeof category> | null;
  riskCleared: boolean | null;
  headName: string;
  memberCount: number;
  villageCode: number;
  incomeYear: number | null;
  validFrom: string;
  validTo: string | null;
  phoneSealed: Buffer | null;
  batchId: number;
  line: number;
  leagueName: string | null;
  countyName: string | null;
  townshipName: string | null;
  villageName: string | null;
};

export async function findHousehold(tx: Tx, countyCode: number, id: number): Promise<HouseholdRecord | undefined> {
  return tx.kept.first(sql<HouseholdRecord>`
    select h.county_code, h.id, h.number, h.kind, h.monitoring_category, h.risk_cleared, h.head_name, h.member_count,
      h.village_code, h.income_year, h.valid_from, h.valid_to, h.phone_sealed, h.batch_id, h.line,
      l.name as league_name, c.name as county_name, t.name as township_name, v.name as village_name
    from households h
    left join regions v on v.code = h.village_code
    left join regions t on t.code = v.parent_code
    left join regions c on c.code = t.parent_code
    left join regions l on l.code = c.parent_code
    where h.county_code = ${countyCode} and h.id = ${id}`);
}

export type MemberRecord = {
  id: number;
  number: string;
  name: string;
  sex: string;
  birth: number | null;
  idSound: boolean;
  sealed: Buffer | null;
  relation: string;
  ethnicity: string;
  education: string;
  schooling: string;
  health: string;
  labour: string;
  working: boolean | null;
  dibao: boolean | null;
  validFrom: string;
  validTo: string | null;
  endReason: string | null;
  batchId: number;
  line: number;
};

/** The head first, then by age. */
export async function listMembers(tx: Tx, countyCode: number, householdId: number): Promise<MemberRecord[]> {
  return tx.kept.rows(sql<MemberRecord>`
    select p.id, p.number, p.name, p.sex, p.birth, p.id_sound, p.sealed, p.relation, p.ethnicity, p.education, p.schooling,
      p.health, p.labour, p.working, p.dibao, p.valid_from, p.valid_to, p.end_reason, p.batch_id, p.line
    from persons p where p.county_code = ${countyCode} and p.household_id = ${householdId}
    order by (p.relation = '户主') desc, p.birth nulls last, p.id limit 200`);
}

export type IncomeRecord = {
  year: number;
  wageFen: number;
  businessFen: number;
  propertyFen: number;
  transferFen: number;
  businessCostFen: number;
  claimFen: number;
  selfPaidFen: number;
  previousNetFen: number | null;
  /** Of the year's end, where 家庭收支 has the year; its row is of no batch of the registry. */
  members: number | null;
  recordedBy: string | null;
  batchId: number;
  line: number;
};

/** A row of 家庭收支 wins over what the registry has of the year, as it does in figures. */
export async function listIncomes(tx: Tx, countyCode: number, householdId: number): Promise<IncomeRecord[]> {
  return tx.kept.rows(sql<IncomeRecord>`
    with registry as (
      select year, wage_fen, business_fen, property_fen, transfer_fen, business_cost_fen, claim_fen, self_paid_fen,
        previous_net_fen, batch_id, line
      from household_incomes i where county_code = ${countyCode} and household_id = ${householdId}),
    records as (
      select r.* from households h join household_income_records r on r.household_number = h.number and not r.voided
      where h.county_code = ${countyCode} and h.id = ${householdId})
    select r.income_year as year, r.wage_income_fen as wage_fen, r.business_income_fen as business_fen, r.property_income_fen as property_fen,
      r.transfer_income_fen as transfer_fen, r.business_cost_fen, coalesce(r.claim_income_fen, 0) as claim_fen,
      coalesce(r.self_paid_fen, 0) as self_paid_fen, (select i.previous_net_fen from registry i where i.year = r.income_year) as previous_net_fen,
      r.year_end_members as members, r.recorded_by, 0 as batch_id, 0 as line
    from records r
    union all
    select year, wage_fen, business_fen, property_fen, transfer_fen, business_cost_fen, claim_fen, self_paid_fen,
      previous_net_fen, null, null, batch_id, line
    from registry i where i.year not in (select r.income_year from records r)
    order by 1 desc limit 30`);
}

export type VersionRecord = {
  subject: 'household' | 'person' | 'income';
  subjectId: number;
  before: State;
  batchId: number | null;
  accountName: string;
  replacedAt: string;
};

/** Newest first. */
export async function listVersions(tx: Tx, countyCode: number, householdId: number): Promise<VersionRecord[]> {
  return tx.kept.rows(sql<VersionRecord>`
    select subject, subject_id, before, batch_id, account_name, replaced_at from record_versions
    where county_code = ${countyCode} and ((subject in ('household', 'income') and subject_id = ${householdId})
      or (subject = 'person' and subject_id in (select id from persons
        where county_code = ${countyCode} and household_id = ${householdId})))
    order by replaced_at desc limit 200`);
}

export type StateRecord = Pick<VersionRecord, 'subject' | 'subjectId'> & { state: State };

/** The records as they are now, to compare the newest versions with. */
export async function listStates(tx: Tx, countyCode: number, householdId: number): Promise<StateRecord[]> {
  return tx.kept.rows(sql<StateRecord>`
    select 'household' as subject, id as subject_id, to_jsonb(h) - 'phone_sealed' as state from households h
    where county_code = ${countyCode} and id = ${householdId}
    union all
    select 'person', id, to_jsonb(p) - 'sealed' from persons p
    where county_code = ${countyCode} and household_id = ${householdId}
    union all
    select 'income', household_id, to_jsonb(i) from household_incomes i
    where county_code = ${countyCode} and household_id = ${householdId}`);
}

type EventRow = {
  id: number;
  kind: z.output<typeof householdDetail>['events'][number]['kind'];
  onDate: string;
  personId: number | null;
  detail: { personName?: string; note?: string; otherHouseholdId?: number; otherNumber?: string; villageName?: string };
  accountName: string;
  at: string;
};

export async function listEvents(tx: Tx, countyCode: number, householdId: number) {
  const rows = await tx.kept.rows(sql<EventRow>`
    select id, kind, on_date, person_id, detail, account_name, at from household_events
    where county_code = ${countyCode} and household_id = ${householdId} order by on_date desc, id desc limit 100`);
  return rows.map(({ detail, ...row }) => ({ note: '', ...detail, ...withoutNulls(row) }));
}

export async function listHouseholdIssues(tx: Tx, countyCode: number, householdId: number) {
  return readIssues(
    tx.kept,
    sql`d.county_code = ${countyCode} and d.household_id = ${householdId}`,
    sql`(d.state = 'open') desc, d.opened_at desc limit 50`,
  );
}

export type BatchSource = { files: string[]; accountName: string; at: string };

/** File names and who handed them in, also of batches that a higher level imported. */
export async function listSources(tx: Tx, batchIds: number[]): Promise<Map<number, BatchSource>> {
  const ids = [...new Set(batchIds)].filter((id) => id > 0);
  if (ids.length === 0) return new Map();
  const rows = await tx.kept.rows(sql<BatchSource & { id: number }>`
    select b.id, s.files, s.account_name, s.at from unnest(${ids}::int[]) b (id), import_source(b.id) s`);
  return new Map(rows.map(({ id, ...source }) => [id, source]));
}
