// The road of a loan from the day the bank lends (registers §7): the bank’s file begins there. Asking for it, rating the household and
// granting it a limit come before: loan-application-register.ts.

import type { Role } from '../../../../kernel/operation.ts';
import type { States } from '../../../../kernel/register/states.ts';

const COUNTY = ['county-officer', 'region-officer'] as const satisfies readonly Role[];
/** Villages look what became of the money and remind the household. */
const VILLAGE = ['village-worker', 'township-officer', ...COUNTY] as const satisfies readonly Role[];

const RUNNING = ['lent', 'extended', 'overdue'] as const;

export const LOAN_STATES: States = {
  first: 'lent',
  names: { lent: '在贷', extended: '已展期', overdue: '逾期', compensated: '已代偿', settled: '已结清' },
  reached: [
    ['settled', { filled: 'settledOn' }],
    ['overdue', { filled: 'overdueFrom' }],
    ['extended', { filled: 'extendedTo' }],
  ],
  pauses: ['compensated'],
  ends: ['settled'],
  moves: {
    'check-purpose': {
      title: '核查用途',
      from: RUNNING,
      roles: VILLAGE,
      day: 'purposeCheckedOn',
      asks: ['purposeCheckResult'],
    },
    'follow-up': { title: '登记跟进', from: RUNNING, roles: VILLAGE, explained: true },
    extend: {
      title: '展期',
      from: ['lent', 'overdue'],
      to: 'extended',
      roles: COUNTY,
      asks: ['extendedTo'],
      clears: ['overdueFrom'],
    },
    'mark-overdue': { title: '登记逾期', from: ['lent', 'extended'], to: 'overdue', roles: COUNTY, day: 'overdueFrom' },
    compensate: {
      title: '风险代偿',
      from: ['overdue'],
      to: 'compensated',
      roles: COUNTY,
      apart: true,
      explained: true,
    },
    settle: {
      title: '结清',
      from: [...RUNNING, 'compensated'],
      to: 'settled',
      roles: COUNTY,
      day: 'settledOn',
    },
  },
};
