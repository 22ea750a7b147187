// The door of the slice's pages: contracts by whether they were kept, who they are with, and who has none.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { RegisterTools } from './parts/register-tools.ts';

const at = (title: string, tab: string, operation: string) => ({
  ...{ title, area: '产业就业', entry: '产业与联农带农', tab, operation },
});

export const linkageRoutes = (tools: RegisterTools): AnyRoute[] => [
  framePage({
    path: '/linkage',
    menu: {
      ...at('利益联结兑现', '兑现', 'linkage.contracts'),
      words: ['联农带农', '协议没有兑现', '分红没发', '带动'],
    },
    help: () => import('./help.ts').then((help) => help.contracts),
    load: () => import('./pages/contracts.tsx').then((page) => () => <page.ContractsPage tools={tools} />),
  }),
  framePage({
    path: '/linkage/entities',
    menu: { ...at('经营主体带动情况', '经营主体', 'linkage.entities'), words: ['企业带动', '合作社带动', '扶持了谁'] },
    help: () => import('./help.ts').then((help) => help.entities),
    load: () => import('./pages/entities.tsx').then((page) => page.EntitiesPage),
  }),
  framePage({
    path: '/linkage/entities/$code',
    load: () => import('./pages/entity.tsx').then((page) => () => <page.EntityPage tools={tools} />),
  }),
  framePage({
    path: '/linkage/unlinked',
    menu: { ...at('没有产业联结的户', '没有联结的户', 'linkage.unlinked'), words: ['没有产业的户', '有劳动力没产业'] },
    help: () => import('./help.ts').then((help) => help.unlinked),
    load: () => import('./pages/unlinked.tsx').then((page) => () => <page.UnlinkedPage Add={tools.Add} />),
  }),
];
