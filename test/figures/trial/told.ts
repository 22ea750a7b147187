// The figures by their ids, as a command prints their 数值.

import { lowestTerms, sum, type Told } from './question.ts';
import type { Reckoning } from './reckon.ts';
import { fen, type Row, text } from './rows.ts';

const NO_DATA = 'no-data';
const NOT_DEFINED = 'not-defined';

const ratio = (n: number, d: number): Told => (d === 0 ? NO_DATA : `${n}/${d}`);
const BOTH = ['中央', '自治区'];

type Reckon = (r: Reckoning) => Told;

/** Of the whole region alone. */
const top =
  (of: Reckon): Reckon =>
  (r) =>
    r.level === 'region' ? of(r) : NOT_DEFINED;
/** Down to the county. */
const county =
  (of: Reckon): Reckon =>
  (r) =>
    r.level === 'below' ? NOT_DEFINED : of(r);

const issuedOf = (r: Reckoning) => sum(r.counted(r.on), '下达金额');

const growth: Reckon = (r) => {
  const base = r.setting('growth.base') === 'day' ? r.lastYear : r.before;
  if (!r.isArranged(r.on.year) || !r.isArranged(base.year)) return NO_DATA;
  const before = sum(r.arranged(base, ...BOTH), '安排金额');
  return ratio(sum(r.arranged(r.on, ...BOTH), '安排金额') - before, before);
};

const arranged = (...sources: string[]): Reckon =>
  top((r) => (r.isArranged(r.on.year) ? String(sum(r.arranged(r.on, ...sources), '安排金额')) : NO_DATA));

const rise: Reckon = (r) => {
  if (!r.isIssued(r.on.year) || !r.isIssued(r.before.year)) return NO_DATA;
  const [now, before] = [issuedOf(r), sum(r.counted(r.before), '下达金额')].map(BigInt);
  if (!now || !before) return NO_DATA;
  const n = BigInt(r.toIndustry(r.on)) * before - BigInt(r.toIndustry(r.before)) * now;
  const d = now * before;
  return d < 0n ? lowestTerms(-n, -d) : lowestTerms(n, d);
};

const projectCount = (r: Reckoning): Row[] => r.projects(r.on);
const hasProjects = (of: Reckon): Reckon => county((r) => (r.isPlanned(r.on.year) ? of(r) : NO_DATA));

const isBegun = (one: Row, day: string): boolean =>
  ['开工日期', '完工日期', '验收日期'].some((column) => text(one, column) && text(one, column) <= day);

const programme = (of: (rows: Row[]) => number): Reckon =>
  county((r) => {
    const known = r
      .all('projects')
      .some((one) => text(one, '计划年度') === String(r.on.year) && text(one, '所属专项').includes('易地搬迁后续扶持'));
    return known ? String(of(r.ofProgramme(r.on, '易地搬迁后续扶持'))) : NO_DATA;
  });

const toCounties = (r: Reckoning, kind: string, set: 'LN' | 'LIFT' | 'KEY', sources?: string[]): number => {
  const counties = r.counties(set);
  return sum(
    r.issued(r.on, kind, sources).filter((one) => counties.has(fen(one, '接收地区代码'))),
    '下达金额',
  );
};

const specialSet = (r: Reckoning) => (r.setting('special.counties') === 'LN' ? 'LN' : 'LIFT');

export const FIGURES: Readonly<Record<string, Reckon>> = {
  'fund.arranged': arranged(...BOTH),
  'fund.arranged.central': arranged('中央'),
  'fund.arranged.region': arranged('自治区'),
  'fund.arranged.growth': top(growth),
  'fund.issued_to_county': county((r) => (r.isIssued(r.on.year) ? String(issuedOf(r)) : NO_DATA)),
  'fund.spent_rate': county((r) => {
    if (!r.isIssued(r.on.year)) return NO_DATA;
    const isOfArranged = r.setting('spent.base') === 'arranged';
    return ratio(r.paid(r.on), isOfArranged ? sum(r.arranged(r.on, ...BOTH), '安排金额') : issuedOf(r));
  }),
  'fund.industry_share': county((r) => (r.isIssued(r.on.year) ? ratio(r.toIndustry(r.on), issuedOf(r)) : NO_DATA)),
  'fund.industry_share.rise': county(rise),
  'fund.industry_share.floor': top((r) => {
    const value = r.target('fund.industry_share', '衔接资金用于产业的比重');
    return value === undefined ? NO_DATA : lowestTerms(BigInt(Math.round(Number(value) * 10)), 1000n);
  }),
  'fund.special': county((r) =>
    r.isIssued(r.on.year, '农牧业发展专项') && r.counties(specialSet(r)).size > 0
      ? String(toCounties(r, '农牧业发展专项', specialSet(r)))
      : NO_DATA,
  ),
  'fund.special.commitment': top((r) => {
    const value = r.target('fund.special');
    return value === undefined ? NO_DATA : String(BigInt(value) * 10_000_000_000n);
  }),
  'fund.keycounty': county((r) =>
    r.isIssued(r.on.year) && r.counties('KEY').size > 0 ? String(toCounties(r, '衔接资金', 'KEY', BOTH)) : NO_DATA,
  ),
  'fund.keycounty_share': county((r) =>
    r.isIssued(r.on.year) && r.counties('KEY').size > 0
      ? ratio(toCounties(r, '衔接资金', 'KEY', BOTH), sum(r.issued(r.on, '衔接资金', BOTH), '下达金额'))
      : NO_DATA,
  ),
  'project.count': hasProjects((r) => String(projectCount(r).length)),
  'project.industry.count': hasProjects((r) => {
    const classes = r.setting('industry.classes').split('、');
    return String(projectCount(r).filter((one) => classes.includes(text(one, '项目类别'))).length);
  }),
  'project.start_rate': hasProjects((r) =>
    ratio(projectCount(r).filter((one) => isBegun(one, r.on.day)).length, projectCount(r).length),
  ),
  'project.covered_person_times': (r) => (r.isPlanned(r.before.year) ? String(r.personTimes()) : NO_DATA),
  'relocation.fund': programme((rows) => sum(rows, '计划总投资')),
  'relocation.projects': programme((rows) => rows.length),
  'jingmeng.last_year.projects': county((r) =>
    r.isPlanned(r.before.year)
      ? String(r.ofProgramme(r.before, '京蒙协作').filter((one) => isBegun(one, r.before.day)).length)
      : NO_DATA,
  ),
  'asset.value': (r) => (r.isAssetKnown() ? String(sum(r.assets(), '原值')) : NO_DATA),
  'asset.ledgers': (r) =>
    r.isAssetKnown() ? String(new Set(r.assets().map((one) => text(one, '资产类别'))).size) : NO_DATA,
  'industry.able_household_coverage': (r) => {
    const [able, reached] = [r.able(), r.reached()];
    return ratio(able.filter(({ number }) => reached.has(number)).length, able.length);
  },
};
