// The door of the slice's pages: the tasks of an area.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';

export const routes: AnyRoute[] = [
  framePage({
    path: '/policies/tasks',
    menu: {
      title: '政策任务进度',
      area: '督查指标',
      entry: '政策任务',
      tab: '进度',
      operation: 'policies.tasks',
      words: ['时间表', '任务书', '路线图', '哪些任务逾期', '任务到期'],
    },
    help: () => import('./help.ts').then((help) => help.tasks),
    load: () => import('./pages/tasks.tsx').then((page) => page.TasksPage),
  }),
];
