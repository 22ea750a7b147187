// The road of a contract: signed by both, witnessed by the township, over (registers §7). Whether it was kept is told year by year, by
// what was paid and what the village found, and is no state of the contract.

import type { Role } from '../../../kernel/operation.ts';
import type { States } from '../../../kernel/register/states.ts';

const ABOVE = ['township-officer', 'county-officer', 'region-officer'] as const satisfies readonly Role[];

export const LINKAGE_CONTRACT_STATES: States = {
  first: 'signed',
  names: { signed: '已签订', performing: '履行中', ended: '已终止' },
  reached: [
    ['ended', { filled: 'dissolvedOn' }],
    ['ended', { over: 'through' }],
  ],
  moves: {
    witness: { title: '见证确认', from: ['signed'], to: 'performing', roles: ABOVE, apart: true },
    dissolve: {
      title: '解除协议',
      from: ['signed', 'performing'],
      to: 'ended',
      roles: ABOVE,
      day: 'dissolvedOn',
      explained: true,
    },
  },
};
