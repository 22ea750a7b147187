// Asked before something typed goes away. The answers say what becomes of it.

import { App, Button } from 'antd';
import { useCallback } from 'react';

export type Leaving = 'stay' | 'keep' | 'drop';

/** `mayKeep`: a draft can be kept on this device. */
export function useLeaveQuestion(): (mayKeep: boolean) => Promise<Leaving> {
  const { modal } = App.useApp();
  return useCallback(
    (mayKeep) =>
      new Promise((resolve) => {
        const answer = (leaving: Leaving) => {
          // First: closing the question counts as staying.
          resolve(leaving);
          dialog.destroy();
        };
        const dialog = modal.confirm({
          title: '有未保存的内容',
          content: mayKeep ? '可以存为草稿，以后从账号菜单的“我的草稿”继续填写。' : '离开后，填写的内容不再保留。',
          onCancel: () => resolve('stay'),
          footer: (
            <div className="sw-form-actions">
              <Button danger type="text" onClick={() => answer('drop')}>
                放弃填写的内容
              </Button>
              {mayKeep ? <Button onClick={() => answer('keep')}>存为草稿</Button> : null}
              <Button type="primary" autoFocus onClick={() => answer('stay')}>
                继续填写
              </Button>
            </div>
          ),
        });
      }),
    [modal],
  );
}
