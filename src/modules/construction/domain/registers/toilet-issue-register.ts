// 问题厕所. A fault of a toilet, open until it is put right: the day that counts. One fault of a kind is open at a time.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, link, name, reference, text, yesNo } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { TOILET_ISSUE_STATES } from '../states.ts';

export const toiletIssueRegister = defineRegister({
  code: 'toilet-issues',
  title: '问题厕所',
  record: 'toilet-issue',
  slice: 'construction',
  table: 'toilet_issues',
  unit: '个',
  place: 'village',
  key: ['toiletNumber', 'problemKind', 'foundOn'],
  fields: {
    toiletNumber: reference('户厕编号', 'toilets', { required: true, role: 'gives-place', list: true }),
    problemSource: text('问题来源', { list: true }),
    problemKind: choice(
      '问题类别',
      {
        'cannot-use': '不能用',
        'hard-to-use': '不好用',
        'unable-to-use': '不会用',
        'unwilling-to-use': '不愿用',
        'frost-cracked': '冻裂',
      },
      { required: true, list: true, filter: true },
    ),
    problemText: text('问题描述', { list: true }),
    foundOn: day('发现日期', { required: true, role: 'since', list: true }),
    rectifiedHow: choice(
      '整改方式',
      { 'at-once': '立行立改', 'by-deadline': '限期整改', rebuilt: '重建', razed: '拆除', upkeep: '管护' },
      { list: true, filter: true },
    ),
    rectifyBy: day('整改期限', { list: true }),
    responsible: name('责任人'),
    rectifiedOn: day('整改完成日期', { list: true }),
    townshipAcceptedOn: day('乡镇验收日期'),
    countyAcceptedOn: day('旗县验收日期'),
    householdAgrees: yesNo('农户认可'),
    photoBefore: link('整改前照片'),
    photoAfter: link('整改后照片'),
  },
  checks: [
    { check: 'order', earlier: 'foundOn', later: 'rectifiedOn' },
    { check: 'spells', group: ['toiletNumber', 'problemKind'], ends: ['rectifiedOn'] },
  ],
  states: TOILET_ISSUE_STATES,
  roles: VILLAGE_REGISTER,
});

export type ToiletIssue = RowOf<typeof toiletIssueRegister>;
