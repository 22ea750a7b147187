// The door of the slice's pages: the chain of an area, what is left without a person, the chain of one household.

import type { AnyRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import { Loading } from '../../../platform/web/states.tsx';
import type { HouseholdSection } from '../../households/web/index.ts';

const HouseholdChain = lazy(() =>
  import('./parts/household-chain.tsx').then((part) => ({ default: part.HouseholdChain })),
);

export const householdSection: HouseholdSection = {
  key: 'duties',
  title: '责任链',
  operation: 'duties.of-household',
  render: ({ countyCode, id }) => (
    <Suspense fallback={<Loading rows={2} />}>
      <HouseholdChain countyCode={countyCode} id={id} />
    </Suspense>
  ),
};

const at = (title: string, tab: string, operation: string, words: string[]) => ({
  ...{ title, area: '帮扶力量', entry: '责任体系', tab, operation, words },
});

export const routes: AnyRoute[] = [
  framePage({
    path: '/duties',
    menu: at('责任链', '责任链', 'duties.chain', ['五级书记', '这个村谁负责', '谁分管']),
    help: () => import('./help.ts').then((help) => help.chain),
    load: () => import('./pages/chain.tsx').then((page) => page.ChainPage),
  }),
  framePage({
    path: '/duties/gaps',
    menu: at('责任空缺', '空缺', 'duties.gaps', ['空岗', '没人负责', '责任人离任']),
    help: () => import('./help.ts').then((help) => help.gaps),
    load: () => import('./pages/gaps.tsx').then((page) => page.GapsPage),
  }),
  framePage({
    path: '/duties/cadres/$number',
    load: () => import('./pages/cadre.tsx').then((page) => page.CadrePage),
  }),
];
