// What is under way in the counties shown in depth: an emergency that is over, consortia, sites before the cold, ways to a loan, a job, a post.

import { addUnits } from '../pairing.ts';
import { inYuan, type Sheet, serial, tableOf } from '../sheet.ts';
import type { Clock } from './clock.ts';
import { type Ground, type PresentCounty, turn } from './ground.ts';
import { siteOf } from './homes.ts';

/** What else sets plans off; last winter’s snow, which was ended and looked back at. */
function emergencies({ clock, full }: Ground): Sheet[] {
  return [
    tableOf(
      'contingency-triggers',
      '预案编号,响应级别,监测信号,达到数值,窗口天数',
      full.flatMap(({ county }) => [
        [`YA${county}1`, '四级', '一个苏木乡镇新增预警户数', 18, 7],
        [`YA${county}4`, '四级', '旗县离岗返乡人数', 30, 30],
      ]),
    ),
    tableOf(
      'contingency-activations',
      '响应编号,预案编号,地区代码,影响范围,响应级别,事件,发生日期,触发依据,启动日期,批准岗位,终止日期,评估日期,评估结论',
      full.map(({ county, code, lively }) => [
        ...[`XY${county}1`, `YA${county}1`, code, `${lively[0]?.slice(0, 9)}000`, '四级', '暴雪阻断牧道（示例）'],
        ...[clock.day(-290), '气象部门暴雪橙色预警', clock.day(-290), '旗县应急管理局局长', clock.day(-276)],
        ...[clock.day(-250), '名单内农牧户全部走访，先行救助 6 户，没有返贫'],
      ]),
    ),
  ];
}

const MEMBERS = ['合作社', '家庭农牧场', '企业'];

function consortia({ clock, full, directory }: Ground): Sheet[] {
  const all = full.flatMap(({ county, code, lively }) =>
    addUnits(directory, `LH${county}`, 3, '龙头企业', '民营企业', code).map((leader, i) => ({
      ...{ number: `LHT${county}${i + 1}`, code, leader, i, villages: lively.slice(i * 2, i * 2 + 2) },
    })),
  );
  // One cooperative under two spellings and codes, for somebody to merge.
  for (const { county, code } of full)
    for (const [letter, name] of [
      ['A', '示例养殖合作社'],
      ['B', '示例（养殖）合作社'],
    ])
      directory.organisations.add({
        单位代码: `YS-HB${county}${letter}`,
        单位名称: name,
        单位类别: '合作社',
        地区代码: code,
      });
  return [
    tableOf(
      'consortia',
      '联合体编号,旗县代码,联合体名称,龙头企业代码,主导产品,成立日期,认定日期,认定文号',
      all.map(({ number, code, leader, i }) => [
        ...[number, code, `${turn(['肉羊', '马铃薯', '奶食品'], i)}产业化联合体（示例）`, leader],
        ...[turn(['肉羊', '马铃薯', '奶食品'], i), clock.day(-600)],
        ...(i < 2 ? [clock.day(-400), '演示农〔2〕号'] : ['', '']),
      ]),
    ),
    tableOf(
      'consortium-members',
      '联合体编号,成员类型,成员名称,农牧户户数,加入日期',
      all.flatMap(({ number, villages }) => [
        ...MEMBERS.map((kind, i) => [number, kind, `示例${kind}${i + 1}`, '', clock.day(-580 + i * 40)]),
        ...villages.map((village, i) => [number, '农牧户', `嘎查村 ${village}`, 14 + i * 9, clock.day(-500)]),
      ]),
    ),
  ];
}

/** One site was found cold and is being mended, the other was sound; risks of each colour. */
function sites({ clock, full }: Ground): Sheet[] {
  return [
    tableOf(
      'heating-checks',
      '安置点编号,入冬年度,检查日期,检查结果,问题情况,修好日期',
      full.flatMap(({ county }, i) => [
        [siteOf(county), clock.year - 1, clock.day(-410), '有问题', '换热站水泵老化', clock.day(-400)],
        ...(i % 2 ? [] : [[siteOf(county), clock.year, clock.day(-46), '有问题', '三号楼入户阀门漏水', '']]),
      ]),
    ),
    tableOf(
      'site-risks',
      '安置点编号,风险类型,风险级别,发现日期,风险情况,开始处置日期,处置措施,消除日期,观察至',
      full.flatMap(({ county }) => [
        [siteOf(county), '就业', '橙色', clock.day(-40), '六户劳动力歇工', clock.day(-30), '联系车间招工', '', ''],
        [siteOf(county), '物业费', '黄色', clock.day(-18), '部分住户欠费', '', '', '', ''],
        [
          siteOf(county),
          '配套服务',
          '红色',
          clock.day(-120),
          '卫生室无人值守',
          clock.day(-110),
          '派驻医生',
          clock.day(-70),
          clock.day(110),
        ],
      ]),
    ),
  ];
}

const adults = ({ persons }: PresentCounty, { year }: Clock) =>
  persons.filter(({ birth }) => birth > (year - 58) * 10_000 && birth < (year - 20) * 10_000);

/** Each stands at another step of its road. */
function roads({ clock, full }: Ground): Sheet[] {
  const people = full.flatMap((county) => adults(county, clock).map((person) => ({ ...person, county })));
  const some = (from: number, each: number, most: number) =>
    people
      .filter((_, i) => i % each === from)
      .slice(0, most)
      .map((person, i) => ({ ...person, i }));
  return [
    tableOf(
      'loan-applications',
      '申请编号,户编号,人编号,姓名,贷款产品,拟贷机构,申请金额,申请用途,申请日期,评级日期,评级结果,授信日期,授信额度',
      some(0, 13, 60).map(({ i, number, household, name }) => [
        ...[
          `SQ${clock.year}${serial(i)}`,
          household,
          number,
          name,
          i % 5 ? '脱贫人口小额信贷' : '富民贷',
          '农村信用合作联社',
        ],
        ...[inYuan((2 + (i % 4)) * 1_000_000), i % 2 ? '购买基础母羊' : '购买饲草料', clock.day(-50 + (i % 45))],
        ...(i % 3 ? [clock.day(-4), turn(['优秀', '较好', '一般'], i)] : ['', '']),
        ...(i % 3 === 2 ? [clock.day(-2), inYuan(2_000_000)] : ['', '']),
      ]),
    ),
    tableOf(
      'work-wishes',
      '意愿编号,户编号,人编号,姓名,登记日期,意向范围,意向地,意向工种,期望月收入,服务需求,推荐日期,推荐的岗位',
      some(5, 11, 80).map(({ i, number, household, name }) => [
        ...[`YY${clock.year}${serial(i)}`, household, number, name, clock.day(-60 + (i % 55))],
        ...[
          turn(['本旗县', '区外', '本盟市'], i),
          turn(['旗县城区', '北京市', '集宁区'], i),
          turn(['家政', '建筑', '装卸'], i),
        ],
        ...[inYuan(350_000 + (i % 5) * 40_000), turn(['岗位信息', '技能培训', '岗位信息、点对点接送'], i)],
        ...(i % 4 === 1 ? [clock.day(-3), '示例服装加工车间缝纫工'] : ['', '']),
      ]),
    ),
    tableOf(
      'post-holders',
      '聘用编号,户编号,人编号,姓名,岗位编号,报名日期,审定日期,协议签订日期,协议截止日期,上岗日期,最近考核',
      full.flatMap((county) => {
        const village = new Map(county.families.map(({ number, villageCode }) => [number, villageCode]));
        const near = adults(county, clock).filter(({ household }) =>
          county.lively.includes(village.get(household) ?? ''),
        );
        return near
          .filter((_, i) => i % 17 === 2)
          .slice(0, 24)
          .map((person, i) => [
            ...[`PY${county.county}${serial(i)}`, person.household, person.number, person.name],
            ...[`GW${village.get(person.household)?.slice(2)}`, clock.day(-330)],
            ...(i % 6 === 5
              ? ['', '', '', '', '']
              : [
                  clock.day(-320),
                  clock.day(-318),
                  clock.day(47 - (i % 3) * 30),
                  clock.day(-315),
                  turn(['优秀', '合格'], i),
                ]),
          ]);
      }),
    ),
  ];
}

export function stepSheets(ground: Ground): Sheet[] {
  return [...emergencies(ground), ...consortia(ground), ...sites(ground), ...roads(ground)];
}
