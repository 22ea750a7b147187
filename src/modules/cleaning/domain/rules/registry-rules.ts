// Rules 1–24 of the handbook's list: identity, the household, schooling, health and insurance.

import { OWN_BASIS, rule } from '../rule-definition.ts';

export const REGISTRY_RULES = [
  rule('C01', {
    severity: 'block',
    basis: '1_12_002',
    text: '证件号码不是 18 位（残疾人证为 20 或 22 位），或者其中读不出出生日期。',
  }),
  rule('C02', { severity: 'block', basis: '1_01_003', text: '18 位证件号码的校验码不对。' }),
  rule('C03', {
    ...{ severity: 'block', basis: '1_12_004', text: '20 位残疾人证前 18 位校验不过，或第 19 位类别大于 7。' },
    ...{ checked: false, lacks: '登记册中证件号码只存密文，残疾人证的类别和等级由残联的办证数据在接收时检查' },
  }),
  rule('C04', {
    severity: 'block',
    basis: '1_01_003',
    text: '证件号码中的出生年早于 1900 年、晚于数据截止日，或者月、日不存在。',
  }),
  rule('C05', { severity: 'block', basis: '1_01_002', text: '证件号码与全区另一名成员相同（跨户查重）。' }),
  rule('C06', { severity: 'warn', basis: '2_11_003', text: '性别与证件号码的性别位不符；或户主与配偶性别相同。' }),
  rule('C07', {
    ...{ severity: 'warn', basis: OWN_BASIS, text: '证件号码中的出生日期与“出生日期”不符。' },
    ...{ checked: false, lacks: '登记册没有单独的“出生日期”，出生日期一律取自证件号码' },
  }),
  rule('C08', {
    ...{ severity: 'block', basis: OWN_BASIS, text: '户主证件号码与户内“户主”成员的证件号码不同。' },
    ...{ checked: false, lacks: '登记册的户主就是户内“户主”成员，没有另存户主证件号码' },
  }),
  rule('C09', { severity: 'block', basis: '3_02_012', text: '户内没有户主，或有两名以上户主、两名以上配偶。' }),
  rule('C10', { severity: 'warn', basis: '3_01_001', text: '与户主关系为空，或不在规定的 28 项中。' }),
  rule('C11', { severity: 'warn', basis: '2_01_004', text: '与户主关系和性别冲突，如“之子”为女、“之女”为男。' }),
  rule('C12', { severity: 'block', basis: '通行校验', text: '家庭人口数与在册成员数不同，或者一户没有在册成员。' }),
  rule('C13', {
    severity: 'block',
    basis: OWN_BASIS,
    text: '子女比户主年长，父母比户主年轻；公安死亡登记中已死亡的成员仍在册。',
  }),
  rule('C14', {
    severity: 'warn',
    basis: '3_01_002/003',
    text: '六岁以上成员的文化程度与在校生状况同时填写或同时为空。',
  }),
  rule('C15', { severity: 'warn', basis: '通行校验', text: '文化程度不在 6 项、在校生状况不在 25 项的值域内。' }),
  rule('C16', {
    ...{ severity: 'block', basis: '4_11_008', text: '6 至 15 周岁的成员不在校。' },
    lacks: '没有失学辍学原因和“失学辍学”一问的登记，不能反查',
  }),
  rule('C17', {
    ...{ severity: 'warn', basis: '通行校验', text: '失学原因为因病、因残而健康状况为健康。' },
    ...{ checked: false, lacks: '登记册没有失学或辍学原因' },
  }),
  rule('C18', { severity: 'warn', basis: '5_15_011', text: '雨露计划在享的成员不是中职、高职、技师学院在校生。' }),
  rule('C19', {
    severity: 'warn',
    basis: '4_01_006 4_12_002',
    text: '高中及以下在校生登记为务工，或在务工台账中在岗。',
  }),
  rule('C20', {
    ...{
      severity: 'warn',
      basis: '2_01_002 4_12_003',
      text: '健康状况为空；健康状况含残疾而残联数据中没有其残疾人证。',
    },
    lacks: '只在接收过残疾人证办理数据的旗县核对残疾人证',
  }),
  rule('C21', {
    ...{ severity: 'warn', basis: '2_01_008', text: '居民医保与职工医保同是、同否或同空。' },
    ...{ checked: false, lacks: '只有居民医保参保名册，没有职工医保' },
  }),
  rule('C22', {
    ...{ severity: 'warn', basis: '2_01_006', text: '脱贫户未参加大病保险，或大病保险为空。' },
    ...{ checked: false, lacks: '没有大病保险的登记' },
  }),
  rule('C23', {
    ...{ severity: 'warn', basis: '2_01_007 5_15_001', text: '居民养老与职工养老同空。' },
    ...{ checked: false, lacks: '没有养老保险的登记' },
  }),
  rule('C24', {
    ...{ severity: 'warn', basis: '3_01_007', text: '未参加医疗保险却接受医疗救助。' },
    ...{ checked: false, lacks: '没有医疗救助的登记' },
  }),
];
