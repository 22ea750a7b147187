// The roads of what came through the cooperation (registers §11). The county says that a firm landed or put money in; the league says
// that it did.

import type { Role } from '../../../../kernel/operation.ts';
import type { States } from '../../../../kernel/register/states.ts';

const COUNTY = ['county-officer', 'region-officer'] as const satisfies readonly Role[];
const ABOVE = ['region-officer'] as const satisfies readonly Role[];

export const ENTERPRISE_STATES: States = {
  first: 'contacted',
  names: { contacted: '洽谈', agreed: '签约', landed: '落地', left: '退出' },
  reached: [
    ['left', { come: 'leftOn' }],
    ['landed', { come: 'landedOn' }],
    ['agreed', { come: 'signedOn' }],
  ],
  moves: {
    sign: {
      title: '签约',
      from: ['contacted'],
      to: 'agreed',
      roles: COUNTY,
      day: 'signedOn',
      offers: ['agreedInvestmentFen'],
      single: true,
    },
    land: {
      title: '确认落地',
      from: ['contacted', 'agreed'],
      to: 'landed',
      roles: ABOVE,
      day: 'landedOn',
      apart: true,
    },
    leave: { title: '退出', from: ['agreed', 'landed'], to: 'left', roles: COUNTY, day: 'leftOn', explained: true },
  },
};

export const INVESTMENT_STATES: States = {
  first: 'agreed',
  names: { agreed: '协议', 'paid-in': '到位' },
  reached: [['paid-in', { come: 'paidInOn' }]],
  moves: {
    'pay-in': {
      ...{ title: '确认到位', from: ['agreed'], to: 'paid-in', roles: ABOVE, day: 'paidInOn' },
      ...{ asks: ['paidInEvidence'], single: true, apart: true },
    },
  },
};

export const PARK_STATES: States = {
  first: 'planned',
  names: { planned: '筹建', running: '运行', closed: '退出' },
  reached: [
    ['closed', { come: 'leftOn' }],
    ['running', { come: 'openedOn' }],
  ],
  moves: {
    close: { title: '退出', from: ['running'], to: 'closed', roles: ABOVE, day: 'leftOn', explained: true },
  },
};

/** A school or hospital with its partner, somebody sent: from a day on until it ends. */
export const SPELL_STATES: States = {
  first: 'agreed',
  names: { agreed: '商定', active: '在期', ended: '结束' },
  reached: [
    ['ended', { come: 'endedOn' }],
    ['active', { come: 'startedOn' }],
  ],
  moves: {
    end: { title: '结束', from: ['active'], to: 'ended', roles: COUNTY, day: 'endedOn', explained: true },
  },
};

export const DEMO_VILLAGE_STATES: States = {
  first: 'approved',
  names: { approved: '批准', accepted: '验收' },
  reached: [['accepted', { come: 'acceptedOn' }]],
  moves: {
    accept: { title: '验收', from: ['approved'], to: 'accepted', roles: COUNTY, day: 'acceptedOn', apart: true },
  },
};

/** Checked in autumn by somebody above who did not write it down. */
export const AGREEMENT_STATES: States = {
  first: 'agreed',
  names: { agreed: '已约定', checked: '已核查' },
  reached: [['checked', { filled: 'checkedOn' }]],
  moves: {
    check: {
      title: '核查完成情况',
      from: ['agreed'],
      to: 'checked',
      roles: ABOVE,
      day: 'checkedOn',
      asks: ['checkResult'],
      apart: true,
    },
    reopen: {
      title: '撤回核查',
      from: ['checked'],
      to: 'agreed',
      roles: ABOVE,
      clears: ['checkedOn', 'checkResult'],
      explained: true,
    },
  },
};

export const COOPERATION_REPORT_STATES: States = {
  first: 'draft',
  names: { draft: '起草', sent: '已报送', answered: '已回复' },
  reached: [
    ['answered', { filled: 'answeredOn' }],
    ['sent', { filled: 'sentOn' }],
  ],
  moves: {
    send: { title: '报送北京', from: ['draft'], to: 'sent', roles: COUNTY, day: 'sentOn', asks: ['receiver'] },
    answer: { title: '登记回复', from: ['sent'], to: 'answered', roles: COUNTY, day: 'answeredOn', asks: ['answer'] },
    'send-back': { title: '撤回重报', from: ['sent'], to: 'draft', roles: COUNTY, clears: ['sentOn'], explained: true },
  },
};

/** Posted by the region, assessed by the county every year, replaced or at an end (registers §9). */
export const SPECIALIST_STATES: States = {
  first: 'proposed',
  names: { proposed: '拟派', serving: '在岗', assessed: '已考核', unfit: '考核不合格', ended: '已结束' },
  reached: [
    ['ended', { come: 'endedOn' }],
    ['serving', { come: 'postedOn' }],
  ],
  pauses: ['assessed', 'unfit'],
  ends: ['ended'],
  moves: {
    assess: {
      title: '年度考核合格',
      from: ['serving', 'assessed', 'unfit'],
      to: 'assessed',
      roles: COUNTY,
      explained: true,
    },
    fail: { title: '考核不合格', from: ['serving', 'assessed'], to: 'unfit', roles: COUNTY, explained: true },
    end: {
      title: '结束或更换',
      from: ['serving', 'assessed', 'unfit'],
      to: 'ended',
      roles: ABOVE,
      day: 'endedOn',
      explained: true,
    },
  },
};
