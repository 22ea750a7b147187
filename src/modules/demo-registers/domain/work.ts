// Who of the demonstration's families is in work, month by month, and the contract that ties each lifted family to an industry. Counts are
// the families' share of what was published; growth and the share of the target come out as they did.

import { makeOutsiderId } from '../../demo/domain/identity.ts';
import { type DemoCounty, randomOf } from './counties.ts';
import { choose } from './deal.ts';
import { addUnits, type Directory } from './pairing.ts';
import { inYuan, openSheet, type Sheet } from './sheet.ts';

export type DemoPerson = {
  number: string;
  name: string;
  household: string;
  countyCode: number;
  /** yyyymmdd; 0 where it is not known. */
  birth: number;
  isLifted: boolean;
};

const SPELL =
  '务工编号,户编号,嘎查村代码,人编号,证件号码,姓名,就业形式,务工地点,开始日期,离岗日期,月收入,组织方式,就业途径';
const CONFIRMATION = '务工编号,月份,务工状态,确认日期,确认方式';
const TARGET = '指标,地区代码,年度,下达层级,目标值,计量单位,下达日期,文号';
const CONTRACT = '协议编号,经营主体,单位代码,户编号,联结方式,开始日期,截止日期,年约定金额,紧密度';

const FOCUS_PEOPLE = 883_800;
const KINDS = ['外出务工', '就近就地', '公益岗位', '灵活就业'];
const WAYS = ['产业园区吸纳', '劳务协作输出', '帮扶车间安置', '技能培训提升', '稳岗补贴稳定', '公益岗位托底'];

type Sheets = {
  spells: ReturnType<typeof openSheet<typeof SPELL>>;
  confirmations: ReturnType<typeof openSheet<typeof CONFIRMATION>>;
};

const MONTHS: Readonly<Record<string, string>> = {
  '2021-05': '2021-05-25',
  '2022-04': '2022-04-20',
  '2022-05': '2022-05-25',
};

type Spell = { from: string; to?: string; months: readonly string[]; organiser: string };

function employ({ spells, confirmations }: Sheets, person: DemoPerson, { from, to, months, organiser }: Spell): void {
  const serial = spells.sheet.rows.length;
  const number = `WG${String(serial + 1).padStart(6, '0')}`;
  spells.add({
    ...{
      务工编号: number,
      户编号: person.household,
      人编号: person.number,
      姓名: person.name,
      就业形式: KINDS[serial % 4],
    },
    ...{
      务工地点: serial % 4 === 0 ? '北京市' : '本旗县',
      开始日期: from,
      离岗日期: to,
      月收入: inYuan((2600 + (serial % 30) * 100) * 100),
    },
    ...{ 组织方式: organiser, 就业途径: WAYS[serial % 6] },
  });
  for (const month of months)
    confirmations.add({ 务工编号: number, 月份: month, 务工状态: '在岗', 确认日期: MONTHS[month], 确认方式: '电话' });
}

/** People sent to work by Beijing who are in nobody's registry. */
function outsiders({ spells }: Sheets, counties: readonly DemoCounty[], count: number): void {
  for (let i = 0; i < count; i++) {
    const county = counties[i % counties.length] as DemoCounty;
    const random = randomOf(90, i);
    spells.add({
      ...{ 务工编号: `WX${String(i + 1).padStart(6, '0')}`, 嘎查村代码: county.villages[i % county.villages.length] },
      ...{
        证件号码: makeOutsiderId(random, county.county, 19_700_101 + (i % 28) + 10_000 * (i % 30), i % 2 === 0),
        姓名: `外${'一二三四五六七八九十'[i % 10]}`,
      },
      ...{
        就业形式: '外出务工',
        务工地点: '北京市',
        开始日期: '2021-04-10',
        组织方式: '京蒙',
        就业途径: '劳务协作输出',
      },
    });
  }
}

export function workSheets(counties: readonly DemoCounty[], people: readonly DemoPerson[], focus: number): Sheet[] {
  const sheets: Sheets = {
    spells: openSheet('employment-spells', SPELL),
    confirmations: openSheet('employment-confirmations', CONFIRMATION),
  };
  const part = (published: number) => Math.round((published * focus) / FOCUS_PEOPLE);
  const [now, before, lastYear] = [part(188_037), part(179_612), part(182_546)];
  const [sent, sentLifted] = [part(71_038), part(51_024)];
  const adults = people.filter(({ birth }) => birth > 19_620_101 && birth < 20_040_101);
  const pool = choose(randomOf(91, 0), adults, lastYear + now - before);
  // First those of lifted families: they are the ones that were sent by Beijing.
  const ordered = [...pool.filter(({ isLifted }) => isLifted), ...pool.filter(({ isLifted }) => !isLifted)];
  ordered.forEach((person, i) => {
    const organiser = i < sentLifted ? '京蒙' : '自发';
    if (i < before)
      employ(sheets, person, { from: '2021-03-01', months: ['2021-05', '2022-04', '2022-05'], organiser });
    else if (i < lastYear)
      employ(sheets, person, { from: '2021-02-20', to: '2022-02-28', months: ['2021-05'], organiser });
    else employ(sheets, person, { from: '2022-05-05', months: ['2022-05'], organiser: '自发' });
  });
  outsiders(sheets, counties, sent - sentLifted);
  return [sheets.spells.sheet, sheets.confirmations.sheet, targets(now)];
}

/** Of those the state set for the year 96 % are in work; the floors the region set itself. */
function targets(inWork: number): Sheet {
  const { sheet, add } = openSheet('targets', TARGET);
  const of = { 地区代码: '150000000000', 年度: 2022 };
  add({
    ...of,
    指标: 'employment.persons',
    下达层级: '国家',
    目标值: Math.round(inWork / 0.9603),
    计量单位: '人',
    下达日期: '2022-02-25',
    文号: '演示按登记人数折算',
  });
  add({ ...of, 指标: 'fund.industry_share', 下达层级: '自治区', 目标值: 55, 计量单位: '%', 下达日期: '2022-01-30' });
  add({ ...of, 指标: 'fund.special', 下达层级: '自治区', 目标值: 100, 计量单位: '亿元', 下达日期: '2022-01-30' });
  return sheet;
}

const COOPERATIVES = 60;
const PAYOUT = '发放编号,户编号,人编号,姓名,发放类别,所属期,发放日期,发放金额,协议编号';

/** What of the sum agreed a contract pays in a year: of twenty, seventeen all of it, two a half, one nothing. */
const paidOf = (i: number, fen: number) => (i % 20 === 7 ? 0 : i % 10 === 3 ? fen / 2 : fen);

/** Every lifted family has a tie to an industry, as was published; most are paid what was agreed. */
export function contractSheets(
  households: readonly { number: string; isLifted: boolean }[],
  persons: readonly DemoPerson[],
  directory: Directory,
): Sheet[] {
  const contract = openSheet('linkage-contracts', CONTRACT);
  const payout = openSheet('household-payouts', PAYOUT);
  const codes = addUnits(directory, 'HZ', COOPERATIVES, '合作社', '合作社');
  const heads = new Map<string, DemoPerson>();
  for (const person of persons) if (!heads.has(person.household)) heads.set(person.household, person);
  for (const [i, { number }] of households.filter(({ isLifted }) => isLifted).entries()) {
    const serial = String(i + 1).padStart(6, '0');
    const agreed = (300 + (i % 9) * 50) * 100;
    contract.add({
      协议编号: `XY${serial}`,
      经营主体: `示例合作社${(i % COOPERATIVES) + 1}`,
      单位代码: codes[i % COOPERATIVES],
      户编号: number,
      联结方式: '入股分红',
      开始日期: '2021-01-01',
      截止日期: '2022-12-31',
      年约定金额: inYuan(agreed),
      紧密度: '紧密',
    });
    const head = heads.get(number);
    for (const [year, paidOn] of [
      ['2021', '2021-12-20'],
      ['2022', '2022-05-20'],
    ] as const) {
      const fen = paidOf(i + Number(year), agreed);
      if (!head || fen === 0) continue;
      payout.add({
        发放编号: `FF${year}${serial}`,
        户编号: number,
        人编号: head.number,
        姓名: head.name,
        发放类别: '利益联结兑现',
        所属期: year,
        发放日期: paidOn,
        发放金额: inYuan(fen),
        协议编号: `XY${serial}`,
      });
    }
  }
  return [contract.sheet, payout.sheet];
}
