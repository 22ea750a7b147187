// The door of the slice's pages: the list for the national system.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { NavItem } from '../../../platform/web/frame/shell.tsx';
import { nationalSearch } from './searches.ts';

export const navigation: NavItem[] = [
  {
    group: 'cases',
    title: '国家系统回写',
    path: '/national',
    operation: 'national.changes',
  },
];

export const routes: AnyRoute[] = [
  framePage({
    path: '/national',
    search: nationalSearch,
    load: () => import('./pages/national.tsx').then((page) => page.NationalPage),
  }),
];
