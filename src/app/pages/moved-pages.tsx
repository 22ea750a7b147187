// Addresses of pages of before the slice `monitoring` became several: kept by people as bookmarks and in messages. Nothing new
// is added here.

import { movedPages } from '../../platform/web/frame/routes.tsx';

/** Beginning of the old address → its beginning now; the first that fits. */
const PAGES: readonly [old: RegExp, now: string][] = [
  [/^board$/, 'cases/board'],
  [/^notices$/, 'papers/notices'],
  [/^(templates|calendar)(?=\/|$)/, 'process/$1'],
  [/^(gaps|visits-due|measure-library)$/, 'help/$1'],
  [/^(cases|clues|national|bulletin|declare-posters)(?=\/|$)/, '$1'],
];

export const MOVED_PAGES = movedPages('/monitoring', (rest) => {
  const rule = PAGES.find(([old]) => old.test(rest));
  return rule && `/${rest.replace(...rule)}`;
});
