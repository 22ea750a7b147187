// Rules 25–42 of the handbook's list: labour, work, telephone, living conditions.

import { rule } from '../rule-definition.ts';

export const WORK_RULES = [
  rule('C25', {
    severity: 'warn',
    basis: '4_11_007',
    text: '监测对象有成员不在本年度医保参保名册，而风险不含因病，也没有健康或社会帮扶。',
  }),
  rule('C26', { severity: 'warn', basis: '2_01_011 2_12_014', text: '未满 16 周岁而劳动技能不是无劳动力。' }),
  rule('C27', {
    severity: 'info',
    basis: '2_12_005',
    pasture: 'info',
    text: '60 周岁以上仍为普通劳动力或技能劳动力。',
  }),
  rule('C28', {
    severity: 'info',
    basis: '2_01_010 5_12_008',
    text: '16 至 59 周岁、健康、不在校却为弱劳动力、丧失或无劳动力。',
  }),
  rule('C29', {
    severity: 'warn',
    basis: '2_01_015 2_12_004 5_15_007',
    text: '弱、丧失或无劳动力的成员在务工；享受就业帮扶而全家没有劳动力。',
  }),
  rule('C30', {
    ...{ severity: 'warn', basis: '通行校验', text: '在岗的务工没有务工地点，或在务工台账中在岗而登记册为未务工。' },
    lacks: '务工月数不在登记册中，由务工台账的起止日期代替',
  }),
  rule('C31', {
    ...{ severity: 'warn', basis: '4_12_001 3_12_002', text: '在岗务工的务工地只填到自治区或盟市。' },
    lacks: '没有计划务工与就业服务需求的登记',
  }),
  rule('C32', {
    severity: 'warn',
    basis: '5_16_001/002',
    text: '务工月收入低于下限或高于上限（默认 100 元、30000 元）。',
  }),
  rule('C33', {
    ...{ severity: 'warn', basis: '5_12_003', text: '特困供养人员外出务工。' },
    ...{ checked: false, lacks: '登记册没有特困供养人员' },
  }),
  rule('C34', { severity: 'warn', basis: '5_12_002', text: '务工地在本旗县以外，却填公益岗位或帮扶车间。' }),
  rule('C35', {
    ...{
      severity: 'warn',
      basis: '3_01_005/006/008/010/011',
      text: '未满 16 周岁任公益岗；一人、一户同时任三个以上公益岗。',
    },
    lacks: '聘用月数由务工台账的起止日期代替',
  }),
  rule('C36', { severity: 'info', basis: '通行校验', text: '技能劳动力或大专以上的劳动年龄成员没有务工，也不在校。' }),
  rule('C37', {
    severity: 'warn',
    basis: '4_01_001 2_12_007 5_13_003',
    text: '户联系电话为空；务工成员没有手机号码。',
  }),
  rule('C38', {
    ...{ severity: 'block', basis: '1_02_001/002', text: '脱贫户最近一次住房鉴定为 C、D 级而没有纳入监测。' },
    lacks: '没有逐户的饮水安全登记，饮水未解决的不能核对',
  }),
  rule('C39', {
    ...{ severity: 'warn', basis: '通行校验', text: '饮水安全、卫生厕所、用电、广电、燃料类型等为空。' },
    ...{ checked: false, lacks: '登记册没有逐户的生活条件' },
  }),
  rule('C40', {
    ...{ severity: 'info', basis: '通行校验 5_14_021', pasture: 'off', text: '与村主干路距离为空或超过 5 公里。' },
    ...{ checked: false, lacks: '登记册没有与村主干路的距离' },
  }),
  rule('C41', {
    ...{
      severity: 'info',
      basis: '通行校验',
      pasture: 'info',
      text: '耕地、林地、退耕、林果、牧草地、水面面积任一为空。',
    },
    ...{ checked: false, lacks: '登记册没有土地面积' },
  }),
  rule('C42', {
    ...{ severity: 'warn', basis: '通行校验', pasture: 'info', text: '退耕还林面积大于牧草地与林地之和。' },
    ...{ checked: false, lacks: '登记册没有土地面积' },
  }),
];
