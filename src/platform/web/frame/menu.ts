// The menu as data: slices declare pages, the composition the areas of work with their entries in order, and who is led where.

import type { ReactNode } from 'react';
import type { Role } from '../../../kernel/operation.ts';
import type { LoadHelp } from './help/page-help.ts';

/** Where a page stands: area of work, entry of its panel, and which view of the entry it is. */
export type MenuPlace = { area: string; entry: string; tab?: string };

export type MenuPage = MenuPlace & {
  path: string;
  title: string;
  /** Shown only to accounts that may call it. */
  operation?: string;
  /** Where it stands for one role instead. */
  elsewhere?: Partial<Record<Role, MenuPlace & { title: string }>>;
  /** What else it may be called by those who look for it. */
  words?: readonly string[];
  help?: LoadHelp;
  /** Reached from another page: the search finds it, no line and no tab leads to it. */
  isAside?: true;
};

export type WorkArea = { title: string; icon: ReactNode; entries: readonly string[]; roles: readonly Role[] };

/** `flat`: roles with one short list, each of whose lines stands for these entries. */
export type MenuTree = {
  areas: readonly WorkArea[];
  pages: readonly MenuPage[];
  flat: Partial<Record<Role, readonly { title: string; icon: ReactNode; entries: readonly string[] }[]>>;
};

export type MenuEntry = { title: string; pages: MenuPage[] };
export type MenuArea = { title: string; icon: ReactNode; entries: MenuEntry[] };

/** What a panel holds at most, so that nothing scrolls and nothing is looked for. */
export const MOST_ENTRIES = 8;

/** Pages of this area stand in the menu of the account instead. */
export const ACCOUNT_AREA = '账号';

type May = (operation: string) => boolean;

/** All pages this account may open, each at its place for the role, in the order of the tree, whether its menu shows them or not. */
export function pagesFor({ areas, pages }: MenuTree, role: Role, may: May): MenuPage[] {
  const order = areas.flatMap(({ title, entries }) => entries.map((entry) => `${title} ${entry}`));
  const placeOf = ({ area, entry }: MenuPage) => {
    const place = order.indexOf(`${area} ${entry}`);
    return place < 0 ? order.length : place;
  };
  return pages
    .filter(({ operation }) => operation === undefined || may(operation))
    .map((page) => ({ ...page, ...page.elsewhere?.[role] }))
    .sort((a, b) => placeOf(a) - placeOf(b));
}

function entriesOf(pages: readonly MenuPage[], titles: readonly string[]): MenuEntry[] {
  return titles.flatMap((title) => {
    const own = pages.filter(({ entry }) => entry === title);
    return own.length > 0 ? [{ title, pages: own }] : [];
  });
}

/** Areas and entries of one account; an area without an entry is absent. */
export function menuFor(tree: MenuTree, role: Role, may: May): MenuArea[] {
  const pages = pagesFor(tree, role, may).filter(({ isAside }) => !isAside);
  const flat = tree.flat[role];
  const areas = flat
    ? flat.map(({ title, icon, entries }) => {
        // Views of several things beside each other: each is called in full.
        const own = entriesOf(pages, entries).flatMap((entry) => entry.pages);
        const views = own.map(({ tab: _tab, ...page }) => ({ ...page, area: title, entry: title }));
        return { title, icon, entries: views.length > 0 ? [{ title, pages: views }] : [] };
      })
    : tree.areas
        .filter(({ roles }) => roles.includes(role))
        .map(({ title, icon, entries }) => ({
          ...{ title, icon },
          entries: entriesOf(
            pages.filter(({ area }) => area === title),
            entries,
          ),
        }));
  return areas.filter(({ entries }) => entries.length > 0);
}

/** The page a path belongs to: itself, or the list above it. */
export function pageAt<Page extends { path: string }>(pages: readonly Page[], pathname: string): Page | undefined {
  return pages
    .filter(({ path }) => (path === '/' ? pathname === '/' : `${pathname}/`.startsWith(`${path}/`)))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

/** Area and entry in which a path is open. */
export function openAt(menu: readonly MenuArea[], pathname: string) {
  const places = menu.flatMap((area) =>
    area.entries.flatMap((entry) => entry.pages.map(({ path }) => ({ path, area, entry }))),
  );
  return pageAt(places, pathname);
}
