// The door of the slice's pages: how rectification goes, one problem, where else it is so.

import type { AnyRoute } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { RowOfRegister } from '../../../platform/web/registers/moves/state-of-row.tsx';
import type { RegisterParts } from '../../../platform/web/registers/registers.tsx';
import type { SearchedRows } from './searched.ts';

export type { SearchedRows } from './searched.ts';

const QueryDialog = lazy(() => import('./parts/query-dialog.tsx').then((part) => ({ default: part.QueryDialog })));

export const registerParts: RegisterParts = {
  deeds: [
    {
      label: '举一反三',
      fits: ({ code }, operations) => code !== 'problems' && operations.has('rectification.add-query'),
      Dialog: (props) => (
        <Suspense fallback={null}>
          <QueryDialog {...props} />
        </Suspense>
      ),
    },
  ],
};

const at = (title: string, tab: string, operation: string, words?: readonly string[]) => ({
  ...{ title, area: '督查指标', entry: '问题整改', tab, operation },
  ...(words ? { words } : {}),
});

type Handed = {
  /** Where a row of a register stands, of the composition, which knows all registers. */
  State: ComponentType<RowOfRegister>;
  loadSearched: () => Promise<SearchedRows>;
};

export const rectificationRoutes = ({ State, loadSearched }: Handed): AnyRoute[] => [
  framePage({
    path: '/rectification',
    menu: at('整改情况', '整改情况', 'rectification.overview', ['整改率', '整改到期', '督办问题']),
    help: () => import('./help.ts').then((help) => help.overview),
    load: () => import('./pages/overview.tsx').then((page) => page.OverviewPage),
  }),
  framePage({
    path: '/rectification/similar',
    menu: at('同类问题查询', '举一反三', 'rectification.queries', ['同类问题', '长效规则']),
    help: () => import('./help.ts').then((help) => help.similar),
    load: async () => {
      const [page, searched] = await Promise.all([import('./pages/similar.tsx'), loadSearched()]);
      return () => <page.SimilarPage searched={searched} />;
    },
  }),
  framePage({
    path: '/rectification/inspectors',
    menu: at('督查账号', '督查账号', 'rectification.inspectors', ['巡视组账号', '检查组账号']),
    help: () => import('./help.ts').then((help) => help.inspectors),
    load: () => import('./pages/inspectors.tsx').then((page) => page.InspectorsPage),
  }),
  framePage({
    path: '/rectification/queries/$id',
    load: async () => {
      const [page, searched] = await Promise.all([import('./pages/query.tsx'), loadSearched()]);
      return () => <page.QueryPage searched={searched} />;
    },
  }),
  framePage({
    path: '/rectification/problems/$number',
    load: () => import('./pages/problem.tsx').then((page) => () => <page.ProblemPage State={State} />),
  }),
];
