// The door of the slice's pages: navigation and routes.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { NavItem } from '../../../platform/web/frame/shell.tsx';
import { noticesSearch } from './searches.ts';

export const navigation: NavItem[] = [
  { group: 'monitoring', title: '公示', path: '/monitoring/notices', operation: 'monitoring.notices' },
];

export const routes: AnyRoute[] = [
  framePage({
    path: '/monitoring/notices',
    search: noticesSearch,
    load: () => import('./pages/notices.tsx').then((page) => page.NoticesPage),
  }),
];
