// The door of the slice's pages.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';

export const routes: AnyRoute[] = [
  framePage({
    path: '/feeds/submit',
    help: () => import('./help.ts').then((help) => help.submit),
    load: () => import('./pages/submit.tsx').then((page) => page.SubmitPage),
  }),
];
