// Two rows for one unit: the same name but for what people write differently, or the same body in two credit codes.

import type { ORGANISATION_KINDS } from './organisation-register.ts';

/** Signs that are left out of a name, and words that come and go at its ends: for SQL and for the program, whose expressions agree on these. */
export const NAME_SIGNS = '（）() 　·.．、';
const HEADS = ['内蒙古自治区', '内蒙古'];
const TAILS = ['有限责任公司', '股份有限公司', '有限公司', '公司'];
export const NAME_HEAD = `^(${HEADS.join('|')})`;
export const NAME_TAIL = `(${TAILS.join('|')})$`;

/** 内蒙古某某牧业（集团）有限责任公司 → 某某牧业集团. */
export function bareName(name: string): string {
  const plain = [...name].filter((sign) => !NAME_SIGNS.includes(sign)).join('');
  return plain.replace(new RegExp(NAME_HEAD), '').replace(new RegExp(NAME_TAIL), '');
}

/** Kinds of which other counties have their own under the same name. */
export const LOCAL_KINDS = [
  'party-government',
  'institution',
  'school',
  'hospital',
  'cooperative',
  'family-farm',
  'collective',
] as const satisfies readonly (keyof typeof ORGANISATION_KINDS)[];

/** `body`: the part of the credit code that names the body (组织机构代码), characters 9 to 17. */
export const TWIN_SIGNS = { name: '名称相同', body: '主体标识相同' } as const;
export type TwinSign = keyof typeof TWIN_SIGNS;
