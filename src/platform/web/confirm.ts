// Asked only before what cannot be undone; the sentence says what will happen, the button says the deed.

import { App } from 'antd';
import { useCallback } from 'react';
import { failureOf } from './api.ts';

export type Confirmation = { title: string; what: string; deed: string; danger?: boolean; run: () => Promise<unknown> };

/** `const confirm = useConfirm(); confirm({ title: '停用账号', what: '…', deed: '停用', run })`. */
export function useConfirm(): (confirmation: Confirmation) => void {
  const { modal, message } = App.useApp();
  return useCallback(
    ({ title, what, deed, danger, run }) => {
      modal.confirm({
        title,
        content: what,
        okText: deed,
        cancelText: '取消',
        okButtonProps: { danger: danger ?? false },
        onOk: async () => {
          await run().catch((error: unknown) => void message.error(failureOf(error).message));
        },
      });
    },
    [modal, message],
  );
}

/** Shows the sentence of a failure at the top of the screen. */
export function useShowFailure(): (error: unknown) => void {
  const { message } = App.useApp();
  return useCallback((error) => void message.error(failureOf(error).message), [message]);
}
