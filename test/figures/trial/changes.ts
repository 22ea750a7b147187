// The second delivery: rows that changed, rows that are voided, new ones, and what may not be.

import { later } from './chance.ts';
import { type Cell, fen, keyOf, type Row, row, since, text } from './rows.ts';
import type { World } from './world.ts';

const VOID = { 作废: '是', 作废原因: '录入有误' };

export function changes({ chance, counties }: World, stored: ReadonlyMap<string, readonly Row[]>): Row[] {
  const taken = new Set<Row>();
  // Rows that stand beside a filter stay as they are.
  const of = (register: string, where: (one: Row) => boolean = () => true) =>
    (stored.get(register) ?? []).filter((one) => !taken.has(one) && !keyOf(one).startsWith('E-') && where(one));
  const change = (
    rows: readonly Row[],
    count: number,
    cells: (one: Row) => Record<string, Cell>,
    ...planted: string[]
  ) =>
    chance.some(rows, count).map((one) => {
      taken.add(one);
      return row(one.register, { ...one.cells, ...cells(one) }, planted);
    });

  const allocated = new Set(of('fund-allocations').map((one) => text(one, '项目编号')));
  const given = new Set(of('fund-allocations').map((one) => text(one, '下达编号')));
  const cameBack = new Set(of('fund-payments', (one) => fen(one, '支付金额') < 0).map((one) => text(one, '分配编号')));
  const isPlanned = (one: Row) => text(one, '列入计划日期') !== '';
  const allocations = of('fund-allocations', (one) => fen(one, '分配金额') > 0);
  const elsewhere = (one: Row) => ({ 旗县代码: counties.find((county) => county !== fen(one, '旗县代码')) ?? 0 });

  return [
    ...change(
      of('projects', (one) => allocated.has(keyOf(one))),
      1,
      () => VOID,
      'in-use',
    ),
    ...change(
      of('fund-issuances', (one) => given.has(keyOf(one))),
      1,
      () => VOID,
      'in-use',
    ),
    ...change(of('projects'), 1, elsewhere, 'place-changed'),
    ...change(of('projects', isPlanned), 8, (one) => ({ 出库日期: later(since(one), chance.whole(0, 300)) })),
    ...change(of('projects', isPlanned), 8, (one) => ({
      开工日期: later(since(one), chance.whole(0, 100)),
      完工日期: '',
      验收日期: '',
    })),
    ...change(of('projects', isPlanned), 8, () => ({ 项目类别: chance.one(['产业发展', '其他']) })),
    ...change(
      of('fund-arrangements', (one) => fen(one, '安排金额') > 0),
      6,
      (one) => ({ 安排金额: fen(one, '安排金额') + chance.whole(1, 9_999_999) }),
    ),
    ...change(
      of('assets', (one) => text(one, '其中财政资金') === ''),
      8,
      () => ({ 原值: chance.whole(100_000, 90_000_000) }),
    ),
    ...change(of('assets'), 6, (one) => ({ 注销日期: later(since(one), chance.whole(0, 900)) })),
    ...change(of('household-statuses'), 10, (one) => ({ 结束日期: later(since(one), chance.whole(0, 900)) })),
    ...change(of('household-incomes'), 20, () => ({ 工资性收入: chance.whole(0, 5_000_000) })),
    ...change(
      of('fund-payments', (one) => !cameBack.has(text(one, '分配编号'))),
      15,
      () => VOID,
    ),
    ...change(of('project-beneficiaries'), 10, () => VOID),
    ...change(of('asset-distributions'), 3, () => VOID),
    ...change(of('help-measures'), 5, () => VOID),
    ...change(
      of('county-designations', (one) => !text(one, '认定日期') && !text(one, '撤销日期')),
      2,
      () => ({ 撤销日期: chance.day('2016-01-01', '2024-12-31') }),
    ),
    // The same as it stands.
    ...change(of('projects'), 10, () => ({})),
    ...change(of('fund-allocations'), 10, () => ({})),
    // New ones, and those that come to too much with what is stored.
    ...chance.some(allocations, 20).map((one, i) =>
      row('fund-payments', {
        ...{ 支付编号: `W${i}`, 分配编号: keyOf(one), 支付日期: later(since(one), chance.whole(400, 500)) },
        ...{
          支付金额: Math.max(1, Math.floor(fen(one, '分配金额') * (0.2 + chance.next()))),
          收款方: '示例公司',
          支付类别: '结算',
        },
      }),
    ),
    ...chance.some(allocations, 20).map((one, i) =>
      row('fund-allocations', {
        ...one.cells,
        分配编号: `WL${i}`,
        分配金额: Math.max(1, Math.floor(fen(one, '分配金额') * chance.next())),
      }),
    ),
  ];
}
