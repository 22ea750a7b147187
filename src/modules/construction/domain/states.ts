// The roads of what is built in villages (registers §16). Who checks is never who did it: a fault goes from the village by the
// township to the county, a toilet is built by one and accepted by another, a work is in place before it runs.

import type { States } from '../../../kernel/register/states.ts';
import { COUNTY, TOWNSHIP, VILLAGE } from './roles.ts';

export const TOILET_STATES: States = {
  first: 'standing',
  names: { standing: '在册', building: '施工', finished: '完工待验收', accepted: '已验收', razed: '已拆除' },
  reached: [
    ['razed', { filled: 'razedOn' }],
    // What was there before is neither built nor accepted, whatever days it has.
    ['standing', { field: 'builtHow', is: ['existing'] }],
    ['accepted', { filled: 'acceptedOn' }],
    ['finished', { filled: 'finishedOn' }],
    ['building', { filled: 'startedOn' }],
  ],
  moves: {
    start: { title: '开工', from: ['standing'], to: 'building', roles: VILLAGE, day: 'startedOn' },
    finish: {
      title: '完工',
      from: ['building'],
      to: 'finished',
      roles: VILLAGE,
      day: 'finishedOn',
      asks: ['toiletKind', 'position'],
    },
    accept: {
      title: '验收',
      from: ['finished'],
      to: 'accepted',
      roles: TOWNSHIP,
      day: 'acceptedOn',
      asks: ['sanitary', 'usableInWinter'],
      offers: ['useState', 'frostProtection'],
      apart: true,
    },
    raze: {
      title: '拆除',
      from: ['standing', 'finished', 'accepted'],
      to: 'razed',
      roles: TOWNSHIP,
      day: 'razedOn',
      sets: { useState: 'razed' },
      explained: true,
    },
  },
};

const CHECKED = ['rectifiedOn', 'townshipAcceptedOn', 'householdAgrees'] as const;

/** What is closed stays closed in its year: a fault that comes again is a new one. */
export const TOILET_ISSUE_STATES: States = {
  first: 'found',
  names: {
    found: '发现',
    confirmed: '乡镇确认',
    fixing: '整改中',
    rectified: '整改完成',
    accepted: '乡镇验收',
    closed: '旗县验收销号',
  },
  reached: [
    ['closed', { filled: 'countyAcceptedOn' }],
    ['accepted', { filled: 'townshipAcceptedOn' }],
    ['rectified', { filled: 'rectifiedOn' }],
    ['fixing', { filled: 'rectifyBy' }],
  ],
  moves: {
    confirm: { title: '乡镇确认', from: ['found'], to: 'confirmed', roles: TOWNSHIP, apart: true },
    start: {
      title: '限定整改',
      from: ['confirmed'],
      to: 'fixing',
      roles: TOWNSHIP,
      asks: ['rectifiedHow', 'rectifyBy'],
      needs: [{ field: 'responsible' }],
    },
    rectify: {
      title: '整改完成',
      from: ['confirmed', 'fixing'],
      to: 'rectified',
      roles: VILLAGE,
      day: 'rectifiedOn',
      needs: [{ field: 'rectifiedHow' }],
    },
    accept: {
      title: '乡镇验收',
      from: ['rectified'],
      to: 'accepted',
      roles: TOWNSHIP,
      day: 'townshipAcceptedOn',
      asks: ['householdAgrees'],
      apart: true,
    },
    close: {
      title: '旗县验收销号',
      from: ['accepted'],
      to: 'closed',
      roles: COUNTY,
      day: 'countyAcceptedOn',
      apart: true,
    },
    return: {
      title: '退回整改',
      from: ['rectified', 'accepted'],
      to: 'fixing',
      roles: TOWNSHIP,
      asks: ['rectifyBy'],
      clears: CHECKED,
      explained: true,
    },
  },
};

/** Planned and done are two things: what is built without a plan is in place as well. */
export const VILLAGE_WORK_STATES: States = {
  first: 'entered',
  names: {
    entered: '登记',
    planned: '列入计划',
    building: '建设中',
    built: '建成待验收',
    running: '正常运行',
    abnormal: '运行不正常',
    ended: '停用',
  },
  reached: [
    ['ended', { filled: 'endedOn' }],
    ['abnormal', { field: 'operation', is: ['abnormal'] }],
    ['running', { field: 'operation', is: ['normal'] }],
    ['built', { filled: 'builtOn' }],
    ['planned', { filled: 'plannedOn' }],
  ],
  pauses: ['building'],
  ends: ['ended', 'abnormal', 'running', 'built'],
  moves: {
    plan: {
      title: '列入计划',
      from: ['entered'],
      to: 'planned',
      roles: COUNTY,
      day: 'plannedOn',
      asks: ['planYear'],
    },
    build: { title: '开始建设', from: ['planned'], to: 'building', roles: TOWNSHIP },
    finish: {
      title: '建成',
      from: ['planned', 'building', 'entered'],
      to: 'built',
      roles: TOWNSHIP,
      day: 'builtOn',
      asks: ['handledHow', 'householdsCovered'],
      offers: ['hamletsCovered', 'cleaners', 'yearlyFundFen'],
    },
    accept: {
      title: '验收投入运行',
      from: ['built'],
      to: 'running',
      roles: COUNTY,
      sets: { operation: 'normal' },
      // A system in place is somebody who cleans, something that carries away and money for both (registers §16, unverified).
      needs: [
        { field: 'handledHow' },
        { field: 'cleaners', when: { field: 'matter', is: ['garbage'] } },
        { field: 'yearlyFundFen', when: { field: 'matter', is: ['garbage', 'sewage'] } },
      ],
      apart: true,
    },
    fault: {
      title: '登记运行不正常',
      from: ['running'],
      to: 'abnormal',
      roles: TOWNSHIP,
      sets: { operation: 'abnormal' },
      explained: true,
    },
    mend: {
      title: '恢复运行',
      from: ['abnormal'],
      to: 'running',
      roles: TOWNSHIP,
      sets: { operation: 'normal' },
      explained: true,
    },
    end: {
      title: '停用',
      from: ['built', 'running', 'abnormal'],
      to: 'ended',
      roles: COUNTY,
      day: 'endedOn',
      explained: true,
    },
  },
};
