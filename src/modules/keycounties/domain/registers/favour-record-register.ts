// 倾斜政策落实. What was done for which key county under which clause of the policies in its favour.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import {
  day,
  decimal,
  link,
  longText,
  moneyWan,
  reference,
  regionCode,
  text,
} from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { FAVOUR_STATES } from '../states.ts';

export const favourRecordRegister = defineRegister({
  code: 'key-county-favours',
  title: '倾斜政策落实',
  record: 'key-county-favour',
  slice: 'keycounties',
  table: 'key_county_favours',
  unit: '条',
  place: 'county',
  key: ['number'],
  fields: {
    number: text('落实编号', { required: true, list: true, find: true }),
    regionCode: regionCode('旗县代码', { required: true, role: 'place', level: 'county', list: true }),
    documentNumber: reference('文件编号', 'policies', { required: true, list: true }),
    clauseNo: reference('条号', 'policy-clauses', { required: true, list: true }),
    doneOn: day('落实日期', { required: true, role: 'since', list: true }),
    doneBy: text('落实单位', { required: true, list: true, find: true }),
    content: longText('落实内容', { required: true, list: true, find: true }),
    amountFen: moneyWan('资金', { list: true }),
    quantity: decimal('数量', { list: true }),
    quantityUnit: text('计量单位', { required: { filled: 'quantity' } }),
    evidence: link('佐证'),
    confirmedOn: day('旗县确认日期', { list: true }),
  },
  checks: [{ check: 'order', earlier: 'doneOn', later: 'confirmedOn' }],
  states: FAVOUR_STATES,
  roles: OFFICE_REGISTER,
});

export type FavourRecord = RowOf<typeof favourRecordRegister>;
