// A dialog in which something is recorded: `DraftForm` in a dialog that does not lose it.

import type { ReactNode } from 'react';
import { GuardedModal } from './dialogs.tsx';
import { DraftForm, type DraftFormProps } from './draft-form.tsx';

type FormDialogProps<Fields, Sent> = Omit<DraftFormProps<Fields, Sent>, 'onClose'> & {
  title: ReactNode;
  width?: number;
  /** Said above the fields. */
  about?: ReactNode;
  onClose: () => void;
};

export function FormDialog<Fields extends object, Sent = unknown>({
  title,
  width = 560,
  about,
  onClose,
  ...form
}: FormDialogProps<Fields, Sent>) {
  return (
    <GuardedModal title={title} width={width} onClose={onClose}>
      {typeof about === 'string' ? <p className="sw-quiet">{about}</p> : about}
      <DraftForm<Fields, Sent> {...form} />
    </GuardedModal>
  );
}
