// Who is in work today: spells with the months that were confirmed, some that nobody has confirmed for long, public posts and workshops
// with their people, courses, and the targets of the year.

import { choose } from '../deal.ts';
import { inYuan, openSheet, type Sheet } from '../sheet.ts';
import type { DemoPerson } from '../work.ts';
import type { Clock } from './clock.ts';
import { type Ground, LEAGUE, type PresentCounty, presentRandom, REGION, turn } from './ground.ts';

const SPELL =
  '务工编号,户编号,人编号,姓名,就业形式,务工地代码,务工地点,务工单位,岗位编号,车间编号,行业,工种,开始日期,离岗日期,离岗原因,月收入,签订劳动合同,参加社会保险,组织方式,就业途径';
const FORMS = ['外出务工', '就近就地', '灵活就业', '外出务工', '公益岗位', '就近就地', '帮扶车间', '自主创业'];
/** Where people go, with the code of the county there. */
const PLACES = [
  ['北京市朝阳区', '110105'],
  ['呼和浩特市赛罕区', '150105'],
  ['乌兰察布市集宁区', '150902'],
  ['天津市西青区', '120111'],
  ['包头市昆都仑区', '150203'],
] as const;
const TRADES = ['建筑业', '餐饮业', '家政服务', '农牧业', '运输业'];
const WAYS = ['产业园区吸纳', '劳务协作输出', '帮扶车间安置', '技能培训提升', '稳岗补贴稳定', '公益岗位托底'];
const POSTS = ['保洁', '护林员', '草管员', '护路', '管水'];
const PER_POST = 4;

type Places = { posts: ReadonlyMap<string, string>; shops: ReadonlyMap<number, readonly string[]> };

/** Posts by their villages; every village that is shown in depth has one. */
function posts({ clock, full }: Ground): { sheet: Sheet; byVillage: Map<string, string> } {
  const { sheet, add } = openSheet(
    'public-posts',
    '岗位编号,嘎查村代码,岗位名称,岗位类别,主管部门,资金种类,月补贴,岗位数,设立日期',
  );
  const byVillage = new Map<string, string>();
  for (const { lively } of full)
    lively.forEach((village, i) => {
      const kind = turn(POSTS, i);
      const number = `GW${village.slice(2)}`;
      byVillage.set(village, number);
      add({
        ...{
          岗位编号: number,
          嘎查村代码: village,
          岗位名称: `${kind}岗`,
          岗位类别: kind,
          主管部门: '苏木乡镇人民政府',
        },
        ...{ 资金种类: '衔接资金', 月补贴: inYuan(80_000), 岗位数: PER_POST, 设立日期: clock.day(-600 + i * 3) },
      });
    });
  return { sheet, byVillage };
}

/** Months of every workshop that runs; some have not reported last month. */
function workshops(
  { clock, full }: Ground,
  running: readonly string[],
): { sheets: Sheet[]; own: Map<number, string[]> } {
  const shop = openSheet(
    'workshops',
    '车间编号,嘎查村代码,车间名称,车间形态,运营单位,认定日期,开办日期,关闭日期,京蒙援建',
  );
  const month = openSheet('workshop-months', '车间编号,月份,是否开工,用工人数,脱贫监测用工人数,工资总额');
  const own = new Map<number, string[]>();
  for (const { county, lively } of full) {
    const numbers = ['服装加工', '马铃薯分选', '皮毛制品', '手工编织', '奶食品'].map((name, i) => {
      const number = `CJ${county}${clock.year % 100}${i}`;
      shop.add({
        ...{ 车间编号: number, 嘎查村代码: turn(lively, i * 3), 车间名称: `${name}帮扶车间`, 车间形态: '厂房' },
        ...{ 运营单位: `示例${name}有限公司`, 认定日期: clock.day(-480), 开办日期: clock.day(-500 + i * 40) },
        ...{ 关闭日期: i === 4 ? clock.day(-25) : undefined, 京蒙援建: i < 2 ? '是' : '否' },
      });
      return number;
    });
    own.set(county, numbers.slice(0, 4));
  }
  [...running, ...[...own.values()].flat()].forEach((number, i) => {
    for (const back of [-4, -3, -2, -1]) {
      if (back === -1 && i % 6 === 5) continue;
      const isRunning = i % 9 !== 4 || back < -2;
      const workers = isRunning ? 9 + (i % 23) : 0;
      month.add({
        ...{ 车间编号: number, 月份: clock.month(back), 是否开工: isRunning ? '是' : '否', 用工人数: workers },
        ...{ 脱贫监测用工人数: Math.floor(workers / 2), 工资总额: inYuan(workers * 260_000) },
      });
    }
  });
  return { sheets: [shop.sheet, month.sheet], own };
}

/** Of a person, what is told in turn: who left, who has not been asked for long, whose month is still open. */
function spells(ground: Ground, county: number, people: readonly DemoPerson[], places: Places): Sheet[] {
  const { clock } = ground;
  const spell = openSheet('employment-spells', SPELL);
  const confirmation = openSheet('employment-confirmations', '务工编号,月份,务工状态,确认日期,确认方式,当月工资');
  const villages = new Map(ground.families.map(({ number, villageCode }) => [number, villageCode]));
  const held = new Map<string, number>();
  const shops = places.shops.get(county) ?? [];
  people.forEach((person, i) => {
    const random = presentRandom(3, county * 10_000 + i);
    const post = places.posts.get(villages.get(person.household) ?? '');
    const holders = held.get(post ?? '') ?? 0;
    const wanted = turn(FORMS, i);
    const isPost = wanted === '公益岗位' && post !== undefined && holders < PER_POST;
    if (isPost) held.set(post, holders + 1);
    const isShop = wanted === '帮扶车间' && shops.length > 0;
    const form = isPost || isShop || !/公益|车间/.test(wanted) ? wanted : '就近就地';
    const isAway = form === '外出务工';
    const [where, code] = turn(PLACES, i);
    const hasLeft = i % 9 === 8;
    const begun = -random.between(40, 420);
    const ended = hasLeft ? -random.between(3, 35) : undefined;
    const wage = 240_000 + random.int(25) * 10_000;
    const number = `WN${county}${String(i + 1).padStart(4, '0')}`;
    spell.add({
      ...{ 务工编号: number, 户编号: person.household, 人编号: person.number, 姓名: person.name, 就业形式: form },
      ...{
        务工地点: isAway ? where : '本旗县',
        务工地代码: i % 17 === 9 ? undefined : isAway ? code : county,
        务工单位: `示例用工单位${(i % 40) + 1}`,
      },
      ...{ 岗位编号: isPost ? post : undefined, 车间编号: isShop ? turn(shops, i) : undefined, 行业: turn(TRADES, i) },
      ...{ 工种: isPost ? '保洁员' : '普工', 开始日期: clock.day(begun), 月收入: inYuan(isPost ? 80_000 : wage) },
      ...{ 离岗日期: ended === undefined ? undefined : clock.day(ended), 离岗原因: hasLeft ? '季节性结束' : undefined },
      ...{ 签订劳动合同: i % 3 === 0 ? '是' : '否', 参加社会保险: i % 4 === 0 ? '是' : '否' },
      ...{ 组织方式: i % 6 === 0 ? '京蒙' : i % 6 === 3 ? '有组织输出' : '自发', 就业途径: turn(WAYS, i) },
    });
    for (const month of monthsOf(i, begun, ended, clock)) {
      const isWaiting = i % 31 === 5 && month === -1;
      confirmation.add({
        ...{ 务工编号: number, 月份: clock.month(month), 务工状态: isWaiting ? '待工' : '在岗' },
        ...{
          确认日期: clock.inMonth(month),
          确认方式: i % 2 ? '电话' : '入户',
          当月工资: inYuan(isPost ? 80_000 : wage),
        },
      });
    }
  });
  return [spell.sheet, confirmation.sheet];
}

/** Months that were confirmed: every seventh has been silent for three, of the rest this month is open for more than half. */
function monthsOf(i: number, begun: number, ended: number | undefined, { day, month }: Clock): number[] {
  const from = day(begun).slice(0, 7);
  const to = day(ended ?? 0).slice(0, 7);
  const last = i % 7 === 6 ? -3 - (i % 3) : i % 5 < 2 ? 0 : -1;
  return [-6, -5, -4, -3, -2, -1, 0].filter((of) => of <= last && month(of) >= from && month(of) <= to);
}

function trainings({ clock }: Ground, { county, persons }: PresentCounty): Sheet {
  const { sheet, add } = openSheet(
    'trainings',
    '培训编号,户编号,人编号,姓名,培训类别,班次或学校,工种或专业,主办单位,开始日期,结束日期,学时,证书,就业日期,去向',
  );
  const adults = adultsOf(persons, clock.year).filter((_, i) => i % 9 === 4);
  adults.forEach((person, i) => {
    const ended = -20 - (i % 5) * 30;
    const isYulu = i % 4 === 3;
    const found = i % 3 === 0 ? clock.day(ended + 12) : undefined;
    add({
      ...{ 培训编号: `PX${county}${String(i + 1).padStart(3, '0')}`, 户编号: person.household, 人编号: person.number },
      ...{ 姓名: person.name, 培训类别: isYulu ? '雨露计划' : '技能培训' },
      ...{
        班次或学校: isYulu ? '示例职业技术学校' : `${clock.year} 年第 ${(i % 5) + 1} 期`,
        工种或专业: turn(['家政服务员', '电焊工', '养殖技术'], i),
      },
      ...{
        主办单位: '旗县人力资源和社会保障局',
        开始日期: clock.day(ended - 15),
        结束日期: clock.day(ended),
        学时: 80,
      },
      ...{ 证书: i % 2 ? '结业证' : undefined, 就业日期: found, 去向: found ? '就业' : '待业' },
    });
  });
  return sheet;
}

function adultsOf(persons: readonly DemoPerson[], year: number): DemoPerson[] {
  return persons.filter(({ birth }) => birth > (year - 60) * 10_000 && birth < (year - 18) * 10_000);
}

/** What the year is to reach: of the region, of the league and of its counties. */
function targets({ clock, counties, full }: Ground, inWork: ReadonlyMap<number, number>): Sheet {
  const { sheet, add } = openSheet('targets', '指标,地区代码,年度,下达层级,目标值,计量单位,下达日期,文号');
  const all = [...inWork.values()].reduce((sum, count) => sum + count, 0);
  const league = full.reduce((sum, { county }) => sum + (inWork.get(county) ?? 0), 0);
  const of = { 指标: 'employment.persons', 年度: clock.year, 计量单位: '人', 文号: '演示按登记人数折算' };
  const on = { 下达日期: `${clock.year}-01-01` };
  add({ ...of, ...on, 地区代码: REGION, 下达层级: '国家', 目标值: Math.round(all / 0.97) });
  add({ ...of, ...on, 地区代码: LEAGUE, 下达层级: '自治区', 目标值: Math.round(league / 0.96) });
  for (const { county, code } of counties) {
    const count = inWork.get(county);
    if (count)
      add({ ...of, ...on, 地区代码: code, 下达层级: '盟市', 目标值: Math.round(count / (county % 2 ? 0.94 : 1.02)) });
  }
  const share = { 指标: 'fund.industry_share', 年度: clock.year, 计量单位: '%', 目标值: 60 } as const;
  add({ ...share, ...on, 地区代码: REGION, 下达层级: '自治区' });
  return sheet;
}

/** `running`: workshops of T0 that are open. Of the adults of every county half are in work. */
export function jobSheets(ground: Ground, running: readonly string[]): Sheet[] {
  const { sheet, byVillage } = posts(ground);
  const shops = workshops(ground, running);
  const counts = new Map<number, number>();
  const work = [...new Set(ground.persons.map(({ countyCode }) => countyCode))].flatMap((county) => {
    const adults = adultsOf(
      ground.persons.filter(({ countyCode }) => countyCode === county),
      ground.clock.year,
    );
    const people = choose(presentRandom(4, county), adults, Math.round(adults.length * 0.55));
    counts.set(county, Math.round((people.length * 8) / 9));
    return spells(ground, county, people, { posts: byVillage, shops: shops.own });
  });
  const courses = ground.full.map((county) => trainings(ground, county));
  return [sheet, ...shops.sheets, ...work, ...courses, targets(ground, counts)];
}
