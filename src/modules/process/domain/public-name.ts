// How a template lets a person be named where everybody reads it.

import type { NoticeName } from './words.ts';

/** Where nothing is left to write. */
const BLANK = '—';

/** Two-character surnames; every other name begins with one of a single character. */
const LONG_SURNAMES = new Set('欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 令狐 呼延 宇文 长孙 端木'.split(' '));

/** A name as it may hang out: letters only, so that a number that was typed into it stays out. */
export function publicName(name: string, rule: NoticeName): string {
  const clean = name
    .normalize('NFKC')
    .replace(/[^\p{L}·•\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 40);
  if (rule === 'full') return clean || BLANK;
  const first = [...clean].slice(0, LONG_SURNAMES.has([...clean].slice(0, 2).join('')) ? 2 : 1).join('');
  return first === '' ? BLANK : `${first}某某`;
}
