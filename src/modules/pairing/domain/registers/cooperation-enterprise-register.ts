// 京蒙引进企业. A firm that came through the cooperation, in one county. Signed and landed are two days; only the second counts.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choices, day, integer, moneyWan, reference, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { LINKAGE_WAYS } from '../../../projects/domain/project-words.ts';
import { ENTERPRISE_STATES } from '../cooperation/states.ts';

export const cooperationEnterpriseRegister = defineRegister({
  code: 'cooperation-enterprises',
  title: '京蒙引进企业',
  record: 'cooperation-enterprise',
  slice: 'pairing',
  table: 'cooperation_enterprises',
  unit: '家',
  place: 'county',
  key: ['organisationCode', 'regionCode'],
  fields: {
    organisationCode: reference('单位代码', 'organisations', { required: true, list: true }),
    regionCode: regionCode('旗县代码', { required: true, role: 'place', level: 'county', list: true }),
    sourceDistrict: text('来源区', { list: true }),
    industry: text('行业', { list: true }),
    signedOn: day('签约日期', { list: true }),
    landedOn: day('落地日期', { role: 'since', list: true, filter: true }),
    leftOn: day('退出日期', { role: 'until', list: true, filter: true }),
    agreedInvestmentFen: moneyWan('协议投资', { list: true }),
    workers: integer('用工人数', { unit: '人', list: true }),
    focusWorkers: integer('脱贫监测用工人数', { unit: '人' }),
    linkageWays: choices('联农带农方式', LINKAGE_WAYS),
  },
  states: ENTERPRISE_STATES,
  roles: OFFICE_REGISTER,
});

export type CooperationEnterprise = RowOf<typeof cooperationEnterpriseRegister>;
