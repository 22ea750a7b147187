// The roads of what comes before and beside a job (registers §8): a wish until somebody works, a public post from asking for it until
// leaving it, a course or school until it led somewhere.

import type { Role } from '../../../kernel/operation.ts';
import type { States } from '../../../kernel/register/states.ts';
import { CONFIRMING } from './spell-states.ts';

const TOWNSHIP = ['township-officer', 'county-officer', 'region-officer'] as const satisfies readonly Role[];

export const WISH_STATES: States = {
  first: 'waiting',
  names: { waiting: '待对接', offered: '已推荐', working: '已上岗', declined: '不再求职' },
  reached: [
    ['working', { filled: 'spellNumber' }],
    ['offered', { filled: 'offeredOn' }],
  ],
  pauses: ['declined'],
  ends: ['working'],
  moves: {
    offer: {
      title: '推荐岗位',
      from: ['waiting', 'offered'],
      to: 'offered',
      roles: CONFIRMING,
      day: 'offeredOn',
      asks: ['offer'],
    },
    work: {
      title: '登记上岗',
      from: ['waiting', 'offered'],
      to: 'working',
      roles: CONFIRMING,
      asks: ['spellNumber'],
      single: true,
    },
    decline: {
      title: '不再求职',
      from: ['waiting', 'offered'],
      to: 'declined',
      roles: CONFIRMING,
      explained: true,
    },
    'ask-again': {
      title: '重新求职',
      from: ['declined'],
      to: 'waiting',
      roles: CONFIRMING,
      clears: ['offeredOn', 'offer'],
      explained: true,
    },
  },
};

/** Looked at by the village every month and by the township twice a year: the day and what was said are those of the move. */
export const HOLDER_STATES: States = {
  first: 'applied',
  names: {
    ...{ applied: '已报名', approved: '已审定', agreed: '已签协议', serving: '在岗' },
    ...{ refused: '未聘用', left: '已退出' },
  },
  reached: [
    ['left', { filled: 'leftOn' }],
    ['serving', { come: 'startedOn' }],
    ['agreed', { filled: 'signedOn' }],
    ['approved', { filled: 'approvedOn' }],
  ],
  pauses: ['refused'],
  ends: ['left'],
  moves: {
    approve: {
      title: '苏木乡镇审定',
      from: ['applied'],
      to: 'approved',
      roles: TOWNSHIP,
      day: 'approvedOn',
      apart: true,
    },
    refuse: { title: '不予聘用', from: ['applied', 'approved'], to: 'refused', roles: TOWNSHIP, explained: true },
    sign: {
      title: '签订协议',
      from: ['approved'],
      to: 'agreed',
      roles: CONFIRMING,
      day: 'signedOn',
      asks: ['agreedUntil'],
    },
    start: {
      title: '上岗',
      from: ['agreed'],
      to: 'serving',
      roles: CONFIRMING,
      day: 'startedOn',
      offers: ['spellNumber'],
    },
    assess: { title: '考核', from: ['serving'], roles: CONFIRMING, asks: ['assessment'], explained: true },
    renew: { title: '续签协议', from: ['serving'], roles: TOWNSHIP, asks: ['agreedUntil'] },
    leave: {
      title: '退出岗位',
      from: ['agreed', 'serving'],
      to: 'left',
      roles: CONFIRMING,
      day: 'leftOn',
      asks: ['exitReason'],
    },
  },
};

/** 雨露计划 and courses: grants of a term are rows of 到户到人发放; who has not found work is helped until a way is told. */
export const TRAINING_STATES: States = {
  first: 'studying',
  names: {
    ...{ studying: '在读在训', finished: '已结业', helping: '帮扶就业中', waiting: '待业', placed: '已有去向' },
  },
  reached: [
    ['placed', { field: 'destination', is: ['employed', 'studying', 'army', 'business', 'unwilling'] }],
    ['placed', { filled: 'employedOn' }],
    ['waiting', { field: 'destination', is: ['seeking'] }],
    ['finished', { over: 'endedOn' }],
  ],
  pauses: ['helping'],
  ends: ['placed'],
  moves: {
    visit: { title: '毕业结业回访', from: ['finished'], roles: CONFIRMING, asks: ['destination'] },
    help: { title: '登记就业帮扶', from: ['finished', 'waiting'], to: 'helping', roles: CONFIRMING, explained: true },
    place: {
      title: '登记就业',
      from: ['finished', 'waiting', 'helping'],
      to: 'placed',
      roles: CONFIRMING,
      day: 'employedOn',
      asks: ['destination'],
    },
  },
};
