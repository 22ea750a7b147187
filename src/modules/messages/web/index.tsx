// The door of the slice's pages: the bell, messages, reminders, and the door to other systems.

import type { AnyRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { HomeCard } from '../../../platform/web/frame/shell.tsx';
import { Loading } from '../../../platform/web/states.tsx';
import type { CaseDeed, CaseSection } from '../../cases/web/index.tsx';
import { mayRemind } from '../domain/reminders.ts';

const LazyBell = lazy(() => import('./parts/bell.tsx').then((part) => ({ default: part.Bell })));
const HomeReminders = lazy(() =>
  import('./parts/home-reminders.tsx').then((part) => ({ default: part.HomeReminders })),
);
const CaseReminders = lazy(() =>
  import('./parts/case-reminders.tsx').then((part) => ({ default: part.CaseReminders })),
);
const RemindButton = lazy(() => import('./parts/remind-button.tsx').then((part) => ({ default: part.RemindButton })));
const RemindDialog = lazy(() => import('./parts/remind-dialog.tsx').then((part) => ({ default: part.RemindDialog })));

/** Comes after the page itself: nothing waits for it. */
export const bell = () => (
  <Suspense fallback={null}>
    <LazyBell />
  </Suspense>
);

/** What this account's level owes an answer. */
export const homeCards: HomeCard[] = [
  {
    key: 'messages.reminders',
    operation: 'messages.answer',
    render: () => (
      <Suspense fallback={null}>
        <HomeReminders />
      </Suspense>
    ),
  },
];

export const caseSection: CaseSection = {
  key: 'reminders',
  title: '督办',
  operation: 'messages.reminders-of-case',
  render: ({ caseKey }) => (
    <Suspense fallback={<Loading rows={3} />}>
      <CaseReminders caseKey={caseKey} />
    </Suspense>
  ),
};

export const caseDeed: CaseDeed = {
  key: 'remind',
  title: '催办',
  operation: 'messages.remind',
  fits: ({ turn }, role) => mayRemind(role, turn),
  button: (item) => (
    <Suspense key="remind" fallback={null}>
      <RemindButton item={item} />
    </Suspense>
  ),
  render: ({ cases, onClose }) => (
    <Suspense fallback={null}>
      <RemindDialog of={{ cases }} onClose={onClose} />
    </Suspense>
  ),
};

export const routes: AnyRoute[] = [
  framePage({
    path: '/messages',
    menu: { title: '消息', area: '工作台', entry: '消息', operation: 'messages.list', words: ['提醒', '通知'] },
    help: () => import('./help.ts').then((help) => help.messages),
    load: () => import('./pages/messages.tsx').then((page) => page.MessagesPage),
  }),
  framePage({
    path: '/reminders',
    menu: { title: '督办', area: '工作台', entry: '督办', operation: 'messages.reminders', words: ['催办'] },
    help: () => import('./help.ts').then((help) => help.reminders),
    load: () => import('./pages/reminders.tsx').then((page) => page.RemindersPage),
  }),
  framePage({
    path: '/system/message-door',
    menu: { title: '消息外发接口', area: '设置', entry: '消息推送', operation: 'messages.door', words: ['短信'] },
    help: () => import('./help.ts').then((help) => help.door),
    load: () => import('./pages/door.tsx').then((page) => page.DoorPage),
  }),
];
