// The door of the slice's pages.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';

export const routes: AnyRoute[] = [
  framePage({
    path: '/system/open-data',
    menu: {
      ...{ title: '数据接口', area: '设置', entry: '数据接口', operation: 'opendata.keys' },
      words: ['接口', '密钥', '开放数据', 'API', 'OData', '数据共享'],
    },
    help: () => import('./help.ts').then((help) => help.keys),
    load: () => import('./pages/keys.tsx').then((page) => page.KeysPage),
  }),
];
