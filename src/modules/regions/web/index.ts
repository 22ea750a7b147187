// The door: regions for pickers and breadcrumbs, and the search of the frame.

import type { SearchSource } from '../../../platform/web/frame/shell.tsx';
import type { RegionSource } from '../../../platform/web/regions.tsx';
import { regions } from './api.ts';

const asOptions = (signal: AbortSignal | undefined) => (signal ? { signal } : {});

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
