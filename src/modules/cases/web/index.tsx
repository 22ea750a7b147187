// The door of the slice's pages: the page of a case, and the cases of a household.

import type { AnyRoute } from '@tanstack/react-router';
import { createElement, lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import { Loading } from '../../../platform/web/states.tsx';
import type { CaseOfClues } from '../../clues/web/index.ts';
import type { HouseholdSection } from '../../households/web/index.ts';
import { casePath } from '../domain/addresses.ts';
import type { CaseDeed, CaseSection } from './sections.ts';
import './cases.css';

export type { CaseDeed, CaseSection } from './sections.ts';
export type { CaseItem } from './types.ts';

// Parts of other pages are loaded with those pages, not with the frame.
/** Tells what was done to many cases, with 撤销; for pages of slices above. */
export const UndoNotice = lazy(() => import('./forms/undo-notice.tsx').then((part) => ({ default: part.UndoNotice })));
const HouseholdCases = lazy(() =>
  import('./parts/household-cases.tsx').then((part) => ({ default: part.HouseholdCases })),
);

/** The cases of a household, on its page. */
export const householdSection: HouseholdSection = {
  key: 'cases',
  title: '监测',
  operation: 'cases.of-household',
  render: ({ countyCode, id }) => (
    <Suspense fallback={<Loading rows={2} />}>
      <HouseholdCases countyCode={countyCode} householdId={id} />
    </Suspense>
  ),
};

/** Clues become a case. */
export const caseOfClues: CaseOfClues = {
  operation: 'cases.open',
  open: async (given) => (await import('./api.ts')).cases.client.open(given),
  path: casePath,
};

/** What the slices above add: tabs of a case, and deeds. */
export type CasesParts = { caseSections: CaseSection[]; caseDeeds: CaseDeed[] };

export function caseRoutes({ caseSections, caseDeeds }: CasesParts): AnyRoute[] {
  return [
    framePage({
      path: '/cases/$key',
      help: () => import('./help.ts').then((help) => help.oneCase),
      load: () =>
        import('./pages/case.tsx').then((page) => () => createElement(page.CasePage, { caseSections, caseDeeds })),
    }),
  ];
}
