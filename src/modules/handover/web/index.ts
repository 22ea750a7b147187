// The door of the slice's pages.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';

export const routes: AnyRoute[] = [
  framePage({
    path: '/handover',
    menu: {
      title: '责任移交',
      area: '工作台',
      entry: '我的帮扶户',
      tab: '责任移交',
      operation: 'handover.move',
      words: ['移交', '人员调整'],
    },
    help: () => import('./help.ts').then((help) => help.handover),
    load: () => import('./pages/handover.tsx').then((page) => page.HandoverPage),
  }),
];
