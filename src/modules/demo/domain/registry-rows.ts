// The two registry tables (contract §2) as lines of CSV.

import { formatYuan } from '../../../kernel/money.ts';
import type { Household, Person } from './population.ts';

export const HOUSEHOLD_HEADER =
  '户编号,嘎查村代码,户类型,监测对象类别,风险是否已消除,联系电话,收入年度,工资性收入,生产经营性收入,财产性收入,转移性收入,生产经营性支出,理赔收入,合规自付支出,上年纯收入';
export const MEMBER_HEADER =
  '人编号,户编号,姓名,性别,证件号码,与户主关系,民族,文化程度,在校生状况,健康状况,劳动技能,是否务工,是否低保,手机号码';

const GRADES = ['小学', '小学', '小学', '小学', '小学', '小学', '七年级', '八年级', '九年级'];
const HIGH_SCHOOL = ['普通高中一年级', '普通高中二年级', '普通高中三年级'];

/** A made-up mobile number from the household's own number: 199 is followed by its last eight digits. */
function phoneOf(household: Household): string {
  return `199${household.number.slice(-8)}`;
}

export function householdLine(h: Household, incomeYear: number): string {
  const e = h.economy;
  const money = [e.wage, e.business, e.property, e.transfer, e.expense, e.claims, e.selfPaid, e.lastYear].map(
    formatYuan,
  );
  const kind = h.lifted ? '脱贫户' : '一般农户';
  return `${h.number},${h.village},${kind},${h.category},${h.eliminated},${phoneOf(h)},${incomeYear},${money.join(',')}`;
}

/** Exactly one of 文化程度 and 在校生状况 is filled. */
function schooling(person: Person): string {
  const { age } = person;
  if (age < 3) return ',学龄前儿童';
  if (age < 6) return ',学前教育';
  if (age < 15) return `,${GRADES[age - 6] ?? '小学'}`;
  if (age < 18) return `,${HIGH_SCHOOL[age - 15] ?? '普通高中一年级'}`;
  const digit = Number(person.id[16]);
  if (age > 68) return digit < 4 ? '文盲或半文盲,' : '小学,';
  if (age > 50) return digit < 3 ? '小学,' : '初中,';
  return digit < 6 ? '初中,' : digit < 8 ? '高中,' : digit < 9 ? '大专,' : '本科及以上,';
}

function labour(person: Person): string {
  if (person.age < 16) return '无劳动力';
  if (person.age > 60) return person.age > 75 ? '无劳动力' : '弱劳动力或半劳动力';
  return person.works && person.id[15] === '7' ? '技能劳动力' : '普通劳动力';
}

function health(person: Person): string {
  if (person.age > 55 && '12'.includes(person.id[15] ?? '')) return '长期慢性病';
  return '健康';
}

export function memberLine(p: Person): string {
  const sex = p.male ? '男' : '女';
  const yes = (value: boolean) => (value ? '是' : '否');
  return (
    `${p.number},${p.household.number},${p.name},${sex},${p.id},${p.relation},${p.ethnic},${schooling(p)},` +
    `${health(p)},${labour(p)},${yes(p.works)},${yes(p.household.dibao)},${p.works ? `188${p.number.slice(-8)}` : ''}`
  );
}
