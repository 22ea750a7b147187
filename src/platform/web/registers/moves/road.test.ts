import { expect, it } from 'vitest';
import type { States } from '../../../../kernel/register/states.ts';
import { roadOf } from './road.ts';

const roles = ['county-officer'] as const;
const STATES: States = {
  first: 'entered',
  names: { entered: '录入', claimed: '认领', planned: '方案', paused: '暂停', returned: '退回' },
  reached: [],
  pauses: ['paused'],
  moves: {
    claim: { title: '认领', from: ['entered'], to: 'claimed', roles },
    plan: { title: '报方案', from: ['claimed'], to: 'planned', roles },
    'return-plan': { title: '退回方案', from: ['planned'], to: 'claimed', roles, explained: true },
    return: { title: '退回', from: ['planned'], to: 'returned', roles, explained: true },
    pause: { title: '暂停', from: ['claimed'], to: 'paused', roles, explained: true },
  },
};

it('shows a step that something may also be sent back to, and what stops a row only while it is there', () => {
  expect(roadOf(STATES, 'planned')).toEqual(['entered', 'claimed', 'planned']);
  expect(roadOf(STATES, 'paused')).toEqual(['entered', 'claimed', 'planned', 'paused']);
  expect(roadOf(STATES, 'returned')).toEqual(['entered', 'claimed', 'planned', 'returned']);
});
