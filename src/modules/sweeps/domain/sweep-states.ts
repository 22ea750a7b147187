// The road of a round (registers §1): drafted, issued with its lists, rechecked once all townships have confirmed, closed by whoever issued it.

import type { Role } from '../../../kernel/operation.ts';
import type { States } from '../../../kernel/register/states.ts';

const DECIDES = ['county-officer', 'region-officer'] as const satisfies readonly Role[];

export const SWEEP_STATES: States = {
  first: 'draft',
  names: { draft: '草稿', issued: '已下发', rechecking: '复核中', closed: '已关闭' },
  reached: [
    ['closed', { filled: 'closedOn' }],
    ['rechecking', { filled: 'recheckedFrom' }],
    ['issued', { filled: 'issuedOn' }],
  ],
  kept: ['startsOn', 'endsOn'],
  moves: {
    issue: { title: '下发', from: ['draft'], to: 'issued', roles: DECIDES, day: 'issuedOn', single: true, final: true },
    recheck: {
      title: '转入复核',
      from: ['issued'],
      to: 'rechecking',
      roles: DECIDES,
      day: 'recheckedFrom',
      single: true,
    },
    close: { title: '关闭', from: ['rechecking'], to: 'closed', roles: DECIDES, day: 'closedOn', single: true },
  },
};
