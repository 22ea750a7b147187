// The road of a problem: entered, handed to who has to fix it, claimed, planned, fixed, checked level by level, struck off by the level
// that received it (registers §18). Checks hold until the next step, whatever the days say; only 销号 ends the road.

import type { Role } from '../../../kernel/operation.ts';
import type { States } from '../../../kernel/register/states.ts';

const COUNTY = ['county-officer', 'region-officer'] as const satisfies readonly Role[];
const TOWNSHIP = ['township-officer', ...COUNTY] as const satisfies readonly Role[];

/** Somebody is at work on it. */
const WORKING = ['planned', 'fixing', 'returned', 'reopened'] as const;
/** Not handed in yet. */
const BEFORE = ['assigned', 'claimed', 'plan-proposed', ...WORKING] as const;
const CHECKED = ['checked-county', 'checked-league', 'checked-region'] as const;

export const PROBLEM_STATES: States = {
  first: 'entered',
  names: {
    entered: '已录入',
    assigned: '已分办',
    claimed: '已认领',
    'plan-proposed': '方案待批',
    planned: '方案已批',
    fixing: '整改中',
    submitted: '已报验收',
    'checked-county': '旗县已验收',
    'checked-league': '盟市已验收',
    'checked-region': '自治区已验收',
    closed: '已销号',
    returned: '已退回',
    reopened: '重新启动',
    'extension-asked': '申请延期',
    paused: '暂停',
  },
  reached: [
    ['closed', { filled: 'closedOn' }],
    ['submitted', { filled: 'rectifiedOn' }],
  ],
  pauses: [...CHECKED, 'extension-asked', 'paused'],
  ends: ['closed'],
  kept: ['rectifyBy'],
  moves: {
    assign: { title: '分办', from: ['entered'], to: 'assigned', roles: COUNTY, offers: ['leadUnit', 'dutyPost'] },
    claim: { title: '认领', from: ['assigned'], to: 'claimed', roles: COUNTY },
    'propose-plan': {
      title: '报整改方案',
      from: ['claimed'],
      to: 'plan-proposed',
      roles: COUNTY,
      needs: [{ field: 'measures' }, { field: 'leadUnit' }],
    },
    'approve-plan': { title: '批准方案', from: ['plan-proposed'], to: 'planned', roles: COUNTY, apart: true },
    'return-plan': { title: '退回方案', from: ['plan-proposed'], to: 'claimed', roles: COUNTY, explained: true },
    begin: { title: '开始整改', from: ['planned'], to: 'fixing', roles: TOWNSHIP },
    submit: {
      title: '报验收',
      from: ['fixing', 'returned', 'reopened'],
      to: 'submitted',
      roles: TOWNSHIP,
      day: 'rectifiedOn',
    },
    // A verdict is kept beside the problem and is not taken back: a level that thinks again sends the problem back.
    'check-county': {
      title: '旗县验收合格',
      from: ['submitted'],
      to: 'checked-county',
      roles: COUNTY,
      apart: true,
      explained: true,
      final: true,
    },
    'check-league': {
      title: '盟市验收合格',
      from: ['submitted', 'checked-county'],
      to: 'checked-league',
      roles: ['region-officer'],
      apart: true,
      explained: true,
      final: true,
    },
    'check-region': {
      title: '自治区验收合格',
      from: ['submitted', 'checked-league'],
      to: 'checked-region',
      roles: ['region-officer'],
      apart: true,
      explained: true,
      final: true,
    },
    return: {
      title: '验收退回',
      from: ['submitted', ...CHECKED],
      to: 'returned',
      roles: COUNTY,
      clears: ['rectifiedOn'],
      explained: true,
      final: true,
    },
    close: { title: '销号', from: CHECKED, to: 'closed', roles: COUNTY, day: 'closedOn' },
    reopen: {
      title: '重新启动',
      from: ['closed'],
      to: 'reopened',
      roles: TOWNSHIP,
      clears: ['closedOn', 'rectifiedOn'],
      explained: true,
    },
    'ask-extension': {
      title: '申请延期',
      from: BEFORE,
      to: 'extension-asked',
      roles: TOWNSHIP,
      explained: true,
    },
    extend: {
      title: '批准延期',
      from: ['extension-asked'],
      roles: COUNTY,
      asks: ['rectifyBy'],
      single: true,
      apart: true,
      explained: true,
    },
    'refuse-extension': { title: '不同意延期', from: ['extension-asked'], roles: COUNTY, explained: true },
    pause: { title: '暂停', from: BEFORE, to: 'paused', roles: COUNTY, explained: true },
    resume: { title: '恢复', from: ['paused'], roles: COUNTY },
  },
};
