// 务工意愿. Who could work and does not, or means to go: where to, what for, what it takes. Work that has not begun stands here, not among
// the jobs (registers §8: planned work is another list).

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, choices, day, moneyYuan, reference, text } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { PERSON, PERSON_FIELDS } from '../../../../kernel/register/person-fields.ts';
import { PLACE_STEP_NAMES } from '../confirm/places.ts';
import { WISH_STATES } from '../road-states.ts';

export const workWishRegister = defineRegister({
  code: 'work-wishes',
  title: '务工意愿',
  record: 'work-wish',
  slice: 'employment',
  table: 'work_wishes',
  unit: '人次',
  place: 'person',
  key: ['number'],
  fields: {
    number: text('意愿编号', { required: true, list: true, find: true }),
    ...PERSON_FIELDS,
    statedOn: day('登记日期', { required: true, role: 'since', list: true, filter: true }),
    wishScope: choice('意向范围', PLACE_STEP_NAMES, { required: true, list: true, filter: true }),
    wishPlace: text('意向地', { list: true }),
    trade: text('意向工种', { list: true, find: true }),
    wishedIncomeFen: moneyYuan('期望月收入'),
    plannedOn: day('计划上岗日期', { list: true }),
    needs: choices('服务需求', {
      jobs: '岗位信息',
      training: '技能培训',
      transport: '点对点接送',
      care: '老人儿童照料',
      rights: '维权和欠薪',
    }),
    offeredOn: day('推荐日期', { list: true }),
    offer: text('推荐的岗位', { required: { filled: 'offeredOn' }, list: true }),
    spellNumber: reference('务工编号', 'employment-spells', { list: true }),
  },
  person: PERSON,
  checks: [
    { check: 'age', on: 'statedOn', least: 16 },
    { check: 'order', earlier: 'statedOn', later: 'offeredOn' },
  ],
  states: WISH_STATES,
  roles: VILLAGE_REGISTER,
  offline: ['add', 'change'],
});

export type WorkWish = RowOf<typeof workWishRegister>;
