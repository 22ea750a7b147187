// The door of the slice's pages: routes for the composition, and the session for the frame.

import type { AnyRoute } from '@tanstack/react-router';
import { createElement, lazy, Suspense } from 'react';
import type { AuditWords } from '../../../kernel/audit-words.ts';
import { barePage, framePage } from '../../../platform/web/frame/routes.tsx';
import type { HomeCard } from '../../../platform/web/frame/shell.tsx';
import { Loading } from '../../../platform/web/states.tsx';
import type { AccountDeed } from './types.ts';

export { keepAlive, loadDraftKey, loadViewer, saveList, signIn, signOut, switchArea } from './session.ts';

const HomeHandedOut = lazy(() =>
  import('./home/home-handed-out.tsx').then((part) => ({ default: part.HomeHandedOut })),
);
const HomeState = lazy(() => import('./home/home-state.tsx').then((part) => ({ default: part.HomeState })));

const loaded = (Part: typeof HomeState) => () =>
  createElement(Suspense, { fallback: createElement(Loading, { rows: 6 }) }, createElement(Part));

export const homeCards: HomeCard[] = [
  { key: 'accounts.handed-out', operation: 'accounts.handed-out', render: loaded(HomeHandedOut) },
  { key: 'accounts.state', operation: 'accounts.state', render: loaded(HomeState) },
];

// Loaded with the page of a household, not with the frame.
const HouseholdTrail = lazy(() =>
  import('./parts/household-trail.tsx').then((part) => ({ default: part.HouseholdTrail })),
);

/** Who looked at a household and who changed it, on its page. */
export const householdSection = {
  key: 'trail',
  title: '查阅记录',
  operation: 'accounts.search-audit',
  render: ({ id }: { id: number }) =>
    createElement(Suspense, { fallback: null }, createElement(HouseholdTrail, { householdId: id })),
};

/** What slices above let an office do to an account: a button in its drawer. */
export type { AccountDeed } from './types.ts';

/** `loadAuditWords`: how what the slices above recorded is read, loaded with the page of the trail. */
export function accountRoutes(loadAuditWords: () => Promise<AuditWords>, deeds: readonly AccountDeed[]): AnyRoute[] {
  return [
    framePage({
      path: '/saved-lists',
      menu: { title: '收藏', area: '工作台', entry: '收藏', operation: 'accounts.saved-lists' },
      help: () => import('./help.ts').then((help) => help.saved),
      load: () => import('./pages/saved-lists.tsx').then((page) => page.SavedListsPage),
    }),
    framePage({
      path: '/system/users',
      menu: {
        title: '用户',
        area: '设置',
        entry: '用户',
        tab: '用户',
        operation: 'accounts.list',
        words: ['账号', '重置密码'],
      },
      help: () => import('./help.ts').then((help) => help.users),
      load: () => import('./pages/users.tsx').then((page) => () => createElement(page.UsersPage, { deeds })),
    }),
    framePage({
      path: '/system/users/import',
      menu: {
        ...{ title: '批量导入账号', area: '设置', entry: '用户', operation: 'accounts.import', isAside: true },
        words: ['新建账号', '批量开户'],
      },
      help: () => import('./help.ts').then((help) => help.users),
      load: () => import('./pages/import-users.tsx').then((page) => page.ImportUsersPage),
    }),
    framePage({
      path: '/system/security',
      menu: {
        ...{ title: '安全策略', area: '设置', entry: '安全策略', operation: 'accounts.policy' },
        words: ['密码规则', '密码有效期', '动态口令要求'],
      },
      help: () => import('./help.ts').then((help) => help.policy),
      load: () => import('./pages/security-policy.tsx').then((page) => page.SecurityPolicyPage),
    }),
    framePage({
      path: '/account/sessions',
      menu: {
        title: '登录情况',
        area: '账号',
        entry: '登录情况',
        operation: 'accounts.sessions',
        words: ['会话', '设备'],
      },
      help: () => import('./help.ts').then((help) => help.sessions),
      load: () => import('./pages/sessions.tsx').then((page) => page.SessionsPage),
    }),
    framePage({
      path: '/system/audit',
      menu: {
        title: '操作日志',
        area: '设置',
        entry: '操作日志',
        operation: 'accounts.search-audit',
        words: ['谁改的', '日志'],
      },
      help: () => import('./help.ts').then((help) => help.audit),
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
    load: () => import('./pages/sign-in.tsx').then((page) => page.SignInPage),
  }),
  barePage({
    path: '/change-password',
    menu: { title: '修改密码', area: '账号', entry: '修改密码', isAside: true, words: ['改密码', '口令', '忘记密码'] },
    load: () => import('./pages/change-password.tsx').then((page) => page.ChangePasswordPage),
  }),
  barePage({
    path: '/second-factor',
    menu: {
      ...{ title: '动态口令', area: '账号', entry: '动态口令', isAside: true },
      words: ['双因子', '两步验证', '手机验证码', '验证器'],
    },
    load: () => import('./pages/second-factor.tsx').then((page) => page.SecondFactorPage),
  }),
];
