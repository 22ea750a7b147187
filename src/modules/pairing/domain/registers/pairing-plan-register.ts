// 结对年度计划. One line of what a pairing means to do in a year that it meets.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, decimal, integer, moneyWan, reference, text, year } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const pairingPlanRegister = defineRegister({
  code: 'pairing-plans',
  title: '结对年度计划',
  record: 'pairing-plan',
  slice: 'pairing',
  table: 'pairing_plans',
  unit: '条',
  place: 'region',
  key: ['pairingNumber', 'year', 'item'],
  fields: {
    pairingNumber: reference('结对编号', 'pairings', { required: true, role: 'gives-place', list: true }),
    year: year('年度', { required: true, role: 'year', list: true, filter: true }),
    item: integer('条目', { required: true, list: true }),
    field: choice(
      '领域',
      {
        industry: '产业',
        employed: '就业',
        infrastructure: '基础设施',
        education: '教育',
        medical: '医疗',
        party: '党建',
        ecology: '生态',
        consumption: '消费',
        training: '培训',
        donation: '捐赠慰问',
      },
      { required: true, list: true, filter: true },
    ),
    matter: text('事项', { required: true, list: true }),
    target: decimal('目标值', { list: true }),
    unit: text('计量单位', { list: true }),
    plannedFundFen: moneyWan('计划资金', { list: true }),
    dueOn: day('完成时限', { list: true }),
    reportedOn: day('报送日期', { required: true, role: 'since' }),
    progress: choice(
      '进展',
      { planned: '计划', 'under-way': '进行中', done: '完成', confirmed: '受帮扶方确认', cancelled: '取消' },
      { filter: true },
    ),
    confirmedOn: day('确认日期'),
  },
  checks: [
    { check: 'order', earlier: 'pairingNumber.startedOn', later: 'year', by: 'year' },
    { check: 'order', earlier: 'year', later: 'pairingNumber.endedOn', by: 'year', strict: true },
  ],
  roles: OFFICE_REGISTER,
});

export type PairingPlan = RowOf<typeof pairingPlanRegister>;
