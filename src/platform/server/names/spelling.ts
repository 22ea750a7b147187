// How a name is typed without Chinese characters. Dictionaries know the language of books; names of places and people in the
// region read some characters in another way, and some in more than one.

import { pinyin } from 'pinyin-pro';

export type Spelling = { letters: string; initials: string };

/** Raised when names are spelled in another way than before, so that what is kept of them is made again. */
export const SPELLING = '2';

/** In names always so: 商都, 昆都仑, 克什克腾, 康巴什. */
const IN_NAMES: Readonly<Record<string, string>> = { 都: 'du', 什: 'shi' };

/** Characters that people know in two ways in names, as a surname and else, or in Mongolian and Chinese words. */
const TWO_WAYS: Readonly<Record<string, readonly string[]>> = {
  乐: ['le', 'yue'],
  单: ['shan', 'dan'],
  曾: ['zeng', 'ceng'],
  仇: ['qiu', 'chou'],
  解: ['xie', 'jie'],
  查: ['zha', 'cha'],
  尉: ['wei', 'yu'],
  朴: ['piao', 'pu'],
  盖: ['gai', 'ge'],
  区: ['qu', 'ou'],
  缪: ['miao', 'mou'],
  翟: ['zhai', 'di'],
  覃: ['qin', 'tan'],
  谌: ['chen', 'shen'],
  员: ['yuan', 'yun'],
  折: ['she', 'zhe'],
  种: ['chong', 'zhong'],
  繁: ['fan', 'po'],
  黑: ['hei', 'he'],
  万: ['wan', 'mo'],
  召: ['zhao', 'shao'],
  柏: ['bai', 'bo'],
  伯: ['bo', 'bai'],
  宿: ['su', 'xiu'],
  隗: ['wei', 'kui'],
  盛: ['sheng', 'cheng'],
  晟: ['sheng', 'cheng'],
  朝: ['chao', 'zhao'],
  长: ['chang', 'zhang'],
  行: ['xing', 'hang'],
  茜: ['qian', 'xi'],
  娜: ['na', 'nuo'],
  重: ['chong', 'zhong'],
  给: ['gei', 'ji'],
  堡: ['bao', 'pu'],
  圈: ['juan', 'quan'],
  泊: ['bo', 'po'],
  卜: ['bu', 'bo'],
  大: ['da', 'dai'],
  色: ['se', 'shai'],
  勒: ['le', 'lei'],
};

/** So many ways of one name are kept; more than two such characters in a name are rare. */
const MOST_WAYS = 4;

type Syllable = { first: string; other?: string };

function waysOf(character: string, read: string): Syllable {
  const first = IN_NAMES[character] ?? read;
  const other = TWO_WAYS[character]?.find((way) => way !== first);
  return other === undefined || !TWO_WAYS[character]?.includes(first) ? { first } : { first, other };
}

function spelled(syllables: readonly string[]): Spelling {
  const letters = syllables.join('').toLowerCase();
  return {
    letters,
    initials: syllables
      .map((syllable) => syllable.charAt(0))
      .join('')
      .toLowerCase(),
  };
}

/**
 * Every way in which a name is looked for, the usual one first: 商都县 → shangduxian, sdx; 单玉珍 → shanyuzhen and danyuzhen. `of`:
 * a person's begins with a surname; of a place everything is kept that is not Chinese. One way at least, maybe of no letters.
 */
export function spellings(name: string, of: 'person' | 'place'): [Spelling, ...Spelling[]] {
  const read = pinyin(name, {
    toneType: 'none',
    type: 'all',
    v: true,
    nonZh: of === 'place' ? 'consecutive' : 'removed',
    surname: of === 'person' ? 'head' : 'off',
  });
  let ways: string[][] = [[]];
  for (const { origin, pinyin: syllable } of read) {
    const { first, other } = waysOf(origin, syllable || origin);
    const further = other === undefined ? [] : ways.map((way) => [...way, other]);
    ways = [...ways.map((way) => [...way, first]), ...further].slice(0, MOST_WAYS);
  }
  const [usual = [], ...more] = ways;
  return [spelled(usual), ...more.map(spelled)];
}
