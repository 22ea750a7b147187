// The door of the slice's pages.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import { DATASET_WORDS } from './guess-dataset.ts';

export const routes: AnyRoute[] = [
  framePage({
    path: '/feeds/submit',
    menu: {
      ...{ title: '提交数据文件', area: '部门数据', entry: '数据批次', operation: 'feeds.create-batch', isAside: true },
      words: ['导入', '上传', '上报', '报送', ...DATASET_WORDS],
    },
    help: () => import('./help.ts').then((help) => help.submit),
    load: () => import('./pages/submit.tsx').then((page) => page.SubmitPage),
  }),
];
