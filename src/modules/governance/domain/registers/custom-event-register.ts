// 红白事报备. A wedding or funeral told beforehand, what was agreed for it, and what it came to.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, householdNo, integer, longText, moneyYuan } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const customEventRegister = defineRegister({
  code: 'custom-events',
  title: '红白事报备',
  record: 'custom-event',
  slice: 'governance',
  table: 'custom_events',
  unit: '件',
  place: 'household',
  key: ['householdNumber', 'eventKind', 'filedOn'],
  fields: {
    householdNumber: householdNo({ required: true, role: 'place', list: true }),
    eventKind: choice(
      '类型',
      { wedding: '婚事', funeral: '丧事', other: '其他' },
      { required: true, list: true, filter: true },
    ),
    filedOn: day('报备日期', { required: true, role: 'since', list: true }),
    tableLimit: integer('约定桌数', { unit: '桌', list: true }),
    spendingLimitFen: moneyYuan('约定金额', { list: true }),
    heldOn: day('办理日期', { list: true }),
    tables: integer('实际桌数', { unit: '桌', list: true }),
    spendingFen: moneyYuan('实际金额', { list: true }),
    opinion: longText('红白理事会意见'),
  },
  roles: VILLAGE_REGISTER,
});

export type CustomEvent = RowOf<typeof customEventRegister>;
