// The roads of what a key county has (registers §9): its plan is approved above it, what was done for it is confirmed by itself, teams are
// assessed once a year.

import type { Role } from '../../../kernel/operation.ts';
import type { States } from '../../../kernel/register/states.ts';

const COUNTY = ['county-officer', 'region-officer'] as const satisfies readonly Role[];
const ABOVE = ['region-officer'] as const satisfies readonly Role[];

export const PLAN_STATES: States = {
  first: 'draft',
  names: { draft: '草案', approved: '已批准' },
  reached: [['approved', { come: 'approvedOn' }]],
  moves: {
    approve: {
      ...{ title: '批准', from: ['draft'], to: 'approved', roles: ABOVE, day: 'approvedOn' },
      ...{ asks: ['documentNo'], single: true, apart: true },
    },
  },
};

export const REPORT_STATES: States = {
  first: 'reported',
  names: { reported: '已报', returned: '退回', checked: '已核查' },
  reached: [['checked', { filled: 'checkedOn' }]],
  moves: {
    check: { title: '核查', from: ['reported'], to: 'checked', roles: ABOVE, day: 'checkedOn', apart: true },
    'send-back': { title: '退回', from: ['reported'], to: 'returned', roles: ABOVE, explained: true },
    'hand-in': { title: '重报', from: ['returned'], to: 'reported', roles: COUNTY },
  },
};

export const FAVOUR_STATES: States = {
  first: 'reported',
  names: { reported: '已报', returned: '退回', confirmed: '旗县确认' },
  reached: [['confirmed', { filled: 'confirmedOn' }]],
  moves: {
    confirm: { title: '旗县确认', from: ['reported'], to: 'confirmed', roles: COUNTY, day: 'confirmedOn', apart: true },
    'send-back': { title: '退回', from: ['reported'], to: 'returned', roles: COUNTY, explained: true },
    resubmit: { title: '重新上报', from: ['returned'], to: 'reported', roles: COUNTY },
  },
};

/** Assessed every year: the day and the opinion are those of the move. */
export const TEAM_STATES: States = {
  first: 'agreed',
  names: { agreed: '筹组', serving: '在期', assessed: '已考核', ended: '期满' },
  reached: [
    ['ended', { come: 'endedOn' }],
    ['serving', { come: 'formedOn' }],
  ],
  pauses: ['assessed'],
  ends: ['ended'],
  moves: {
    assess: { title: '年度考核', from: ['serving', 'assessed'], to: 'assessed', roles: COUNTY, explained: true },
    end: {
      title: '期满',
      from: ['serving', 'assessed'],
      to: 'ended',
      roles: ABOVE,
      day: 'endedOn',
      explained: true,
    },
  },
};
