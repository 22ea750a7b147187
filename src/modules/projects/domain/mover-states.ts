// The road of a household to its site (registers §10): assigned a flat, moved in, settled once the county has seen it, moved out. The row
// tells the days; that somebody called because nobody works is told by a move.

import type { Role } from '../../../kernel/operation.ts';
import type { States } from '../../../kernel/register/states.ts';

const COUNTY = ['county-officer', 'region-officer'] as const satisfies readonly Role[];
const VILLAGE = ['village-worker', 'township-officer', ...COUNTY] as const satisfies readonly Role[];

const LIVING = ['moved-in', 'settled'] as const;

export const MOVER_STATES: States = {
  first: 'assigned',
  names: { assigned: '已分配', 'moved-in': '已入住', settled: '已稳定', 'moved-out': '已迁出' },
  reached: [
    ['moved-out', { come: 'movedOutOn' }],
    ['moved-in', { come: 'movedInOn' }],
  ],
  pauses: ['settled'],
  ends: ['moved-out'],
  moves: {
    settle: {
      title: '确认稳定',
      from: ['moved-in'],
      to: 'settled',
      roles: COUNTY,
      needs: [{ field: 'followUpMeasures' }],
      apart: true,
    },
    'move-out': {
      title: '登记迁出',
      from: [...LIVING],
      to: 'moved-out',
      roles: ['township-officer', ...COUNTY],
      day: 'movedOutOn',
      explained: true,
    },
    // Nobody of the household works: the visit is known by this, and the term is met. It is not settled then until the county says so anew.
    visit: { title: '登记零就业走访', from: [...LIVING], roles: VILLAGE, explained: true },
    clue: { title: '登记线索', from: [...LIVING], roles: VILLAGE, explained: true },
  },
};
