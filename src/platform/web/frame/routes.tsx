// The two roots that slices hang their pages on: inside the frame (signed in), or bare (sign-in).

import {
  type AnyRoute,
  createRootRoute,
  createRoute,
  Link,
  lazyRouteComponent,
  Outlet,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import * as z from 'zod';
import { addressSchema } from '../addresses.ts';
import { Empty, Failed } from '../states.tsx';
import type { LoadHelp } from './help/page-help.ts';
import type { MenuPage } from './menu.ts';

export const rootRoute = createRootRoute({
  component: Outlet,
  errorComponent: ({ error, reset }) => <Failed error={error} onRetry={reset} />,
});

/** Every page inside the frame; the current area goes along from page to page. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  component: lazyRouteComponent(() => import('./frame.tsx'), 'Frame'),
  validateSearch: addressSchema({ area: z.string().regex(/^\d{12}$/) }),
  search: { middlewares: [retainSearchParams(['area'])] },
});

function NotFound() {
  return (
    <Empty what="没有这个页面" hint="请从左侧菜单进入，或检查链接是否完整。" action={<Link to="/">回到工作台</Link>} />
  );
}

/** An address that leads nowhere keeps the menu, so that there is a way on. */
export const unknownPage = createRoute({ getParentRoute: () => frameRoute, path: '$', component: NotFound });

type Page = {
  path: string;
  /** `() => import('./pages/users.tsx').then((page) => page.UsersPage)` */
  load: () => Promise<ComponentType>;
};

/** What a page inside the frame says of itself, beside how it is loaded. */
type Said = {
  /** Where it stands in the menu. A page of one record has none: it belongs to the list above it. */
  menu?: Omit<MenuPage, 'path' | 'help'>;
  /** What `?` tells of it; the list's, where it tells nothing itself. */
  help?: LoadHelp;
};

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    declared?: Said & { path: string };
  }
}

/** All pages of these routes that stand in the menu. */
export function menuPages(routes: readonly AnyRoute[]): MenuPage[] {
  return routes.flatMap(({ options }) => {
    const { menu, path = '', help } = options.staticData?.declared ?? {};
    return menu ? [{ ...menu, path, ...(help ? { help } : {}) }] : [];
  });
}

function lazyPage(load: Page['load']) {
  return lazyRouteComponent(async () => ({ page: await load() }), 'page');
}

/** A page inside the frame, loaded when it is first opened. */
export function framePage({ path, load, ...said }: Page & Said): AnyRoute {
  return createRoute({
    getParentRoute: () => frameRoute,
    path,
    component: lazyPage(load),
    staticData: { declared: { path, ...said } },
  });
}

/** A page without the frame, open to those who are not signed in; with a `menu`, those who are find it. */
export function barePage({ path, load, menu }: Page & Pick<Said, 'menu'>): AnyRoute {
  return createRoute({
    getParentRoute: () => rootRoute,
    path,
    component: lazyPage(load),
    ...(menu ? { staticData: { declared: { path, menu } } } : {}),
  });
}

/** Leads from an address below `path` to where `movedTo` says its page is now, and takes its search along. */
export function movedPages(path: string, movedTo: (rest: string) => string | undefined): AnyRoute {
  return createRoute({
    getParentRoute: () => frameRoute,
    path: `${path}/$`,
    beforeLoad: ({ params, location }) => {
      const { _splat = '' } = params as { _splat?: string };
      const now = movedTo(_splat);
      if (now) throw redirect({ href: `${now}${location.searchStr}`, replace: true });
    },
    component: NotFound,
  });
}
