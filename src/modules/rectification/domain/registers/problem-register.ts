// 问题整改. A problem somebody found, until it is struck off. What was said of it may name people: shown masked.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, integer, longText, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { PROBLEM_STATES } from '../problem-states.ts';
import { PROBLEM_SOURCES } from '../sources.ts';

export const problemRegister = defineRegister({
  code: 'problems',
  title: '问题整改',
  record: 'problem',
  slice: 'rectification',
  table: 'problems',
  unit: '个',
  place: 'region',
  key: ['number'],
  fields: {
    number: text('问题编号', { required: true, list: true, find: true }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    problemSource: choice('问题来源', PROBLEM_SOURCES, { required: true, list: true, filter: true }),
    reportedBackOn: day('反馈日期', { required: true, role: 'since', list: true }),
    feedbackDocumentNo: text('反馈文号', { list: true }),
    problemWording: longText('问题原文', { required: true, secret: 'masked' }),
    problemKind: text('问题类别', { list: true }),
    problemNature: choice(
      '问题性质',
      { individual: '个性', common: '共性', mechanism: '体制机制' },
      { list: true, filter: true },
    ),
    leadUnit: text('牵头单位', { list: true }),
    responsibleUnit: text('责任单位', { required: true }),
    dutyPost: text('责任岗位'),
    rectificationKind: choice(
      '整改类型',
      { 'at-once': '立行立改', dated: '限期', 'long-term': '长期' },
      { required: true, filter: true },
    ),
    rectifyBy: day('整改时限', { required: true }),
    measures: longText('整改措施'),
    rectifiedOn: day('整改完成日期'),
    closedOn: day('销号日期', { role: 'until' }),
    similarFound: integer('举一反三发现数', { unit: '个' }),
    rulesMade: text('建章立制'),
  },
  states: PROBLEM_STATES,
  roles: OFFICE_REGISTER,
});

export type Problem = RowOf<typeof problemRegister>;
