// The views of one entry beside each other, on top of each of them.

import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { openAt } from './menu.ts';
import { areaOnly, useMenu } from './menu-context.tsx';

export function PageTabs() {
  const { areas, pages } = useMenu();
  const { pathname } = useLocation();
  const bar = useRef<HTMLElement>(null);
  // On a phone most of them lie beside the screen.
  useEffect(() => {
    if (pages.some(({ path }) => path === pathname))
      bar.current?.querySelector('.sw-page-tab-here')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname, pages]);
  const here = pages.find(({ path }) => path === pathname);
  if (!here) return null;
  // A role that is not led to the area sees the views of the entry all the same.
  const own = openAt(areas, pathname)?.entry;
  const views = own?.pages ?? pages.filter(({ entry, isAside }) => entry === here.entry && !isAside);
  if (views.length < 2) return null;
  return (
    <nav className="sw-page-tabs" ref={bar} aria-label={own?.title ?? here.entry}>
      {views.map(({ path, title, tab }) => (
        <Link
          key={path}
          to={path}
          search={areaOnly}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ className: 'sw-page-tab sw-page-tab-here' }}
          inactiveProps={{ className: 'sw-page-tab' }}
        >
          {tab ?? title}
        </Link>
      ))}
    </nav>
  );
}
