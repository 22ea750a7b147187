// 产品销售月报. A supplier’s sales of a product in a month, by channel. Without a product of the list they are not counted.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import {
  choice,
  decimal,
  integer,
  moneyWan,
  month,
  reference,
  regionCode,
  text,
} from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { SALES_CHANNELS } from '../sale-words.ts';

export const productSaleRegister = defineRegister({
  code: 'product-sales',
  title: '产品销售月报',
  record: 'product-sale',
  slice: 'industry',
  table: 'product_sales',
  unit: '条',
  place: 'county',
  key: ['regionCode', 'salesMonth', 'supplier', 'productName', 'salesChannel'],
  fields: {
    regionCode: regionCode('旗县代码', { required: true, role: 'place', level: 'county', list: true }),
    salesMonth: month('销售月份', { required: true, role: 'since', list: true }),
    supplier: text('供应商', { required: true, list: true, find: true }),
    productName: text('产品名称', { required: true, list: true, find: true }),
    productNumber: reference('产品编号', 'assisted-products', { list: true }),
    salesChannel: choice('销售渠道', SALES_CHANNELS, { required: true, list: true, filter: true }),
    buyerKind: text('买方类别', { list: true }),
    salesQuantity: decimal('销售数量', { list: true }),
    unit: text('计量单位', { list: true }),
    salesAmountFen: moneyWan('销售金额', { required: true }),
    drivenHouseholds: integer('带动户数', { unit: '户' }),
  },
  roles: OFFICE_REGISTER,
});

export type ProductSale = RowOf<typeof productSaleRegister>;
