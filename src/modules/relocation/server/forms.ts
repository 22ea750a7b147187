// The forms of registers §10 as data, and the two that are reckoned: work in the sites at the end of a quarter, households without any.

import { sql } from 'kysely';
import { formatDate } from '../../../kernel/plain-date.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { byHand } from '../../../platform/server/registers/forms/form-cells.ts';
import type { RegisterForm } from '../../../platform/server/registers/forms/read-form.ts';
import type { SheetColumn } from '../../../platform/server/tables/xlsx/xlsx-write.ts';
import { headColumn, readText, VILLAGE_COLUMN } from '../../households/server/index.ts';
import { relocationHouseholdRegister } from '../../projects/domain/relocation-household-register.ts';
import { relocationSiteRegister } from '../../projects/domain/relocation-site-register.ts';
import type { FormReader } from '../../regions/server/index.ts';
import type { FormKey } from '../domain/form-words.ts';
import { lastQuarter } from '../domain/quarter.ts';
import { siteRiskRegister } from '../domain/site-risk-register.ts';
import { livingSql, sitesIn } from './read-households.ts';

const of = (register: unknown) => register as RegisterDefinition;
const SITE = readText(
  'site',
  '安置点',
  '(select s.site_name from relocation_sites s where s.number = t.site_number limit 1)',
);
const LIVES = 't.moved_in_on <= d.today and (t.moved_out_on is null or t.moved_out_on > d.today)';
const MOST_ROWS = 20_000;

const number = (title: string): SheetColumn => ({ title, kind: 'number', width: 10 });
const text = (title: string, width = 16): SheetColumn => ({ title, kind: 'text', width });

type QuarterRow = {
  name: string;
  village: string;
  households: number;
  ableHouseholds: number;
  able: number;
  working: number;
  workingHouseholds: number;
  dwellings: number | null;
};

const readQuarter: FormReader = async (tx, { range, today }) => {
  const quarter = lastQuarter(formatDate(today));
  const rows = await tx.rows(sql<QuarterRow>`
    with ${livingSql(sql`select t.number from relocation_sites t where ${sitesIn(range)}`, quarter.end)}
    select t.site_name as name, coalesce(v.name, '') as village, t.dwellings, count(l.id)::int as households,
      (count(*) filter (where l.able > 0))::int as able_households, coalesce(sum(l.able), 0)::int as able,
      coalesce(sum(l.working), 0)::int as working, (count(*) filter (where l.able > 0 and l.working > 0))::int as working_households
    from relocation_sites t left join regions v on v.code = t.village_code left join living l on l.site_number = t.number
    where ${sitesIn(range)} and t.moved_in_on <= ${quarter.end}::date
    group by t.number, t.site_name, v.name, t.dwellings order by t.number limit ${MOST_ROWS}`);
  return {
    about: quarter.words,
    header: [
      ...[number('序号'), text('安置点', 20), text('嘎查村'), number('套数'), number('入住户'), number('空置套')],
      ...[number('有劳动力户'), number('劳动力'), number('已就业人'), number('已就业户'), number('零就业户')],
    ],
    rows: rows.map((row, i) => [
      ...[i + 1, row.name, row.village, row.dwellings, row.households],
      row.dwellings === null ? null : Math.max(row.dwellings - row.households, 0),
      ...[row.ableHouseholds, row.able, row.working, row.workingHouseholds, row.ableHouseholds - row.workingHouseholds],
    ]),
  };
};

type JoblessRow = { site: string; village: string; number: string; headName: string; members: number; able: number };

const readJobless: FormReader = async (tx, { range, today }) => {
  const rows = await tx.rows(sql<JoblessRow>`
    with ${livingSql(sql`select t.number from relocation_sites t where ${sitesIn(range)}`, formatDate(today))}
    select t.site_name as site, coalesce(v.name, '') as village, l.number, l.head_name, l.members, l.able
    from living l join relocation_sites t on t.number = l.site_number and ${sitesIn(range)} left join regions v on v.code = t.village_code
    where l.able > 0 and l.working = 0 order by t.number, l.number limit ${MOST_ROWS}`);
  return {
    header: [
      ...[number('序号'), text('安置点', 20), text('嘎查村'), text('户编号'), text('户主', 12), number('人口')],
      ...[number('劳动力'), text('走访日期'), text('帮扶措施', 24), text('就业人员', 12), text('清零日期')],
    ],
    rows: rows.map((row, i) => [
      ...[i + 1, row.site, row.village, row.number, row.headName, row.members, row.able],
      ...[null, null, null, null],
    ]),
  };
};

export const RELOCATION_FORMS: Record<FormKey, RegisterForm | FormReader> = {
  sites: {
    register: of(relocationSiteRegister),
    columns: [
      ...['villageCode', 'number', 'siteName', 'siteKind', 'movedInOn', 'dwellings', 'designHouseholds'],
      ...['designPersons', 'floorArea', 'facilities', 'manager', 'responsible'],
    ],
    where: 'true',
  },
  households: {
    register: of(relocationHouseholdRegister),
    columns: [
      ...[SITE, 'householdNumber', headColumn(), 'relocationStatus', 'resettledHow', 'originVillageCode', 'movedInOn'],
      ...['residenceMoved', 'oldHouseRazed', byHand('户主签字')],
    ],
    where: LIVES,
  },
  measures: {
    register: of(relocationHouseholdRegister),
    columns: [
      SITE,
      VILLAGE_COLUMN,
      'householdNumber',
      headColumn(),
      'relocationStatus',
      'followUpMeasures',
      byHand('落实情况'),
    ],
    where: LIVES,
  },
  quarter: readQuarter,
  jobless: readJobless,
  risks: {
    register: of(siteRiskRegister),
    columns: [
      ...[SITE, VILLAGE_COLUMN, 'riskKind', 'level', 'foundOn', 'finding', 'actedOn', 'action', 'clearedOn'],
      'watchUntil',
    ],
    where: `t.cleared_on is null or t.watch_until >= d.today`,
  },
};
