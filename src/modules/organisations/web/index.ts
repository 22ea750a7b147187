// The door of the slice's pages: units of two codes.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';

export const routes: AnyRoute[] = [
  framePage({
    path: '/organisations/twins',
    menu: {
      ...{ title: '单位合并', area: '帮扶力量', entry: '责任体系', tab: '单位合并' },
      ...{ operation: 'organisations.twins', words: ['重复的单位', '同一企业两个代码', '单位更名'] },
    },
    help: () => import('./help.ts').then((help) => help.twins),
    load: () => import('./pages/twins.tsx').then((page) => page.TwinsPage),
  }),
];
