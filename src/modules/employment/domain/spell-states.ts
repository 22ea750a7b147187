// A job stands until somebody leaves it (registers §8). That it was confirmed in a month is no state of the job: the confirmations tell
// it month by month. Planned work is another list, kept with the wishes: a row here has begun.

import type { Role } from '../../../kernel/operation.ts';
import type { States } from '../../../kernel/register/states.ts';

/** Villages confirm and end jobs; those above them check spots and may put right. */
export const CONFIRMING = [
  'village-worker',
  'township-officer',
  'county-officer',
  'region-officer',
] as const satisfies readonly Role[];

export const SPELL_STATES: States = {
  first: 'working',
  names: { working: '在岗', left: '已离岗' },
  reached: [['left', { filled: 'leftOn' }]],
  moves: {
    leave: {
      title: '登记离岗',
      from: ['working'],
      to: 'left',
      roles: CONFIRMING,
      day: 'leftOn',
      asks: ['leavingReason'],
    },
    return: {
      title: '恢复在岗',
      from: ['left'],
      roles: CONFIRMING,
      clears: ['leftOn', 'leavingReason'],
      explained: true,
    },
    // Who lost a job is visited; the visit is known by this, and the term is met.
    visit: { title: '登记走访', from: ['left'], roles: CONFIRMING, explained: true },
  },
};
