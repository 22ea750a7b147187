// Money: arranged, issued to counties, given to projects, paid. `year`: the budget year, whatever the day on a paper.

import { type RawBuilder, sql } from 'kysely';
import type { On } from '../../domain/asked.ts';
import { wordsOf } from '../../domain/settings.ts';
import { codesOfWords, registerCells } from '../read-registers.ts';
import {
  type Condition,
  dateOf,
  type FigureSource,
  KEY,
  LIFTED,
  NATIONALLY_LIFTED,
  type Part,
  type Reading,
  total,
} from '../reading.ts';

const CENTRAL_AND_REGIONAL: Condition = sql`t.source_level in ('central', 'region')`;
const TRANSITION: Condition = sql`t.fund_kind = 'transition'`;

/** Arranged for the area itself: money is arranged where its budget is. */
function arranged(r: Reading, { day, year }: On, source: Condition, part: Part['part'] = ''): Part {
  return total(
    sql`select ${registerCells('fund-arrangements', 't', { object: sql`t.number`, amount: sql`t.amount_fen` })}
      from ${r.valid('fund-arrangements')} t
      where ${TRANSITION} and ${source} and t.budget_year = ${year} and t.arranged_on <= ${dateOf(day)}
        and t.place_code = ${r.area.code}`,
    part,
  );
}

/** Money of the kind and year, wherever it comes from. */
function hasArranged(r: Reading, year: number): Condition {
  return r.has('fund-arrangements', sql`${TRANSITION} and t.budget_year = ${year}`);
}

const arrangedFrom =
  (source: Condition): FigureSource =>
  (r) => ({ needs: [hasArranged(r, r.on.year)], parts: [arranged(r, r.on, source)] });

const arrangedGrowth: FigureSource = (r) => {
  const base = r.settings['growth.base'] === 'day' ? r.lastYear : r.before;
  return {
    needs: [hasArranged(r, r.on.year), hasArranged(r, base.year)],
    parts: [arranged(r, r.on, CENTRAL_AND_REGIONAL, '本期'), arranged(r, base, CENTRAL_AND_REGIONAL, '上期')],
  };
};

/** Sources that count as issued to a county. */
function issuedSources(r: Reading): Condition {
  return r.settings['issued.sources'] === 'central+region' ? CENTRAL_AND_REGIONAL : sql`true`;
}

/** On `t`, an issuance: money of the year that has come to a county; hops on the way to it are none. */
function isIssuedToCounty(r: Reading, { day, year }: On, kind: Condition, source: Condition): Condition {
  return sql`${kind} and ${source} and t.budget_year = ${year} and t.issued_on <= ${dateOf(day)}
    and ${r.isCounty(sql`t.receiver_code`)}`;
}

type Issued = { kind: Condition; source: Condition; where?: Condition };

function issued(r: Reading, on: On, { kind, source, where = sql`true` }: Issued, part: Part['part'] = ''): Part {
  return total(
    sql`select ${registerCells('fund-issuances', 't', { object: sql`t.number`, amount: sql`t.amount_fen` })}
      from ${r.valid('fund-issuances')} t
      where ${isIssuedToCounty(r, on, kind, source)} and ${where} and ${r.within('t.place_code')}`,
    part,
  );
}

function hasIssued(r: Reading, year: number, kind: Condition): Condition {
  return r.has('fund-issuances', sql`${kind} and t.budget_year = ${year}`);
}

/** The money that fund.issued_to_county counts. */
const counted = (r: Reading): Issued => ({ kind: TRANSITION, source: issuedSources(r) });

const issuedToCounty: FigureSource = (r) => ({
  needs: [hasIssued(r, r.on.year, TRANSITION)],
  parts: [issued(r, r.on, counted(r))],
});

/** Numbers of those issuances, as a subquery. */
function countedIssuances(r: Reading, on: On): RawBuilder<unknown> {
  return sql`(select t.number from ${r.valid('fund-issuances')} t where ${isIssuedToCounty(r, on, TRANSITION, issuedSources(r))})`;
}

const spentRate: FigureSource = (r) => {
  const paid = total(
    sql`select ${registerCells('fund-payments', 'p', { object: sql`p.number`, amount: sql`p.amount_fen` })}
      from ${r.valid('fund-payments')} p join ${r.valid('fund-allocations')} a on a.number = p.allocation_number
      where p.paid_on <= ${dateOf(r.on.day)} and ${r.within('p.place_code')}
        and a.issuance_number in ${countedIssuances(r, r.on)}`,
    '分子',
  );
  const ofYear = sql`exists (select from ${r.valid('fund-allocations')} a join ${r.valid('fund-issuances')} i on i.number = a.issuance_number
    where a.number = t.allocation_number and i.fund_kind = 'transition' and i.budget_year = ${r.on.year})`;
  const isOfArranged = r.settings['spent.base'] === 'arranged';
  return {
    needs: [r.has('fund-payments', ofYear), hasIssued(r, r.on.year, TRANSITION)],
    parts: [paid, isOfArranged ? arranged(r, r.on, CENTRAL_AND_REGIONAL, '分母') : issued(r, r.on, counted(r), '分母')],
  };
};

/** Project classes that count as industry. */
export function industryClasses(r: Reading): Condition {
  return sql`any(${codesOfWords('projects', 'projectKind', wordsOf(r.settings['industry.classes']))}::text[])`;
}

function toIndustry(r: Reading, on: On, part: Part['part']): Part {
  return total(
    sql`select ${registerCells('fund-allocations', 'a', { object: sql`a.number`, amount: sql`a.amount_fen` })}
      from ${r.valid('fund-allocations')} a join ${r.valid('projects')} p on p.number = a.project_number
      where a.allocated_on <= ${dateOf(on.day)} and p.project_kind = ${industryClasses(r)} and ${r.within('a.place_code')}
        and a.issuance_number in ${countedIssuances(r, on)}`,
    part,
  );
}

function hasIndustryMoney(r: Reading, year: number): Condition[] {
  const ofYear = sql`exists (select from ${r.valid('fund-issuances')} i where i.number = t.issuance_number
    and i.fund_kind = 'transition' and i.budget_year = ${year})`;
  return [r.has('fund-allocations', ofYear), hasIssued(r, year, TRANSITION)];
}

const industryShare: FigureSource = (r) => ({
  needs: hasIndustryMoney(r, r.on.year),
  parts: [toIndustry(r, r.on, '分子'), issued(r, r.on, counted(r), '分母')],
});

const industryShareRise: FigureSource = (r) => ({
  needs: [...hasIndustryMoney(r, r.on.year), ...hasIndustryMoney(r, r.before.year)],
  parts: [
    toIndustry(r, r.on, '本期分子'),
    issued(r, r.on, counted(r), '本期分母'),
    toIndustry(r, r.before, '上期分子'),
    issued(r, r.before, counted(r), '上期分母'),
  ],
});

const special: FigureSource = (r) => {
  const kind = sql`t.fund_kind = 'agriculture'`;
  const titles = r.settings['special.counties'] === 'LN' ? NATIONALLY_LIFTED : LIFTED;
  const where = r.inCounties('t.receiver_code', titles);
  return {
    needs: [hasIssued(r, r.on.year, kind), r.anyCounty(titles)],
    parts: [issued(r, r.on, { kind, source: sql`true`, where })],
  };
};

function toKeyCounties(r: Reading, part: Part['part'] = ''): Part {
  const where = r.inCounties('t.receiver_code', KEY);
  return issued(r, r.on, { kind: TRANSITION, source: CENTRAL_AND_REGIONAL, where }, part);
}

const keyNeeds = (r: Reading): Condition[] => [hasIssued(r, r.on.year, TRANSITION), r.anyCounty(KEY)];

const keyCounty: FigureSource = (r) => ({ needs: keyNeeds(r), parts: [toKeyCounties(r)] });

const keyCountyShare: FigureSource = (r) => ({
  needs: keyNeeds(r),
  parts: [toKeyCounties(r, '分子'), issued(r, r.on, { kind: TRANSITION, source: CENTRAL_AND_REGIONAL }, '分母')],
});

export const fundSources: Record<string, FigureSource> = {
  'fund.arranged': arrangedFrom(CENTRAL_AND_REGIONAL),
  'fund.arranged.central': arrangedFrom(sql`t.source_level = 'central'`),
  'fund.arranged.region': arrangedFrom(sql`t.source_level = 'region'`),
  'fund.arranged.growth': arrangedGrowth,
  'fund.issued_to_county': issuedToCounty,
  'fund.spent_rate': spentRate,
  'fund.industry_share': industryShare,
  'fund.industry_share.rise': industryShareRise,
  'fund.special': special,
  'fund.keycounty': keyCounty,
  'fund.keycounty_share': keyCountyShare,
};
