// The menu of the account that looks, made once by the frame.

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useViewer } from '../viewer.tsx';
import { type MenuArea, type MenuPage, type MenuTree, menuFor, pagesFor } from './menu.ts';

/** `pages`: all the account may open, in the menu or not. */
type OwnMenu = { areas: MenuArea[]; pages: MenuPage[] };

const MenuContext = createContext<OwnMenu>({ areas: [], pages: [] });

export function MenuProvider({ tree, children }: { tree: MenuTree; children: ReactNode }) {
  const { role, operations } = useViewer();
  const own = useMemo(() => {
    const may = (operation: string) => operations.has(operation);
    return { areas: menuFor(tree, role, may), pages: pagesFor(tree, role, may) };
  }, [tree, role, operations]);
  return <MenuContext.Provider value={own}>{children}</MenuContext.Provider>;
}

export const useMenu = (): OwnMenu => useContext(MenuContext);

/** Filters belong to one list; only the area goes along from page to page. */
export const areaOnly = (old: { area?: string }) => ({ area: old.area });
