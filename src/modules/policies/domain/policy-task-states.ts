// The road of a task (registers §13): assigned by the office, accepted and done by the unit in the lead, verified one level up. What is late is no
// state: it follows from the day that is asked about.

import type { Role } from '../../../kernel/operation.ts';
import type { States } from '../../../kernel/register/states.ts';

export const TASK_MOVERS = ['county-officer', 'region-officer'] as const satisfies readonly Role[];
const LEAD = ['township-officer', ...TASK_MOVERS] as const satisfies readonly Role[];

export const POLICY_TASK_STATES: States = {
  first: 'assigned',
  names: { assigned: '已分派', accepted: '已承接', done: '已完成', verified: '已核验', cancelled: '已取消' },
  reached: [
    ['cancelled', { field: 'progress', is: ['cancelled'] }],
    ['done', { filled: 'completedOn' }],
  ],
  // Done by its own day, a task stays verified by the move alone.
  pauses: ['verified'],
  ends: ['cancelled'],
  moves: {
    accept: { title: '承接', from: ['assigned'], to: 'accepted', roles: LEAD },
    finish: {
      title: '完成',
      from: ['assigned', 'accepted'],
      to: 'done',
      roles: LEAD,
      day: 'completedOn',
      sets: { progress: 'done' },
    },
    verify: { title: '核验', from: ['done'], to: 'verified', roles: TASK_MOVERS, apart: true },
    reopen: {
      title: '退回继续办理',
      from: ['done', 'verified'],
      to: 'accepted',
      roles: TASK_MOVERS,
      sets: { progress: 'under-way' },
      clears: ['completedOn'],
      explained: true,
    },
    cancel: {
      title: '取消',
      from: ['assigned', 'accepted'],
      to: 'cancelled',
      roles: TASK_MOVERS,
      sets: { progress: 'cancelled' },
      explained: true,
    },
  },
};
