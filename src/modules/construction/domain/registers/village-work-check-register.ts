// 环境设施巡查. Whether what was built in a village runs, looked at twice a year.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, longText, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { MATTERS, RUNNING } from '../words.ts';

export const villageWorkCheckRegister = defineRegister({
  code: 'village-work-checks',
  title: '环境设施巡查',
  record: 'village-work-check',
  slice: 'construction',
  table: 'village_work_checks',
  unit: '次',
  place: 'village',
  key: ['villageCode', 'matter', 'checkedOn'],
  fields: {
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    matter: choice('事项', MATTERS, { required: true, list: true, filter: true }),
    checkedOn: day('巡查日期', { required: true, role: 'since', list: true }),
    operation: choice('运行情况', RUNNING, { required: true, list: true, filter: true }),
    finding: longText('发现问题', { required: { field: 'operation', is: ['abnormal'] } }),
    mendedOn: day('整改完成日期', { list: true }),
    checker: text('巡查人', { list: true }),
  },
  checks: [{ check: 'order', earlier: 'checkedOn', later: 'mendedOn' }],
  roles: OFFICE_REGISTER,
});

export type VillageWorkCheck = RowOf<typeof villageWorkCheckRegister>;
