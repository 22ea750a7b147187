// 庭院经济. What a household grows, keeps or makes around its house, and the grant it got for it once somebody had looked (registers §7).

import type { Role } from '../../../../kernel/operation.ts';
import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, householdNo, moneyYuan, text } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import type { States } from '../../../../kernel/register/states.ts';

const ABOVE = ['township-officer', 'county-officer', 'region-officer'] as const satisfies readonly Role[];

export const COURTYARD_STATES: States = {
  first: 'running',
  names: { running: '经营中', accepted: '已验收', stopped: '已停止' },
  reached: [
    ['stopped', { filled: 'stoppedOn' }],
    ['accepted', { filled: 'acceptedOn' }],
  ],
  moves: {
    accept: {
      title: '验收',
      from: ['running'],
      to: 'accepted',
      roles: ABOVE,
      day: 'acceptedOn',
      needs: [{ field: 'scale' }],
      apart: true,
    },
    stop: {
      title: '登记停止',
      from: ['running', 'accepted'],
      to: 'stopped',
      roles: ['village-worker', ...ABOVE],
      day: 'stoppedOn',
      explained: true,
    },
  },
};

export const courtyardRegister = defineRegister({
  code: 'courtyards',
  title: '庭院经济',
  record: 'courtyard',
  slice: 'industry',
  table: 'courtyards',
  unit: '户次',
  place: 'household',
  key: ['householdNumber', 'courtyardKind', 'startedOn'],
  fields: {
    householdNumber: householdNo({ required: true, role: 'place', list: true }),
    courtyardKind: choice(
      '庭院经济类型',
      { crop: '小种植', livestock: '小养殖', garden: '小田园', craft: '小加工', trade: '小商贸' },
      { required: true, list: true, filter: true },
    ),
    startedOn: day('开始日期', { required: true, role: 'since', list: true }),
    stoppedOn: day('停止日期', { role: 'until', list: true }),
    scale: text('规模', { list: true, hint: '如：两亩菜地、十只羊' }),
    costFen: moneyYuan('投入'),
    yearlyIncomeFen: moneyYuan('年收入', { list: true }),
    // Nobody is paid for what nobody has seen.
    acceptedOn: day('验收日期', { required: { filled: 'grantFen' }, list: true }),
    grantFen: moneyYuan('奖补金额', { list: true }),
  },
  checks: [{ check: 'order', earlier: 'startedOn', later: 'acceptedOn' }],
  states: COURTYARD_STATES,
  notices: [
    {
      kind: 'grant',
      title: '庭院经济奖补公示',
      levels: ['village', 'township'],
      columns: [{ head: 'householdNumber' }, 'courtyardKind', 'scale', 'acceptedOn', 'grantFen'],
      about: '现将庭院经济验收和奖补情况予以公示。',
      days: 10,
    },
  ],
  roles: VILLAGE_REGISTER,
  offline: ['add', 'change'],
});

export type Courtyard = RowOf<typeof courtyardRegister>;
