// The door of the slice's pages.

import type { AnyRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { HomeCard } from '../../../platform/web/frame/shell.tsx';
import { Loading } from '../../../platform/web/states.tsx';

// Loaded with the home page, not with the frame.
const HomeInquiries = lazy(() =>
  import('./parts/home-inquiries.tsx').then((part) => ({ default: part.HomeInquiries })),
);

export const homeCards: HomeCard[] = [
  {
    key: 'inquiries.waiting',
    operation: 'inquiries.answer',
    render: () => (
      <Suspense fallback={<Loading rows={2} />}>
        <HomeInquiries />
      </Suspense>
    ),
  },
];

export const routes: AnyRoute[] = [
  framePage({
    path: '/inquiries',
    menu: { title: '部门协查', area: '部门数据', entry: '部门协查', operation: 'inquiries.list' },
    help: () => import('./help.ts').then((help) => help.inquiries),
    load: () => import('./pages/inquiries.tsx').then((page) => page.InquiriesPage),
  }),
  framePage({
    path: '/inquiries/$inquiry',
    load: () => import('./pages/inquiry.tsx').then((page) => page.InquiryPage),
  }),
];
