// The small registers beside: places of resettlement, units, targets, tables from outside, titles of counties.

import { type Row, row } from './rows.ts';
import { leagueOf, REGION, type World, yearsOf } from './world.ts';

export function makeSites({ chance, villages }: World): Row[] {
  return [...villages.values()].map(([village], i) =>
    row('relocation-sites', {
      安置点编号: `S${i}`,
      嘎查村代码: village ?? 0,
      安置点名称: `示例安置点${i}`,
      入住日期: chance.day('2017-01-01', '2019-12-31'),
      套数: chance.whole(10, 400),
    }),
  );
}

export function makeSmall(world: World): Row[] {
  const { chance, year, counties } = world;
  const target = (figure: string, of: number, value: string, unit: string, on: string, region = REGION) =>
    row('targets', {
      指标: figure,
      地区代码: region,
      年度: of,
      下达层级: chance.one(['国家', '自治区']),
      目标值: value,
      计量单位: unit,
      下达日期: on,
    });
  return [
    ...Array.from({ length: 5 }, (_, i) =>
      row('organisations', {
        单位代码: `U${i + 1}`,
        单位名称: `示例单位${i}`,
        单位类别: '合作社',
        地区代码: chance.one(counties),
        上级单位代码: i > 2 ? 'U1' : '',
      }),
    ),
    ...yearsOf(world).flatMap((of) => [
      target('fund.industry_share', of, `${chance.whole(50, 65)}`, '%', `${of}-01-10`),
      target('fund.industry_share', of, `${chance.whole(50, 65)}.5`, '%', `${of}-03-10`),
      target('衔接资金用于产业的比重', of, '60', '%', `${of}-02-01`),
      target('fund.special', of, `${chance.whole(80, 120)}`, '亿元', `${of}-02-01`),
      target('fund.special', of, '999', '亿元', `${of}-04-01`, leagueOf(counties[0] ?? 0)),
    ]),
    ...[year - 1, year].map((of) =>
      row('schedule-items', {
        地区代码: REGION,
        年度: of,
        类型: '年度收入采集',
        序号: 1,
        名称: '采集',
        下发日期: `${of}-11-01`,
        完成日期: of === year ? '' : chance.day(`${of + 1}-01-01`, `${of + 1}-05-30`),
      }),
    ),
    ...['310000', '150000', '520000', '620000'].map((province) =>
      row('external-tables', {
        表名: '脱贫人口人均纯收入',
        年度: year - 1,
        省级代码: province,
        省区市: province,
        数值: `${chance.whole(5000, 30_000)}.5`,
        计量单位: '元',
        应有行数: 4,
        数据来源: '示例',
        发布日期: `${year}-03-01`,
      }),
    ),
    row('county-designations', {
      旗县代码: counties[0] ?? 0,
      称号: '自治区乡村振兴重点帮扶旗县',
      认定日期: `${year}-03-15`,
      撤销日期: '',
    }),
    row('county-designations', {
      旗县代码: counties[5] ?? 0,
      称号: '自治区乡村振兴重点帮扶旗县',
      认定日期: `${year - 2}-03-15`,
      撤销日期: `${year}-09-01`,
    }),
  ];
}
