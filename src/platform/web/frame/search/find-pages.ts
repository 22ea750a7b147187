// Pages as the search box finds them: by their names, those of their place in the menu, and words they are looked for by. What is
// asked as a sentence is taken for the words in it.

import type { MenuPage } from '../menu.ts';

const MOST = 6;
/** The share from which a page is worth showing. */
const LEAST_ALIKE = 1 / 3;
/** Below what a word alone finds. */
const ALIKE = 0.9;
/** Words of a question that name nothing. */
const FILLERS =
  /怎么样?|怎样|如何|哪里|在哪儿?|谁家|谁的?|哪些|哪个|哪家|有没有|有什么|我要|我想|我的?|请问|什么|的|了|吗|呢|[？?，。、\s]/g;

/** How well a page answers to a word; the higher the better, 0 not at all. */
function score({ title, tab = '', entry, area, words = [] }: MenuPage, more: readonly string[], text: string): number {
  if (title === text) return 5;
  if (title.startsWith(text) || tab === text) return 4;
  if (title.includes(text)) return 3;
  if (entry.includes(text) || words.some((word) => word.includes(text))) return 2;
  return area.includes(text) || more.some((word) => word.includes(text)) ? 1 : 0;
}

const pairsOf = (text: string) => Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));

/** The share of what was asked that the names of a page hold, below 1: two signs in a row are the least that means something. */
function likeness({ title, tab = '', entry, words = [] }: MenuPage, more: readonly string[], asked: string): number {
  const names = [title, tab, entry, ...words];
  const pairs = pairsOf(asked);
  const found = pairs.map((pair) => {
    if (names.some((name) => name.includes(pair))) return 1;
    return more.some((name) => name.includes(pair)) ? 0.5 : 0;
  });
  const share = found.reduce((sum: number, value) => sum + value, 0) / Math.max(1, pairs.length);
  const isNamed = names.some((name) => name.length > 1 && asked.includes(name));
  return isNamed || share >= LEAST_ALIKE ? share * ALIKE : 0;
}

/** Pages that answer to the text, the best first, of equals the first in the menu. `words`: what stands on a page, by its path. */
export function pagesLike(
  pages: readonly MenuPage[],
  words: ReadonlyMap<string, readonly string[]>,
  text: string,
): MenuPage[] {
  const whole = text.trim();
  const named = whole.replace(FILLERS, '');
  const asked = named.length > 1 ? named : whole;
  if (asked === '') return [];
  const worthOf = (page: MenuPage) => {
    const more = words.get(page.path) ?? [];
    return score(page, more, whole) || score(page, more, asked) || likeness(page, more, asked);
  };
  return pages
    .map((page) => ({ page, value: worthOf(page) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
    .map(({ page }) => page);
}

/** The few that a box shows. */
export function findPages(...asked: Parameters<typeof pagesLike>): MenuPage[] {
  return pagesLike(...asked).slice(0, MOST);
}
