// Where a policy and a claim stand (registers §20). A policy goes by its days alone; a claim is in the register once it was paid, and is
// asked after then: whether the household got it, and whether it was due.

import type { Role } from '../../../kernel/operation.ts';
import type { States } from '../../../kernel/register/states.ts';

const COUNTY = ['county-officer', 'region-officer'] as const satisfies readonly Role[];
const VILLAGE = ['village-worker', 'township-officer', ...COUNTY] as const satisfies readonly Role[];

export const POLICY_STATES: States = {
  first: 'signed',
  names: { signed: '未起保', 'in-force': '保障中', ended: '已到期' },
  reached: [
    ['ended', { over: 'coverThrough' }],
    ['in-force', { come: 'coverFrom' }],
  ],
  moves: {},
};

export const CLAIM_STATES: States = {
  first: 'paid',
  names: { paid: '已赔付', confirmed: '已回访', reclaimed: '已追回' },
  reached: [],
  moves: {
    confirm: { title: '登记回访', from: ['paid'], to: 'confirmed', roles: VILLAGE, explained: true },
    reclaim: {
      title: '登记追回',
      from: ['paid', 'confirmed'],
      to: 'reclaimed',
      roles: COUNTY,
      apart: true,
      explained: true,
    },
  },
};
