// The door of the slice's pages: how many days notices hang, and what every register shows and does about its notices.

import type { AnyRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { RegisterParts } from '../../../platform/web/registers/registers.tsx';

const DraftDialog = lazy(() => import('./parts/draft-dialog.tsx').then((part) => ({ default: part.DraftDialog })));
const NoticeSection = lazy(() =>
  import('./parts/notice-section.tsx').then((part) => ({ default: part.NoticeSection })),
);

export const registerParts: RegisterParts = {
  RowSection: (props) =>
    props.register.code === 'notices' || props.register.notices ? (
      <Suspense fallback={null}>
        <NoticeSection {...props} />
      </Suspense>
    ) : null,
  deeds: [
    {
      label: '公告公示',
      fits: ({ notices = [] }, operations) => notices.length > 0 && operations.has('notices.draft'),
      Dialog: (props) => (
        <Suspense fallback={null}>
          <DraftDialog {...props} />
        </Suspense>
      ),
    },
  ],
};

export const routes: AnyRoute[] = [
  framePage({
    path: '/notices/days',
    menu: { title: '公示天数', area: '监测帮扶', entry: '公示公告', tab: '公示天数', operation: 'notices.settings' },
    help: () => import('./help.ts').then((help) => help.days),
    load: () => import('./pages/days.tsx').then((page) => page.DaysPage),
  }),
];
