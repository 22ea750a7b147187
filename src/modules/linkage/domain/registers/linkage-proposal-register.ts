// 联结建议. A household that could work and is tied to no industry: why, what is proposed, who visits it by when, and what it said.

import type { Role } from '../../../../kernel/operation.ts';
import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, householdNo, reference, text } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import type { States } from '../../../../kernel/register/states.ts';
import { LINKAGE_WAYS } from '../../../projects/domain/project-words.ts';
import { UNLINKED_CAUSES } from '../unlinked.ts';

const VISITING = [
  'village-worker',
  'township-officer',
  'county-officer',
  'region-officer',
] as const satisfies readonly Role[];

export const PROPOSAL_STATES: States = {
  first: 'proposed',
  names: { proposed: '待走访', visited: '已走访', declined: '不愿意', signed: '已签协议' },
  reached: [
    ['signed', { filled: 'agreementNumber' }],
    ['declined', { field: 'answer', is: ['declined'] }],
    ['visited', { filled: 'visitedOn' }],
  ],
  moves: {
    visit: {
      title: '登记走访',
      from: ['proposed'],
      to: 'visited',
      roles: VISITING,
      day: 'visitedOn',
      asks: ['answer'],
    },
    sign: { title: '登记签订协议', from: ['visited'], to: 'signed', roles: VISITING, asks: ['agreementNumber'] },
    again: {
      title: '再次走访',
      from: ['visited', 'declined'],
      roles: VISITING,
      asks: ['visitBy'],
      clears: ['visitedOn', 'answer'],
      explained: true,
    },
  },
};

export const linkageProposalRegister = defineRegister({
  code: 'linkage-proposals',
  title: '联结建议',
  record: 'linkage-proposal',
  slice: 'linkage',
  table: 'linkage_proposals',
  unit: '条',
  place: 'household',
  key: ['householdNumber', 'proposedOn'],
  fields: {
    householdNumber: householdNo({ required: true, role: 'place', list: true }),
    proposedOn: day('建议日期', { required: true, role: 'since', list: true }),
    unlinkedCause: choice('没有联结的原因', UNLINKED_CAUSES, { required: true, list: true, filter: true }),
    businessEntity: text('拟联结经营主体', { list: true, find: true }),
    organisationCode: reference('单位代码', 'organisations', { list: true }),
    linkageWay: choice('拟联结方式', LINKAGE_WAYS, { list: true, filter: true }),
    visitBy: day('走访期限', { required: true, list: true }),
    visitedOn: day('走访日期', { list: true }),
    answer: choice(
      '本户意愿',
      { agreed: '愿意', later: '以后再说', declined: '不愿意' },
      { required: { filled: 'visitedOn' }, list: true, filter: true },
    ),
    agreementNumber: reference('协议编号', 'linkage-contracts', { list: true }),
  },
  checks: [
    { check: 'order', earlier: 'proposedOn', later: 'visitBy' },
    { check: 'order', earlier: 'proposedOn', later: 'visitedOn' },
  ],
  states: PROPOSAL_STATES,
  roles: VILLAGE_REGISTER,
  offline: ['add', 'change'],
});

export type LinkageProposal = RowOf<typeof linkageProposalRegister>;
