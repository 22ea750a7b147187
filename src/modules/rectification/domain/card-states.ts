// The road of a card: proposed by days or by somebody, given by the region, lifted.

import type { States } from '../../../kernel/register/states.ts';

export const CARD_STATES: States = {
  first: 'proposed',
  names: { proposed: '已提出', given: '已发出', lifted: '已解除', dropped: '不予发出' },
  reached: [
    ['lifted', { filled: 'liftedOn' }],
    ['given', { filled: 'givenOn' }],
  ],
  moves: {
    give: {
      title: '发出',
      from: ['proposed'],
      to: 'given',
      roles: ['region-officer'],
      day: 'givenOn',
      offers: ['cardDocumentNo'],
    },
    drop: { title: '不予发出', from: ['proposed'], to: 'dropped', roles: ['region-officer'], explained: true },
    lift: { title: '解除', from: ['given'], to: 'lifted', roles: ['region-officer'], day: 'liftedOn', explained: true },
  },
};
