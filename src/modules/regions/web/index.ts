// The door: regions for pickers and breadcrumbs, the search of the frame, and the page of their changes.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { SearchSource } from '../../../platform/web/frame/shell.tsx';
import type { RegionSource } from '../../../platform/web/regions.tsx';
import { regions } from './api.ts';

const asOptions = (signal: AbortSignal | undefined) => (signal ? { signal } : {});

export const routes: AnyRoute[] = [
  framePage({
    path: '/system/regions',
    menu: {
      title: '区划变更',
      area: '设置',
      entry: '区划变更',
      operation: 'regions.apply-changes',
      words: ['嘎查村合并', '改名', '撤并'],
    },
    help: () => import('./help.ts').then((help) => help.changes),
    load: () => import('./pages/changes.tsx').then((page) => page.ChangesPage),
  }),
];

export const regionSource: RegionSource = {
  children: (code, signal) => regions.client.children({ code }, asOptions(signal)),
  search: (text, within, signal) => regions.client.search({ text, within }, asOptions(signal)),
  path: (code, signal) => regions.client.path({ code }, asOptions(signal)),
};

export const searches: SearchSource[] = [
  {
    label: '区域',
    find: async (text, viewer, signal) => {
      const hits = await regionSource.search(text, viewer.region.code, signal);
      return hits.slice(0, 6).map(({ code, name, pathText }) => ({
        key: String(code),
        title: name,
        note: pathText,
        path: '/',
        search: { area: String(code) },
      }));
    },
  },
];
