// The office's pages about declarations, for the door of the slice.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { NavItem } from '../../../platform/web/frame/shell.tsx';

export const declareNavigation: NavItem[] = [
  { group: 'monitoring', title: '申报海报', path: '/monitoring/declare-posters', operation: 'monitoring.clues' },
];

export const declareRoutes: AnyRoute[] = [
  framePage({
    path: '/monitoring/clues/$key',
    load: () => import('./pages/clue.tsx').then((page) => page.CluePage),
  }),
  framePage({
    path: '/monitoring/declare-posters',
    load: () => import('./pages/declare-posters.tsx').then((page) => page.DeclarePostersPage),
  }),
];
