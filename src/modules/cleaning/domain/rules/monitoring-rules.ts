// Rules 43–61 of the handbook's list: income, monitored households, villages.

import { OWN_BASIS, rule } from '../rule-definition.ts';

export const MONITORING_RULES = [
  rule('C43', { severity: 'warn', basis: '通行校验', text: '人均纯收入低于标准（默认 4000 元），或没有收入登记。' }),
  rule('C44', {
    severity: 'info',
    basis: '通行校验 5_15_023',
    text: '工资性收入大于 0 而低于 300 元，或高于 300000 元（均可设定）。',
  }),
  rule('C45', {
    severity: 'info',
    basis: '通行校验',
    pasture: 'info',
    text: '有生产经营收入而没有支出，或支出超过收入的三倍。',
  }),
  rule('C46', {
    ...{ severity: 'warn', basis: '通行校验', pasture: 'info', text: '有生态补偿金而没有退耕还林或草原面积。' },
    ...{ checked: false, lacks: '登记册没有生态补偿金和草原面积' },
  }),
  rule('C47', {
    ...{ severity: 'warn', basis: '通行校验', text: '低保名册最近一个月的保障金折成全年不足 200 元。' },
    lacks: '没有计划生育金、养老金、特困供养金的逐户金额',
  }),
  rule('C48', {
    severity: 'warn',
    basis: '4_11_012/013',
    text: '有成员享受低保而转移性收入为 0；享受就业或公益岗帮扶而工资性收入为 0。',
  }),
  rule('C49', {
    severity: 'info',
    basis: OWN_BASIS,
    text: '纯收入比上年增减超过 50%，或人均增加超过 10000 元（均可设定）。',
  }),
  rule('C50', { severity: 'block', basis: OWN_BASIS, text: '登记的纯收入与四项收入减支出不等。' }),
  rule('C51', {
    ...{ severity: 'block', basis: '1_11_002', text: '监测对象没有识别日期、没有风险类型，或者没有收入登记。' },
    lacks: '识别时的四问在监测个案中加密保存，由办理环节检查',
  }),
  rule('C52', {
    ...{ severity: 'warn', basis: '2_11_005', text: '风险含自然灾害而没有灾害子项。' },
    ...{ checked: false, lacks: '户身份变动没有自然灾害子项' },
  }),
  rule('C53', {
    severity: 'warn',
    basis: '2_11_001 5_15_015/020',
    text: '风险因残而家中没有残疾人；因病而没有大病、慢病成员，或合规自付为 0。',
  }),
  rule('C54', {
    severity: 'warn',
    basis: '2_11_006 5_15_013/014',
    text: '风险因务工就业不稳，而全家没有劳动力，或没有任何务工。',
  }),
  rule('C55', {
    severity: 'warn',
    basis: '4_11_009',
    text: '风险缺劳动力，而普通、技能劳动力占比超过 25%（可设定）。',
  }),
  rule('C56', {
    severity: 'warn',
    basis: '4_11_006 3_11_003/004 5_16_003~008',
    text: '住房鉴定 C、D 级而风险不含住房；因学、因病、住房、饮水的风险没有对应措施。',
  }),
  rule('C57', {
    severity: 'warn',
    basis: '5_16_003/005',
    text: '监测对象有成员享受低保而没有综合保障措施，或登记了低保措施而无人享受低保。',
  }),
  rule('C58', {
    severity: 'block',
    basis: '5_18_006',
    text: '识别满一个月没有措施；满六个月、有劳动力而没有产业、就业、金融、公益岗之一。',
  }),
  rule('C59', {
    severity: 'block',
    basis: '1_11_004/009 4_11_010/011',
    text: '帮扶消除而没有措施；消除而人均低于监测线、整户无劳动力、识别当月或次月即消除，或没有收入登记。',
  }),
  rule('C60', { severity: 'info', basis: OWN_BASIS, text: '纳入监测超过一年未消除（天数可设定）。' }),
  rule('C61', {
    ...{ severity: 'warn', basis: '1_03_004/007', text: '出列村的小学个数、通客运班车等为空。' },
    ...{ checked: false, lacks: '没有村级公共服务项目的登记' },
  }),
];
