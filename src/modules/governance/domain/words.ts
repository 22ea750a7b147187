// Words and roles that several registers of governance share.

import { OFFICERS, type Role } from '../../../kernel/operation.ts';

export const TOWNSHIP = ['township-officer', 'county-officer', 'region-officer'] as const satisfies readonly Role[];
export const VILLAGE = ['village-worker', ...OFFICERS] as const satisfies readonly Role[];

export const POINT_KINDS = {
  environment: '环境',
  party: '党建',
  filial: '孝老爱亲',
  'mutual-aid': '互助',
  customs: '移风易俗',
  'law-abiding': '守法',
  labour: '劳动致富',
  'public-affairs': '公共事务',
  deduction: '扣分',
} as const;

export const STARS = { one: '一星', two: '二星', three: '三星', four: '四星', five: '五星' } as const;

/** The rule of a village by which points come over from another household. */
export const CARRY_RULE = 'HZ';
/** The rule by which what is left of a period lapses. */
export const RESET_RULE = 'QL';
/** Nothing is earned or spent by these. */
export const BOOK_RULES: readonly string[] = [CARRY_RULE, RESET_RULE];
