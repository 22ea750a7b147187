import { spellings } from '../../../platform/server/names/spelling.ts';

/** 商都县 → shangduxian, sdx; the ways of a name that has several with a blank between. */
export function spell(name: string): { pinyin: string; initials: string } {
  const ways = spellings(name, 'place');
  const joined = (texts: string[]) => [...new Set(texts)].join(' ');
  return {
    pinyin: joined(ways.map(({ letters }) => letters)),
    initials: joined(ways.map(({ initials }) => initials)),
  };
}
