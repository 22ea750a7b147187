// The door of the slice's pages: navigation and routes for the composition, and the session for the frame.

import type { AnyRoute } from '@tanstack/react-router';
import { createElement } from 'react';
import type { AuditWords } from '../../../kernel/audit-words.ts';
import { barePage, framePage } from '../../../platform/web/frame/routes.tsx';
import type { NavItem } from '../../../platform/web/frame/shell.tsx';
import { backAddress } from './parts/back-address.ts';
import { auditSearch, usersSearch } from './searches.ts';

export { keepAlive, loadDraftKey, loadViewer, signIn, signOut } from './session.ts';

export const navigation: NavItem[] = [
  { group: 'system', title: '用户管理', path: '/system/users', operation: 'accounts.list' },
  { group: 'system', title: '操作日志', path: '/system/audit', operation: 'accounts.search-audit' },
];

/** `loadAuditWords`: how what the slices above recorded is read, loaded with the page of the trail. */
export function accountRoutes(loadAuditWords: () => Promise<AuditWords>): AnyRoute[] {
  return [
    framePage({
      path: '/system/users',
      search: usersSearch,
      load: () => import('./pages/users.tsx').then((page) => page.UsersPage),
    }),
    framePage({
      path: '/system/audit',
      search: auditSearch,
      load: async () => {
        const [page, words] = await Promise.all([import('./pages/audit.tsx'), loadAuditWords()]);
        return () => createElement(page.AuditPage, { words });
      },
    }),
  ];
}

export const bareRoutes: AnyRoute[] = [
  barePage({
    path: '/sign-in',
    search: backAddress,
    load: () => import('./pages/sign-in.tsx').then((page) => page.SignInPage),
  }),
  barePage({
    path: '/change-password',
    search: backAddress,
    load: () => import('./pages/change-password.tsx').then((page) => page.ChangePasswordPage),
  }),
];
