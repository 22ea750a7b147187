// Rows that stand beside every filter of figure-definitions §4: each would count if that one filter were not there.

import { FIRST_TITLES, later } from './chance.ts';
import type { Household } from './make-households.ts';
import { type Cell, columnsOf, isRefused, type Row, row, since, text } from './rows.ts';
import { REGION, type World } from './world.ts';

const WAN = 1_000_000;

/** Families of one village that can work, with nothing but what is said of them here. */
export function cornerHouseholds({ counties, villages }: World): Household[] {
  const village = villages.get(counties[0] ?? 0)?.[0] ?? 0;
  return ['later', 'over', 'measure', 'void', 'focus'].map((name) => ({
    ...{ number: `E-${name}`, village, lifted: true, category: '', cleared: false, labour: ['普通劳动力'] },
  }));
}

const arranged = (number: string, of: number, region: number, source: string): Row =>
  row('fund-arrangements', {
    ...{ 安排编号: number, 地区代码: region, 预算年度: of, 资金种类: '衔接资金', 来源层级: source },
    ...{ 文号: '示例', 安排日期: `${of}-01-15`, 安排金额: 77 * WAN },
  });

const issued = (number: string, of: number, to: number, kind: string, source: string, on: string): Row =>
  row('fund-issuances', {
    ...{ 下达编号: number, 接收地区代码: to, 下达地区代码: REGION, 预算年度: of, 资金种类: kind, 来源层级: source },
    ...{ 指标文号: '示例', 下达日期: on, 下达金额: 31 * WAN, 收回下达编号: '' },
  });

const given = (number: string, issuance: string, project: string, on: string, amount: number): Row =>
  row('fund-allocations', { 分配编号: number, 下达编号: issuance, 项目编号: project, 分配日期: on, 分配金额: amount });

type Planned = { number: string; county: number; of: number; on: string; begun: string };

const planned = ({ number, county, of, on, begun }: Planned): Row =>
  row('projects', {
    ...{ 项目编号: number, 旗县代码: county, 项目名称: '示例', 项目类别: '产业发展', 计划年度: of, 列入计划日期: on },
    ...{ 开工日期: begun, 计划总投资: 50 * WAN, 所属专项: '京蒙协作', 联农带农方式: '务工就业' },
  });

const gained = (project: string, on: string): Row =>
  row('project-beneficiaries', {
    ...{
      项目编号: project,
      户编号: 'E-focus',
      受益年度: Number(on.slice(0, 4)),
      受益方式: '订单',
      受益日期: on,
      受益人数: 3,
    },
  });

/** Nationally lifted counties beside those of the trial: the second is none any more. */
const lifted = ({ counties }: World, by: string): number[] =>
  FIRST_TITLES.filter(({ county, title }) => title === by && !counties.includes(county)).map(({ county }) => county);

/** The other fund: to a county that was lifted, of other years, too late, void. */
function specials(world: World, of: number): Row[] {
  const [own = 0, revoked = 0] = lifted(world, '国家级脱贫旗县');
  const [regional = 0] = lifted(world, '自治区级脱贫旗县');
  const special = (name: string, to: number, on: string) =>
    issued(`E-special-${name}-${of}`, of, to, '农牧业发展专项', '盟市', on);
  const voided = special('void', own, `${of}-02-01`);
  Object.assign(voided.cells, { 作废: '是', 作废原因: '重复录入' });
  return [
    special('own', own, `${of}-02-01`),
    special('late', own, `${of + 1}-01-05`),
    special('regional', regional, `${of}-02-01`),
    special('revoked', revoked, `${of}-02-01`),
    voided,
  ];
}

/** In an area of its own one ledger counts; rows of the others are too late, cancelled, void. */
function ledgers({ zone }: World): Row[] {
  const asset = (number: string, kind: string, formed: number, more: Record<string, Cell> = {}) =>
    row('assets', {
      ...{ 资产编号: `E-${number}`, 所在地区代码: zone, 资产名称: '示例', 资产类别: kind, 形成年度: formed },
      ...{ 登记日期: `${formed}-06-01`, 原值: 500, 注销日期: '', ...more },
    });
  return [
    asset('asset', '经营性', 2013),
    asset('asset-early', '公益性', 2011),
    asset('asset-cancelled', '到户类', 2013, { 注销日期: '2013-07-01' }),
    asset('asset-void', '公益性', 2013, { 作废: '是', 作废原因: '重复录入' }),
  ];
}

/** Money that has no limit here, with projects that are planned late, hold nothing, or lie in a zone. */
function corners(world: World): Row[] {
  const { year, counties, zone, leagues } = world;
  const [county = 0] = counties;
  return [year - 1, year].flatMap((of) => {
    const open = issued(`E-open-${of}`, of, county, '衔接资金', '盟市', `${of}-03-01`);
    const early = issued(`E-early-${of}`, of, county, '衔接资金', '盟市', `${of - 1}-10-01`);
    const toZone = issued(`E-zone-${of}`, of, zone, '衔接资金', '盟市', `${of}-02-01`);
    const late = issued(`E-late-${of}`, of, county, '衔接资金', '盟市', `${of + 1}-01-05`);
    const own = (name: string) => `E-${name}-${of}`;
    return [
      ...[open, early, toZone, late],
      arranged(own('league'), of, leagues[0] ?? 0, '中央'),
      row('fund-arrangements', {
        ...arranged(own('void'), of, REGION, '中央').cells,
        ...{ 作废: '是', 作废原因: '重复录入' },
      }),
      arranged(own('league-2'), of, leagues[0] ?? 0, '自治区'),
      arranged(own('source'), of, REGION, '旗县'),
      issued(own('special-zone'), of, zone, '农牧业发展专项', '盟市', `${of}-02-01`),
      planned({ number: own('zero'), county, of, on: `${of}-01-10`, begun: `${of}-03-10` }),
      planned({ number: own('listed'), county, of, on: `${of + 1}-01-10`, begun: `${of}-03-10` }),
      planned({ number: own('next'), county, of: of + 1, on: `${of}-01-10`, begun: `${of}-03-10` }),
      planned({ number: own('zone'), county: zone, of, on: `${of}-01-10`, begun: `${of}-03-10` }),
      given(own('zero-1'), text(open, '下达编号'), own('zero'), `${of}-03-05`, WAN),
      given(own('zero-2'), text(open, '下达编号'), own('zero'), `${of}-03-06`, -WAN),
      given(own('listed-1'), text(open, '下达编号'), own('listed'), `${of}-03-05`, WAN),
      given(own('next-1'), text(open, '下达编号'), own('next'), `${of}-03-05`, WAN),
      given(own('zone-1'), text(toZone, '下达编号'), own('zone'), `${of}-03-05`, WAN),
      given(own('early-1'), text(early, '下达编号'), own('next'), `${of}-03-05`, WAN),
      // Given to a project before it was issued: the share does not know it yet.
      given(own('late-1'), text(late, '下达编号'), own('next'), `${of}-03-05`, WAN),
      row('fund-payments', {
        ...{ 支付编号: own('zone-2'), 分配编号: own('zone-1'), 支付日期: `${of}-04-01`, 支付金额: 5 },
        ...{ 收款方: '示例', 支付类别: '结算' },
      }),
      ...['zero', 'listed', 'next'].map((name) => gained(own(name), `${of}-05-01`)),
    ];
  });
}

/** Contracts and measures that begin too late, or were over too early. */
function reaching({ year }: World): Row[] {
  const contract = (number: string, household: string, from: string, until: string) =>
    row('linkage-contracts', {
      ...{ 协议编号: number, 经营主体: '示例', 户编号: household, 联结方式: '订单', 开始日期: from, 解除日期: until },
    });
  return [
    contract('E-later', 'E-later', `${year + 1}-01-01`, ''),
    row('linkage-contracts', {
      ...contract('E-void', 'E-void', `${year - 3}-01-01`, '').cells,
      ...{ 作废: '是', 作废原因: '重复录入' },
    }),
    contract('E-over', 'E-over', `${year - 5}-01-01`, `${year - 3}-01-01`),
    row('help-measures', {
      措施编号: 'E-measure',
      户编号: 'E-measure',
      措施类别: '产业帮扶',
      开始日期: `${year + 1}-01-01`,
    }),
  ];
}

function titles(world: World): Row[] {
  const { year, counties, zone } = world;
  const title = (county: number, name: string, from: string, until = '') =>
    row('county-designations', { 旗县代码: county, 称号: name, 认定日期: from, 撤销日期: until });
  return [
    ...counties.map((county) => title(county, '自治区级脱贫旗县', `${year + 1}-06-01`)),
    title(counties[2] ?? 0, '自治区乡村振兴重点帮扶旗县', `${year + 1}-06-01`),
    title(zone, '自治区级脱贫旗县', '2015-01-01'),
    title(lifted(world, '国家级脱贫旗县')[1] ?? 0, '国家级脱贫旗县', '', `${year - 3}-01-01`),
    title(zone, '自治区乡村振兴重点帮扶旗县', '2015-01-01'),
  ];
}

/** Targets of another area, of the year's end, and of the year before, each newer than those that count. */
function targets({ year, leagues }: World): Row[] {
  const target = (figure: string, of: number, value: string, unit: string, on: string, region = REGION) =>
    row('targets', {
      ...{ 指标: figure, 地区代码: region, 年度: of, 下达层级: '国家', 目标值: value, 计量单位: unit, 下达日期: on },
    });
  return [
    target('fund.industry_share', year, '99', '%', `${year}-05-01`, leagues[0]),
    target('fund.industry_share', year - 1, '98', '%', `${year}-05-02`),
    target('fund.special', year, '997', '亿元', `${year}-12-30`),
    target('fund.special', year - 1, '996', '亿元', `${year}-05-02`),
  ];
}

export function makeCorners(world: World): Row[] {
  const { year } = world;
  const special = [year - 1, year, year + 1].flatMap((of) => specials(world, of));
  return [...corners(world), ...special, ...ledgers(world), ...reaching(world), ...titles(world), ...targets(world)];
}

/** Of sound rows of every register some that come in void. */
export function makeVoid({ chance }: World, rows: readonly Row[]): Row[] {
  const registers = new Set(rows.map(({ register }) => register));
  return [...registers].flatMap((register) => {
    const named = columnsOf(register).find(({ isKey, kind }) => isKey && kind === 'text')?.title;
    const sound = rows.filter((one) => one.register === register && !isRefused(one));
    if (!named || ['asset-distributions', 'targets'].includes(register)) return [];
    return chance.some(sound, register === 'fund-issuances' ? sound.length : 40).map((one, i) => {
      const cells: Record<string, Cell> = { [named]: `${text(one, named)}-V${i}`, 作废: '是', 作废原因: '重复录入' };
      return row(register, { ...one.cells, ...cells });
    });
  });
}

/** Spells, a title and a target that come in void: they have no number of their own. */
export function makeVoidSpells({ chance, year, counties }: World, rows: readonly Row[]): Row[] {
  const spells = rows.filter((one) => one.register === 'household-statuses' && !isRefused(one));
  const voided = { 作废: '是', 作废原因: '重复录入' };
  const target = (figure: string, unit: string) =>
    row('targets', {
      ...{
        指标: figure,
        地区代码: REGION,
        年度: year,
        下达层级: '国家',
        目标值: '995',
        计量单位: unit,
        下达日期: `${year}-05-20`,
      },
      ...voided,
    });
  const title = { 旗县代码: counties[3] ?? 0, 称号: '自治区乡村振兴重点帮扶旗县', 认定日期: '2015-01-01' };
  const small = [
    target('fund.industry_share', '%'),
    target('fund.special', '亿元'),
    row('county-designations', { ...title, ...voided }),
  ];
  const spelled = chance.some(spells, 20).map((one) =>
    row('household-statuses', {
      ...{ 户编号: text(one, '户编号'), 身份: text(one, '身份') === '脱贫户' ? '边缘易致贫户' : '脱贫户' },
      ...{ 开始日期: later(since(one), -2000), ...voided },
    }),
  );
  return [...small, ...spelled];
}
