// The door of the slice's pages: the list of notices and the papers of a case.

import type { AnyRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import { Loading } from '../../../platform/web/states.tsx';
import type { CaseSection } from '../../cases/web/index.tsx';

const CaseDocuments = lazy(() =>
  import('./parts/case-documents.tsx').then((part) => ({ default: part.CaseDocuments })),
);

/** A tab of a case. */
export const caseSection: CaseSection = {
  key: 'documents',
  title: '文书',
  operation: 'papers.documents',
  render: ({ caseKey }) => (
    <Suspense fallback={<Loading rows={6} />}>
      <CaseDocuments {...caseKey} />
    </Suspense>
  ),
};

export const routes: AnyRoute[] = [
  framePage({
    path: '/papers/notices',
    menu: {
      title: '公示公告',
      area: '监测帮扶',
      entry: '公示公告',
      operation: 'papers.notices',
      words: ['张榜', '公示名单'],
    },
    help: () => import('./help.ts').then((help) => help.notices),
    load: () => import('./pages/notices.tsx').then((page) => page.NoticesPage),
  }),
];
