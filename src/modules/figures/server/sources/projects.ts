// Projects, assets, insurance: what the money became.

import { sql } from 'kysely';
import type { On } from '../../domain/asked.ts';
import { isFocusOn, statusesOf } from '../households-on.ts';
import { registerCells } from '../read-registers.ts';
import {
  type Condition,
  dateOf,
  distinct,
  type FigureSource,
  inForce,
  type Part,
  type Reading,
  total,
} from '../reading.ts';
import { industryClasses } from './funds.ts';

/** On `p`: planned for the year, and not removed on the day. */
function isPlanned({ day, year }: On): Condition {
  return sql`p.plan_year = ${year} and ${inForce('p', day, 'planned_on', 'removed_on')}`;
}

/** Numbers of projects with money of 衔接资金, of any budget year, as a subquery. */
function funded(r: Reading, day: string): Condition {
  return sql`(select a.project_number from ${r.valid('fund-allocations')} a join ${r.valid('fund-issuances')} i on i.number = a.issuance_number
    where i.fund_kind = 'transition' and a.allocated_on <= ${dateOf(day)} group by 1 having sum(a.amount_fen) > 0)`;
}

const isStarted = (day: string): Condition => sql`least(p.started_on, p.finished_on, p.accepted_on) <= ${dateOf(day)}`;

function projects(r: Reading, on: On, where: Condition, part: Part['part'] = ''): Part {
  return total(
    sql`select ${registerCells('projects', 'p', { object: sql`p.number` })} from ${r.valid('projects')} p
      where ${isPlanned(on)} and p.number in ${funded(r, on.day)} and ${where} and ${r.within('p.place_code')}`,
    part,
  );
}

/** Projects planned for the year, and money given to any of them. */
function hasFunded(r: Reading, year: number, where: Condition = sql`true`): Condition[] {
  const given = sql`exists (select from ${r.valid('fund-issuances')} i where i.number = t.issuance_number and i.fund_kind = 'transition')
    and exists (select from ${r.valid('projects')} p where p.number = t.project_number and p.plan_year = ${year})`;
  return [r.has('projects', sql`t.plan_year = ${year} and ${where}`), r.has('fund-allocations', given)];
}

const projectCount: FigureSource = (r) => ({
  needs: hasFunded(r, r.on.year),
  parts: [projects(r, r.on, sql`true`)],
});

const industryCount: FigureSource = (r) => ({
  needs: hasFunded(r, r.on.year, sql`t.project_kind = ${industryClasses(r)}`),
  parts: [projects(r, r.on, sql`p.project_kind = ${industryClasses(r)}`)],
});

const startRate: FigureSource = (r) => ({
  needs: hasFunded(r, r.on.year),
  parts: [projects(r, r.on, isStarted(r.on.day), '分子'), projects(r, r.on, sql`true`, '分母')],
});

/** Persons of households that were lifted or monitored on the day they gained; a household may gain from several projects. */
const coveredPersonTimes: FigureSource = (r) => {
  const { before } = r;
  const gained = sql`select b.* from ${r.valid('project-beneficiaries')} b join ${r.valid('projects')} p on p.number = b.project_number
    where ${isPlanned(before)} and p.number in ${funded(r, before.day)} and b.benefited_on <= ${dateOf(before.day)} and ${r.within('b.place_code')}`;
  const ofYear = sql`exists (select from ${r.valid('projects')} p where p.number = t.project_number and p.plan_year = ${before.year})`;
  const cells = { object: sql`b.household_number`, amount: sql`b.beneficiaries` };
  return {
    needs: [r.has('project-beneficiaries', ofYear), ...hasFunded(r, before.year)],
    parts: [
      total(sql`with gained as materialized (${gained})
        select ${registerCells('project-beneficiaries', 'b', cells)} from gained b
        join ${statusesOf(r, sql`h.number in (select g.household_number from gained g)`)} s on s.number = b.household_number
        where ${isFocusOn('s', sql`b.benefited_on`)}`),
    ],
  };
};

const isResettlement: Condition = sql`'resettlement' = any(p.programmes)`;

/** Plans of the programme: what is planned, whatever money it has. */
function resettlement(r: Reading, amount: Condition): ReturnType<FigureSource> {
  return {
    needs: [r.has('projects', sql`'resettlement' = any(t.programmes) and t.plan_year = ${r.on.year}`)],
    parts: [
      total(sql`select ${registerCells('projects', 'p', { object: sql`p.number`, amount })}
        from ${r.valid('projects')} p where ${isResettlement} and ${isPlanned(r.on)} and ${r.within('p.place_code')}`),
    ],
  };
}

const cooperationProjects: FigureSource = (r) => ({
  needs: [r.has('projects', sql`'beijing' = any(t.programmes) and t.plan_year = ${r.before.year}`)],
  parts: [
    total(sql`select ${registerCells('projects', 'p', { object: sql`p.number` })} from ${r.valid('projects')} p
      where 'beijing' = any(p.programmes) and ${isPlanned(r.before)} and ${isStarted(r.before.day)} and ${r.within('p.place_code')}`),
  ],
});

/** Formed by the poverty projects of these years. */
const FORMED: Condition = sql`t.formed_in between 2012 and 2020`;

function assets(r: Reading): Condition {
  return sql`select ${registerCells('assets', 't', { object: sql`t.asset_kind`, amount: sql`t.original_value_fen` })}
    from ${r.valid('assets')} t
    where ${FORMED} and ${inForce('t', r.on.day, 'registered_on', 'cancelled_on')} and ${r.within('t.place_code')}`;
}

const assetNeeds = (r: Reading): Condition[] => [
  r.has('assets', sql`${FORMED} and t.registered_on <= ${dateOf(r.on.day)}`),
];

/** Policies in force in counties; of a county, the one that began last. */
function policies(r: Reading): Condition {
  return sql`select ${registerCells('insurance-policies', 't', { object: sql`t.region_code`, amount: sql`t.insured_persons` })}
    from (select distinct on (p.region_code) p.* from ${r.valid('insurance-policies')} p
      where p.insurance_kind = 'poverty-insurance' and ${inForce('p', r.on.day, 'cover_from', undefined, 'cover_through')}
        and ${r.isCounty(sql`p.region_code`)} and ${r.within('p.place_code')}
      order by p.region_code, p.cover_from desc, p.number collate "C" desc) t`;
}

const insuranceNeeds = (r: Reading): Condition[] => [
  r.has('insurance-policies', sql`t.insurance_kind = 'poverty-insurance' and t.cover_from <= ${dateOf(r.on.day)}`),
];

export const projectSources: Record<string, FigureSource> = {
  'project.count': projectCount,
  'project.industry.count': industryCount,
  'project.start_rate': startRate,
  'project.covered_person_times': coveredPersonTimes,
  'relocation.fund': (r) => resettlement(r, sql`coalesce(p.planned_total_fen, 0)`),
  'relocation.projects': (r) => resettlement(r, sql`1`),
  'jingmeng.last_year.projects': cooperationProjects,
  'asset.value': (r) => ({ needs: assetNeeds(r), parts: [total(assets(r))] }),
  'asset.ledgers': (r) => ({ needs: assetNeeds(r), parts: [distinct(assets(r))] }),
  'insurance.counties': (r) => ({ needs: insuranceNeeds(r), parts: [distinct(policies(r))] }),
  'insurance.persons': (r) => ({ needs: insuranceNeeds(r), parts: [total(policies(r))] }),
};
