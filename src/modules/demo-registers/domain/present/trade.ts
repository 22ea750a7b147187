// Loans in all their terms, ties of families to firms with what was paid out, recognised firms, and what was sold and bought this year.

import { inWan, inYuan, openSheet, type Sheet } from '../sheet.ts';
import { type Ground, turn } from './ground.ts';
import type { Work } from './works.ts';

const LINKAGES = ['订单', '入股分红', '资产收益', '务工就业', '土地(草场)流转', '生产托管'];
/** How many days from today a loan falls due, in turn: over since long, just over, soon, later. */
const DUE = [-70, -9, 2, 6, 20, 55, 85, 200, 330, 500];
const CHANNELS = ['832平台', '电商', '单位食堂', '批发'];
const BUYERS = ['北京市', '中央单位', '自治区内', '其他'];

function loans({ clock, full }: Ground): Sheet {
  const { sheet, add } = openSheet(
    'micro-loans',
    '借款编号,户编号,人编号,姓名,贷款产品,贷款机构,贷款金额,年利率,放款日期,到期日期,展期至,结清日期,贷款用途,续贷原借款编号,贴息金额,五级分类,逾期起日,用途核查日期,用途核查结果',
  );
  for (const { county, families, persons } of full) {
    const heads = new Map(
      persons.filter(({ birth }) => birth > 0 && birth < (clock.year - 20) * 10_000).map((p) => [p.household, p]),
    );
    const borrowers = families.filter(({ number }, i) => i % 3 === 1 && heads.has(number));
    borrowers.forEach(({ number }, i) => {
      const head = heads.get(number);
      const term = turn(DUE, i);
      const due = term + (term < -20 ? -1 : 1) * (Math.abs(term) > 19 ? (i * 3) % 23 : 0);
      const lent = due - (i % 3 === 0 ? 1095 : 365);
      const isPaidBack = i % 11 === 10 && lent < -30;
      const isLate = due < 0 && !isPaidBack;
      const checked = lent + 25 < 0 && i % 4 !== 3 ? clock.day(Math.min(lent + 25, -1)) : undefined;
      add({
        ...{
          借款编号: `JK${county}${String(i + 1).padStart(4, '0')}`,
          户编号: number,
          人编号: head?.number,
          姓名: head?.name,
        },
        ...{
          贷款产品: i % 5 === 4 ? '富民贷' : '脱贫人口小额信贷',
          贷款机构: i % 2 ? '农村信用合作联社' : '农业银行',
          年利率: 3.45,
        },
        ...{
          贷款金额: inYuan((2 + (i % 4)) * 1_000_000),
          放款日期: clock.day(Math.min(lent, -3)),
          到期日期: clock.day(due),
        },
        ...{
          展期至: isLate && i % 20 === 1 ? clock.day(due + 180) : undefined,
          结清日期: isPaidBack ? clock.day(-12) : undefined,
        },
        ...{ 贷款用途: i % 2 ? '购买基础母羊' : '购买饲草料', 贴息金额: inYuan(34_500 * (1 + (i % 4))) },
        ...{
          五级分类: isLate ? (due < -30 ? '次级' : '关注') : '正常',
          逾期起日: isLate ? clock.day(due + 1) : undefined,
        },
        ...{ 用途核查日期: checked, 用途核查结果: checked ? (i % 17 === 5 ? '挪用' : '相符') : undefined },
      });
    });
  }
  return sheet;
}

/** Every lifted family has a tie of this year; most of the counties in depth were paid some of it, the rest wait. */
function ties({ clock, families, full }: Ground): Sheet[] {
  const contract = openSheet(
    'linkage-contracts',
    '协议编号,经营主体,户编号,联结方式,开始日期,截止日期,约定内容,年约定金额,紧密度',
  );
  const payout = openSheet(
    'household-payouts',
    '发放编号,户编号,人编号,姓名,发放类别,所属期,发放日期,发放金额,协议编号',
  );
  const people = new Map(full.flatMap(({ persons }) => persons.map((person) => [person.household, person] as const)));
  families
    .filter(({ isLifted }) => isLifted)
    .forEach(({ number }, i) => {
      const agreement = `XN${String(i + 1).padStart(6, '0')}`;
      const fen = (600 + (i % 13) * 80) * 100;
      contract.add({
        ...{ 协议编号: agreement, 经营主体: `示例合作社${(i % 60) + 1}`, 户编号: number, 联结方式: turn(LINKAGES, i) },
        ...{
          开始日期: clock.day(-300),
          截止日期: clock.day(turn([65, 25, 5, -10, 65, 430], i)),
          年约定金额: inYuan(fen),
        },
        ...{ 约定内容: '按年兑现，保底收益', 紧密度: turn(['紧密', '半紧密', '紧密', '松散'], i) },
      });
      const person = people.get(number);
      if (!person || i % 3 === 2) return;
      payout.add({
        ...{
          发放编号: `DX${String(i + 1).padStart(6, '0')}`,
          户编号: number,
          人编号: person.number,
          姓名: person.name,
          发放类别: '利益联结兑现',
        },
        ...{
          所属期: `${clock.year}`,
          发放日期: clock.day(-15 - (i % 90)),
          发放金额: inYuan(i % 3 ? Math.round(fen / 2) : fen),
        },
        协议编号: agreement,
      });
    });
  return [contract.sheet, payout.sheet];
}

/** Who of the families has part in the industry projects of this year. */
function beneficiaries({ clock, full }: Ground, works: readonly Work[]): Sheet {
  const { sheet, add } = openSheet(
    'project-beneficiaries',
    '项目编号,户编号,受益年度,受益方式,受益日期,受益人数,受益金额',
  );
  for (const { county, families } of full) {
    const own = works.filter((work) => work.county.county === county && work.kind === '产业发展' && work.started);
    own.forEach(({ number, started = -30, year }, i) => {
      families
        .filter((_, f) => f % own.length === i)
        .forEach((family, f) => {
          add({
            ...{
              项目编号: number,
              户编号: family.number,
              受益年度: year,
              受益方式: turn(['入股分红', '务工就业', '到户补助'], f),
            },
            ...{
              受益日期: clock.day(started + 20),
              受益人数: Math.min(family.members, 2),
              受益金额: inYuan(60_000 + f * 1_000),
            },
          });
        });
    });
  }
  return sheet;
}

function recognised({ clock, counties }: Ground): Sheet {
  const { sheet, add } = openSheet(
    'recognitions',
    '单位代码,旗县代码,称号,级别,批次,认定文号,认定日期,有效截止日期,扶持开始日期,主导产业,年营业收入,带动户数',
  );
  const batch = `${clock.year}`;
  counties.forEach(({ code, isFull }, c) => {
    for (let i = 0; i < (isFull ? 6 : 2); i++)
      add({
        ...{
          单位代码: `YS-LT${String(c * 9 + i + 1).padStart(4, '0')}`,
          旗县代码: code,
          级别: i % 2 ? '旗县级' : '盟市级',
          批次: batch,
        },
        ...{
          称号: turn(['扶贫龙头企业', '示范合作社', '农牧业产业化龙头企业', '示范家庭农牧场'], i),
          认定文号: `演示农〔${batch}〕${i + 1} 号`,
        },
        ...{
          认定日期: clock.day(-200 - i * 10),
          有效截止日期: clock.day(turn([28, 500, 700, 900], i)),
          扶持开始日期: clock.day(-190),
        },
        ...{
          主导产业: turn(['肉羊', '马铃薯', '冷凉蔬菜'], i),
          年营业收入: inWan((300 + i * 120) * 1_000_000),
          带动户数: 18 + i * 6,
        },
      });
  });
  return sheet;
}

/** What the league sold and who bought it, month by month of twelve, and last year's same months a little less. */
function market({ clock, counties }: Ground): Sheet[] {
  const product = openSheet('assisted-products', '产品编号,旗县代码,产品名称,供应商,认定日期,有效截止日期');
  const sold = openSheet('product-sales', '旗县代码,销售月份,供应商,产品名称,产品编号,销售渠道,销售金额,带动户数');
  const bought = openSheet('consumption-records', '旗县代码,消费月份,采购方地区,采购方,销售渠道,产品范围,采购金额');
  counties.forEach(({ county, code, isFull }, c) => {
    const names = isFull ? ['马铃薯', '冷凉蔬菜', '牛羊肉', '燕麦'] : ['牛羊肉'];
    names.forEach((name, n) => {
      const number = `CN${county}${n + 1}`;
      const supplier = `示例供应商${county}-${n + 1}`;
      product.add({
        ...{ 产品编号: number, 旗县代码: code, 产品名称: name, 供应商: supplier, 认定日期: clock.day(-700) },
        有效截止日期: clock.day(turn([40, 380, 700, 15], n)),
      });
      for (let month = -18; month < 0; month++) {
        const fen = (40 + ((c * 7 + n * 5 - month) % 11) * 9 + (month > -12 ? 22 : 0)) * 1_000_000;
        const channel = turn(CHANNELS, n - month);
        sold.add({
          ...{ 旗县代码: code, 销售月份: clock.month(month), 供应商: supplier, 产品名称: name, 产品编号: number },
          ...{ 销售渠道: channel, 销售金额: inWan(fen), 带动户数: 12 + n },
        });
        bought.add({
          ...{
            旗县代码: code,
            消费月份: clock.month(month),
            采购方地区: turn(BUYERS, n),
            采购方: `示例采购单位${n + 1}`,
          },
          ...{ 销售渠道: channel, 产品范围: '帮扶产品', 采购金额: inWan(fen * 2) },
        });
      }
    });
  });
  return [product.sheet, sold.sheet, bought.sheet];
}

export function tradeSheets(ground: Ground, works: readonly Work[]): Sheet[] {
  return [loans(ground), ...ties(ground), beneficiaries(ground, works), recognised(ground), ...market(ground)];
}
