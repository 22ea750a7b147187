// 帮扶产品目录. A product on the list of assisted ones: only its sales count as such.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, reference, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { PRODUCT_STATES } from '../standing-states.ts';

export const assistedProductRegister = defineRegister({
  code: 'assisted-products',
  title: '帮扶产品目录',
  record: 'assisted-product',
  slice: 'industry',
  table: 'assisted_products',
  unit: '个',
  place: 'county',
  key: ['number'],
  fields: {
    number: text('产品编号', { required: true, list: true, find: true }),
    regionCode: regionCode('旗县代码', { required: true, role: 'place', level: 'county', list: true }),
    productName: text('产品名称', { required: true, list: true, find: true }),
    supplier: text('供应商', { required: true, list: true }),
    organisationCode: reference('单位代码', 'organisations', { list: true }),
    recognitionDocumentNo: text('认定文号', { list: true }),
    recognisedOn: day('认定日期', { required: true, role: 'since', list: true }),
    validThrough: day('有效截止日期', { role: 'through', list: true }),
    cancelledOn: day('取消日期', { role: 'until', list: true }),
    productMark: text('产品标志'),
  },
  states: PRODUCT_STATES,
  notices: [
    {
      kind: 'catalogue',
      title: '帮扶产品目录公告',
      levels: ['county', 'prefecture'],
      columns: ['productName', 'supplier', 'recognitionDocumentNo', 'recognisedOn', 'validThrough'],
      about: '现将认定的帮扶产品目录予以公告。',
      days: 10,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type AssistedProduct = RowOf<typeof assistedProductRegister>;
