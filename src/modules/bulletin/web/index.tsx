// The door of the slice's pages: the bulletin, and the lists that its numbers open.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { NavItem } from '../../../platform/web/frame/shell.tsx';
import { bulletinSearch, figureCasesSearch, figureCluesSearch } from './searches.ts';

export const navigation: NavItem[] = [
  { group: 'cases', title: '进度通报', path: '/bulletin', operation: 'bulletin.progress' },
];

export const routes: AnyRoute[] = [
  framePage({
    path: '/bulletin',
    search: bulletinSearch,
    load: () => import('./pages/bulletin.tsx').then((page) => page.BulletinPage),
  }),
  framePage({
    path: '/bulletin/cases',
    search: figureCasesSearch,
    load: () => import('./pages/figure-cases.tsx').then((page) => page.FigureCasesPage),
  }),
  framePage({
    path: '/bulletin/clues',
    search: figureCluesSearch,
    load: () => import('./pages/figure-clues.tsx').then((page) => page.FigureCluesPage),
  }),
];
