// Entries about money count from the day they speak of; a second person of the office holds them against the paper (registers §4).

import type { States } from '../../../kernel/register/states.ts';

/** 录入 until somebody else has held it against the document or the statement of the treasury. */
function secondLook(title: string, checked: string): States {
  return {
    first: 'entered',
    names: { entered: '录入', checked },
    reached: [],
    moves: {
      check: {
        title,
        from: ['entered'],
        to: 'checked',
        roles: ['county-officer', 'region-officer'],
        apart: true,
      },
      reopen: {
        title: '退回录入',
        from: ['checked'],
        to: 'entered',
        roles: ['county-officer', 'region-officer'],
        explained: true,
      },
    },
  };
}

export const ISSUANCE_STATES = secondLook('复核', '已复核');
export const PAYMENT_STATES = secondLook('国库对账', '已对账');
