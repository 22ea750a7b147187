// The door of the slice's part of the office: what is asked of phones, and that those of an account be emptied.

import type { AnyRoute } from '@tanstack/react-router';
import { createElement, lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { AccountDeed } from '../../accounts/web/index.ts';

const WipePhones = lazy(() => import('./parts/wipe-phones.tsx').then((part) => ({ default: part.WipePhones })));

export const accountDeed: AccountDeed = {
  key: 'field.wipe',
  operation: 'field.wipe',
  render: (account) => createElement(Suspense, { fallback: null }, createElement(WipePhones, { account })),
};

export const routes: AnyRoute[] = [
  framePage({
    path: '/system/phones',
    menu: {
      ...{ title: '手机端要求', area: '设置', entry: '用户', operation: 'field.settings' },
      words: ['外业', '手机锁定', '手机丢了', '清除手机', '不联网'],
    },
    help: () => import('./help.ts').then((help) => help.settings),
    load: () => import('./pages/phones.tsx').then((page) => page.PhonesPage),
  }),
];
