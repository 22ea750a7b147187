// Cases as rows that are searched the way those of a register are (举一反三): a view, of which nothing is written.

import { READERS } from '../../../kernel/operation.ts';
import { defineRegister } from '../../../kernel/register/define-register.ts';
import { choice, choices, day, regionCode, text, yesNo } from '../../../kernel/register/field.ts';
import { CATEGORY_NAMES, RISK_NAMES } from '../../cases/domain/words.ts';
import { CHANNEL_NAMES } from '../../clues/domain/words.ts';
import { STATE_NAMES, TURN_NAMES } from '../../process/domain/steps.ts';
import { DANGER_NAMES } from '../../process/domain/words.ts';

export const searchedCases = defineRegister({
  code: 'cases',
  title: '监测个案',
  record: 'case',
  slice: 'caseload',
  table: 'searched_cases',
  unit: '件',
  place: 'village',
  key: ['householdNumber'],
  fields: {
    householdNumber: text('户编号', { required: true, list: true }),
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    caseState: choice('环节', STATE_NAMES, { required: true, list: true, filter: true }),
    turn: choice('由谁办理', TURN_NAMES, { filter: true }),
    category: choice('监测对象类型', CATEGORY_NAMES, { filter: true }),
    channel: choice('线索来源', CHANNEL_NAMES, { required: true, filter: true }),
    danger: choice('风险等级', DANGER_NAMES, { filter: true }),
    risks: choices('风险类型', RISK_NAMES, { filter: true }),
    isLate: yesNo('逾期未办', { filter: true }),
    isPlanned: yesNo('已定帮扶计划', { filter: true }),
    openedOn: day('立案日期', { required: true, filter: true }),
    decidedOn: day('纳入日期', { filter: true }),
    visitedOn: day('最近走访日期', { filter: true }),
    clearedOn: day('消除日期', { filter: true }),
  },
  roles: { read: READERS, write: [], import: [], export: [] },
});
