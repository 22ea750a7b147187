// 户身份变动. From when to when a household was lifted, or monitored. An unstable lifted one has both rows; a monitored spell counts up to the day
// its risk was cleared.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, choices, day, householdNo } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { RISK_NAMES } from '../risk-words.ts';

export const householdStatusRegister = defineRegister({
  code: 'household-statuses',
  title: '户身份变动',
  record: 'household-status',
  slice: 'households',
  table: 'household_statuses',
  unit: '条',
  place: 'household',
  key: ['householdNumber', 'status', 'startedOn'],
  fields: {
    householdNumber: householdNo({ required: true, role: 'place', list: true }),
    status: choice(
      '身份',
      {
        lifted: '脱贫户',
        'unstable-lifted': '脱贫不稳定户',
        borderline: '边缘易致贫户',
        'sudden-hardship': '突发严重困难户',
      },
      { required: true, list: true, filter: true },
    ),
    startedOn: day('开始日期', { required: true, role: 'since', list: true }),
    riskClearedOn: day('风险消除日期', { list: true }),
    clearedBy: choice('消除方式', { helped: '帮扶消除', natural: '自然消除' }, { list: true, filter: true }),
    endedOn: day('结束日期', { role: 'until', list: true }),
    riskKinds: choices('风险类型', RISK_NAMES, { secret: 'masked' }),
  },
  checks: [
    { check: 'order', earlier: 'startedOn', later: 'riskClearedOn' },
    { check: 'spells', group: ['householdNumber'], where: { field: 'status', is: ['lifted'] } },
    {
      check: 'spells',
      group: ['householdNumber'],
      where: { field: 'status', is: ['unstable-lifted', 'borderline', 'sudden-hardship'] },
      ends: ['riskClearedOn'],
    },
  ],
  roles: OFFICE_REGISTER,
});

export type HouseholdStatus = RowOf<typeof householdStatusRegister>;
