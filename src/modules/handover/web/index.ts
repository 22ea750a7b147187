// The door of the slice's pages.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { NavItem } from '../../../platform/web/frame/shell.tsx';

export const navigation: NavItem[] = [
  { group: 'cases', title: '责任移交', path: '/handover', operation: 'handover.move' },
];

export const routes: AnyRoute[] = [
  framePage({ path: '/handover', load: () => import('./pages/handover.tsx').then((page) => page.HandoverPage) }),
];
