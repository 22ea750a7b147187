// The rows of a form, and its columns with titles, units and words.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../../kernel/region-code.ts';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { formCell, formColumn } from '../../../../platform/server/registers/forms/form-cells.ts';
import type { SheetCell, SheetColumn } from '../../../../platform/server/tables/xlsx/xlsx-write.ts';
import { projectBeneficiaryRegister } from '../../../projects/domain/project-beneficiary-register.ts';
import { namesOf } from '../../../regions/server/index.ts';
import type { ProjectFormKey } from '../../domain/forms.ts';
import { PROJECT_FORMS, type ProjectForm } from './project-forms.ts';

const FEN_PER_YUAN = 100;
/** A county's library of many years; more is no form any more. */
const MOST_ROWS = 20_000;

type Row = Record<string, unknown>;
export type Sheet = { header: SheetColumn[]; rows: SheetCell[][] };

const PROJECT_SUMS: RawBuilder<unknown> = sql`
  (select string_agg(r.name, '、' order by r.code) from regions r where r.code = any (t.site_village_codes)) as site_names,
  coalesce((select sum(a.amount_fen) from fund_allocations a where a.project_number = t.number and not a.voided), 0)::bigint as allocated_fen,
  coalesce((select sum(p.amount_fen) from fund_allocations a join fund_payments p on p.allocation_number = a.number and not p.voided
    where a.project_number = t.number and not a.voided), 0)::bigint as paid_fen,
  b.households, b.person_times, b.benefit_fen`;
const BENEFITS: RawBuilder<unknown> = sql`cross join lateral (
  select count(distinct household_number)::int as households, coalesce(sum(beneficiaries), 0)::int as person_times,
    coalesce(sum(benefit_amount_fen), 0)::bigint as benefit_fen
  from project_beneficiaries where project_number = t.number and not voided) b`;

async function readProjectForm(tx: Tx, form: ProjectForm, range: RegionRange, year: number): Promise<Sheet> {
  const register = form.register as unknown as RegisterDefinition;
  const isProject = register.table === 'projects';
  const rows = await tx.rows<Row>(sql`
    select t.*, ${isProject ? PROJECT_SUMS : sql`null as site_names`}
    from ${sql.raw(register.table)} t ${isProject ? BENEFITS : sql``}
    where not t.voided and t.place_code between ${range.low} and ${range.high} and (${sql.raw(form.where(year))})
    order by t.place_code, t.project_name, t.id limit ${MOST_ROWS}`);
  const codes = isProject ? [] : rows.map((row) => Number(row.villageCode));
  const names = await namesOf(tx, [...new Set(codes)]);
  return {
    header: [
      { title: '序号', kind: 'number', width: 6 },
      ...form.columns.map((column) => formColumn(register, column)),
    ],
    rows: rows.map((row, i) => [i + 1, ...form.columns.map((column) => formCell(register, column, row, names))]),
  };
}

type Beneficiary = {
  projectNumber: string;
  projectName: string;
  householdNumber: string;
  headName: string;
  village: string;
  benefitWay: string;
  benefitedOn: string;
  beneficiaries: number;
  benefitAmountFen: number | null;
};

const BENEFICIARIES: SheetColumn[] = [
  { title: '序号', kind: 'number', width: 6 },
  { title: '项目编号', kind: 'text' },
  { title: '项目名称', kind: 'text', width: 30 },
  { title: '户编号', kind: 'text' },
  { title: '户主', kind: 'text', width: 12 },
  { title: '嘎查村', kind: 'text' },
  { title: '受益方式', kind: 'text', width: 12 },
  { title: '受益日期', kind: 'date' },
  { title: '受益人数（人）', kind: 'number' },
  { title: '受益金额（元）', kind: 'number', width: 16 },
];

/** Name, village, item, amount and no more: what may hang out (registers §0.3 G10). */
async function readBeneficiaries(tx: Tx, range: RegionRange, year: number): Promise<Sheet> {
  const rows = await tx.rows<Beneficiary>(sql`
    select b.project_number, coalesce(p.project_name, '') as project_name, b.household_number, coalesce(h.head_name, '') as head_name,
      coalesce(r.name, '') as village, b.benefit_way, b.benefited_on::text, b.beneficiaries, b.benefit_amount_fen
    from project_beneficiaries b left join projects p on p.number = b.project_number
      left join households h on h.number = b.household_number left join regions r on r.code = b.place_code
    where not b.voided and b.benefit_year = ${year} and b.place_code between ${range.low} and ${range.high}
    order by b.project_number, b.place_code, b.household_number, b.id limit ${MOST_ROWS}`);
  const ways: Readonly<Record<string, string>> = projectBeneficiaryRegister.fields.benefitWay.values ?? {};
  return {
    header: BENEFICIARIES,
    rows: rows.map((row, i) => [
      ...[i + 1, row.projectNumber, row.projectName, row.householdNumber, row.headName, row.village],
      ...[ways[row.benefitWay] ?? row.benefitWay, row.benefitedOn, row.beneficiaries],
      row.benefitAmountFen === null ? null : row.benefitAmountFen / FEN_PER_YUAN,
    ]),
  };
}

/** A form of an area and a year, at most 20,000 rows. */
export function readForm(tx: Tx, key: ProjectFormKey, range: RegionRange, year: number): Promise<Sheet> {
  if (key === 'beneficiaries') return readBeneficiaries(tx, range, year);
  return readProjectForm(tx, PROJECT_FORMS[key], range, year);
}
