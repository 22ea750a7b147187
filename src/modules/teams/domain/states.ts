// The roads of what teams ask for and what is decided of them (registers §15). Who asks does not decide.

import type { States } from '../../../kernel/register/states.ts';
import { COUNTY, TOWNSHIP, VILLAGE } from './words.ts';

export const CAMP_STATES: States = {
  first: 'proposed',
  names: { proposed: '待备案', filed: '已备案', closed: '已停用' },
  reached: [
    ['closed', { filled: 'closedOn' }],
    ['filed', { filled: 'filedOn' }],
  ],
  moves: {
    file: { title: '备案', from: ['proposed'], to: 'filed', roles: TOWNSHIP, day: 'filedOn' },
    close: { title: '停用', from: ['filed'], to: 'closed', roles: TOWNSHIP, day: 'closedOn', explained: true },
  },
};

/** Short ones are the township's; of long ones it gives its opinion, and the county decides. Guards say which is which. */
export const LEAVE_STATES: States = {
  first: 'asked',
  names: {
    asked: '待乡镇审批',
    reviewed: '待旗县批准',
    approved: '已批准',
    returned: '已销假',
    refused: '不批准',
    withdrawn: '已撤回',
  },
  reached: [
    ['returned', { filled: 'returnedOn' }],
    ['approved', { filled: 'approvedOn' }],
    ['reviewed', { filled: 'reviewedOn' }],
  ],
  pauses: ['refused', 'withdrawn'],
  open: ['asked', 'approved'],
  moves: {
    approve: { title: '乡镇批准', from: ['asked'], to: 'approved', roles: TOWNSHIP, day: 'approvedOn', apart: true },
    review: {
      title: '乡镇审核，报旗县',
      from: ['asked'],
      to: 'reviewed',
      roles: TOWNSHIP,
      day: 'reviewedOn',
      apart: true,
    },
    grant: { title: '旗县批准', from: ['reviewed'], to: 'approved', roles: COUNTY, day: 'approvedOn', apart: true },
    refuse: { title: '不批准', from: ['asked', 'reviewed'], to: 'refused', roles: TOWNSHIP, explained: true },
    withdraw: { title: '撤回', from: ['asked', 'reviewed'], to: 'withdrawn', roles: VILLAGE, explained: true },
    return: { title: '销假', from: ['approved'], to: 'returned', roles: VILLAGE, day: 'returnedOn' },
  },
};

export const FIX_STATES: States = {
  first: 'asked',
  names: { asked: '待批准', approved: '已批准', refused: '不批准' },
  reached: [['approved', { filled: 'approvedOn' }]],
  pauses: ['refused'],
  open: ['asked'],
  moves: {
    approve: { title: '批准', from: ['asked'], to: 'approved', roles: TOWNSHIP, day: 'approvedOn', apart: true },
    refuse: { title: '不批准', from: ['asked'], to: 'refused', roles: TOWNSHIP, explained: true },
  },
};

export const CAUTION_STATES: States = {
  first: 'proposed',
  names: { proposed: '提出', decided: '已作出' },
  reached: [['decided', { filled: 'decidedOn' }]],
  moves: {
    decide: { title: '约谈或警示', from: ['proposed'], to: 'decided', roles: TOWNSHIP, day: 'decidedOn' },
    recall: { title: '召回', from: ['proposed'], to: 'decided', roles: COUNTY, day: 'decidedOn', apart: true },
  },
};

export const HANDOVER_STATES: States = {
  first: 'listed',
  names: { listed: '已列清单', received: '已接收', checked: '乡镇已核对' },
  reached: [
    ['checked', { filled: 'checkedOn' }],
    ['received', { filled: 'receivedOn' }],
  ],
  moves: {
    receive: {
      title: '接收',
      from: ['listed'],
      to: 'received',
      roles: VILLAGE,
      day: 'receivedOn',
      needs: [{ field: 'successorNumber' }],
    },
    check: { title: '核对', from: ['received'], to: 'checked', roles: TOWNSHIP, day: 'checkedOn', apart: true },
  },
};

export const BALLOT_STATES: States = {
  first: 'planned',
  names: { planned: '准备', open: '投票中', closed: '已截止' },
  reached: [
    ['closed', { filled: 'closedOn' }],
    ['open', { filled: 'openedOn' }],
  ],
  kept: ['slips'],
  moves: {
    open: { title: '开始投票', from: ['planned'], to: 'open', roles: TOWNSHIP, day: 'openedOn' },
    close: { title: '截止', from: ['open'], to: 'closed', roles: TOWNSHIP, day: 'closedOn', final: true },
  },
};

export const GRADE_STATES: States = {
  first: 'proposed',
  names: { proposed: '拟定', decided: '已审定', announced: '已公布' },
  reached: [
    ['announced', { filled: 'announcedOn' }],
    ['decided', { filled: 'decidedOn' }],
  ],
  open: ['proposed'],
  moves: {
    decide: { title: '审定', from: ['proposed'], to: 'decided', roles: COUNTY, day: 'decidedOn', apart: true },
    announce: { title: '公布', from: ['decided'], to: 'announced', roles: COUNTY, day: 'announcedOn' },
  },
};
