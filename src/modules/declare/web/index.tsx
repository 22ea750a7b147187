// The door of the office's pages about declarations.

import type { AnyRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import { Loading } from '../../../platform/web/states.tsx';
import type { ClueSection } from '../../clues/web/index.ts';

const LoadedDeclaration = lazy(() =>
  import('./parts/clue-declaration.tsx').then((part) => ({ default: part.LoadedDeclaration })),
);

/** What a household sent with its declaration, below the clue that came of it. */
export const clueSection: ClueSection = {
  render: ({ channel, countyCode, id }) =>
    channel === 'self' ? (
      <Suspense fallback={<Loading rows={2} />}>
        <LoadedDeclaration input={{ countyCode, id }} />
      </Suspense>
    ) : null,
};

export const routes: AnyRoute[] = [
  framePage({
    path: '/clues/$key',
    load: () => import('./pages/clue.tsx').then((page) => page.CluePage),
  }),
  framePage({
    path: '/declare-posters',
    menu: { title: '申报海报', area: '监测帮扶', entry: '线索', operation: 'clues.list' },
    help: () => import('./help.ts').then((help) => help.posters),
    load: () => import('./pages/declare-posters.tsx').then((page) => page.DeclarePostersPage),
  }),
];
