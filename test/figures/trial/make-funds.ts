// Money: arranged, given on, given to projects, paid. Amounts are drawn so that most fit and some do not.

import { later } from './chance.ts';
import { fen, type Row, row, since, text } from './rows.ts';
import { leagueOf, REGION, type World, yearsOf } from './world.ts';

const WAN = 1_000_000;
const CLASSES = ['产业发展', '产业发展', '乡村建设行动', '就业项目', '其他'];
const PROGRAMMES = ['', '', '易地搬迁后续扶持', '京蒙协作', '以工代赈、易地搬迁后续扶持'];

/** Whole fen below ten thousand yuan stay: rounding has to be right. */
const part = ({ chance }: World, whole: number, from: number, to: number): number =>
  Math.max(1, Math.floor(whole * (from + chance.next() * (to - from))));

function arrange(world: World, of: number, kind: string, source: string, region: number): Row[] {
  const { chance } = world;
  return Array.from({ length: chance.whole(2, 3) }, (_, i) =>
    row('fund-arrangements', {
      安排编号: `A-${region}-${of}-${kind}-${source}-${i}`,
      地区代码: region,
      预算年度: of,
      资金种类: kind,
      来源层级: source,
      任务方向: chance.one(['', '以工代赈', '巩固拓展和乡村振兴']),
      文号: `示例${i}号`,
      // Early notice: money of the year is told in the one before.
      安排日期: chance.day(`${of - 1}-10-01`, `${of}-11-30`),
      安排金额: i === 2 ? -chance.whole(1, 100 * WAN) : chance.whole(2000 * WAN, 9000 * WAN) + chance.whole(0, 99),
      提前下达: chance.one(['', '是', '否']),
    }),
  );
}

type Hop = { from: number; to: number; of: number; kind: string; source: string; amount: number };

function issue({ chance }: World, number: string, { from, to, of, kind, source, amount }: Hop, back?: Row): Row {
  return row('fund-issuances', {
    下达编号: number,
    接收地区代码: to,
    下达地区代码: from,
    预算年度: of,
    资金种类: kind,
    来源层级: source,
    指标文号: `示例${number}`,
    下达日期: back ? later(since(back), chance.whole(0, 60)) : chance.day(`${of - 1}-12-01`, `${of}-12-20`),
    下达金额: amount,
    收回下达编号: back ? text(back, '下达编号') : '',
  });
}

/** Money of one year, kind and source on its way down: to leagues and straight to counties, to a zone, to townships. */
function giveDown(world: World, of: number, kind: string, source: string, total: number): Row[] {
  const { chance, leagues, counties, zone, villages } = world;
  const rows: Row[] = [];
  const give = (hop: Omit<Hop, 'of' | 'kind' | 'source'>) => {
    const made = issue(world, `I-${of}-${kind}-${source}-${rows.length}`, { ...hop, of, kind, source });
    rows.push(made);
    return made;
  };
  give({ from: REGION, to: zone, amount: part(world, total, 0.01, 0.03) });
  for (const league of leagues) {
    const got = give({ from: REGION, to: league, amount: part(world, total, 0.1, 0.25) });
    const own = counties.filter((county) => leagueOf(county) === league);
    for (const county of own)
      give({ from: league, to: county, amount: part(world, fen(got, '下达金额') / own.length, 0.5, 1.15) });
  }
  for (const county of chance.some(counties, 3)) {
    const got = give({ from: REGION, to: county, amount: part(world, total, 0.03, 0.08) });
    const township = Math.floor((villages.get(county)?.[0] ?? 0) / 1000) * 1000;
    give({ from: county, to: township, amount: part(world, fen(got, '下达金额'), 0.05, 0.4) });
    if (chance.is(0.6))
      rows.push(
        issue(
          world,
          `R-${of}-${kind}-${source}-${rows.length}`,
          { ...hopOf(got), amount: -part(world, fen(got, '下达金额'), 0.05, 0.3) },
          got,
        ),
      );
  }
  if (chance.is(0.3)) give({ from: REGION, to: chance.one(counties), amount: total });
  return rows;
}

const hopOf = (one: Row): Omit<Hop, 'amount'> => ({
  from: fen(one, '下达地区代码'),
  to: fen(one, '接收地区代码'),
  of: fen(one, '预算年度'),
  kind: text(one, '资金种类'),
  source: text(one, '来源层级'),
});

function wrongIssuances(world: World, good: readonly Row[]): Row[] {
  const { chance, leagues, counties } = world;
  const from = good.find((one) => fen(one, '下达金额') > 0 && text(one, '资金种类') === '衔接资金');
  if (!from) return [];
  const hop = hopOf(from);
  const [one = 0, other = 0] = leagues;
  const foreign = counties.find((county) => leagueOf(county) === other) ?? other;
  return [
    issue(world, 'X-below-1', { ...hop, from: one, to: foreign, amount: WAN }),
    issue(world, 'X-below-2', { ...hop, from: one, to: one, amount: WAN }),
    issue(world, 'X-back-1', { ...hop, amount: -fen(from, '下达金额') - 1 }, from),
    issue(world, 'X-back-2', { ...hop, source: '盟市', amount: -1 }, from),
    issue(world, 'X-back-3', { ...hop, of: hop.of + 1, amount: -1 }, from),
    issue(world, 'X-back-4', { ...hop, kind: '债券', amount: -1 }, from),
    // Nobody knows what the county received of it: taken.
    issue(world, 'N-open', {
      ...hop,
      from: counties[0] ?? 0,
      to: world.villages.get(counties[0] ?? 0)?.[1] ?? 0,
      kind: '债券',
      source: '旗县',
      amount: chance.whole(1, WAN),
    }),
  ];
}

export function makeProjects(world: World, sites: readonly Row[]): Row[] {
  const { chance, counties, villages } = world;
  return counties.flatMap((county) =>
    yearsOf(world).flatMap((of) =>
      Array.from({ length: 7 }, (_, i) => {
        const total = chance.whole(20 * WAN, 900 * WAN);
        const planned = chance.is(0.9);
        const begun = chance.is(0.6) ? chance.day(`${of}-01-10`, `${of}-10-30`) : '';
        const ended = chance.is(0.4) ? chance.day(begun || `${of}-03-01`, `${of + 1}-03-30`) : '';
        const accepted = chance.is(0.3) ? later(ended || begun || `${of}-05-01`, chance.whole(0, 60)) : '';
        const bridging = chance.whole(0, total);
        const parted = planned && chance.is(0.5);
        const listed = chance.day(`${of - 1}-11-01`, `${of}-06-30`);
        return row('projects', {
          项目编号: `P-${county}-${of}-${i}`,
          旗县代码: county,
          实施嘎查村代码: chance.is(0.5) ? (villages.get(county) ?? []).join('、') : '',
          项目名称: `示例项目${i}`,
          项目类别: chance.one(CLASSES),
          所属专项: chance.one(PROGRAMMES),
          安置点编号: chance.is(0.1) ? text(chance.one(sites), '安置点编号') : '',
          计划年度: planned ? of : '',
          列入计划日期: planned ? listed : '',
          出库日期: planned && chance.is(0.15) ? later(listed, chance.whole(0, 400)) : '',
          开工日期: begun,
          完工日期: ended,
          验收日期: accepted,
          责任人: chance.one(['', '张三']),
          计划总投资: planned ? total : '',
          计划衔接资金: parted ? bridging : '',
          计划其他资金: parted ? total - bridging : '',
          联农带农方式: '务工就业',
        });
      }),
    ),
  );
}

/** What each issuance to a county went to, and what was paid of it; some of both is too much. */
function spend(world: World, issuance: Row, projects: readonly Row[]): Row[] {
  const { chance } = world;
  const rows: Row[] = [];
  const own = projects.filter((one) => text(one, '旗县代码') === text(issuance, '接收地区代码'));
  const wanted = chance.some(own, chance.whole(2, 4));
  for (const [i, project] of wanted.entries()) {
    const number = `${text(issuance, '下达编号')}-${i}`;
    const on = later(since(issuance), chance.whole(0, 90));
    const amount = part(world, fen(issuance, '下达金额') / wanted.length, 0.3, 1.15);
    const given = (name: string, day: string, money: number) =>
      row('fund-allocations', {
        分配编号: name,
        下达编号: text(issuance, '下达编号'),
        项目编号: text(project, '项目编号'),
        分配日期: day,
        分配金额: money,
      });
    rows.push(given(`L-${number}`, on, amount));
    const back = chance.one([0, 0, 0, 0, Math.floor(amount / 5), amount]);
    if (back > 0) rows.push(given(`LR-${number}`, later(on, chance.whole(1, 200)), -back));
    for (let k = 0; k < chance.whole(0, 3); k++)
      rows.push(
        row('fund-payments', {
          支付编号: `V-${number}-${k}`,
          分配编号: `L-${number}`,
          支付日期: later(since(issuance), chance.whole(0, 420)),
          支付金额: part(world, amount - back, 0.05, 0.6),
          收款方: '示例合作社',
          收款账号: chance.one(['', '6222020200112233445']),
          支付类别: chance.one(['进度款', '结算', '到户补助']),
        }),
      );
    const first = rows.findLast(
      ({ register, cells }) => register === 'fund-payments' && cells.分配编号 === `L-${number}`,
    );
    if (first && chance.is(0.2))
      rows.push(
        row('fund-payments', {
          ...first.cells,
          ...{ 支付编号: `VR-${number}`, 支付日期: later(since(first), chance.whole(0, 40)), 支付类别: '退回' },
          支付金额: -part(world, fen(first, '支付金额'), 0.1, 1),
        }),
      );
  }
  return rows;
}

export function makeFunds(world: World, projects: readonly Row[]): Row[] {
  const { chance, counties } = world;
  const arranged: Row[] = [];
  const issued: Row[] = [];
  for (const of of yearsOf(world))
    for (const kind of ['衔接资金', '农牧业发展专项', '京蒙协作'])
      for (const source of ['中央', '自治区']) {
        const own = arrange(world, of, kind, source, REGION);
        arranged.push(...own);
        const total = own.reduce((sum, one) => sum + fen(one, '安排金额'), 0);
        issued.push(...giveDown(world, of, kind, source, total));
      }
  // A league's and a county's own money.
  for (const [i, region] of [...world.leagues, ...counties.slice(0, 3)].entries()) {
    const source = i < world.leagues.length ? '盟市' : '旗县';
    const own = arrange(world, world.year, '衔接资金', source, region);
    arranged.push(...own);
    const to = source === '盟市' ? counties.find((county) => leagueOf(county) === region) : undefined;
    if (to)
      issued.push(
        issue(world, `I-own-${i}`, {
          from: region,
          to,
          of: world.year,
          kind: '衔接资金',
          source,
          amount: part(world, fen(own[0] as Row, '安排金额'), 0.1, 0.9),
        }),
      );
  }
  const toCounties = issued.filter((one) => fen(one, '下达金额') > 0 && counties.includes(fen(one, '接收地区代码')));
  const spent = toCounties.flatMap((one) =>
    text(one, '资金种类') === '京蒙协作' && chance.is(0.7) ? [] : spend(world, one, projects),
  );
  return [...arranged, ...issued, ...wrongIssuances(world, issued), ...spent];
}
