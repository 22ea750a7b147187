// The door of the slice's pages.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';

export const routes: AnyRoute[] = [
  framePage({
    path: '/households/import',
    menu: {
      title: '户人口导入',
      area: '农牧户',
      entry: '导入',
      operation: 'registry-import.list',
      words: ['导入户', '户表', '成员表', '国家系统导出'],
    },
    help: () => import('./help.ts').then((help) => help.imports),
    load: () => import('../../registry-import/web/pages/import.tsx').then((page) => page.ImportPage),
  }),
];
