// 积分超市物品. What a village's shop gives for points; how much is left follows from what came in and what went out.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, integer, regionCode, text } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const shopGoodRegister = defineRegister({
  code: 'shop-goods',
  title: '积分超市物品',
  record: 'shop-good',
  slice: 'governance',
  table: 'shop_goods',
  unit: '种',
  place: 'village',
  key: ['villageCode', 'goodsNumber'],
  fields: {
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    goodsNumber: text('物品编号', { required: true, list: true, find: true }),
    goodsName: text('物品名称', { required: true, list: true, find: true }),
    measure: text('计量单位', { list: true }),
    price: integer('兑换分值', { required: true, unit: '分', least: 1, list: true }),
    offeredOn: day('上架日期', { required: true, role: 'since', list: true }),
    withdrawnOn: day('下架日期', { role: 'until' }),
  },
  roles: VILLAGE_REGISTER,
});

export type ShopGood = RowOf<typeof shopGoodRegister>;
