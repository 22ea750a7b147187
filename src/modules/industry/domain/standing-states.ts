// The roads of what a county recognises (registers §7): workshops, titles, products. Whether a workshop ran is told by its monthly reports and
// is no state of it.

import type { Role } from '../../../kernel/operation.ts';
import type { States } from '../../../kernel/register/states.ts';

const COUNTY = ['county-officer', 'region-officer'] as const satisfies readonly Role[];
const ABOVE = ['township-officer', ...COUNTY] as const satisfies readonly Role[];

export const WORKSHOP_STATES: States = {
  first: 'opened',
  names: { opened: '已开办', certified: '已认定', closed: '已关闭' },
  reached: [
    ['closed', { filled: 'closedOn' }],
    ['certified', { filled: 'recognisedOn' }],
  ],
  moves: {
    certify: {
      title: '认定',
      from: ['opened'],
      to: 'certified',
      roles: COUNTY,
      day: 'recognisedOn',
      asks: ['recognitionDocumentNo'],
      apart: true,
    },
    close: {
      title: '登记关闭',
      from: ['opened', 'certified'],
      to: 'closed',
      roles: ABOVE,
      day: 'closedOn',
      explained: true,
    },
  },
};

export const RECOGNITION_STATES: States = {
  first: 'recognised',
  names: { recognised: '有效', lapsed: '已到期', cancelled: '已取消' },
  reached: [
    ['cancelled', { filled: 'cancelledOn' }],
    ['lapsed', { over: 'validThrough' }],
  ],
  moves: {
    // What was found is said in words; a warning is one of them.
    monitor: { title: '登记监测', from: ['recognised'], roles: COUNTY, day: 'monitoredOn', explained: true },
    cancel: {
      title: '取消称号',
      from: ['recognised'],
      to: 'cancelled',
      roles: COUNTY,
      day: 'cancelledOn',
      explained: true,
      apart: true,
    },
  },
};

export const PRODUCT_STATES: States = {
  first: 'listed',
  names: { listed: '在目录', lapsed: '已到期', cancelled: '已取消' },
  reached: [
    ['cancelled', { filled: 'cancelledOn' }],
    ['lapsed', { over: 'validThrough' }],
  ],
  moves: {
    renew: { title: '续期', from: ['listed', 'lapsed'], roles: COUNTY, asks: ['validThrough'] },
    cancel: {
      title: '移出目录',
      from: ['listed', 'lapsed'],
      to: 'cancelled',
      roles: COUNTY,
      day: 'cancelledOn',
      explained: true,
    },
  },
};
