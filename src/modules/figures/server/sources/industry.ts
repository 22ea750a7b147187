// Belts and clusters, enterprises, workshops, sales, and what reaches households that can work.

import { sql } from 'kysely';
import { wordsOf } from '../../domain/settings.ts';
import { isLiftedOn, statusesOf } from '../households-on.ts';
import { codesOfWords, registerCells, registryCells } from '../read-registers.ts';
import {
  type Condition,
  dateOf,
  distinct,
  type FigureSource,
  inForce,
  LIFTED,
  ofYear,
  type Part,
  type Reading,
  total,
} from '../reading.ts';
import { knownHouseholds, knownPersons } from '../registry-known.ts';
import { industryClasses } from './funds.ts';

const zones =
  (kind: 'belt' | 'cluster'): FigureSource =>
  (r) => {
    const ofKind = sql`exists (select from ${r.valid('industry-zones')} z where z.number = t.zone_number and z.kind = ${kind})`;
    return {
      needs: [r.has('zone-members', sql`t.included_on <= ${dateOf(r.on.day)} and ${ofKind}`), r.anyCounty(LIFTED)],
      parts: [
        distinct(sql`select ${registerCells('zone-members', 't', { object: sql`t.zone_number` })}
          from ${r.valid('zone-members')} t join ${r.valid('industry-zones')} z on z.number = t.zone_number
          where z.kind = ${kind} and ${inForce('z', r.on.day, 'founded_on', 'revoked_on')} and ${inForce('t', r.on.day, 'included_on', 'left_on')}
            and ${r.inCounties('t.region_code', LIFTED)} and ${r.within('t.place_code')}`),
      ],
    };
  };

const leadingEnterprises: FigureSource = (r) => {
  const titles = codesOfWords('recognitions', 'title', wordsOf(r.settings['leading.titles']));
  const titled = sql`t.title = any(${titles}::text[])`;
  return {
    needs: [r.has('recognitions', sql`${titled} and t.recognised_on <= ${dateOf(r.on.day)}`)],
    parts: [
      distinct(sql`select ${registerCells('recognitions', 't', { object: sql`t.organisation_code` })}
        from ${r.valid('recognitions')} t
        where ${titled} and ${inForce('t', r.on.day, 'recognised_on', 'cancelled_on', 'valid_through')}
          and t.support_from <= ${dateOf(r.on.day)} and coalesce(t.support_through >= ${dateOf(r.on.first)}, true) and ${r.within('t.place_code')}`),
    ],
  };
};

function workshops(r: Reading, where: Condition, part: Part['part'] = ''): Part {
  return total(
    sql`select ${registerCells('workshops', 't', { object: sql`t.number` })} from ${r.valid('workshops')} t
      where ${inForce('t', r.on.day, 'opened_on', 'closed_on')} and ${where} and ${r.within('t.place_code')}`,
    part,
  );
}

const AIDED: Condition = sql`t.aided_by_beijing`;

const hasWorkshops = (r: Reading, where: Condition): Condition =>
  r.has('workshops', sql`t.opened_on <= ${dateOf(r.on.day)} and ${where}`);

const allWorkshops: FigureSource = (r) => {
  const where = r.settings['workshops.aided'] === 'beside' ? sql`t.aided_by_beijing is not true` : sql`true`;
  return { needs: [hasWorkshops(r, where)], parts: [workshops(r, where)] };
};

const aidedWorkshops: FigureSource = (r) => ({ needs: [hasWorkshops(r, AIDED)], parts: [workshops(r, AIDED)] });

/** Aided workshops whose newest report of the month or the one before says that they run. */
const runningRate: FigureSource = (r) => {
  const month = sql`date_trunc('month', ${dateOf(r.on.day)})::date`;
  const running = sql`(select m.running from ${r.valid('workshop-months')} m where m.workshop_number = t.number
    and m.month between (${month} - interval '1 month')::date and ${month} order by m.month desc limit 1)`;
  return {
    needs: [hasWorkshops(r, AIDED), r.has('workshop-months', sql`t.month <= ${dateOf(r.on.day)}`)],
    parts: [workshops(r, sql`${AIDED} and ${running}`, '分子'), workshops(r, AIDED, '分母')],
  };
};

/** Months count at their last day; the product must be on the list that day. */
const sales: FigureSource = (r) => {
  const last = sql`(t.sales_month + interval '1 month' - interval '1 day')::date`;
  return {
    needs: [r.has('product-sales', ofYear(sql`t.sales_month`, r.before.year)), r.anyCounty(LIFTED)],
    parts: [
      total(sql`select ${registerCells('product-sales', 't', { object: sql`t.region_code`, amount: sql`t.sales_amount_fen` })}
        from ${r.valid('product-sales')} t join ${r.valid('assisted-products')} p on p.number = t.product_number
        where ${ofYear(sql`t.sales_month`, r.before.year)} and p.recognised_on <= ${last} and coalesce(p.valid_through >= ${last}, true)
          and coalesce(p.cancelled_on > ${last}, true) and ${r.inCounties('t.region_code', LIFTED)} and ${r.within('t.place_code')}`),
    ],
  };
};

const consumption: FigureSource = (r) => {
  const counted = sql`t.buyer_area = 'beijing' and ${ofYear(sql`t.month`, r.before.year)}`;
  return {
    needs: [r.has('consumption-records', counted)],
    parts: [
      total(sql`select ${registerCells('consumption-records', 't', { object: sql`t.region_code`, amount: sql`t.purchase_amount_fen` })}
        from ${r.valid('consumption-records')} t where ${counted} and ${r.within('t.place_code')}`),
    ],
  };
};

/** Numbers of households that an industry project, a contract or a measure reached in the year. */
function reached(r: Reading): Condition {
  const { first, day } = r.before;
  const meets = (alias: string, since: string, until: string) =>
    sql`${sql.ref(`${alias}.${since}`)} <= ${dateOf(day)} and coalesce(${sql.ref(`${alias}.${until}`)} > ${dateOf(first)}, true)`;
  return sql`(select b.household_number from ${r.valid('project-beneficiaries')} b join ${r.valid('projects')} p on p.number = b.project_number
      where p.project_kind = ${industryClasses(r)} and ${meets('b', 'benefited_on', 'stopped_on')}
    union select l.household_number from ${r.valid('linkage-contracts')} l
      where l.household_number is not null and ${meets('l', 'started_on', 'dissolved_on')} and coalesce(l.through >= ${dateOf(first)}, true)
    union select m.household_number from ${r.valid('help-measures')} m
      where m.measure_kind = 'industry' and ${meets('m', 'started_on', 'ended_on')})`;
}

const ableCoverage: FigureSource = (r) => {
  const able = wordsOf(r.settings['labour.able']);
  const end = dateOf(r.before.day);
  const rows = (
    where: Condition,
  ) => sql`select ${registryCells('households', 's', { object: sql`s.number` })} from ${statusesOf(r)} s
    where ${isLiftedOn('s', end)} and exists (select from ${knownPersons(r)} p where p.county_code = s.county_code and p.household_id = s.id
      and p.labour = any(${able}::text[]) and coalesce(p.valid_to > ${end}, true)) and ${where}`;
  return {
    needs: [sql`exists (select from ${knownHouseholds(r)} h)`],
    parts: [
      total(rows(sql`s.number in ${reached(r)}`), '分子', { objectIn: 'row' }),
      total(rows(sql`true`), '分母', { objectIn: 'row' }),
    ],
  };
};

export const industrySources: Record<string, FigureSource> = {
  'industry.belts': zones('belt'),
  'industry.clusters': zones('cluster'),
  'industry.leading_enterprises': leadingEnterprises,
  'industry.workshops': allWorkshops,
  'industry.able_household_coverage': ableCoverage,
  'jingmeng.workshops': aidedWorkshops,
  'jingmeng.workshops.running_rate': runningRate,
  'sales.last_year': sales,
  'jingmeng.last_year.consumption': consumption,
};
