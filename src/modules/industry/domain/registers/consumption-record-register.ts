// 消费帮扶. What a buyer took in a month. Assisted and other products are two rows: a sale stands in one.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, moneyWan, month, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { SALES_CHANNELS } from '../sale-words.ts';

export const consumptionRecordRegister = defineRegister({
  code: 'consumption-records',
  title: '消费帮扶',
  record: 'consumption-record',
  slice: 'industry',
  table: 'consumption_records',
  unit: '条',
  place: 'county',
  key: ['regionCode', 'month', 'buyer', 'salesChannel', 'productScope'],
  fields: {
    regionCode: regionCode('旗县代码', { required: true, role: 'place', level: 'county', list: true }),
    month: month('消费月份', { required: true, role: 'since', list: true, filter: true }),
    buyerArea: choice(
      '采购方地区',
      { beijing: '北京市', 'central-unit': '中央单位', 'inner-mongolia': '自治区内', other: '其他' },
      { required: true, list: true, filter: true },
    ),
    buyer: text('采购方', { required: true, list: true, find: true }),
    salesChannel: choice('销售渠道', SALES_CHANNELS, { required: true, list: true, filter: true }),
    productScope: choice(
      '产品范围',
      { assisted: '帮扶产品', other: '其他产品' },
      { required: true, list: true, filter: true },
    ),
    purchaseAmountFen: moneyWan('采购金额', { required: true, list: true }),
  },
  roles: OFFICE_REGISTER,
});

export type ConsumptionRecord = RowOf<typeof consumptionRecordRegister>;
