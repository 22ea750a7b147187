// 关爱保障. Insurance, check-ups, money and visits to the member at home.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, longText, moneyYuan, reference, regionCode } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const teamCareRegister = defineRegister({
  code: 'team-care',
  title: '关爱保障',
  record: 'team-care-item',
  slice: 'teams',
  table: 'team_care',
  unit: '项',
  place: 'village',
  key: ['cadreNumber', 'careKind', 'doneOn'],
  fields: {
    cadreNumber: reference('干部编号', 'cadres', { required: true, list: true, find: true }),
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    careKind: choice(
      '类型',
      { insurance: '人身意外保险', checkup: '体检', allowance: '生活补助', visit: '探访慰问', hardship: '困难帮助' },
      { required: true, list: true, filter: true },
    ),
    doneOn: day('办理日期', { required: true, role: 'since', list: true }),
    throughOn: day('有效期至', { role: 'through', list: true, hint: '保险填到期日' }),
    amountFen: moneyYuan('金额', { list: true }),
    note: longText('说明', { hint: '不写病情' }),
  },
  checks: [{ check: 'order', earlier: 'doneOn', later: 'throughOn' }],
  roles: OFFICE_REGISTER,
});

export type TeamCare = RowOf<typeof teamCareRegister>;
