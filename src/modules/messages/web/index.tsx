// The door of the slice's pages: the bell, messages, reminders, and the door to other systems.

import type { AnyRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { HomeCard, NavItem } from '../../../platform/web/frame/shell.tsx';
import { Loading } from '../../../platform/web/states.tsx';
import type { CaseDeed, CaseSection } from '../../cases/web/index.tsx';
import { mayRemind } from '../domain/reminders.ts';
import { messagesSearch, remindersSearch } from './searches.ts';

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

export const navigation: NavItem[] = [
  { group: 'desk', title: '消息', path: '/messages', operation: 'messages.list' },
  { group: 'desk', title: '督办', path: '/reminders', operation: 'messages.reminders' },
  { group: 'system', title: '消息外发接口', path: '/system/message-door', operation: 'messages.door' },
];

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
    search: messagesSearch,
    load: () => import('./pages/messages.tsx').then((page) => page.MessagesPage),
  }),
  framePage({
    path: '/reminders',
    search: remindersSearch,
    load: () => import('./pages/reminders.tsx').then((page) => page.RemindersPage),
  }),
  framePage({
    path: '/system/message-door',
    load: () => import('./pages/door.tsx').then((page) => page.DoorPage),
  }),
];
