// A form on its way out: menu, back, a link, a closed tab. With a draft it may go, for nothing is lost; without, it asks.

import { useBlocker } from '@tanstack/react-router';
import { App } from 'antd';
import { useEffect, useRef } from 'react';
import { draftName } from './drafts/draft-name.ts';
import { useLeaveQuestion } from './leave-question.tsx';
import { formOpened } from './open-forms.ts';
import { type DraftPlace, type Keeping, keyOfPlace } from './use-keeping.ts';

export function useLeaving(keeping: Keeping, place: DraftPlace | undefined): void {
  const ask = useLeaveQuestion();
  const { message } = App.useApp();
  const { isDirty, isKept, keep, left } = keeping;
  const words = useRef(place?.title);
  words.current = place?.title;
  const name = place ? draftName(keyOfPlace(place)) : '';

  useBlocker({
    enableBeforeUnload: () => {
      if (!isDirty() || isKept()) return false;
      void keep();
      return true;
    },
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname || !isDirty() || (await keep())) return false;
      return (await ask(false)) === 'stay';
    },
  });

  useEffect(() => formOpened(name), [name]);

  useEffect(() => {
    const flush = () => {
      if (document.visibilityState === 'hidden' && isDirty() && !isKept()) void keep();
    };
    document.addEventListener('visibilitychange', flush);
    return () => document.removeEventListener('visibilitychange', flush);
  }, [isDirty, isKept, keep]);

  // Gone without being sent or given up, whatever the way: a tab, the menu, a row of a list.
  useEffect(
    () => () => {
      left();
      if (!isDirty()) return;
      void keep().then((isKeptNow) => {
        if (isKeptNow) void message.info(`${words.current}：已存为草稿，可从账号菜单的“我的草稿”继续填写`);
      });
    },
    [isDirty, keep, left, message],
  );
}
