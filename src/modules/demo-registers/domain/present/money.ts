// Money of this year and the last: what the region arranged and issued, which projects have it, what was paid, what was carried over.

import { deal } from '../deal.ts';
import { inWan, inYuan, later, openSheet, type Sheet } from '../sheet.ts';
import { type Ground, REGION, turn } from './ground.ts';
import type { Work } from './works.ts';

const OF = { 资金种类: '衔接资金', 任务方向: '巩固拓展和乡村振兴' } as const;
const SOURCES = ['中央', '自治区'] as const;
/** When a document came, in days from today: of this year and of the last. */
const ISSUED = { this: { 中央: -330, 自治区: -250 }, last: { 中央: -700, 自治区: -620 } } as const;
const PAYEES = ['建设工程有限公司', '农牧业开发有限公司', '种养殖专业合作社', '水利工程有限公司'];

type Source = (typeof SOURCES)[number];
type Given = { work: Work; source: Source; fen: number; issuance: string; allocation: string; on: string };

const givenFen = ({ totalFen, given }: Work) => Math.round(totalFen / 100) * given;

function issuanceOf(county: number, year: number, source: Source): string {
  return `XF${county}-${year}-${source === '中央' ? 'Z' : 'Q'}`;
}

function give({ clock }: Ground, works: readonly Work[]): { sheet: Sheet; given: Given[] } {
  const { sheet, add } = openSheet('fund-allocations', '分配编号,下达编号,项目编号,分配日期,分配金额,分配文号');
  const given = works
    .filter((work) => work.given > 0)
    .map((work, i): Given => {
      const source = SOURCES[i % 3 === 0 ? 1 : 0] ?? '中央';
      const issued = ISSUED[work.year === clock.year ? 'this' : 'last'][source];
      const on = later(clock.day(issued + 20), clock.day(work.plannedStart - 25));
      const issuance = issuanceOf(work.county.county, work.year, source);
      return { work, source, fen: givenFen(work), issuance, allocation: `${work.number}F1`, on };
    });
  for (const { work, fen, issuance, allocation, on } of given)
    add({
      ...{ 分配编号: allocation, 下达编号: issuance, 项目编号: work.number, 分配日期: on, 分配金额: inWan(fen) },
      分配文号: `演示分〔${work.year}〕${work.county.county % 100} 号`,
    });
  return { sheet, given };
}

/** Every document carries what was given of it and a rest; one of each county has only just come and is given to nobody yet. */
function issue({ clock, counties }: Ground, given: readonly Given[]): Sheet[] {
  const arranged = openSheet(
    'fund-arrangements',
    '安排编号,地区代码,预算年度,资金种类,来源层级,任务方向,文号,安排日期,安排金额,提前下达',
  );
  const issued = openSheet(
    'fund-issuances',
    '下达编号,接收地区代码,下达地区代码,预算年度,资金种类,来源层级,任务方向,指标文号,下达日期,收文日期,下达金额,提前下达',
  );
  for (const year of [clock.year - 1, clock.year])
    for (const source of SOURCES) {
      const of = { ...OF, 预算年度: year, 来源层级: source };
      const isThis = year === clock.year;
      const days = ISSUED[isThis ? 'this' : 'last'][source];
      let sum = 0;
      const issueTo = (number: string, code: string, fen: number, on: number) => {
        sum += fen;
        issued.add({
          ...{ ...of, 下达编号: number, 接收地区代码: code, 下达地区代码: REGION, 下达金额: inWan(fen) },
          ...{ 下达日期: clock.day(on), 收文日期: clock.day(on + 4), 指标文号: `演示财农〔${year}〕${sum % 97} 号` },
          提前下达: source === '中央' ? '是' : '否',
        });
      };
      counties.forEach(({ county, code }, c) => {
        const number = issuanceOf(county, year, source);
        const spent = given.reduce((all, { issuance, fen }) => all + (issuance === number ? fen : 0), 0);
        issueTo(number, code, spent + (isThis ? 35_000_000 : 2_400_000), days);
        if (isThis && source === '自治区') issueTo(`${number}X`, code, 180_000_000, c % 3 === 0 ? -45 : -12);
      });
      arranged.add({
        ...{
          ...of,
          安排编号: `AP${year}-XZ${source === '中央' ? 'Z' : 'Q'}`,
          地区代码: REGION,
          安排金额: inWan(sum * 1),
        },
        ...{ 文号: `演示财〔${year}〕1 号`, 安排日期: clock.day(days - 15), 提前下达: source === '中央' ? '是' : '否' },
      });
    }
  return [arranged.sheet, issued.sheet];
}

function pay({ clock }: Ground, given: readonly Given[]): Sheet {
  const { sheet, add } = openSheet('fund-payments', '支付编号,分配编号,支付日期,支付金额,收款方,支付类别,凭证号');
  given.forEach(({ work, fen, allocation, on }, i) => {
    const paid = Math.round((fen * work.paid) / 100);
    if (paid === 0 || work.started === undefined) return;
    const last = Math.min(-2, work.finished ?? -6);
    const days = [work.started + (work.early ? -work.early : 12), Math.round((work.started + last) / 2), last];
    const kinds = ['预付', '进度款', work.settled === undefined ? '进度款' : '结算'];
    deal(paid, [30, 40, 30]).forEach((part, n) => {
      add({
        ...{ 支付编号: `${allocation}Z${n + 1}`, 分配编号: allocation, 支付日期: later(on, clock.day(days[n] ?? -5)) },
        ...{ 支付金额: inYuan(part), 收款方: `示例${turn(PAYEES, i)}`, 支付类别: kinds[n] },
        凭证号: `PZ${String(400_000 + i * 10 + n)}`,
      });
    });
  });
  return sheet;
}

/** What was left of last year, and what its projects were to reach. */
function close({ clock, counties }: Ground, works: readonly Work[]): Sheet[] {
  const year = clock.year - 1;
  const carried = openSheet('fund-carryovers', '年度,下达编号,结账日期,结转金额,收回金额,结转原因');
  for (const { county } of counties)
    for (const source of SOURCES)
      carried.add({
        ...{ 年度: year, 下达编号: issuanceOf(county, year, source), 结账日期: `${year}-12-31` },
        ...{ 结转金额: inWan(1_800_000), 收回金额: inWan(600_000), 结转原因: '质保金未到期' },
      });
  const performance = openSheet('fund-performance', '项目编号,年度,指标类别,三级指标,目标值,完成值,得分,偏差原因');
  for (const [i, { number, year: of, settled }] of works.entries()) {
    const isDone = settled !== undefined;
    const isShort = isDone && i % 5 === 2;
    performance.add({
      ...{ 项目编号: number, 年度: of, 指标类别: '数量', 三级指标: '建成设施数量', 目标值: '1 处' },
      ...(isDone ? { 完成值: '1 处', 得分: 10 } : {}),
    });
    performance.add({
      ...{
        项目编号: number,
        年度: of,
        指标类别: '经济效益',
        三级指标: '带动脱贫户和监测对象户均增收',
        目标值: '1200 元',
      },
      ...(isDone ? { 完成值: isShort ? '860 元' : '1260 元', 得分: isShort ? 7 : 10 } : {}),
      偏差原因: isShort ? '投产较晚，全年收益未满' : undefined,
    });
  }
  return [carried.sheet, performance.sheet];
}

export function moneySheets(ground: Ground, works: readonly Work[]): Sheet[] {
  const { sheet, given } = give(ground, works);
  return [...issue(ground, given), sheet, pay(ground, given), ...close(ground, works)];
}
