// 帮扶措施台账. Measures of before: plans of running cases are made on screen and counted with these.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, householdNo, moneyYuan, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { RISK_NAMES } from '../../../households/domain/risk-words.ts';

export const helpMeasureRegister = defineRegister({
  code: 'help-measures',
  title: '帮扶措施台账',
  record: 'help-measure',
  slice: 'help',
  table: 'help_measures',
  unit: '条',
  place: 'household',
  key: ['number'],
  fields: {
    number: text('措施编号', { required: true, list: true, find: true }),
    householdNumber: householdNo({ required: true, role: 'place', list: true }),
    measureKind: choice(
      '措施类别',
      {
        industry: '产业帮扶',
        employment: '就业帮扶',
        finance: '金融帮扶',
        'public-post': '公益岗位帮扶',
        health: '健康帮扶',
        'compulsory-education': '义务教育保障',
        'other-education': '其他教育帮扶',
        housing: '住房安全保障',
        water: '饮水安全保障',
        security: '综合保障',
        social: '社会帮扶',
        relocation: '搬迁',
        'living-conditions': '生产生活条件改善',
        infrastructure: '基础设施建设',
      },
      { required: true, list: true, filter: true },
    ),
    againstRisks: choice('针对风险', RISK_NAMES, { secret: 'masked', filter: true }),
    measureText: text('具体措施', { list: true }),
    startedOn: day('开始日期', { required: true, role: 'since', list: true }),
    endedOn: day('结束日期', { role: 'until', list: true }),
    amountFen: moneyYuan('帮扶金额', { list: true }),
    responsibleUnit: text('责任单位', { list: true }),
  },
  roles: OFFICE_REGISTER,
});

export type HelpMeasure = RowOf<typeof helpMeasureRegister>;
