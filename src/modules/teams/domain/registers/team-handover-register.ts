// 驻村交接. What somebody who leaves hands to whom comes next; the successor is posted before the list is received.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, longText, reference, regionCode } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { HANDOVER_STATES } from '../states.ts';

export const teamHandoverRegister = defineRegister({
  code: 'team-handovers',
  title: '驻村交接',
  record: 'team-handover',
  slice: 'teams',
  table: 'team_handovers',
  unit: '份',
  place: 'village',
  key: ['cadreNumber', 'villageCode', 'listedOn'],
  fields: {
    cadreNumber: reference('离任干部编号', 'cadres', { required: true, list: true, find: true }),
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    successorNumber: reference('接任干部编号', 'cadres', { list: true }),
    listedOn: day('列清单日期', { required: true, role: 'since', list: true }),
    items: longText('交接事项', { required: true, hint: '监测户、在办的事、项目、资料、物品、钥匙' }),
    receivedOn: day('接收日期', { list: true }),
    checkedOn: day('核对日期', { list: true }),
  },
  checks: [
    { check: 'order', earlier: 'listedOn', later: 'receivedOn' },
    { check: 'order', earlier: 'receivedOn', later: 'checkedOn' },
  ],
  states: HANDOVER_STATES,
  roles: VILLAGE_REGISTER,
});

export type TeamHandover = RowOf<typeof teamHandoverRegister>;
