// Money of two budget years: arranged, issued from hop to hop, and how much of it each county has for which projects. The totals are those
// that were published; what must not count (league money, returns, documents of June, another kind) stands beside them.

import type { DemoCounty } from './counties.ts';
import { deal } from './deal.ts';
import { inWan, openSheet, type Sheet } from './sheet.ts';

/** 亿元 → fen. */
const YI = 10_000_000_000;
const yi = (amount: number) => Math.round(amount * YI);

export type Issued = { number: string; fen: number; issuedOn: string };
/** What a county has of a year, and how much of it goes to industry. */
export type CountyMoney = { county: DemoCounty; year: number; issued: Issued[]; fen: number; industryFen: number };

type YearPlan = {
  year: number;
  arranged: { central: number; region: number };
  /** Central and regional money issued to key counties, and to all others. */
  toKey: number;
  toOthers: number;
  centralShare: number;
  league: number;
  county: number;
  industry: number;
  days: Record<'central' | 'region', readonly [string, string, string]>;
  arrangedOn: Record<'central' | 'region', readonly [string, string]>;
};

const YEARS: readonly YearPlan[] = [
  {
    year: 2021,
    arranged: { central: yi(34.1007), region: yi(50.1293) },
    ...{
      toKey: yi(28.8127),
      toOthers: yi(53.8013),
      centralShare: 0.404,
      league: 0,
      county: 0,
      industry: yi(44.528946),
    },
    days: { central: ['2021-01-12', '2021-04-16', '2021-05-18'], region: ['2021-03-09', '2021-04-22', '2021-06-15'] },
    arrangedOn: { central: ['2020-11-20', '2021-04-02'], region: ['2021-02-24', '2021-05-20'] },
  },
  {
    year: 2022,
    arranged: { central: yi(35.2617), region: yi(51.4983) },
    ...{ toKey: yi(23.3318), toOthers: yi(42.4709), centralShare: 0.424 },
    ...{ league: yi(0.1642), county: yi(0.0744), industry: yi(36.719) },
    days: { central: ['2021-12-15', '2022-04-08', '2022-05-06'], region: ['2022-03-02', '2022-04-20', '2022-05-25'] },
    arrangedOn: { central: ['2021-11-05', '2022-03-28'], region: ['2022-02-18', '2022-04-12'] },
  },
];

const TASKS = ['巩固拓展和乡村振兴', '以工代赈', '少数民族发展', '国有农场', '国有林场'];
const TASK_WEIGHTS = [82, 7, 6, 3, 2];
const SOURCE = { central: '中央', region: '自治区' } as const;
const REGION = '150000000000';

const ARRANGEMENT =
  '安排编号,地区代码,预算年度,资金种类,来源层级,任务方向,文号,安排日期,安排金额,提前下达,作废,作废原因';
const ISSUANCE =
  '下达编号,接收地区代码,下达地区代码,预算年度,资金种类,来源层级,任务方向,指标文号,下达日期,下达金额(万元),收回下达编号';

type Sheets = {
  arrangements: ReturnType<typeof openSheet<typeof ARRANGEMENT>>;
  issuances: ReturnType<typeof openSheet<typeof ISSUANCE>>;
};

function arrange({ arrangements }: Sheets, { year, arranged, arrangedOn }: YearPlan): void {
  for (const source of ['central', 'region'] as const) {
    deal(arranged[source], [40, 60]).forEach((tranche, t) => {
      deal(tranche, TASK_WEIGHTS).forEach((fen, i) => {
        const on = arrangedOn[source][t] ?? '';
        arrangements.add({
          ...{
            安排编号: `AP${year}-${source === 'central' ? 'Z' : 'Q'}${t + 1}-${i + 1}`,
            地区代码: REGION,
            预算年度: year,
          },
          ...{
            资金种类: '衔接资金',
            来源层级: SOURCE[source],
            任务方向: TASKS[i],
            文号: `演示财〔${on.slice(0, 4)}〕${year % 100}${t}${i}号`,
          },
          ...{ 安排日期: on, 安排金额: inWan(fen), 提前下达: on < `${year}-01-01` ? '是' : '否' },
        });
      });
    });
  }
}

/** Money that no figure of bridging money counts: a pot of its own, a document that was withdrawn. */
function arrangeOthers({ arrangements }: Sheets): void {
  const others = [
    { 安排编号: 'AP2022-N1', 资金种类: '农牧业发展专项', 安排金额: inWan(yi(118.2)), 安排日期: '2022-03-15' },
    {
      安排编号: 'AP2022-V1',
      资金种类: '衔接资金',
      安排金额: inWan(yi(1.2)),
      安排日期: '2022-03-01',
      作废: '是',
      作废原因: '文件撤回',
    },
  ] as const;
  for (const row of others)
    arrangements.add({ ...row, 地区代码: REGION, 预算年度: 2022, 来源层级: '自治区', 文号: '演示财〔2022〕90号' });
}

type Hop = {
  to: string;
  from: string;
  year: number;
  source: string;
  on: string;
  fen: number;
  kind?: string;
  back?: string;
};

function issue(
  { issuances }: Sheets,
  number: string,
  { to, from, year, source, on, fen, kind = '衔接资金', back }: Hop,
): void {
  issuances.add({
    ...{ 下达编号: number, 接收地区代码: to, 下达地区代码: from, 预算年度: year, 资金种类: kind, 来源层级: source },
    ...{
      任务方向: kind === '衔接资金' ? TASKS[0] : undefined,
      指标文号: `演示指标〔${on.slice(0, 4)}〕${number.slice(-6)}号`,
    },
    ...{ 下达日期: on, '下达金额(万元)': inWan(fen), 收回下达编号: back },
  });
}

/** First and last part by way of the league, the second straight to the county. */
const BY_LEAGUE = [true, false, true];
const PARTS = [50, 30, 20];

function issueYear(sheets: Sheets, counties: readonly DemoCounty[], plan: YearPlan): CountyMoney[] {
  const { year } = plan;
  const ofGroup = (isKey: boolean, total: number) =>
    deal(
      total,
      counties.map((one) => (one.isKey === isKey ? one.weight : 0)),
    );
  const key = ofGroup(true, plan.toKey);
  const others = ofGroup(false, plan.toOthers);
  const industry = deal(
    plan.industry,
    counties.map((one, i) => ((key[i] ?? 0) + (others[i] ?? 0)) * (0.88 + 0.24 * one.random.next())),
  );
  const leagueMoney = deal(
    plan.league,
    counties.map(({ weight }, i) => (i % 3 === 0 ? weight : 0)),
  );
  const ownMoney = deal(
    plan.county,
    counties.map(({ weight }, i) => (i % 5 === 0 ? weight : 0)),
  );
  const hops = new Map<string, Hop>();
  const money = counties.map((county, c): CountyMoney => {
    const fen = (key[c] ?? 0) + (others[c] ?? 0);
    const central = Math.round(fen * plan.centralShare);
    const issued: Issued[] = [];
    const give = (letter: string, t: number, hop: Hop) => {
      if (hop.fen === 0) return;
      const number = `${county.county}X${year}${letter}${t + 1}`;
      issue(sheets, number, hop);
      issued.push({ number, fen: hop.fen, issuedOn: hop.on });
    };
    for (const source of ['central', 'region'] as const) {
      deal(source === 'central' ? central : fen - central, PARTS).forEach((part, t) => {
        const from = BY_LEAGUE[t] ? county.league : REGION;
        const hop = { to: county.code, from, year, source: SOURCE[source], on: plan.days[source][t] ?? '', fen: part };
        give(source === 'central' ? 'Z' : 'Q', t, hop);
        if (from === REGION) return;
        const at = `${county.league} ${source} ${t}`;
        const before = hops.get(at);
        hops.set(at, { ...hop, to: county.league, from: REGION, fen: part + (before?.fen ?? 0) });
      });
    }
    const rest = { to: county.code, from: county.league, year, on: `${year}-03-20` };
    give('M', 0, { ...rest, source: '盟市', fen: leagueMoney[c] ?? 0 });
    give('X', 0, { ...rest, source: '旗县', fen: ownMoney[c] ?? 0 });
    return {
      county,
      year,
      issued,
      fen: fen + (leagueMoney[c] ?? 0) + (ownMoney[c] ?? 0),
      industryFen: industry[c] ?? 0,
    };
  });
  [...hops.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .forEach(([, hop], i) => {
      issue(sheets, `MS${year}-${String(i + 1).padStart(3, '0')}`, hop);
    });
  const leagues = new Map<string, number>();
  for (const [i, { league }] of counties.entries())
    leagues.set(league, (leagues.get(league) ?? 0) + (leagueMoney[i] ?? 0));
  for (const [league, fen] of leagues)
    if (fen > 0)
      sheets.arrangements.add({
        ...{
          安排编号: `AP${year}-M${league.slice(0, 4)}`,
          地区代码: league,
          预算年度: year,
          资金种类: '衔接资金',
          来源层级: '盟市',
        },
        ...{
          任务方向: TASKS[0],
          文号: `演示盟财〔${year}〕8号`,
          安排日期: `${year}-02-10`,
          安排金额: inWan(fen + yi(0.01)),
        },
      });
  return money;
}

/** Nine documents took part of their money back, and gave as much more: the county has what it has. */
function takeBack(sheets: Sheets, money: readonly CountyMoney[]): void {
  for (const { county, issued } of money.filter((_, i) => i % 10 === 4).slice(0, 9)) {
    const first = issued.find(({ number }) => number.endsWith('Q2'));
    const row = sheets.issuances.sheet.rows.find(([number]) => number === first?.number);
    if (!first || !row) continue;
    const fen = Math.min(first.fen, 1_200_000 * 100);
    row[9] = inWan(first.fen + fen);
    const hop = { to: county.code, from: REGION, year: 2022, source: '自治区', on: '2022-05-20', fen: -fen };
    issue(sheets, `${county.county}X2022T1`, { ...hop, back: first.number });
  }
}

/** Documents of June, and the pot of agriculture: 31 counties lifted from national lists, 26 from regional ones. */
function issueOthers(sheets: Sheets, counties: readonly DemoCounty[]): void {
  counties
    .filter((_, i) => i % 5 === 2)
    .forEach(({ county, code }) => {
      issue(sheets, `${county}X2022J1`, {
        to: code,
        from: REGION,
        year: 2022,
        source: '中央',
        on: '2022-06-20',
        fen: 3_150_000_00,
      });
    });
  for (const [kind, total] of [
    ['national', yi(100.3142)],
    ['regional', yi(14.2075)],
  ] as const) {
    const group = counties.filter(({ lifted }) => lifted === kind);
    deal(
      total,
      group.map(({ weight }) => weight),
    ).forEach((fen, i) => {
      const to = group[i];
      if (!to) return;
      const hop = {
        to: to.code,
        from: REGION,
        year: 2022,
        source: '自治区',
        on: '2022-04-10',
        fen,
        kind: '农牧业发展专项',
      };
      issue(sheets, `${to.county}N2022`, hop);
    });
  }
}

/** Arrangements and issuances, and the money each county has for projects of 2021 and 2022. */
export function fundSheets(counties: readonly DemoCounty[]): { sheets: Sheet[]; money: CountyMoney[] } {
  const sheets: Sheets = {
    arrangements: openSheet('fund-arrangements', ARRANGEMENT),
    issuances: openSheet('fund-issuances', ISSUANCE),
  };
  const money = YEARS.flatMap((plan) => {
    arrange(sheets, plan);
    return issueYear(sheets, counties, plan);
  });
  arrangeOthers(sheets);
  takeBack(
    sheets,
    money.filter(({ year }) => year === 2022),
  );
  issueOthers(sheets, counties);
  return { sheets: [sheets.arrangements.sheet, sheets.issuances.sheet], money };
}
