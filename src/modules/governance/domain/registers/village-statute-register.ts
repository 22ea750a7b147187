// 村规民约. The rules a village gave itself, by version, and the bodies that look after them.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choices, day, integer, regionCode, text } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const villageStatuteRegister = defineRegister({
  code: 'village-statutes',
  title: '村规民约',
  record: 'village-statute',
  slice: 'governance',
  table: 'village_statutes',
  unit: '份',
  place: 'village',
  key: ['villageCode', 'edition'],
  fields: {
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    edition: integer('版本', { required: true, least: 1, list: true }),
    passedOn: day('会议通过日期', { required: true, role: 'since', list: true }),
    minutesNo: text('会议纪要编号', { list: true }),
    filedOn: day('备案日期', { list: true }),
    bodies: choices(
      '群众组织',
      {
        'wedding-council': '红白理事会',
        'moral-council': '道德评议会',
        'villagers-council': '村民议事会',
        'ban-council': '禁毒禁赌会',
      },
      { list: true },
    ),
    endedOn: day('停止日期', { role: 'until' }),
  },
  checks: [
    { check: 'order', earlier: 'passedOn', later: 'filedOn' },
    { check: 'spells', group: ['villageCode'] },
  ],
  roles: VILLAGE_REGISTER,
});

export type VillageStatute = RowOf<typeof villageStatuteRegister>;
