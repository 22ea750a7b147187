// The door of the slice's pages: the sites of an area, and one of them.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';

export const routes: AnyRoute[] = [
  framePage({
    path: '/relocation',
    menu: {
      title: '安置点情况',
      area: '产业就业',
      entry: '易地搬迁',
      tab: '安置点情况',
      operation: 'relocation.sites',
    },
    help: () => import('./help.ts').then((help) => help.sites),
    load: () => import('./pages/sites.tsx').then((page) => page.SitesPage),
  }),
  framePage({ path: '/relocation/$number', load: () => import('./pages/site.tsx').then((page) => page.SitePage) }),
];
