// Who helps today: what pairs plan and did this year, money and firms from Beijing, people sent to villages and to counties.

import { addCadres, addUnits } from '../pairing.ts';
import { inWan, inYuan, openSheet, type Sheet } from '../sheet.ts';
import { type Ground, type PresentCounty, turn } from './ground.ts';

export type OldPairing = { number: string; place: string; kind: string };

const FIELDS = ['产业', '就业', '基础设施', '消费', '教育', '捐赠慰问'];
const MATTERS = [
  '扶持养殖合作社',
  '吸纳农牧户务工',
  '维修村组道路',
  '采购农畜产品',
  '资助家庭经济困难学生',
  '走访慰问困难户',
];
const WAYS = ['资金', '选派', '项目', '采购', '培训', '物资'];

/** Plans of the year with their deeds: done, running, late, confirmed or not; some pairs have done nothing yet. */
function pairs({ clock }: Ground, pairings: readonly OldPairing[]): Sheet[] {
  const plan = openSheet(
    'pairing-plans',
    '结对编号|年度|条目|领域|事项|目标值|计量单位|计划资金|完成时限|报送日期|进展|确认日期',
  );
  const deed = openSheet(
    'support-records',
    '记录编号|结对编号|发生日期|领域|方式|内容|金额|资金性质|年度|条目|受益户数|受益人数|走访人员级别|走访人次|受帮扶方确认日期',
  );
  pairings.forEach(({ number }, i) => {
    if (i % 9 === 8) return;
    for (const item of [1, 2]) {
      const n = i + item;
      const due = turn([-30, 27, 60, -6, 80, 3], n);
      const isDone = n % 3 === 0;
      const progress = isDone ? turn(['完成', '受帮扶方确认'], n) : n % 5 === 1 ? '计划' : '进行中';
      plan.add({
        ...{
          结对编号: number,
          年度: clock.year,
          条目: item,
          领域: turn(FIELDS, n),
          事项: turn(MATTERS, n),
          目标值: 5 + (n % 20),
        },
        ...{
          计量单位: '户',
          计划资金: inWan((3 + (n % 12)) * 1_000_000),
          完成时限: clock.day(due),
          报送日期: `${clock.year}-01-05`,
        },
        ...{ 进展: progress, 确认日期: progress === '受帮扶方确认' ? clock.day(-8) : undefined },
      });
      if (progress === '计划') continue;
      deed.add({
        ...{
          记录编号: `BF${number}-${clock.year % 100}${item}`,
          结对编号: number,
          发生日期: clock.day(-12 - (n % 200)),
          领域: turn(FIELDS, n),
        },
        ...{
          方式: turn(WAYS, n),
          内容: turn(MATTERS, n),
          金额: inYuan((1 + (n % 9)) * 1_200_000),
          资金性质: n % 4 ? '直接投入' : '引进',
        },
        ...{ 年度: clock.year, 条目: item, 受益户数: 4 + (n % 15), 受益人数: 9 + (n % 30) },
        ...{ 走访人员级别: turn(['主要领导', '分管领导', '干部'], n), 走访人次: 1 + (n % 4) },
        受帮扶方确认日期: n % 2 ? clock.day(-5) : undefined,
      });
    }
  });
  return [plan.sheet, deed.sheet];
}

function beijing({ clock, directory }: Ground, national: readonly PresentCounty[]): Sheet[] {
  const money = openSheet('cooperation-funds', '资金编号|地区代码|年度|性质|出资方|金额|发生日期|文号');
  const firm = openSheet(
    'cooperation-enterprises',
    '单位代码|旗县代码|来源区|行业|签约日期|落地日期|协议投资|用工人数|脱贫监测用工人数|联农带农方式',
  );
  const invested = openSheet(
    'cooperation-investments',
    '投资编号|单位代码|旗县代码|协议日期|到位日期|投资金额|到位依据',
  );
  const talent = openSheet('talents', '干部编号|旗县代码|方向|人才类别|派出单位|接收单位|岗位|开始日期|结束日期');
  const village = openSheet('demo-villages', '嘎查村代码|计划年度|批次|主题|计划投入|批准日期|验收日期');
  for (const { county, code, lively } of national) {
    const of = { 地区代码: code, 出资方: '北京市', 年度: clock.year, 文号: `演示京蒙〔${clock.year}〕5 号` };
    const planned = (3_000 + (county % 10) * 140) * 1_000_000;
    money.add({
      ...of,
      资金编号: `JN${county}P${clock.year}`,
      性质: '计划',
      金额: inWan(planned),
      发生日期: clock.day(-280),
    });
    for (const [n, share] of [0.55, 0.27].entries())
      money.add({
        ...{ ...of, 资金编号: `JN${county}D${clock.year}${n}`, 性质: '到位', 金额: inWan(Math.round(planned * share)) },
        发生日期: clock.day(-230 + n * 120),
      });
    addUnits(directory, `BN${county}`, 4, '京蒙协作企业', '民营企业').forEach((unit, i) => {
      firm.add({
        ...{
          单位代码: unit,
          旗县代码: code,
          来源区: '通州区',
          行业: turn(['农畜产品加工', '新能源', '服装'], i),
          签约日期: clock.day(-260),
        },
        ...{
          落地日期: i === 3 ? undefined : clock.day(-200 + i * 50),
          协议投资: inWan(900_000_000),
          用工人数: 22 + i * 7,
        },
        ...{ 脱贫监测用工人数: 9 + i, 联农带农方式: '订单、务工就业' },
      });
      invested.add({
        ...{
          投资编号: `TN${county}${i}`,
          单位代码: unit,
          旗县代码: code,
          协议日期: clock.day(-250),
          投资金额: inWan(260_000_000),
        },
        ...(i < 2 ? { 到位日期: clock.day(-150 + i * 90), 到位依据: '银行进账单' } : {}),
      });
    });
    addCadres(directory, `RC${county}`, 6, '挂职干部', '旗县', code).forEach((cadre, i) => {
      talent.add({
        ...{
          干部编号: cadre,
          旗县代码: code,
          方向: i % 3 === 2 ? '内蒙古到北京' : '北京到内蒙古',
          人才类别: turn(['医生', '教师', '党政挂职'], i),
        },
        ...{ 派出单位: '北京市示例区', 接收单位: '旗县人民医院', 岗位: '骨干', 开始日期: clock.day(-310 + i * 20) },
        结束日期: clock.day(turn([24, 55, 300, -20], i)),
      });
    });
    for (const i of [9, 13])
      village.add({
        ...{
          嘎查村代码: turn(lively, i),
          计划年度: clock.year,
          批次: '第五批',
          主题: '乡村振兴示范',
          计划投入: inWan(150_000_000),
        },
        ...{ 批准日期: clock.day(-240), 验收日期: i === 9 ? clock.day(-15) : undefined },
      });
  }
  return [money.sheet, firm.sheet, invested.sheet, talent.sheet, village.sheet];
}

/** When the teams of before were relieved; the teams of today came on that day. */
export const RELIEVED = '2025-07-01';

/** A first secretary, a leader and a member in every village; here and there a place is vacant or somebody leaves soon. */
function teams({ clock, full, directory }: Ground): Sheet[] {
  const { sheet, add } = openSheet(
    'team-postings',
    '干部编号|嘎查村代码|身份|派出单位|派出层级|选派理由|任职日期|离任日期|党员',
  );
  const care = openSheet('team-care', '干部编号|嘎查村代码|类型|办理日期|有效期至|金额');
  const posts = ['第一书记', '工作队长', '队员'];
  for (const { county, code, villages } of full) {
    const people = addCadres(directory, `ZN${county}`, villages.length * 3, '驻村干部', '旗县', code);
    people.forEach((cadre, i) => {
      const post = turn(posts, i);
      add({
        ...{ 干部编号: cadre, 嘎查村代码: villages[Math.floor(i / 3)], 身份: post, 派出单位: '旗县直属机关' },
        ...{
          派出层级: i % 7 ? '旗县' : '自治区',
          选派理由: '脱贫村',
          任职日期: RELIEVED,
          党员: i % 3 === 2 && i % 2 ? '否' : '是',
        },
        离任日期: i % 41 === 3 ? clock.day(-35) : undefined,
      });
      const of = { 干部编号: cadre, 嘎查村代码: villages[Math.floor(i / 3)] };
      const insured = { 办理日期: RELIEVED, 有效期至: clock.day(i % 50 ? 210 : 20), 金额: inYuan(30_000) };
      if (i % 23 !== 7) care.add({ ...of, ...insured, 类型: '人身意外保险' });
      if (i % 19 !== 5) care.add({ ...of, 类型: '体检', 办理日期: `${clock.year}-01-15` });
    });
  }
  return [sheet, care.sheet];
}

/** `national`: counties of the league that Beijing is paired with. */
export function helperSheets(ground: Ground, pairings: readonly OldPairing[], national: ReadonlySet<number>): Sheet[] {
  const paired = ground.counties.filter(({ county }) => national.has(county));
  return [...pairs(ground, pairings), ...beijing(ground, paired), ...teams(ground)];
}
