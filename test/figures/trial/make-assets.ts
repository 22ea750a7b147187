// Assets with their rights and contracts, what they earned and how it was shared out.

import { later } from './chance.ts';
import { type Row, row, text } from './rows.ts';
import type { World } from './world.ts';

/** The thing with its rights, contract, income and what of it was shared out. */
function makeAsset(world: World, county: number, i: number, projects: readonly Row[]): Row[] {
  const { chance, villages } = world;
  const number = `Z-${county}-${i}`;
  const village = chance.one(villages.get(county) ?? []);
  const formed = chance.whole(2010, 2023);
  const registered = chance.day(`${formed}-06-01`, `${formed + 2}-12-31`);
  const value = chance.whole(100_000, 90_000_000);
  const fiscal = chance.whole(0, value);
  const parted = chance.is(0.4);
  const asset = row('assets', {
    资产编号: number,
    所在地区代码: chance.one([village, village, Math.floor(village / 1000) * 1000, county]),
    资产名称: `示例资产${i}`,
    资产类别: chance.one(['经营性', '经营性', '公益性', '到户类']),
    来源项目编号: chance.is(0.4) ? text(chance.one(projects), '项目编号') : '',
    形成年度: formed,
    登记日期: registered,
    注销日期: chance.is(0.2) ? later(registered, chance.whole(0, 1500)) : '',
    数量: '1.5',
    原值: value,
    其中财政资金: parted ? fiscal : '',
    其中其他资金: parted ? value - fiscal : '',
    处置方式: chance.is(0.1) ? '出售' : '',
  });
  if (asset.cells.处置方式) asset.cells.处置日期 = later(registered, 100);
  return [asset, ...makeRights(world, number, registered), ...makeEarnings(world, number, registered)];
}

function makeRights({ chance }: World, number: string, from: string): Row[] {
  const right = (kind: string, holder: string, share: string, on: string, until = '') =>
    row('asset-rights', {
      资产编号: number,
      权利: kind,
      权利人: holder,
      权利人类别: '嘎查村集体',
      份额: share,
      开始日期: on,
      终止日期: until,
    });
  const turn = later(from, chance.whole(50, 500));
  return chance.one([
    [right('所有', '甲村', '', from, turn), right('所有', '乙村', '', turn)],
    // The second begins a day too early.
    [
      right('所有', '甲村', '', from, turn),
      right('所有', '乙村', '', later(turn, -1)),
      right('收益', '甲村', '', from),
    ],
    [right('收益', '甲村', '60', from), right('收益', '乙村', '40', from)],
    [right('收益', '甲村', '33.33', from), right('收益', '乙村', '33.33', from), right('收益', '丙村', '33.34', from)],
    [right('收益', '甲村', '60', from), right('收益', '乙村', '30', from)],
    [right('收益', '甲村', '60', from, turn), right('收益', '丙村', '60', turn), right('收益', '乙村', '40', from)],
    [right('使用', '甲村', '', from), right('使用', '乙村', '', from)],
    [right('所有', '甲村', '', from), right('所有', '乙村', '100', later(from, 10))],
  ]);
}

function makeEarnings({ chance }: World, number: string, from: string): Row[] {
  if (chance.is(0.4)) return [];
  const contract = `C-${number}`;
  const rows = [
    row('asset-contracts', {
      合同编号: contract,
      资产编号: number,
      经营方: '示例公司',
      经营方式: '租赁',
      开始日期: from,
      截止日期: later(from, 1000),
      解除日期: chance.is(0.2) ? later(from, chance.whole(0, 800)) : '',
      年约定收益: 5_000_000,
    }),
  ];
  for (let term = 1; term <= 3; term++) {
    const due = later(from, term * 200);
    const paid = chance.is(0.7);
    rows.push(
      row('asset-incomes', {
        ...{ 合同编号: contract, 期次: `第${term}期`, 应收日期: due, 应收金额: 5_000_000 },
        ...{
          到账日期: paid ? later(due, chance.whole(0, 90)) : '',
          实收金额: paid ? chance.whole(2_000_000, 5_000_000) : '',
        },
      }),
    );
    if (chance.is(0.8))
      rows.push(
        row('asset-distributions', {
          ...{ 资产编号: number, 分配年度: 2010 + term, 用途: chance.one(['奖补', '公益岗']), 分配对象: '甲村' },
          ...{ 方案日期: later(due, chance.whole(0, 90)), 分配金额: chance.whole(500_000, 4_000_000) },
        }),
      );
  }
  return rows;
}

export function makeAssets(world: World, projects: readonly Row[]): Row[] {
  return world.counties.flatMap((county) =>
    Array.from({ length: 9 }, (_, i) => makeAsset(world, county, i, projects)).flat(),
  );
}
