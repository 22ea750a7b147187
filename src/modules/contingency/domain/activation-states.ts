// The road of an activation (registers §3): proposed by the program or by hand, decided by somebody else, responding until every listed household
// has been seen, reviewed.

import type { Role } from '../../../kernel/operation.ts';
import type { States } from '../../../kernel/register/states.ts';

const DECIDES = ['county-officer', 'region-officer'] as const satisfies readonly Role[];

export const ACTIVATION_STATES: States = {
  first: 'proposed',
  names: { proposed: '建议启动', activated: '响应中', declined: '不启动', ended: '已终止', reviewed: '已评估' },
  reached: [
    ['reviewed', { filled: 'reviewedOn' }],
    ['ended', { filled: 'endedOn' }],
    ['activated', { filled: 'activatedOn' }],
  ],
  moves: {
    activate: {
      title: '启动',
      from: ['proposed'],
      to: 'activated',
      roles: DECIDES,
      day: 'activatedOn',
      asks: ['approvedBy'],
      single: true,
      final: true,
      apart: true,
    },
    decline: { title: '不启动', from: ['proposed'], to: 'declined', roles: DECIDES, explained: true, single: true },
    end: {
      title: '终止响应',
      from: ['activated'],
      to: 'ended',
      roles: DECIDES,
      day: 'endedOn',
      explained: true,
      single: true,
    },
    review: {
      title: '评估',
      from: ['ended'],
      to: 'reviewed',
      roles: DECIDES,
      day: 'reviewedOn',
      asks: ['reviewText'],
      offers: ['reviewFile'],
      single: true,
    },
  },
};
