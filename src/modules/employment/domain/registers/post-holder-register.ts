// 公益性岗位人员. Who asked for a post, was chosen, signed, works on it and left it. What is paid for it stands in 到户到人发放, and the
// work itself in 务工就业.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, reference, text } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { PERSON, PERSON_FIELDS } from '../../../../kernel/register/person-fields.ts';
import { HOLDER_STATES } from '../road-states.ts';

export const postHolderRegister = defineRegister({
  code: 'post-holders',
  title: '公益性岗位人员',
  record: 'post-holder',
  slice: 'employment',
  table: 'post_holders',
  unit: '人',
  place: 'person',
  key: ['number'],
  fields: {
    number: text('聘用编号', { required: true, list: true, find: true }),
    ...PERSON_FIELDS,
    postNumber: reference('岗位编号', 'public-posts', { required: true, list: true }),
    appliedOn: day('报名日期', { required: true, role: 'since', list: true }),
    approvedOn: day('审定日期', { list: true }),
    signedOn: day('协议签订日期', { list: true }),
    agreedUntil: day('协议截止日期', { required: { filled: 'signedOn' }, list: true }),
    startedOn: day('上岗日期', { list: true, filter: true }),
    spellNumber: reference('务工编号', 'employment-spells', { list: true }),
    assessment: choice('最近考核', { good: '优秀', fit: '合格', unfit: '不合格' }, { list: true, filter: true }),
    leftOn: day('退出日期', { role: 'until', list: true, filter: true }),
    exitReason: choice(
      '退出原因',
      {
        ...{ term: '协议期满', age: '超龄', job: '另有工作', unfit: '考核不合格' },
        ...{ health: '身体原因', own: '本人申请', post: '岗位撤销', other: '其他' },
      },
      { required: { filled: 'leftOn' } },
    ),
  },
  person: PERSON,
  checks: [
    { check: 'age', on: 'appliedOn', least: 16 },
    { check: 'order', earlier: 'appliedOn', later: 'approvedOn' },
    { check: 'order', earlier: 'approvedOn', later: 'signedOn' },
    { check: 'order', earlier: 'signedOn', later: 'startedOn' },
    { check: 'order', earlier: 'signedOn', later: 'agreedUntil' },
  ],
  states: HOLDER_STATES,
  notices: [
    {
      kind: 'chosen',
      title: '公益性岗位拟聘公示',
      levels: ['village'],
      states: ['applied'],
      columns: [{ head: 'householdNumber' }, 'postNumber.postName', 'postNumber.monthlySubsidyFen', 'appliedOn'],
      about: '经报名和集体讨论，拟聘下列农牧户的人员到公益性岗位，现予公示。',
      days: 5,
      before: { approve: 'over' },
    },
  ],
  roles: VILLAGE_REGISTER,
});

export type PostHolder = RowOf<typeof postHolderRegister>;
