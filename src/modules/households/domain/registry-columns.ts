// The two tables of the registry as the national system hands them out (data contract §2).

import type { NamedColumn } from '../../../kernel/match-headers.ts';
import { RULE_TITLES } from './rule-titles.ts';

function column(title: string, required: boolean, ...synonyms: string[]): NamedColumn {
  return { title, required, synonyms };
}

function amount(title: string): NamedColumn {
  return { title, required: false, money: true };
}

export const HOUSEHOLD_COLUMNS = {
  number: column('户编号', true, '户号', '国家户编号'),
  village: column('嘎查村代码', true, '村代码', '行政村代码', '区划代码', '行政区划代码'),
  kind: column('户类型', true),
  category: column('监测对象类别', false, '监测类别'),
  cleared: column('风险是否已消除', false, '是否消除风险'),
  phone: column('联系电话', false, '户联系电话', '电话'),
  year: column('收入年度', false, '年度'),
  wage: amount('工资性收入'),
  business: amount('生产经营性收入'),
  property: amount('财产性收入'),
  transfer: amount('转移性收入'),
  businessCost: amount('生产经营性支出'),
  claim: amount('理赔收入'),
  selfPaid: amount('合规自付支出'),
  previousNet: amount('上年纯收入'),
};

export const MEMBER_COLUMNS = {
  number: column('人编号', true, '人员编号', '成员编号'),
  household: column('户编号', true, '户号', '国家户编号'),
  name: column('姓名', true, '成员姓名'),
  sex: column('性别', false),
  id: column('证件号码', true, '身份证号', '身份证号码', '公民身份号码', '身份证件号码', '证件号'),
  relation: column('与户主关系', false, '与户主的关系', '户主关系'),
  ethnicity: column('民族', false),
  education: column('文化程度', false),
  schooling: column('在校生状况', false),
  health: column('健康状况', false),
  labour: column('劳动技能', false),
  working: column('是否务工', false),
  dibao: column('是否低保', false, '是否享受低保', '是否享受农村居民最低生活保障'),
  phone: column('手机号码', false, '手机号', '联系电话', '成员电话'),
};

export const HOUSEHOLD_KINDS = { 一般农户: 'general', 脱贫户: 'lifted' } as const;
export const HOUSEHOLD_KIND_NAMES = { general: '一般农户', lifted: '脱贫户' } as const;

export const MONITORING_CATEGORY_NAMES = {
  'unstable-lifted': '脱贫不稳定户',
  borderline: '边缘易致贫户',
  'sudden-hardship': '突发严重困难户',
} as const;
export type MonitoringCategory = keyof typeof MONITORING_CATEGORY_NAMES;

/** Relation to the head of the household (handbook §4.4). */
export const RELATIONS: readonly string[] = [
  '户主',
  '配偶',
  '之子',
  '之女',
  '之儿媳',
  '之女婿',
  '之孙子',
  '之孙女',
  '之外孙子',
  '之外孙女',
  '之父',
  '之母',
  '之岳父',
  '之岳母',
  '之公公',
  '之婆婆',
  '之祖父',
  '之祖母',
  '之外祖父',
  '之外祖母',
  '之兄弟姐妹',
  '之曾孙子',
  '之曾孙女',
  '之侄儿',
  '之侄女',
  '之兄弟媳妇',
  '之叔伯',
  '其他',
];

/** Data issues (疑点) with their words: what an import, a comparison or a round opens, and what the rules of cleaning find. */
export const DATA_ISSUES: Record<string, string> = {
  'id-unsound': '证件号码校验不通过',
  'id-missing': '证件号码为空',
  'birth-in-future': '证件号码中的出生日期在今天之后',
  'birth-too-early': '证件号码中的出生日期在 1900 年以前',
  'sex-differs': '性别与证件号码不符',
  'id-repeated': '证件号码与他人重复',
  'no-household': '成员的户编号在登记册中不存在',
  'second-head': '一户有多个户主',
  'no-head': '户内没有户主',
  'bad-relation': '与户主关系不在规定的 28 项中',
  'bad-kind': '户类型不在规定的取值中',
  'bad-category': '监测对象类别不在规定的取值中',
  'bad-income': '收支金额格式不对，未采用',
  'bad-cleared': '风险是否已消除既不是“是”也不是“否”，按不详处理',
  'bad-working': '是否务工既不是“是”也不是“否”，按不详处理',
  'bad-dibao': '是否低保既不是“是”也不是“否”，按不详处理',
  'id-lost': '证件号码被 Excel 改写成数字，末尾几位已丢失，未采用',
  'phone-lost': '电话号码被 Excel 改写成数字，末尾几位已丢失，未采用',
  'missing-from-file': '登记册中有，新文件中没有',
  'name-differs': '部门数据中的姓名与登记册不同',
  'serial-clash': '结算流水号与其他单位提交的不同记录重复',
  'national-difference': '与国家系统导出不一致',
  'sweep-same-photo': '核查照片与另一户相同',
  'sweep-same-minute': '同一人同一分钟核查了另一户',
  'sweep-desk': '一人一小时核查户数过多，疑似没有入户',
  'sweep-found': '入户核查认为登记信息有疑点',
  'consistency-difference': '机账实卡核查不一致',
  ...RULE_TITLES,
};
