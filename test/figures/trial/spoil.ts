// Rows that are refused by themselves: each a sound row under another number with one cell that is wrong, and the reason.

import { type Cell, columnsOf, isRefused, type Row, row, text } from './rows.ts';
import { leagueOf, type World } from './world.ts';

type Wrong = { of: string; key?: string; cells: (from: Row) => Record<string, Cell>; codes: string[] };

const wrong = (
  of: string,
  key: string,
  cells: Record<string, Cell> | ((from: Row) => Record<string, Cell>),
  ...codes: string[]
): Wrong => ({
  ...{ of, key, codes },
  cells: typeof cells === 'function' ? cells : () => cells,
});

const LONG = '长'.repeat(201);

const WRONG: Wrong[] = [
  wrong('organisations', '', { 单位代码: '91150100MA0NTEST1X' }, 'bad-code'),
  wrong('organisations', '单位代码', { 单位名称: LONG }, 'too-long'),
  wrong(
    'organisations',
    '单位代码',
    { 单位名称: '', 单位类别: '寺庙', 地区代码: '159999000000' },
    'missing',
    'not-in-list',
    'bad-region',
  ),
  wrong('organisations', '单位代码', { 上级单位代码: 'NOBODY' }, 'no-reference'),
  wrong('published-figures', '公布日期', { 指标: 'no.figure' }, 'not-in-list'),
  wrong('published-figures', '', { 公布日期: '2022-13-01' }, 'bad-date'),
  wrong('external-tables', '省级代码', { 数值: '多' }, 'bad-number'),
  wrong('external-tables', '省级代码', { 应有行数: '' }, 'missing'),
  wrong('household-statuses', '', { 户编号: 'H-NOBODY' }, 'no-household'),
  wrong('household-statuses', '', { 身份: '脱贫' }, 'not-in-list'),
  wrong(
    'household-statuses',
    '开始日期',
    { 开始日期: '2031-05-01', 结束日期: '2031-04-30', 风险消除日期: '' },
    'dates-order',
  ),
  wrong(
    'household-statuses',
    '',
    { 身份: '边缘易致贫户', 开始日期: '2031-05-01', 风险消除日期: '2031-04-30', 结束日期: '' },
    'dates-order',
  ),
  wrong('household-incomes', '', { 收入年度: 2031, 年末人口: 0 }, 'bad-number'),
  wrong('household-incomes', '', { 收入年度: 2032, 工资性收入: '若干' }, 'bad-amount'),
  wrong('household-incomes', '', { 户编号: 'H-NOBODY' }, 'no-household'),
  wrong('relocation-sites', '安置点编号', { 嘎查村代码: '150923000000' }, 'bad-village'),
  wrong('relocation-sites', '安置点编号', { 入住日期: '' }, 'missing'),
  wrong('fund-arrangements', '安排编号', { 安排日期: '2022-02-30', 安排金额: 'abc' }, 'bad-date', 'bad-amount'),
  wrong('fund-arrangements', '安排编号', { 预算年度: '二〇二二' }, 'bad-number'),
  wrong('fund-arrangements', '安排编号', { 资金种类: '扶贫资金', 文号: '' }, 'not-in-list', 'missing'),
  wrong('fund-issuances', '下达编号', { 接收地区代码: '159999' }, 'bad-region'),
  wrong('fund-issuances', '下达编号', { 下达金额: -100, 收回下达编号: '' }, 'missing'),
  wrong('fund-issuances', '下达编号', { 下达金额: -100, 收回下达编号: 'NOBODY' }, 'no-reference'),
  wrong('fund-allocations', '分配编号', { 项目编号: 'NOBODY' }, 'no-reference'),
  wrong('fund-allocations', '分配编号', { 分配金额: '1.2.3' }, 'bad-amount'),
  wrong('fund-payments', '支付编号', { 分配编号: 'NOBODY' }, 'no-reference'),
  wrong('fund-payments', '支付编号', { 支付金额: '12元3' }, 'bad-amount'),
  wrong('fund-payments', '支付编号', { 支付日期: '', 支付类别: '现金' }, 'missing', 'not-in-list'),
  wrong(
    'projects',
    '项目编号',
    (one) => ({ 计划年度: '', 列入计划日期: text(one, '列入计划日期') || '2020-01-01' }),
    'missing',
  ),
  wrong('projects', '项目编号', { 开工日期: '2020-05-02', 完工日期: '2020-05-01', 验收日期: '' }, 'dates-order'),
  wrong('projects', '项目编号', { 完工日期: '2020-05-02', 开工日期: '', 验收日期: '2020-05-01' }, 'dates-order'),
  wrong(
    'projects',
    '项目编号',
    {
      计划年度: 2020,
      列入计划日期: '2020-03-01',
      出库日期: '2020-02-28',
      计划总投资: 100,
      计划衔接资金: '',
      计划其他资金: '',
    },
    'dates-order',
  ),
  wrong(
    'projects',
    '项目编号',
    { 计划年度: 2020, 列入计划日期: '2020-03-01', 出库日期: '', 计划总投资: 100, 计划衔接资金: 60, 计划其他资金: 41 },
    'parts-not-total',
  ),
  wrong('projects', '项目编号', { 旗县代码: '150999000000', 项目类别: '产业' }, 'bad-region', 'not-in-list'),
  wrong(
    'projects',
    '项目编号',
    { 计划年度: 2020, 列入计划日期: '2020-03-01', 出库日期: '', 计划总投资: '', 计划衔接资金: '', 计划其他资金: '' },
    'missing',
  ),
  wrong('project-beneficiaries', '', { 受益年度: 2031, 受益人数: 0 }, 'bad-number'),
  wrong('project-beneficiaries', '', { 户编号: 'H-NOBODY' }, 'no-household'),
  wrong('project-beneficiaries', '', { 受益年度: 2032, 终止日期: '2001-01-01' }, 'dates-order'),
  wrong('project-beneficiaries', '', { 项目编号: 'NOBODY' }, 'no-reference'),
  wrong('assets', '资产编号', { 形成年度: 2020, 登记日期: '2019-12-31', 注销日期: '' }, 'dates-order'),
  wrong(
    'assets',
    '资产编号',
    { 原值: 100, 其中财政资金: 100, 其中京蒙协作资金: 1, 其中其他资金: '' },
    'parts-not-total',
  ),
  wrong('assets', '资产编号', { 所在地区代码: '150999000000' }, 'bad-region'),
  wrong('assets', '资产编号', { 资产类别: '集体' }, 'not-in-list'),
  wrong('assets', '资产编号', { 处置方式: '出售', 处置日期: '' }, 'missing'),
  wrong('assets', '资产编号', { 来源项目编号: 'NOBODY' }, 'no-reference'),
  wrong('asset-rights', '权利人', { 权利: '监督', 份额: '', 权利人类别: '农牧户' }, 'no-household'),
  wrong('asset-rights', '权利人', { 权利: '监督', 份额: '101' }, 'bad-number'),
  wrong('asset-contracts', '合同编号', { 开始日期: '2020-01-02', 截止日期: '2020-01-01', 解除日期: '' }, 'dates-order'),
  wrong('asset-contracts', '合同编号', { 资产编号: 'NOBODY' }, 'no-reference'),
  wrong('asset-incomes', '期次', { 到账日期: '2020-01-01', 实收金额: '' }, 'missing'),
  wrong('asset-incomes', '期次', { 到账日期: '', 实收金额: 5 }, 'missing'),
  wrong('asset-distributions', '分配对象', { 用途: '其他' }, 'not-in-list'),
  wrong('linkage-contracts', '协议编号', { 户编号: '', 嘎查村代码: '' }, 'missing', 'missing'),
  wrong('targets', '下达层级', { 指标: 'no.figure' }, 'not-in-list'),
  wrong('targets', '', { 目标值: '1.2345678' }, 'bad-number'),
];

/** Of each wrong cell one row, made from a sound row of the set. */
export function spoil({ chance }: World, rows: readonly Row[]): Row[] {
  return WRONG.flatMap(({ of, key, cells, codes }, i) => {
    const sound = rows.filter((one) => one.register === of && !isRefused(one));
    const from = sound.length > 0 ? chance.one(sound) : undefined;
    if (!from) return [];
    const own =
      key && columnsOf(of).find(({ title }) => title === key)?.kind === 'text'
        ? { [key]: `${text(from, key)}-X${i}` }
        : {};
    return [row(of, { ...from.cells, ...own, ...cells(from) }, codes)];
  });
}

/** Money for a project of another county, and a payment before the money came. */
export function misplace({ chance }: World, rows: readonly Row[]): Row[] {
  const sound = rows.filter((one) => !isRefused(one));
  const county = (one: Row | undefined) => Number(one?.cells.旗县代码 ?? 0);
  const projects = sound.filter(({ register }) => register === 'projects');
  const allocation = chance.one(
    sound.filter(({ register, cells }) => register === 'fund-allocations' && Number(cells.分配金额) > 0),
  );
  const own = projects.find((one) => one.cells.项目编号 === allocation.cells.项目编号);
  const foreign = projects.find(
    (one) => county(one) !== county(own) && leagueOf(county(one)) === leagueOf(county(own)),
  );
  const paid = chance.one(sound.filter(({ register }) => register === 'fund-payments'));
  return [
    row('fund-allocations', {
      ...allocation.cells,
      分配编号: 'X-place',
      项目编号: foreign?.cells.项目编号 ?? '',
      分配金额: 1,
    }),
    row('fund-allocations', { ...allocation.cells, 分配编号: 'X-minus', 分配金额: -1e12 }),
    row('fund-payments', { ...paid.cells, 支付编号: 'X-early', 支付日期: '2001-01-01', 支付金额: 1 }),
    row('fund-payments', { ...paid.cells, 支付编号: 'X-back', 支付金额: -2e12 }),
    row('fund-payments', { ...paid.cells, 支付编号: 'X-gone', 分配编号: 'X-place', 支付金额: 1 }),
    row('fund-payments', { ...paid.cells, 支付编号: 'X-much', 支付金额: 1e12 }),
  ];
}
