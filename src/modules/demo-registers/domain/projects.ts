// Projects of the library and of two yearly plans, what each got out of which document, and what was paid. Numbers of projects, of those
// begun and of those of industry are dealt to counties; amounts are built downward from what a county has.

import type { Random } from '../../demo/domain/random.ts';
import { type DemoCounty, randomOf } from './counties.ts';
import { choose, deal, dealWithin } from './deal.ts';
import type { CountyMoney, Issued } from './funds.ts';
import { dayBetween, inWan, inYuan, later, openSheet, type Sheet } from './sheet.ts';

export type DemoProject = {
  number: string;
  county: DemoCounty;
  year: number;
  kind: string;
  village: string;
  startedOn?: string;
  finishedOn?: string;
  acceptedOn?: string;
  allocatedFen: number;
  formsAsset: boolean;
};

const INDUSTRY = '产业发展';
const OTHER_KINDS = ['乡村建设行动', '乡村建设行动', '就业项目', '巩固三保障成果', '乡村治理和精神文明', '其他'];
const NAMES: Readonly<Record<string, readonly string[]>> = {
  产业发展: [
    '肉牛养殖棚圈',
    '肉羊育肥场',
    '饲草料基地',
    '马铃薯储窖',
    '设施蔬菜大棚',
    '奶制品加工车间',
    '杂粮加工厂',
    '冷链仓储',
    '庭院养殖补助',
    '药材种植基地',
  ],
  乡村建设行动: ['村组道路硬化', '安全饮水提升', '村内排水渠', '人居环境整治', '农电线路改造'],
  就业项目: ['公益性岗位补助', '帮扶车间补助'],
  巩固三保障成果: ['危房改造补助', '雨露计划补助'],
  乡村治理和精神文明: ['积分超市建设', '文化活动场所'],
  其他: ['防返贫监测服务', '易地搬迁后续扶持配套'],
};
const SUBKINDS = ['生产', '加工流通', '配套设施', '产业服务支撑', '庭院经济', '新型集体经济'];
const LINKAGES = ['订单', '入股分红', '资产收益', '务工就业', '土地(草场)流转', '生产托管', '资产租赁'];
const BUILDERS = ['旗县农牧和科技局', '旗县乡村振兴局', '苏木乡镇人民政府', '嘎查村集体经济组织'];
const PAYEES = ['建设工程有限公司', '农牧业开发有限公司', '种养殖专业合作社', '水利工程有限公司'];

const PROJECT =
  '项目编号,旗县代码,实施嘎查村代码,项目名称,项目类别,产业子类,所属专项,建设性质,入库日期,计划年度,列入计划日期,出库日期,计划开工日期,计划完工日期,开工日期,完工日期,验收日期,实施单位,计划总投资,是否到户,形成资产,联农带农方式,绩效目标,计划受益户数,计划受益人数';
const ALLOCATION = '分配编号,下达编号,项目编号,分配日期,分配金额,分配文号';
const PAYMENT = '支付编号,分配编号,支付日期,支付金额,收款方,支付类别,凭证号';

type Sheets = {
  projects: ReturnType<typeof openSheet<typeof PROJECT>>;
  allocations: ReturnType<typeof openSheet<typeof ALLOCATION>>;
  payments: ReturnType<typeof openSheet<typeof PAYMENT>>;
};

type Drafted = DemoProject & {
  random: Random;
  plannedOn?: string;
  removedOn?: string;
  plannedFen?: number;
  programmes?: string;
};

function describe({ projects }: Sheets, project: Drafted, serial: number): void {
  const { random, kind, county, year, village } = project;
  const isIndustry = kind === INDUSTRY;
  const villages = serial % 900 === 7 ? county.villages.slice(0, 3) : [village];
  const households = random.between(6, 90);
  const start = dayBetween(`${year}-03-20`, `${year}-07-10`, random.next());
  projects.add({
    ...{ 项目编号: project.number, 旗县代码: county.code, 实施嘎查村代码: villages.join('、') },
    项目名称: `${year} 年${random.pick(NAMES[kind] ?? ['综合'])}项目（${(serial % 40) + 1}）`,
    ...{ 项目类别: kind, 产业子类: isIndustry ? random.pick(SUBKINDS) : undefined, 所属专项: project.programmes },
    ...{
      建设性质: random.chance(0.2) ? '补助类' : '新建',
      入库日期: `${year - 1}-${random.chance(0.5) ? '11-20' : '10-28'}`,
    },
    ...(project.plannedOn ? { 计划年度: year, 列入计划日期: project.plannedOn } : {}),
    ...{
      出库日期: project.removedOn,
      开工日期: project.startedOn,
      完工日期: project.finishedOn,
      验收日期: project.acceptedOn,
    },
    ...(project.plannedOn ? { 计划开工日期: start, 计划完工日期: `${year}-10-31` } : {}),
    ...{ 实施单位: random.pick(BUILDERS), 计划总投资: project.plannedFen ? inWan(project.plannedFen) : undefined },
    ...{ 是否到户: isIndustry ? '是' : '否', 形成资产: project.formsAsset ? '是' : '否' },
    联农带农方式: isIndustry ? choose(random, LINKAGES, 2).join('、') : undefined,
    ...{ 绩效目标: '按期建成投用，带动农牧户增收', 计划受益户数: households, 计划受益人数: households * 2 },
  });
}

type YearPlan = {
  year: number;
  count: number;
  industry: number;
  started: number;
  paidShare?: number;
  paidFen?: number;
};

/** 2022 as on 31 May; of 2021 everything is begun. */
const PLANS: readonly YearPlan[] = [
  { year: 2021, count: 2391, industry: 1301, started: 2391, paidShare: 0.93 },
  { year: 2022, count: 2473, industry: 1398, started: 2280, paidFen: 278_694_000_000 },
];
const AS_OF = '2022-05-31';

function draft(money: CountyMoney, k: number, kind: string, isStarted: boolean): Drafted {
  const { county, year } = money;
  const random = randomOf(2, county.county * 10_000 + year + k * 17);
  const end = year === 2022 ? '2022-05-26' : '2021-09-30';
  const startedOn = isStarted ? dayBetween(`${year}-03-12`, end, random.next()) : undefined;
  const isFinished = isStarted && random.chance(year === 2022 ? 0.08 : 0.92);
  const finishedOn =
    isFinished && startedOn ? later(startedOn, year === 2022 ? '2022-05-28' : '2021-11-30') : undefined;
  // What is begun after the day is in the plan and not yet in the count.
  const afterwards =
    isStarted || random.chance(0.5) ? startedOn : dayBetween('2022-06-02', '2022-06-28', random.next());
  // A few were completed without anybody noting when they began.
  const began = isFinished && year === 2022 && k % 37 === 3 ? undefined : afterwards;
  return {
    ...{ number: `${county.county}P${year}${String(k + 1).padStart(3, '0')}`, county, year, kind, random },
    village: random.pick(county.villages),
    ...(began ? { startedOn: began } : {}),
    ...(finishedOn ? { finishedOn } : {}),
    ...(finishedOn && year === 2021 ? { acceptedOn: '2021-12-20' } : {}),
    ...{
      plannedOn: dayBetween(`${year}-02-10`, `${year}-03-10`, random.next()),
      allocatedFen: 0,
      formsAsset: random.chance(0.6),
    },
  };
}

type Allocated = { number: string; fen: number; on: string; project: Drafted };

/** Gives the pool of one class out of the documents in their order, and goes on where the class before it stopped. */
function allocate(
  sheets: Sheets,
  projects: readonly Drafted[],
  amounts: readonly number[],
  pool: (Issued & { left: number })[],
): Allocated[] {
  const given: Allocated[] = [];
  projects.forEach((project, p) => {
    let wanted = amounts[p] ?? 0;
    project.allocatedFen = wanted;
    while (wanted > 0) {
      const from = pool.find(({ left }) => left > 0);
      if (!from) throw new Error(`${project.number} gets more than the county has`);
      const fen = Math.min(wanted, from.left);
      from.left -= fen;
      wanted -= fen;
      const number = `${project.number}F${given.filter((one) => one.project === project).length + 1}`;
      const most = project.year === 2022 ? '2022-05-29' : '2021-08-31';
      const on = dayBetween(
        later(from.issuedOn, project.plannedOn ?? from.issuedOn),
        later(most, from.issuedOn),
        0.4 * project.random.next(),
      );
      given.push({ number, fen, on: later(on, from.issuedOn), project });
      sheets.allocations.add({
        ...{ 分配编号: number, 下达编号: from.number, 项目编号: project.number, 分配日期: later(on, from.issuedOn) },
        ...{ 分配金额: inWan(fen), 分配文号: `演示分〔${project.year}〕${project.county.county % 100}号` },
      });
    }
  });
  return given;
}

function pay(sheets: Sheets, allocation: Allocated, fen: number): void {
  const { project, number } = allocation;
  const { random, year } = project;
  // Here and there money went out before the work began: what an auditor looks for.
  const isEarly = year === 2022 && random.chance(0.006);
  const first = isEarly ? allocation.on : later(allocation.on, project.startedOn ?? allocation.on);
  const last = later(year === 2022 ? AS_OF : '2021-12-25', first);
  deal(fen, random.chance(0.6) ? [30, 70] : [1]).forEach((part, i) => {
    if (part === 0) return;
    const isLate = year === 2021 && i === 1 && random.chance(0.35);
    sheets.payments.add({
      ...{
        支付编号: `${number}Z${i + 1}`,
        分配编号: number,
        支付金额: inYuan(part),
        支付类别: i === 0 ? '预付' : '进度款',
      },
      支付日期: isLate
        ? dayBetween('2022-01-10', '2022-05-20', random.next())
        : dayBetween(first, last, i === 0 ? 0.2 : 0.9),
      ...{ 收款方: `示例${random.pick(PAYEES)}`, 凭证号: `PZ${String(random.int(900_000) + 100_000)}` },
    });
  });
}

function isBegunBy(project: DemoProject, day: string): boolean {
  return [project.startedOn, project.finishedOn].some((on) => on !== undefined && on <= day);
}

function ofYear(sheets: Sheets, plan: YearPlan, money: readonly CountyMoney[]): Drafted[] {
  const weights = money.map(({ fen }) => Math.sqrt(fen));
  const counts = dealWithin(
    plan.count,
    weights,
    weights.map(() => 80),
    weights.map(() => 6),
  );
  const industry = dealWithin(
    plan.industry,
    counts,
    counts.map((n) => n - 2),
    counts.map(() => 2),
  );
  const started = dealWithin(plan.started, counts, counts);
  const byCounty = money.map((one, c) => {
    const count = counts[c] ?? 0;
    const random = randomOf(3, one.county.county * 10 + plan.year);
    const begun = new Set(
      choose(
        random,
        Array.from({ length: count }, (_, k) => k),
        started[c] ?? 0,
      ),
    );
    const projects = Array.from({ length: count }, (_, k) => {
      const kind = k < (industry[c] ?? 0) ? INDUSTRY : random.pick(OTHER_KINDS);
      return draft(one, k, kind, begun.has(k));
    });
    return { one, projects };
  });
  const allocations = byCounty.flatMap(({ one, projects }) => {
    const pool = one.issued.map((each) => ({ ...each, left: each.fen }));
    const [first, rest] = [
      projects.filter(({ kind }) => kind === INDUSTRY),
      projects.filter(({ kind }) => kind !== INDUSTRY),
    ];
    const share = (group: Drafted[], fen: number) =>
      deal(
        fen,
        group.map(({ random }) => 0.3 + random.next() ** 2 * 3),
      );
    return [
      ...allocate(sheets, first, share(first, one.industryFen), pool),
      ...allocate(sheets, rest, share(rest, one.fen - one.industryFen), pool),
    ];
  });
  payYear(sheets, plan, money, allocations);
  return byCounty.flatMap(({ projects }) => projects);
}

/** Counties differ in how fast they pay; some sit on their money. */
function payYear(
  sheets: Sheets,
  { paidFen, paidShare }: YearPlan,
  money: readonly CountyMoney[],
  allocations: readonly Allocated[],
): void {
  const payable = allocations.filter(({ project }) => isBegunBy(project, AS_OF));
  const pace = new Map(
    money.map(({ county }, i) => [county.county, i % 9 === 5 ? 0.25 : 0.75 + 0.5 * county.random.next()]),
  );
  const total = paidFen ?? Math.round((paidShare ?? 0) * payable.reduce((sum, { fen }) => sum + fen, 0));
  const caps = payable.map(({ fen }) => fen);
  const weights = payable.map(({ fen, project }) => fen * (pace.get(project.county.county) ?? 1));
  const paid = dealWithin(total, weights, caps);
  payable.forEach((allocation, i) => {
    pay(sheets, allocation, paid[i] ?? 0);
  });
}

/** Planned amounts: what was allocated, and something on top; of follow-up for resettled households exactly 4.9023 亿元 in 68 projects. */
function planAmounts(projects: Drafted[], extra: Drafted[]): void {
  for (const project of projects)
    project.plannedFen = Math.round((project.allocatedFen * (1.02 + 0.2 * project.random.next())) / 100) * 100;
  const small = projects.filter(({ year, allocatedFen }) => year === 2022 && allocatedFen < 250_000_000);
  const inside = small.filter((_, i) => i % Math.floor(small.length / 41) === 0).slice(0, 41);
  const all = [...inside, ...extra];
  const parts = deal(
    49_023_000_000,
    all.map(({ allocatedFen, random }) => allocatedFen + 500_000_000 * (0.6 + random.next())),
  );
  all.forEach((project, i) => {
    project.plannedFen = parts[i] ?? 0;
    project.programmes = '易地搬迁后续扶持';
  });
}

type Extra = { count: number; letter: string; year: number; change: (draft: Drafted, i: number) => Partial<Drafted> };

const IN_2021 = (draft: Drafted) => dayBetween('2021-03-20', '2021-10-20', draft.random.next());

/** Projects that a figure of bridging money must pass over. */
const EXTRAS: readonly Extra[] = [
  { count: 27, letter: 'Y', year: 2022, change: () => ({}) },
  { count: 905, letter: 'J', year: 2021, change: (draft) => ({ programmes: '京蒙协作', startedOn: IN_2021(draft) }) },
  { count: 412, letter: 'J', year: 2022, change: () => ({ programmes: '京蒙协作' }) },
  { count: 37, letter: 'W', year: 2022, change: () => ({}) },
  { count: 37, letter: 'R', year: 2022, change: () => ({ removedOn: '2022-04-30' }) },
  { count: 1200, letter: 'K', year: 2023, change: () => ({ plannedOn: '' }) },
];

function extraProjects(counties: readonly DemoCounty[], { count, letter, year, change }: Extra): Drafted[] {
  const counts = deal(
    count,
    counties.map(({ weight }) => weight),
  );
  return counties.flatMap((county, c) =>
    Array.from({ length: counts[c] ?? 0 }, (_, k) => {
      const random = randomOf(4 + letter.charCodeAt(0), county.county * 1000 + year + k);
      const base: Drafted = {
        ...{ number: `${county.county}${letter}${year}${String(k + 1).padStart(3, '0')}`, county, year, random },
        ...{ kind: random.chance(0.5) ? INDUSTRY : random.pick(OTHER_KINDS), village: random.pick(county.villages) },
        ...{
          plannedOn: `${year}-02-28`,
          plannedFen: random.between(20, 300) * 1_000_000,
          allocatedFen: 0,
          formsAsset: false,
        },
      };
      return { ...base, ...change(base, k) };
    }),
  );
}

export function projectSheets(
  counties: readonly DemoCounty[],
  money: readonly CountyMoney[],
): { sheets: Sheet[]; projects: DemoProject[] } {
  const sheets: Sheets = {
    projects: openSheet('projects', PROJECT),
    allocations: openSheet('fund-allocations', ALLOCATION),
    payments: openSheet('fund-payments', PAYMENT),
  };
  const planned = PLANS.flatMap((plan) =>
    ofYear(
      sheets,
      plan,
      money.filter(({ year }) => year === plan.year),
    ),
  );
  const [resettlement = [], ...others] = EXTRAS.map((extra) => extraProjects(counties, extra));
  planAmounts(planned, resettlement);
  [...planned, ...resettlement, ...others.flat()].forEach((project, i) => {
    describe(sheets, project, i);
  });
  return { sheets: [sheets.projects.sheet, sheets.allocations.sheet, sheets.payments.sheet], projects: planned };
}
