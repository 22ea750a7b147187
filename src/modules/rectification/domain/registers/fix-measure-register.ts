// 整改措施. What is done about a problem, by whom until when and to which measure, and what shows that it was done: photos are those of the
// row. Measures of a long-term problem are its stages.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choices, day, integer, longText, name, reference, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const fixMeasureRegister = defineRegister({
  code: 'fix-measures',
  title: '整改措施',
  record: 'fix-measure',
  slice: 'rectification',
  table: 'fix_measures',
  unit: '条',
  place: 'region',
  key: ['problemNumber', 'measureNo'],
  fields: {
    problemNumber: reference('问题编号', 'problems', { required: true, role: 'gives-place', list: true, find: true }),
    measureNo: integer('序号', { required: true, least: 1, list: true }),
    measure: longText('整改措施', { required: true, list: true }),
    measureUnit: text('责任单位', { required: true, list: true }),
    responsible: name('责任人', { secret: 'masked' }),
    stepDue: day('完成时限', { required: true, role: 'since', list: true }),
    standard: text('量化标准', { required: true }),
    doneOn: day('完成日期', { list: true }),
    evidenceKinds: choices('佐证类型', {
      'before-after': '前后照片',
      document: '文件',
      money: '资金凭证',
      record: '系统记录',
    }),
    evidenceOn: day('佐证日期', { required: { filled: 'evidenceNote' } }),
    evidenceNote: longText('佐证说明', { hint: '照片在本行“照片”里上传，文件填在附件' }),
  },
  checks: [
    { check: 'order', earlier: 'problemNumber.reportedBackOn', later: 'doneOn' },
    { check: 'order', earlier: 'problemNumber.reportedBackOn', later: 'evidenceOn' },
  ],
  roles: OFFICE_REGISTER,
});

export type FixMeasure = RowOf<typeof fixMeasureRegister>;
