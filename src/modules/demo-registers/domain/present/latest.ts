// What was promised and what came of it: to key counties, to families by clauses, with Beijing, by pairs.

import { inWan, inYuan, type Sheet, serial, tableOf } from '../sheet.ts';
import type { Clock } from './clock.ts';
import { type Ground, type PresentCounty, REGION, turn } from './ground.ts';
import type { OldPairing } from './helpers.ts';

/** Half-years and quarters that are over; the last day of each as `MM-DD`. */
const over = (clock: Clock, terms: readonly (readonly [string, string])[]) =>
  terms.filter(([, last]) => `${clock.year}-${last}` < clock.day(-20));

export type KeyCounty = { county: number; code: string };

const FORMS = ['现场指导', '培训', '线上', '试验示范', '新品种'];
const TEAM = '示例科技特派团';

/** `keys` in the order in which the specialists of T0 were dealt to them: the cadre tells the county. */
function keyCounties({ clock, counties }: Ground, keys: readonly KeyCounty[]): Sheet[] {
  const own = keys.flatMap(({ county }, at) =>
    counties.flatMap((one) => (one.county === county ? [{ ...one, at }] : [])),
  );
  const specialist = (at: number, turnOf: number) => `YS-KJ${serial(at + turnOf * keys.length, 5)}`;
  const [first, last] = [`${clock.year - 1}-01-15`, `${clock.year + 4}-12-31`];
  return [
    tableOf(
      'key-county-plans',
      '方案编号,旗县代码,方案名称,规划期起,规划期止,目标,重点项目,计划投资,批准日期,批准文号',
      own.map(({ county, code }) => [
        ...[`FA${county}`, code, '巩固拓展脱贫攻坚成果实施方案（示例）', first, last, '脱贫人口收入增速高于全区平均'],
        ...[12, inWan(32_000_000_000), clock.day(-320), '演示批〔1〕号'],
      ]),
    ),
    tableOf(
      'key-county-reports',
      '方案编号,报告期,报告日期,进展情况,累计完成投资,核查日期',
      over(clock, [['H1', '06-30']]).flatMap(([half]) =>
        own
          .filter((_, i) => i % 3 !== 2)
          .map(({ county }, i) => [
            ...[`FA${county}`, `${clock.year}-${half}`, `${clock.year}-07-1${i % 5}`, '项目开工九成'],
            ...[inWan(14_500_000_000), i % 2 ? undefined : clock.day(-15)],
          ]),
      ),
    ),
    tableOf(
      'key-county-favours',
      '落实编号,旗县代码,文件编号,条号,落实日期,落实单位,落实内容,资金,旗县确认日期',
      own.flatMap(({ county, code }, c) =>
        Array.from({ length: 9 - (c % 3) * 2 }, (_, i) => [
          ...[
            `LS${county}${serial(i)}`,
            code,
            'WZ01',
            i + 1,
            clock.day(-20 - i * 9),
            turn(['自治区财政厅', '自治区农牧厅'], i),
          ],
          ...[
            `倾斜支持第 ${i + 1} 项：已安排到旗县`,
            inWan(80_000_000 * (i + 1)),
            i % 3 === 1 ? undefined : clock.day(-8),
          ],
        ]),
      ),
    ),
    tableOf(
      'specialist-teams',
      '旗县代码,特派团,团长编号,服务产业,牵头派出单位,核定人数,组建日期,文号',
      own.map(({ code, at }, i) => [
        ...[code, TEAM, specialist(at, 0), turn(['肉羊', '马铃薯', '肉牛'], i), '示例农牧业科学院', 27 + (i % 2) * 4],
        ...[clock.day(-500), '演示派〔1〕号'],
      ]),
    ),
    tableOf(
      'specialist-services',
      '干部编号,服务地区代码,服务日期,服务形式,服务内容,服务主体,受益人次,成果',
      own.flatMap(({ lively, at }) =>
        Array.from({ length: 40 }, (_, i) => [
          ...[specialist(at, i % 16), turn(lively, i), clock.day(-3 - i * 2), turn(FORMS, i), '养殖、种植技术指导'],
          ...[`示例合作社${(i % 60) + 1}`, 6 + (i % 30), i % 4 ? '解决技术问题一项' : '推广良种'],
        ]),
      ),
    ),
  ];
}

/** Whom clauses of this year are for, and who got what the first of them gives. */
function promises({ clock, full }: Ground): Sheet[] {
  const [document, on] = [`WN${clock.year}02`, clock.day(-265)];
  const got = full.flatMap(({ county, persons }) =>
    persons
      .filter((_, i) => i % 5 === 1)
      .slice(0, 60)
      .map((person, i) => ({ ...person, number: `XS${county}${serial(i, 4)}`, person: person.number })),
  );
  return [
    tableOf(
      'policy-clause-rules',
      '文件编号,条号,地区代码,规则序号,适用对象,须同时具备,至少具备一项,享受周期,视为享受的发放类别,需要携带的材料,办理地点,办理单位,规则启用日期',
      [
        ...[
          [3, '有人务工', '脱贫户、监测对象（风险未消除）', '每年', '县内务工稳岗补贴', '身份证、劳动合同或务工证明'],
          [5, '有在校学生', '脱贫户、监测对象（风险未消除）', '每年', '雨露计划补助', '身份证、学籍证明'],
          [7, '有劳动力、有人务工', '脱贫户、监测对象（风险未消除）', '每年', '跨省务工交通补贴', '身份证、往返车票'],
        ].map(([clause, all, any, cycle, payout, bring]) => [
          ...[document, clause, REGION, 1, '农牧户', all, any, cycle, payout, bring],
          ...['苏木乡镇便民服务中心', '旗县人力资源和社会保障局', on],
        ]),
        [
          document,
          9,
          REGION,
          1,
          '经营主体',
          '',
          '',
          '',
          '',
          '营业执照、工资发放表',
          '旗县就业服务中心',
          '旗县人力资源和社会保障局',
          on,
        ],
      ],
    ),
    tableOf(
      'policy-benefits',
      '享受编号,文件编号,条号,户编号,人编号,姓名,所属期,享受日期,享受金额,来源',
      got.map(({ number, household, person, name }, i) => [
        ...[number, document, i % 3 ? 7 : 3, household, person, name],
        ...[String(clock.year), clock.day(-30 - i), inYuan(50_000), '部门名册'],
      ]),
    ),
  ];
}

const PROMISED = [
  ['协作资金到位', 3_000],
  ['引进企业落地', 3],
  ['企业新增投资', 600],
  ['北京到内蒙古干部人才', 4],
  ['新组织劳务输出', 20],
  ['示范嘎查村', 2],
] as const;

function beijing({ clock }: Ground, paired: readonly PresentCounty[], pairings: readonly OldPairing[]): Sheet[] {
  const { year } = clock;
  const quarters = over(clock, [
    ['一季度', '03-31'],
    ['二季度', '06-30'],
    ['三季度', '09-30'],
  ]);
  return [
    tableOf(
      'cooperation-agreements',
      '任务编号,地区代码,年度,北京协作方,协议名称,签订日期,协议截止日期,任务项,目标值',
      paired.flatMap(({ county, code }) =>
        PROMISED.map(([item, promised], i) => [
          ...[`XY${county}${year}${i}`, code, year, '北京市通州区（示例）', '京蒙东西部协作协议（示例）'],
          ...[clock.day(-270), `${year}-12-31`, item, promised],
        ]),
      ),
    ),
    tableOf(
      'cooperation-reports',
      '地区代码,年度,报告期,起草日期,进展情况,存在问题和请北京支持的事项,报送单位,报送日期',
      paired.flatMap(({ code }, c) =>
        quarters
          .filter((_, q) => c % 3 !== 1 || q < quarters.length - 1)
          .map(([quarter, last]) => [
            ...[code, year, quarter, `${year}-${last}`, '协作资金、项目、劳务协作按进度推进', '请支持用工岗位'],
            ...['北京市支援合作办（示例）', `${year}-${last}`],
          ]),
      ),
    ),
    tableOf(
      'pairing-reports',
      '结对编号,报告期,报告日期,帮扶情况,审核日期',
      over(clock, [['H1', '06-30']]).flatMap(([half]) =>
        pairings
          .filter((_, i) => i % 4 !== 3)
          .map(({ number }, i) => [
            ...[number, `${year}-${half}`, `${year}-07-0${1 + (i % 9)}`, '按年度计划开展帮扶，走访和采购均已完成'],
            i % 3 ? clock.day(-12) : undefined,
          ]),
      ),
    ),
  ];
}

/** `keys`: key counties of the whole region; `paired`: counties of the league that Beijing is paired with. */
export function latestSheets(
  ground: Ground,
  keys: readonly KeyCounty[],
  paired: readonly PresentCounty[],
  pairings: readonly OldPairing[],
): Sheet[] {
  return [...keyCounties(ground, keys), ...promises(ground), ...beijing(ground, paired, pairings)];
}
