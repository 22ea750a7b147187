// Households, what they are on which day, and what they gained.

import { later } from './chance.ts';
import { fen, type Row, row, text } from './rows.ts';
import type { World } from './world.ts';

export type Household = {
  number: string;
  village: number;
  lifted: boolean;
  category: string;
  cleared: boolean;
  labour: string[];
};

const CATEGORIES = ['脱贫不稳定户', '边缘易致贫户', '突发严重困难户'];
const LABOUR = ['普通劳动力', '技能劳动力', '弱劳动力或半劳动力', '无劳动力', ''];

export function makeHouseholds({ chance, villages }: World): Household[] {
  return [...villages.values()].flat().flatMap((village) =>
    Array.from({ length: 8 }, (_, i) => ({
      ...{ number: `H${village}${i}`, village, lifted: chance.is(0.5) },
      category: chance.is(0.25) ? chance.one(CATEGORIES) : '',
      cleared: chance.is(0.4),
      labour: Array.from({ length: chance.whole(1, 3) }, () => chance.one(LABOUR)),
    })),
  );
}

export function makeStatuses(world: World, households: readonly Household[]): Row[] {
  const { chance, year } = world;
  return households.flatMap(({ number }) =>
    chance.is(0.5)
      ? []
      : Array.from({ length: chance.whole(1, 3) }, (_, i) => {
          const status = chance.one(['脱贫户', '脱贫户', ...CATEGORIES]);
          const begun = chance.day(`${year - 4}-01-01`, `${year + 1}-02-28`);
          const cleared = status !== '脱贫户' && chance.is(0.4) ? later(begun, chance.whole(0, 500)) : '';
          const ended = chance.is(0.2) ? later(begun, chance.whole(0, 900)) : '';
          return row('household-statuses', {
            户编号: number,
            身份: status,
            开始日期: i === 0 ? begun : later(begun, i),
            风险消除日期: cleared && later(cleared, i),
            结束日期: ended && later(ended, i),
            风险类型: status === '脱贫户' ? '' : '因病、其他',
          });
        }),
  );
}

export function makeIncomes(world: World, households: readonly Household[]): Row[] {
  const { chance, year } = world;
  return households.flatMap(({ number }) =>
    [year - 2, year - 1, year]
      .filter(() => chance.is(0.7))
      .map((of) =>
        row('household-incomes', {
          户编号: number,
          收入年度: of,
          年末人口: chance.whole(1, 5),
          工资性收入: chance.whole(0, 6_000_000),
          生产经营性收入: chance.whole(0, 4_000_000),
          财产性收入: chance.whole(0, 90_000),
          转移性收入: chance.whole(0, 900_000),
          // More spent than earned: a negative income stays.
          生产经营性支出: chance.whole(0, 5_000_000),
        }),
      ),
  );
}

export function makeBenefits(world: World, projects: readonly Row[], households: readonly Household[]): Row[] {
  const { chance } = world;
  const gained = projects.flatMap((project) => {
    const county = fen(project, '旗县代码');
    const near = households.filter(({ village }) => Math.floor(village / 1e6) * 1e6 === county);
    const of = Number(text(project, '项目编号').split('-')[2]);
    return chance.some(chance.is(0.1) ? households : near, chance.whole(0, 4)).map(({ number }) => {
      const on = chance.day(`${of}-01-01`, `${of + 1}-06-30`);
      return row('project-beneficiaries', {
        项目编号: text(project, '项目编号'),
        户编号: number,
        受益年度: Number(on.slice(0, 4)),
        受益方式: chance.one(['订单', '务工就业', '到户补助']),
        受益日期: on,
        终止日期: chance.is(0.3) ? later(on, chance.whole(0, 300)) : '',
        受益人数: chance.whole(1, 4),
        受益金额: chance.is(0.5) ? chance.whole(1, 900_000) : '',
      });
    });
  });
  return [...gained, ...makeContracts(world, households), ...makeMeasures(world, households)];
}

function makeContracts({ chance, year }: World, households: readonly Household[]): Row[] {
  return chance.some(households, Math.floor(households.length / 6)).map(({ number, village }, i) => {
    const on = chance.day(`${year - 3}-01-01`, `${year + 1}-03-30`);
    const ofVillage = chance.is(0.2);
    return row('linkage-contracts', {
      协议编号: `K${i}`,
      经营主体: '示例合作社',
      单位代码: chance.is(0.3) ? `U${chance.whole(1, 5)}` : '',
      户编号: ofVillage ? '' : number,
      嘎查村代码: ofVillage ? village : '',
      联结方式: '订单',
      开始日期: on,
      截止日期: chance.is(0.5) ? later(on, chance.whole(0, 700)) : '',
      解除日期: chance.is(0.2) ? later(on, chance.whole(0, 400)) : '',
    });
  });
}

function makeMeasures({ chance, year }: World, households: readonly Household[]): Row[] {
  return chance.some(households, Math.floor(households.length / 5)).map(({ number }, i) => {
    const on = chance.day(`${year - 3}-01-01`, `${year + 1}-03-30`);
    return row('help-measures', {
      措施编号: `M${i}`,
      户编号: number,
      措施类别: chance.one(['产业帮扶', '产业帮扶', '就业帮扶', '健康帮扶']),
      开始日期: on,
      结束日期: chance.is(0.5) ? later(on, chance.whole(0, 600)) : '',
    });
  });
}
