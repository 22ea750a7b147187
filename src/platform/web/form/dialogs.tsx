// Dialog and drawer that do not go while a form in them has something unsent.

import { Drawer, Modal } from 'antd';
import type { ReactNode } from 'react';
import { CloseGuardContext, useCloseGuard } from './close-guard.ts';

type GuardedModalProps = { title: ReactNode; width?: number; onClose: () => void; children: ReactNode };

export function GuardedModal({ title, width = 560, onClose, children }: GuardedModalProps) {
  const guard = useCloseGuard(onClose);
  return (
    <Modal open title={title} footer={null} width={width} mask={{ closable: false }} onCancel={guard.close}>
      <CloseGuardContext.Provider value={guard}>{children}</CloseGuardContext.Provider>
    </Modal>
  );
}

type GuardedDrawerProps = {
  title: ReactNode;
  size?: number;
  extra?: ReactNode;
  onClose: () => void;
  children: ReactNode;
};

export function GuardedDrawer({ title, size = 520, extra, onClose, children }: GuardedDrawerProps) {
  const guard = useCloseGuard(onClose);
  return (
    <Drawer open size={size} title={title} extra={extra} onClose={guard.close}>
      <CloseGuardContext.Provider value={guard}>{children}</CloseGuardContext.Provider>
    </Drawer>
  );
}
