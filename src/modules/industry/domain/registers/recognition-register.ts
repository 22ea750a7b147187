// 经营主体称号. A title of a firm, cooperative or farm. Recognised and supported are two spells: a firm may hold its title without support.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, integer, moneyWan, reference, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { RECOGNITION_STATES } from '../standing-states.ts';

export const recognitionRegister = defineRegister({
  code: 'recognitions',
  title: '经营主体称号',
  record: 'recognition',
  slice: 'industry',
  table: 'recognitions',
  unit: '条',
  place: 'county',
  key: ['organisationCode', 'title', 'level', 'batch'],
  fields: {
    organisationCode: reference('单位代码', 'organisations', { required: true, list: true }),
    regionCode: regionCode('旗县代码', { required: true, role: 'place', level: 'county', list: true }),
    title: choice(
      '称号',
      {
        leading: '农牧业产业化龙头企业',
        'poverty-leading': '扶贫龙头企业',
        'model-cooperative': '示范合作社',
        'model-farm': '示范家庭农牧场',
      },
      { required: true, list: true, filter: true },
    ),
    level: choice(
      '级别',
      { national: '国家级', regional: '自治区级', prefectural: '盟市级', 'county-level': '旗县级' },
      { required: true, list: true, filter: true },
    ),
    batch: text('批次', { required: true, list: true, find: true }),
    recognitionDocumentNo: text('认定文号', { list: true }),
    recognisedOn: day('认定日期', { required: true, role: 'since', list: true }),
    validThrough: day('有效截止日期', { role: 'through', list: true }),
    cancelledOn: day('取消日期', { role: 'until', list: true }),
    monitoredOn: day('监测日期'),
    supportFrom: day('扶持开始日期'),
    supportThrough: day('扶持终止日期'),
    leadIndustry: text('主导产业'),
    yearlyTurnoverFen: moneyWan('年营业收入'),
    drivenHouseholds: integer('带动户数', { unit: '户' }),
  },
  checks: [{ check: 'order', earlier: 'supportFrom', later: 'supportThrough' }],
  states: RECOGNITION_STATES,
  notices: [
    {
      kind: 'recognised',
      title: '经营主体认定公示',
      levels: ['county', 'prefecture'],
      columns: ['organisationCode.name', 'title', 'level', 'batch', 'recognitionDocumentNo', 'recognisedOn'],
      about: '现将拟认定的经营主体予以公示。',
      days: 10,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type Recognition = RowOf<typeof recognitionRegister>;
