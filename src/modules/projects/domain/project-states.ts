// The road of a project from the library to the owner of what it made (registers §5). Proposal and review come before there is a
// project: they are those of the proposals. Whether money was given is told by the allocations, not by a state.

import type { Role } from '../../../kernel/operation.ts';
import type { States } from '../../../kernel/register/states.ts';

const COUNTY = ['county-officer', 'region-officer'] as const satisfies readonly Role[];

export const PROJECT_STATES: States = {
  first: 'in-library',
  names: {
    'in-library': '入库',
    'annual-plan': '年度计划',
    started: '开工',
    finished: '完工',
    accepted: '验收',
    settled: '决（结）算',
    'handed-over': '移交',
    suspended: '暂停',
    removed: '出库',
  },
  reached: [
    ['removed', { filled: 'removedOn' }],
    ['handed-over', { filled: 'handedOverOn' }],
    ['settled', { filled: 'finalAccountOn' }],
    ['accepted', { filled: 'acceptedOn' }],
    ['finished', { filled: 'finishedOn' }],
    ['started', { filled: 'startedOn' }],
    ['annual-plan', { filled: 'plannedOn' }],
  ],
  pauses: ['suspended'],
  moves: {
    plan: {
      title: '列入年度计划',
      from: ['in-library'],
      to: 'annual-plan',
      roles: COUNTY,
      day: 'plannedOn',
      asks: ['planYear'],
      needs: [
        { field: 'plannedTotalFen' },
        { field: 'performanceGoal' },
        { field: 'linkageWays', when: { field: 'projectKind', is: ['industry'] } },
        { field: 'plannedHouseholds' },
      ],
    },
    start: {
      title: '开工',
      from: ['annual-plan'],
      to: 'started',
      roles: COUNTY,
      day: 'startedOn',
      needs: [{ field: 'implementer' }],
    },
    finish: { title: '完工', from: ['started'], to: 'finished', roles: COUNTY, day: 'finishedOn' },
    accept: { title: '验收', from: ['finished'], to: 'accepted', roles: COUNTY, day: 'acceptedOn', apart: true },
    settle: {
      title: '决（结）算',
      from: ['accepted'],
      to: 'settled',
      roles: COUNTY,
      day: 'finalAccountOn',
      asks: ['finalAmountFen'],
      single: true,
    },
    'hand-over': {
      title: '移交',
      from: ['settled'],
      to: 'handed-over',
      roles: COUNTY,
      day: 'handedOverOn',
      needs: [{ field: 'formsAsset' }],
    },
    suspend: {
      title: '暂停',
      from: ['in-library', 'annual-plan', 'started'],
      to: 'suspended',
      roles: COUNTY,
      explained: true,
    },
    resume: { title: '恢复', from: ['suspended'], roles: COUNTY },
    remove: {
      title: '出库',
      from: ['in-library', 'annual-plan', 'suspended'],
      to: 'removed',
      roles: COUNTY,
      day: 'removedOn',
      explained: true,
    },
  },
};
