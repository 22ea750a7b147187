// The road of a notice: drafted, hung out, its days over, ended. An objection holds it wherever it stands until somebody says how it was
// settled; what was right in it takes the notice down, and the corrected list hangs anew.

import { OFFICERS, type Role } from '../../../kernel/operation.ts';
import type { States } from '../../../kernel/register/states.ts';

const KEEPERS = ['village-worker', ...OFFICERS] as const satisfies readonly Role[];

export const NOTICE_STATES: States = {
  first: 'draft',
  names: {
    draft: '起草',
    posted: '公示中',
    objected: '有异议',
    over: '期满',
    ended: '结束',
    'taken-down': '撤下',
  },
  reached: [
    ['taken-down', { filled: 'takenDownOn' }],
    ['ended', { filled: 'endedOn' }],
    ['over', { over: 'postedUntil' }],
    ['posted', { filled: 'postedOn' }],
  ],
  pauses: ['objected'],
  ends: ['taken-down', 'ended'],
  open: ['draft'],
  moves: {
    post: {
      title: '张贴',
      from: ['draft'],
      to: 'posted',
      roles: KEEPERS,
      day: 'postedOn',
      asks: ['postedAt', 'phone'],
      fills: ['postedUntil', 'heldDays'],
      single: true,
      // What hung is frozen: a mistake is taken down, with the reason.
      final: true,
    },
    object: {
      title: '登记异议',
      from: ['posted', 'over', 'objected'],
      to: 'objected',
      roles: KEEPERS,
      explained: true,
    },
    settle: {
      title: '异议不成立',
      from: ['objected'],
      roles: KEEPERS,
      explained: true,
    },
    uphold: {
      title: '异议成立并撤下',
      from: ['objected'],
      to: 'taken-down',
      roles: KEEPERS,
      day: 'takenDownOn',
      explained: true,
    },
    end: { title: '期满无异议', from: ['over'], to: 'ended', roles: KEEPERS, day: 'endedOn' },
    'take-down': {
      title: '撤下',
      from: ['posted', 'over'],
      to: 'taken-down',
      roles: KEEPERS,
      day: 'takenDownOn',
      explained: true,
    },
  },
};
