// Cooperation with Beijing: money, firms, parks, schools and hospitals, villages.

import { sql } from 'kysely';
import type { On } from '../../domain/asked.ts';
import { registerCells } from '../read-registers.ts';
import {
  type Condition,
  dateOf,
  distinct,
  type FigureSource,
  inForce,
  inYear,
  LIFTED,
  ofYear,
  type Part,
  type Reading,
  total,
} from '../reading.ts';

type Nature = 'planned' | 'received';

function money(r: Reading, nature: Nature, part: Part['part'] = ''): Part {
  return total(
    sql`select ${registerCells('cooperation-funds', 't', { object: sql`t.number`, amount: sql`t.amount_fen` })}
      from ${r.valid('cooperation-funds')} t where t.nature = ${nature} and t.year = ${r.on.year} and t.happened_on <= ${dateOf(r.on.day)}
        and ${r.within('t.place_code')}`,
    part,
  );
}

const hasMoney = (r: Reading, nature: Nature): Condition =>
  r.has('cooperation-funds', sql`t.nature = ${nature} and t.year = ${r.on.year}`);

const paidRate: FigureSource = (r) => ({
  needs: [hasMoney(r, 'received'), hasMoney(r, 'planned')],
  parts: [money(r, 'received', '分子'), money(r, 'planned', '分母')],
});

/** Money that arrived this year, `t`. */
const isPaidIn = (r: Reading): Condition => sql`${inYear(sql`t.paid_in_on`, r.on)} and ${r.within('t.place_code')}`;

/** Codes of firms that have put more in than they took out. */
function investors(r: Reading): Condition {
  return sql`(select t.organisation_code from ${r.valid('cooperation-investments')} t where ${isPaidIn(r)}
    group by 1 having sum(t.amount_fen) > 0)`;
}

function investments(r: Reading, where: Condition): Condition {
  return sql`select ${registerCells('cooperation-investments', 't', { object: sql`t.organisation_code`, amount: sql`t.amount_fen` })}
    from ${r.valid('cooperation-investments')} t where ${isPaidIn(r)} and ${where}`;
}

const hasInvestments = (r: Reading): Condition =>
  r.has('cooperation-investments', ofYear(sql`t.paid_in_on`, r.on.year));

const enterprises: FigureSource = (r) => ({
  needs: [hasInvestments(r)],
  parts: [distinct(investments(r, sql`t.organisation_code in ${investors(r)}`))],
});

const newEnterprises: FigureSource = (r) => {
  const landed = sql`exists (select from ${r.valid('cooperation-enterprises')} e where e.organisation_code = t.organisation_code
    and e.region_code = t.region_code and ${inYear(sql`e.landed_on`, r.on)})`;
  return {
    needs: [hasInvestments(r)],
    parts: [distinct(investments(r, sql`t.organisation_code in ${investors(r)} and ${landed}`))],
  };
};

const landedLastYear: FigureSource = (r) => {
  const landed = ofYear(sql`t.landed_on`, r.before.year);
  return {
    needs: [r.has('cooperation-enterprises', landed)],
    parts: [
      distinct(sql`select ${registerCells('cooperation-enterprises', 't', { object: sql`t.organisation_code` })}
        from ${r.valid('cooperation-enterprises')} t where ${landed} and ${r.within('t.place_code')}`),
    ],
  };
};

function parks(r: Reading, where: Condition): Part {
  return total(sql`select ${registerCells('parks', 't', { object: sql`t.number` })} from ${r.valid('parks')} t
    where ${where} and ${r.within('t.place_code')}`);
}

const openParks = (r: Reading, { day }: On): ReturnType<FigureSource> => ({
  needs: [r.has('parks', sql`t.opened_on <= ${dateOf(day)}`)],
  parts: [parks(r, inForce('t', day, 'opened_on', 'left_on'))],
});

const newParks: FigureSource = (r) => ({
  needs: [r.has('parks', ofYear(sql`t.opened_on`, r.on.year))],
  parts: [parks(r, inYear(sql`t.opened_on`, r.on))],
});

/** A stock of the end of last year; the counties are those that carry the title today. */
const institutions =
  (kind: 'school' | 'hospital'): FigureSource =>
  (r) => {
    const { day } = r.before;
    return {
      needs: [
        r.has('institution-pairs', sql`t.kind = ${kind} and t.started_on <= ${dateOf(day)}`),
        r.anyCounty(LIFTED),
      ],
      parts: [
        distinct(sql`select ${registerCells('institution-pairs', 't', { object: sql`t.organisation_code` })}
          from ${r.valid('institution-pairs')} t where t.kind = ${kind} and ${inForce('t', day, 'started_on', 'ended_on')}
            and ${r.inCounties('t.region_code', LIFTED)} and ${r.within('t.place_code')}`),
      ],
    };
  };

const demoVillages: FigureSource = (r) => ({
  needs: [r.has('demo-villages', sql`t.plan_year = ${r.on.year}`)],
  parts: [
    distinct(sql`select ${registerCells('demo-villages', 't', { object: sql`t.village_code` })} from ${r.valid('demo-villages')} t
      where t.plan_year = ${r.on.year} and t.approved_on <= ${dateOf(r.on.day)} and ${r.within('t.place_code')}`),
  ],
});

export const cooperationSources: Record<string, FigureSource> = {
  'jingmeng.fund': (r) => ({ needs: [hasMoney(r, 'received')], parts: [money(r, 'received')] }),
  'jingmeng.fund.planned': (r) => ({ needs: [hasMoney(r, 'planned')], parts: [money(r, 'planned')] }),
  'jingmeng.fund.paid_rate': paidRate,
  'jingmeng.enterprises': enterprises,
  'jingmeng.enterprises.new': newEnterprises,
  'jingmeng.investment': (r) => ({ needs: [hasInvestments(r)], parts: [total(investments(r, sql`true`))] }),
  'jingmeng.parks': (r) => openParks(r, r.on),
  'jingmeng.parks.new': newParks,
  'jingmeng.last_year.parks': (r) => openParks(r, r.before),
  'jingmeng.last_year.enterprises': landedLastYear,
  'jingmeng.last_year.schools': institutions('school'),
  'jingmeng.last_year.hospitals': institutions('hospital'),
  'jingmeng.demo_villages': demoVillages,
};
