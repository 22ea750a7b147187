// 积分超市进货. What came into a village's shop. What was given names the record of help it stands in already: its worth is booked there.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, integer, moneyYuan, reference, regionCode, text } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const shopSupplyRegister = defineRegister({
  code: 'shop-supplies',
  title: '积分超市进货',
  record: 'shop-supply',
  slice: 'governance',
  table: 'shop_supplies',
  unit: '笔',
  place: 'village',
  key: ['number'],
  fields: {
    number: text('进货编号', { required: true, list: true, find: true }),
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    goodsNumber: reference('物品编号', 'shop-goods', { required: true, list: true }),
    suppliedOn: day('进货日期', { required: true, role: 'since', list: true }),
    quantity: integer('数量', { required: true, least: 1, list: true }),
    supplyKind: choice(
      '来源',
      { purchase: '购买', donation: '捐赠', other: '其他' },
      { required: true, list: true, filter: true },
    ),
    paidFen: moneyYuan('购买金额', { required: { field: 'supplyKind', is: ['purchase'] }, list: true }),
    giver: text('捐赠方', { required: { field: 'supplyKind', is: ['donation'] }, list: true }),
    supportNumber: reference('帮扶记录编号', 'support-records', {
      hint: '捐赠已登记在“帮扶记录”的填写，物资价值只在那里计一次',
      list: true,
    }),
  },
  roles: VILLAGE_REGISTER,
});

export type ShopSupply = RowOf<typeof shopSupplyRegister>;
