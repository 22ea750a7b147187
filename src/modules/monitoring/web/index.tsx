// The door of the slice's pages. The page of a case shows no more than the help until the process has a page of its own.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import { planRoutes } from './plan-routes.tsx';

export { householdHelpSection, planNavigation as navigation } from './plan-routes.tsx';

const casePage = framePage({
  path: '/monitoring/cases/$key',
  load: () => import('./pages/case-help.tsx').then((page) => page.CaseHelpPage),
});

export const routes: AnyRoute[] = [...planRoutes, casePage];
