// Pages as the search box finds them: by their names, those of their place in the menu, and words they are looked for by.

import type { MenuPage } from '../menu.ts';

const MOST = 6;

/** How well a page answers; the higher the better, 0 not at all. */
function score({ title, tab = '', entry, area, words = [] }: MenuPage, more: readonly string[], text: string): number {
  if (title === text) return 5;
  if (title.startsWith(text) || tab === text) return 4;
  if (title.includes(text)) return 3;
  if (entry.includes(text) || words.some((word) => word.includes(text))) return 2;
  return area.includes(text) || more.some((word) => word.includes(text)) ? 1 : 0;
}

/** `words`: what stands on a page, by its path. The best come first, of equals the first in the menu. */
export function findPages(
  pages: readonly MenuPage[],
  words: ReadonlyMap<string, readonly string[]>,
  text: string,
): MenuPage[] {
  const asked = text.trim();
  if (asked === '') return [];
  return pages
    .map((page) => ({ page, value: score(page, words.get(page.path) ?? [], asked) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
    .slice(0, MOST)
    .map(({ page }) => page);
}
