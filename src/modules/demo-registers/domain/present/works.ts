// Projects of this year in every state, of last year mostly closed, the library of the next; each as a story in days from today.

import { choose } from '../deal.ts';
import { inWan, inYuan, openSheet, type Sheet } from '../sheet.ts';
import { type Ground, type PresentCounty, presentRandom, turn } from './ground.ts';
import { BUILD, FARM, LAST_YEAR, type Story, THIS_YEAR } from './stories.ts';

export type Work = Story & {
  number: string;
  county: PresentCounty;
  village: string;
  year: number;
  totalFen: number;
  formsAsset: boolean;
};

const LIBRARY: readonly string[] = [
  '肉牛良种繁育',
  '膜下滴灌',
  '嘎查村电商服务站',
  '光伏补棚',
  '冷凉蔬菜育苗',
  '粮食烘干',
];
const LINKAGES = ['订单', '入股分红', '资产收益', '务工就业', '资产租赁'];
const BUILDERS = ['旗县农牧和科技局', '旗县乡村振兴局', '苏木乡镇人民政府', '嘎查村集体经济组织'];

const PROJECT =
  '项目编号,旗县代码,实施嘎查村代码,项目名称,项目类别,产业子类,所属专项,安置点编号,建设性质,建设内容,入库日期,计划年度,列入计划日期,出库日期,计划开工日期,计划完工日期,开工日期,完工日期,验收日期,决算日期,移交日期,主管部门,实施单位,计划总投资,计划衔接资金,是否到户,形成资产,联农带农方式,计划受益户数,计划受益人数,计划脱贫监测受益人数,决算金额,绩效目标';

type Add<Header extends string> = ReturnType<typeof openSheet<Header>>['add'];

function draft(county: PresentCounty, story: Story, i: number, year: number): Work {
  const random = presentRandom(1, county.county * 1000 + year + i * 13);
  return {
    ...story,
    number: `${county.county}P${year}${String(i + 1).padStart(3, '0')}`,
    ...{ county, year, village: turn(county.lively, i * 2 + Math.floor(i / 15)) },
    totalFen: random.between(60, 380) * 1_000_000,
    formsAsset: story.kind === FARM || story.kind === BUILD,
  };
}

/** The plan of a year, and how the amounts of every project are called. */
function describe(add: Add<typeof PROJECT>, { clock }: Ground, work: Work, site: string | undefined, i: number): void {
  const on = (days: number | undefined) => (days === undefined ? undefined : clock.day(days));
  const random = presentRandom(2, work.county.county * 1000 + i);
  const isIndustry = work.kind === FARM;
  const households = random.between(8, 60);
  add({
    ...{ 项目编号: work.number, 旗县代码: work.county.code, 实施嘎查村代码: work.village },
    ...{
      项目名称: `${work.year} 年${work.name}项目${i < 15 ? '' : '（二）'}`,
      项目类别: work.kind,
      产业子类: work.subkind,
    },
    ...(work.isResettlement ? { 所属专项: '易地搬迁后续扶持', 安置点编号: site } : {}),
    ...{ 建设性质: /补助/.test(work.name) ? '补助类' : '新建', 建设内容: `${work.name} 1 处及配套设施` },
    ...{ 入库日期: on(work.plannedStart - 150), 计划年度: work.year, 列入计划日期: on(work.plannedStart - 40) },
    ...{ 出库日期: on(work.removed), 计划开工日期: on(work.plannedStart), 计划完工日期: on(work.plannedFinish) },
    ...{ 开工日期: on(work.started), 完工日期: on(work.finished), 验收日期: on(work.accepted) },
    ...{ 决算日期: on(work.settled), 移交日期: on(work.handedOver), 主管部门: '旗县农牧和科技局' },
    ...{ 实施单位: turn(BUILDERS, i), 计划总投资: inWan(work.totalFen), 计划衔接资金: inWan(work.totalFen) },
    ...{ 是否到户: work.subkind === '庭院经济' ? '是' : '否', 形成资产: work.formsAsset ? '是' : '否' },
    联农带农方式: isIndustry ? choose(random, LINKAGES, 2).join('、') : undefined,
    ...{ 计划受益户数: households, 计划受益人数: households * 2, 计划脱贫监测受益人数: Math.round(households * 0.8) },
    ...{ 决算金额: work.settled === undefined ? undefined : inYuan(work.totalFen) },
    绩效目标: '按期建成投用，带动脱贫户和监测对象增收',
  });
}

/** What stands in the library for next year. */
function library(add: Add<typeof PROJECT>, { clock }: Ground, county: PresentCounty): void {
  const names = county.isFull ? LIBRARY : LIBRARY.slice(0, 2);
  names.forEach((name, i) => {
    add({
      ...{ 项目编号: `${county.county}K${clock.year + 1}${String(i + 1).padStart(3, '0')}`, 旗县代码: county.code },
      ...{ 实施嘎查村代码: turn(county.lively, i), 项目名称: `${clock.year + 1} 年${name}项目`, 项目类别: FARM },
      ...{ 产业子类: '生产', 建设性质: '新建', 建设内容: `${name} 1 处`, 入库日期: clock.day(-20 - i * 9) },
      ...{ 实施单位: turn(BUILDERS, i), 计划总投资: inWan(180_000_000 + i * 20_000_000), 形成资产: '是' },
      ...{ 联农带农方式: '订单、务工就业', 绩效目标: '带动农牧户稳定增收', 计划受益户数: 20 + i, 计划受益人数: 45 + i },
    });
  });
}

/** How far each stands month by month, as the counties report it. */
function progress({ clock }: Ground, works: readonly Work[]): Sheet {
  const { sheet, add } = openSheet('project-progress', '项目编号,月份,形象进度,停工,存在问题');
  for (const { number, built, trouble, started } of works) {
    if (built === undefined || started === undefined) continue;
    [-3, -2, -1].forEach((month, i) => {
      if (started > (month + 1) * 30 - 30) return;
      const isNow = month === -1;
      add({
        ...{ 项目编号: number, 月份: clock.month(month), 形象进度: Math.round((built * (i + 2)) / 4) },
        ...{ 停工: isNow && trouble ? '是' : '否', 存在问题: isNow ? trouble : undefined },
      });
    });
  }
  return sheet;
}

/** `siteOf`: the resettlement site of a county, where it has one. */
export function workSheets(
  ground: Ground,
  siteOf: (county: number) => string | undefined,
): { sheets: Sheet[]; works: Work[] } {
  const { sheet, add } = openSheet('projects', PROJECT);
  const works: Work[] = [];
  for (const county of ground.counties) {
    const plans = [
      [ground.clock.year - 1, LAST_YEAR, county.isFull ? 8 : 3],
      [ground.clock.year, THIS_YEAR, county.isFull ? 24 : 8],
    ] as const;
    for (const [year, stories, count] of plans)
      for (let i = 0; i < count; i++) {
        const work = draft(county, turn(stories, i), i, year);
        describe(add, ground, work, siteOf(county.county), i);
        works.push(work);
      }
    library(add, ground, county);
  }
  return { sheets: [sheet, progress(ground, works)], works };
}
