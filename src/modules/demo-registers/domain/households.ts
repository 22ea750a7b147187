// What families of the demonstration got and earned. They are a small part of the region's: counts of persons are that part of what was
// published, averages are exact.

import { type DemoCounty, randomOf } from './counties.ts';
import { deal } from './deal.ts';
import type { DemoProject } from './projects.ts';
import { dayBetween, inYuan, openSheet, type Sheet } from './sheet.ts';

export type DemoHousehold = {
  number: string;
  countyCode: number;
  villageCode: string;
  members: number;
  isLifted: boolean;
};

const BENEFICIARY = '项目编号,户编号,受益年度,受益方式,受益日期,受益人数,受益金额';
const INCOME = '户编号,收入年度,年末人口,工资性收入,生产经营性收入,财产性收入,转移性收入,生产经营性支出,采集日期';
const SCHEDULE = '地区代码,年度,类型,序号,名称,季度,下发日期,计划开始日期,计划结束日期,完成日期';

/** People of households lifted or monitored in the whole region, and how often projects of 2021 reached one. */
const FOCUS_PEOPLE = 883_800;
const PERSON_TIMES = 493_217;
/** Net income a head, yuan: 14,951.00 in 2021, 13,117.20 the year before. */
const PER_HEAD_FEN = { 2021: 1_495_100, 2020: 1_311_720 } as const;

const WAYS = ['入股分红', '务工就业', '到户补助', '资产收益'];

function peopleOf(households: readonly DemoHousehold[]): number {
  return households.reduce((sum, { members }) => sum + members, 0);
}

/** Rows until the quota of the year is reached: a household may be served by several projects, a project serves many. */
function beneficiaries(
  counties: readonly DemoCounty[],
  projects: readonly DemoProject[],
  households: readonly DemoHousehold[],
): Sheet {
  const { sheet, add } = openSheet('project-beneficiaries', BENEFICIARY);
  const quota = Math.round((peopleOf(households) * PERSON_TIMES) / FOCUS_PEOPLE);
  for (const year of [2021, 2022]) {
    let left = quota;
    const groups = counties.map(({ county }) => ({
      random: randomOf(20 + year, county),
      own: households.filter(({ countyCode }) => countyCode === county),
      works: projects.filter(
        (each) => each.county.county === county && each.year === year && each.kind === '产业发展' && each.startedOn,
      ),
    }));
    const seen = new Set<string>();
    for (let turn = 0; left > 0 && turn < 50; turn++) {
      for (const { random, own, works } of groups) {
        for (const { number, members } of own) {
          if (left === 0 || works.length === 0 || random.chance(0.45)) continue;
          const project = random.pick(works);
          const way = random.pick(WAYS);
          const key = `${project.number} ${number} ${way}`;
          if (seen.has(key)) continue;
          seen.add(key);
          const persons = Math.min(left, members, random.between(1, 3));
          left -= persons;
          add({
            ...{ 项目编号: project.number, 户编号: number, 受益年度: year, 受益方式: way, 受益人数: persons },
            受益日期:
              year === 2021
                ? dayBetween('2021-06-01', '2021-12-20', random.next())
                : dayBetween('2022-04-20', '2022-05-28', random.next()),
            受益金额: inYuan(random.between(3, 30) * 10_000),
          });
        }
      }
    }
  }
  return sheet;
}

/** Incomes of 2020 and 2021 in four parts and costs; together exactly the average that was published. */
function incomes(households: readonly DemoHousehold[]): Sheet {
  const { sheet, add } = openSheet('household-incomes', INCOME);
  const lifted = households.filter(({ isLifted }) => isLifted);
  for (const year of [2020, 2021] as const) {
    const random = randomOf(30, year);
    const weights = lifted.map(({ members }) => members * (0.55 + 0.9 * random.next()));
    const nets = deal(PER_HEAD_FEN[year] * peopleOf(lifted), weights);
    lifted.forEach(({ number, members }, i) => {
      const [wage = 0, business = 0, property = 0, transfer = 0] = deal(
        nets[i] ?? 0,
        [46, 28, 4, 22].map((part) => part * (0.7 + 0.6 * random.next())),
      );
      const cost = Math.round(business * (0.3 + 0.5 * random.next()));
      add({
        ...{
          户编号: number,
          收入年度: year,
          年末人口: members,
          工资性收入: inYuan(wage),
          生产经营性收入: inYuan(business + cost),
        },
        ...{
          财产性收入: inYuan(property),
          转移性收入: inYuan(transfer),
          生产经营性支出: inYuan(cost),
          采集日期: `${year}-11-20`,
        },
      });
    });
  }
  return sheet;
}

function schedule(): Sheet {
  const { sheet, add } = openSheet('schedule-items', SCHEDULE);
  for (const year of [2020, 2021])
    add({
      ...{ 地区代码: '150000000000', 年度: year, 类型: '年度收入采集', 序号: 1, 名称: `${year} 年度脱贫户收入采集` },
      ...{
        下发日期: `${year}-10-10`,
        计划开始日期: `${year}-10-15`,
        计划结束日期: `${year}-12-20`,
        完成日期: `${year}-12-28`,
      },
    });
  ['集中监测', '集中摸排', '集中监测', '集中摸排'].forEach((kind, i) => {
    add({
      地区代码: '150000000000',
      年度: 2022,
      类型: kind,
      序号: i + 1,
      名称: `2022 年第${'一二三四'[i]}季度${kind}`,
      季度: i + 1,
      下发日期: '2022-01-20',
    });
  });
  for (const quarter of [1, 2, 3, 4])
    add({
      地区代码: '150000000000',
      年度: 2022,
      类型: '厅际联席会议',
      序号: quarter,
      名称: `2022 年第${'一二三四'[quarter - 1]}次联席会议`,
      季度: quarter,
      下发日期: '2022-01-25',
    });
  return sheet;
}

export function householdSheets(
  counties: readonly DemoCounty[],
  projects: readonly DemoProject[],
  households: readonly DemoHousehold[],
): Sheet[] {
  return [beneficiaries(counties, projects, households), incomes(households), schedule()];
}
