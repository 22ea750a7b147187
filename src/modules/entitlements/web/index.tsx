// The door of the slice's pages: clauses of an area, households of one clause, what applies to one household.

import type { AnyRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import { Loading } from '../../../platform/web/states.tsx';
import type { HouseholdSection } from '../../households/web/index.ts';

const Applying = lazy(() =>
  import('./parts/household-policies.tsx').then((part) => ({ default: part.HouseholdPolicies })),
);

export const householdSection: HouseholdSection = {
  key: 'policies',
  title: '适用的政策',
  operation: 'entitlements.of-household',
  render: ({ countyCode, id }) => (
    <Suspense fallback={<Loading rows={2} />}>
      <Applying countyCode={countyCode} id={id} />
    </Suspense>
  ),
};

export const routes: AnyRoute[] = [
  framePage({
    path: '/entitlements',
    menu: {
      title: '政策落实',
      area: '督查指标',
      entry: '政策任务',
      tab: '落实',
      operation: 'entitlements.overview',
      words: ['应享未享', '政策适用', '谁没享受政策', '惠民政策'],
    },
    help: () => import('./help.ts').then((help) => help.overview),
    load: () => import('./pages/overview.tsx').then((page) => page.OverviewPage),
  }),
  framePage({
    path: '/entitlements/households',
    help: () => import('./help.ts').then((help) => help.clause),
    load: () => import('./pages/clause.tsx').then((page) => page.ClausePage),
  }),
];
