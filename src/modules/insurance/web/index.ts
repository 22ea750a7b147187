// The door of the slice's pages: both nets of an area, and households by what they have of them.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';

const at = (title: string, tab: string, operation: string) => ({
  ...{ title, area: '农牧户', entry: '保障与保险', tab, operation },
});

export const routes: AnyRoute[] = [
  framePage({
    path: '/insurance',
    menu: at('保障兜底', '兜底', 'insurance.floor'),
    help: () => import('./help.ts').then((help) => help.floor),
    load: () => import('./pages/floor.tsx').then((page) => page.FloorPage),
  }),
  framePage({
    path: '/insurance/households',
    menu: at('兜底到户', '到户', 'insurance.households'),
    help: () => import('./help.ts').then((help) => help.households),
    load: () => import('./pages/households.tsx').then((page) => page.FloorHouseholdsPage),
  }),
];
