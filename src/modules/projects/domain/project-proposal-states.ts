// The road of a proposal: the village proposes after its meeting and notice, the township reviews, the county approves and takes it into
// the library (registers §5). Each level may send it back, none changes what the level below wrote (§0.3 G7).

import type { Role } from '../../../kernel/operation.ts';
import type { States } from '../../../kernel/register/states.ts';

const VILLAGE = ['village-worker', 'township-officer'] as const satisfies readonly Role[];
const TOWNSHIP = ['township-officer'] as const satisfies readonly Role[];
const COUNTY = ['county-officer', 'region-officer'] as const satisfies readonly Role[];

export const PROPOSAL_STATES: States = {
  first: 'draft',
  names: {
    draft: '起草',
    proposed: '村已申报',
    'township-reviewed': '乡已审核',
    'county-approved': '县已审定',
    'in-library': '已入库',
    returned: '已退回',
  },
  reached: [
    ['in-library', { filled: 'enteredOn' }],
    ['county-approved', { filled: 'approvedOn' }],
    ['township-reviewed', { filled: 'reviewedOn' }],
    ['proposed', { filled: 'proposedOn' }],
  ],
  open: ['draft', 'returned'],
  moves: {
    propose: {
      title: '申报',
      from: ['draft', 'returned'],
      to: 'proposed',
      roles: VILLAGE,
      day: 'proposedOn',
      needs: [
        { field: 'constructionContent' },
        { field: 'plannedTotalFen' },
        { field: 'plannedHouseholds' },
        { field: 'plannedPersons' },
        { field: 'performanceGoal' },
        { field: 'linkageWays', when: { field: 'projectKind', is: ['industry'] } },
        { field: 'subsidyStandard', when: { field: 'constructionNature', is: ['subsidy'] } },
        { field: 'meetingOn' },
        { field: 'noticeFrom' },
        { field: 'noticeUntil' },
      ],
    },
    review: {
      title: '乡审核',
      from: ['proposed'],
      to: 'township-reviewed',
      roles: TOWNSHIP,
      day: 'reviewedOn',
      asks: ['townshipNoticeFrom', 'townshipNoticeUntil'],
      apart: true,
    },
    'send-back': {
      title: '退回嘎查村',
      from: ['proposed'],
      to: 'returned',
      roles: TOWNSHIP,
      clears: ['proposedOn'],
      explained: true,
    },
    approve: {
      title: '县审定',
      from: ['township-reviewed'],
      to: 'county-approved',
      roles: COUNTY,
      day: 'approvedOn',
      asks: ['countyNoticeFrom', 'countyNoticeUntil'],
      apart: true,
    },
    enter: {
      title: '入库',
      from: ['county-approved'],
      to: 'in-library',
      roles: COUNTY,
      day: 'enteredOn',
      fills: ['projectNumber'],
      final: true,
    },
    return: {
      title: '退回',
      from: ['township-reviewed', 'county-approved'],
      to: 'returned',
      roles: COUNTY,
      clears: [
        'proposedOn',
        'reviewedOn',
        'townshipNoticeFrom',
        'townshipNoticeUntil',
        'approvedOn',
        'countyNoticeFrom',
        'countyNoticeUntil',
      ],
      explained: true,
    },
  },
};
