// How the name of a place is typed without Chinese characters.

import { pinyin } from 'pinyin-pro';

/** 商都县 → shangduxian, sdx. */
export function spell(name: string): { pinyin: string; initials: string } {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' });
  return { pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable.charAt(0)).join('') };
}

/** Raised when names are spelled in another way than before, so that those of earlier versions are spelled again. */
export const SPELLING = '1';
