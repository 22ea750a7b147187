// The roads of a pairing, of a line of its plan and of a deed (registers §12). The helping side says what was done; that it was, says
// somebody else, on the side that was helped.

import type { Role } from '../../../kernel/operation.ts';
import type { States } from '../../../kernel/register/states.ts';
import { PLAN_PROGRESS } from './pairing-words.ts';

const COUNTY = ['county-officer', 'region-officer'] as const satisfies readonly Role[];
const HELPED = ['village-worker', 'township-officer', ...COUNTY] as const satisfies readonly Role[];

export const PAIRING_STATES: States = {
  first: 'proposed',
  names: { proposed: '提出', active: '在帮', ended: '已结束' },
  reached: [
    ['ended', { come: 'endedOn' }],
    ['active', { filled: 'documentNo' }],
  ],
  moves: {
    issue: {
      title: '行文确定',
      from: ['proposed'],
      to: 'active',
      roles: COUNTY,
      asks: ['documentNo'],
      single: true,
    },
    end: {
      title: '结束帮扶',
      from: ['proposed', 'active'],
      to: 'ended',
      roles: COUNTY,
      day: 'endedOn',
      explained: true,
    },
  },
};

/** A line without a progress is one that was planned. */
export const PLAN_STATES: States = {
  first: 'planned',
  names: PLAN_PROGRESS,
  reached: [
    ['cancelled', { field: 'progress', is: ['cancelled'] }],
    ['confirmed', { field: 'progress', is: ['confirmed'] }],
    ['done', { field: 'progress', is: ['done'] }],
    ['under-way', { field: 'progress', is: ['under-way'] }],
  ],
  open: ['planned', 'under-way'],
  moves: {
    begin: {
      title: '开始办理',
      from: ['planned'],
      to: 'under-way',
      roles: COUNTY,
      sets: { progress: 'under-way' },
    },
    finish: {
      title: '完成',
      from: ['planned', 'under-way'],
      to: 'done',
      roles: COUNTY,
      sets: { progress: 'done' },
    },
    confirm: {
      title: '受帮扶方确认',
      from: ['done'],
      to: 'confirmed',
      roles: HELPED,
      day: 'confirmedOn',
      sets: { progress: 'confirmed' },
      apart: true,
    },
    'send-back': {
      title: '退回',
      from: ['done'],
      to: 'under-way',
      roles: HELPED,
      sets: { progress: 'under-way' },
      explained: true,
    },
    cancel: {
      title: '取消',
      from: ['planned', 'under-way'],
      to: 'cancelled',
      roles: COUNTY,
      sets: { progress: 'cancelled' },
      explained: true,
    },
  },
};

export const SUPPORT_STATES: States = {
  first: 'reported',
  names: { reported: '已报', returned: '退回', confirmed: '受帮扶方确认' },
  reached: [['confirmed', { filled: 'helpedConfirmedOn' }]],
  moves: {
    confirm: {
      title: '受帮扶方确认',
      from: ['reported'],
      to: 'confirmed',
      roles: HELPED,
      day: 'helpedConfirmedOn',
      apart: true,
    },
    'send-back': { title: '退回', from: ['reported'], to: 'returned', roles: HELPED, explained: true },
    resubmit: { title: '重新上报', from: ['returned'], to: 'reported', roles: COUNTY },
  },
};

export const REPORT_STATES: States = {
  first: 'reported',
  names: { reported: '已报', returned: '退回', checked: '已审核' },
  reached: [['checked', { filled: 'checkedOn' }]],
  moves: {
    check: { title: '审核', from: ['reported'], to: 'checked', roles: COUNTY, day: 'checkedOn', apart: true },
    'send-back': { title: '退回', from: ['reported'], to: 'returned', roles: COUNTY, explained: true },
    'hand-in': { title: '重报', from: ['returned'], to: 'reported', roles: HELPED },
  },
};
