// The menu of the product: what the slices declare of their pages, and the registers, at the places of the areas of work.

import type { MenuPage, MenuTree } from '../../platform/web/frame/menu.ts';
import { AREAS, FLAT } from './areas.tsx';
import { REGISTER_PLACES } from './register-places.tsx';

/** `pages`: of the routes. */
export function menuTree(pages: readonly MenuPage[]): MenuTree {
  return { areas: AREAS, flat: FLAT, pages: [...pages, ...REGISTER_PLACES] };
}
