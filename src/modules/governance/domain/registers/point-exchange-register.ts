// 积分兑换登记. Which goods went out for an entry that was spent; more than came in never does.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, integer, name, reference, regionCode } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';

const GOODS = ['villageCode', 'goodsNumber'];

export const pointExchangeRegister = defineRegister({
  code: 'point-exchanges',
  title: '积分兑换登记',
  record: 'point-exchange',
  slice: 'governance',
  table: 'point_exchanges',
  unit: '笔',
  place: 'village',
  key: ['entryNumber'],
  fields: {
    entryNumber: reference('记录编号', 'point-entries', { required: true, list: true, find: true }),
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    goodsNumber: reference('物品编号', 'shop-goods', { required: true, list: true }),
    exchangedOn: day('兑换日期', { required: true, role: 'since', list: true }),
    quantity: integer('数量', { required: true, least: 1, list: true }),
    receivedBy: name('签收人'),
  },
  checks: [
    {
      check: 'sum',
      code: 'over-stock',
      used: { of: 'point-exchanges', group: GOODS, amount: 'quantity' },
      limit: [{ of: 'shop-supplies', group: GOODS, amount: 'quantity' }],
    },
  ],
  comesFrom: '在“积分柜台”找到农牧户，点要兑换的物品。',
  roles: VILLAGE_REGISTER,
});

export type PointExchange = RowOf<typeof pointExchangeRegister>;
