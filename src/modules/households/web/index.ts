// The door of the slice's pages.

import type { AnyRoute } from '@tanstack/react-router';
import { createElement, lazy } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { HouseholdSection } from './section.ts';

export { householdSearch } from './find.ts';
export type { HouseholdSection } from './section.ts';

/** A part of other slices' dialogs, loaded with them. */
export const HouseholdPicker = lazy(() =>
  import('./parts/household-picker.tsx').then((part) => ({ default: part.HouseholdPicker })),
);

/** `sections`: what the slices above have to say about a household. */
export function householdRoutes(sections: HouseholdSection[]): AnyRoute[] {
  return [
    framePage({
      path: '/households',
      menu: {
        title: '农牧户',
        area: '农牧户',
        entry: '农牧户',
        tab: '列表',
        operation: 'households.list',
        words: ['脱贫户', '低保', '户籍', '家庭成员', '找人', '花名册'],
      },
      help: () => import('./help.ts').then((help) => help.list),
      load: () => import('./pages/households.tsx').then((page) => page.HouseholdsPage),
    }),
    framePage({
      path: '/households/$household',
      help: () => import('./help.ts').then((help) => help.one),
      load: () => import('./pages/household.tsx').then((page) => () => createElement(page.HouseholdPage, { sections })),
    }),
  ];
}
