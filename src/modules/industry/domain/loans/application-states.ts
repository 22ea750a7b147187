// The road to a loan (registers §7): asked for with the village’s help, the household rated, a limit granted, lent. It ends with the loan of
// the bank’s file, with a refusal that says why, or with a household that no longer wants it.

import type { Role } from '../../../../kernel/operation.ts';
import type { States } from '../../../../kernel/register/states.ts';

const COUNTY = ['county-officer', 'region-officer'] as const satisfies readonly Role[];
const VILLAGE = ['village-worker', 'township-officer', ...COUNTY] as const satisfies readonly Role[];

const OPEN = ['applied', 'rated', 'credited'] as const;

export const APPLICATION_STATES: States = {
  first: 'applied',
  names: {
    ...{ applied: '已申请', rated: '已评级', credited: '已授信', lent: '已放款' },
    ...{ refused: '未通过', withdrawn: '已撤回' },
  },
  reached: [
    ['lent', { filled: 'loanNumber' }],
    ['credited', { filled: 'creditedOn' }],
    ['rated', { filled: 'ratedOn' }],
  ],
  // Whatever was rated or granted before.
  pauses: ['refused', 'withdrawn'],
  ends: ['lent'],
  moves: {
    rate: { title: '评级', from: ['applied'], to: 'rated', roles: COUNTY, day: 'ratedOn', asks: ['rating'] },
    credit: {
      title: '授信',
      from: ['rated'],
      to: 'credited',
      roles: COUNTY,
      day: 'creditedOn',
      asks: ['creditFen'],
      single: true,
    },
    lend: { title: '登记放款', from: ['credited'], to: 'lent', roles: COUNTY, asks: ['loanNumber'], single: true },
    refuse: { title: '未通过', from: OPEN, to: 'refused', roles: COUNTY, explained: true },
    withdraw: { title: '撤回申请', from: OPEN, to: 'withdrawn', roles: VILLAGE, explained: true },
    'apply-again': {
      title: '重新申请',
      from: ['refused', 'withdrawn'],
      to: 'applied',
      roles: VILLAGE,
      clears: ['ratedOn', 'rating', 'creditedOn', 'creditFen'],
      explained: true,
    },
  },
};
