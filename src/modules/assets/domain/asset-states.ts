// The road of an asset from its registration to its end (registers §6). A thing that belongs to a household has a short one: it is
// registered, used and ended with a reason; that it is neither handed over nor disposed of, guards say. Files say more than moves: a
// thing may be in use before its title is confirmed, so both can still be made up for.

import type { Role } from '../../../kernel/operation.ts';
import type { States } from '../../../kernel/register/states.ts';

const COUNTY = ['county-officer', 'region-officer'] as const satisfies readonly Role[];
const TOWNSHIP = ['township-officer', ...COUNTY] as const satisfies readonly Role[];
/** Villages propose; where a township keeps the register for them, it does. */
const VILLAGE = ['village-worker', ...TOWNSHIP] as const satisfies readonly Role[];

const STANDING = ['registered', 'confirmed', 'handed-over', 'in-use', 'idle'] as const;

/** How a thing leaves; reviving it is a treatment after which it stands. */
export const DISPOSED_WAYS = ['sold', 'transferred', 'scrapped', 'written-off'] as const;

export const ASSET_STATES: States = {
  first: 'registered',
  names: {
    registered: '登记',
    confirmed: '确权',
    'handed-over': '移交',
    'in-use': '在用',
    idle: '闲置',
    'disposal-proposed': '提出处置',
    'disposal-reviewed': '苏木乡镇同意处置',
    disposed: '已处置',
    ended: '已注销',
  },
  reached: [
    ['ended', { filled: 'cancelledOn' }],
    ['disposed', { field: 'disposedHow', is: DISPOSED_WAYS }],
    ['idle', { field: 'assetCondition', is: ['idle'] }],
    ['in-use', { filled: 'inUseFrom' }],
  ],
  pauses: ['disposal-proposed', 'disposal-reviewed'],
  ends: ['ended', 'disposed'],
  moves: {
    confirm: {
      title: '确权',
      from: ['registered', 'in-use', 'idle'],
      to: 'confirmed',
      roles: COUNTY,
    },
    'hand-over': {
      title: '移交',
      from: ['confirmed', 'in-use', 'idle'],
      to: 'handed-over',
      roles: COUNTY,
      needs: [{ field: 'upkeepUnit' }],
    },
    'put-in-use': {
      title: '投入使用',
      from: ['registered', 'confirmed', 'handed-over'],
      to: 'in-use',
      roles: TOWNSHIP,
      day: 'inUseFrom',
    },
    'leave-idle': {
      title: '转为闲置',
      from: ['in-use'],
      to: 'idle',
      roles: TOWNSHIP,
      sets: { assetCondition: 'idle', treatment: 'revive' },
      explained: true,
    },
    revive: {
      title: '盘活',
      from: ['idle'],
      to: 'in-use',
      roles: TOWNSHIP,
      offers: ['inUseFrom'],
      sets: { assetCondition: 'normal' },
      explained: true,
    },
    'propose-disposal': {
      title: '提出处置',
      from: STANDING,
      to: 'disposal-proposed',
      roles: VILLAGE,
      explained: true,
    },
    'review-disposal': {
      title: '苏木乡镇审核处置',
      from: ['disposal-proposed'],
      to: 'disposal-reviewed',
      roles: ['township-officer'],
      apart: true,
      explained: true,
    },
    dispose: {
      title: '旗县批准处置',
      from: ['disposal-reviewed'],
      to: 'disposed',
      roles: COUNTY,
      day: 'disposedOn',
      asks: ['disposedHow', 'disposalDocumentNo'],
      offers: ['disposalIncomeFen'],
      apart: true,
      explained: true,
    },
    'return-disposal': {
      title: '退回处置',
      from: ['disposal-proposed', 'disposal-reviewed'],
      roles: TOWNSHIP,
      explained: true,
    },
    end: {
      title: '注销',
      from: STANDING,
      to: 'ended',
      roles: TOWNSHIP,
      day: 'cancelledOn',
      explained: true,
    },
  },
};
