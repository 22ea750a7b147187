// The frame of the dialogs in which something is recorded with a case: fields, the sentence of a failure, two buttons.

import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, type FormProps, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { failureOf } from '../../../../platform/web/api.ts';
import { FileDrop } from '../../../../platform/web/file-drop.tsx';
import { FormFoot } from '../../../../platform/web/form-foot.tsx';
import { help } from '../api.ts';

const MOST_PHOTOS = 9;

/** Sends, tells what was done, and reads everything again; the sentence of a failure stays in the dialog. */
export function useSending(done: string, onClose: () => void) {
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  async function send(run: () => Promise<unknown>) {
    setBusy(true);
    setProblem('');
    try {
      await run();
      void message.success(done);
      await cache.invalidateQueries({ queryKey: help.query.key() });
      onClose();
    } catch (error) {
      setProblem(failureOf(error).message);
      setBusy(false);
    }
  }

  return { send, problem, busy };
}

type FormDialogProps<Fields> = {
  title: string;
  width?: number;
  /** Said above the fields. */
  about?: string;
  /** What `useSending` gives. */
  sending: { problem: string; busy: boolean };
  initialValues?: FormProps<Fields>['initialValues'];
  /** The button that sends. */
  deed: { label: string; danger?: boolean; disabled?: boolean };
  back?: string;
  onSend: (fields: Fields) => Promise<void>;
  onClose: () => void;
  children: ReactNode;
};

export function FormDialog<Fields extends object>(props: FormDialogProps<Fields>) {
  const { title, width = 560, about, sending, initialValues, deed, back = '取消', onSend, onClose, children } = props;
  return (
    <Modal open title={title} footer={null} onCancel={onClose} width={width}>
      {about ? <p className="sw-quiet">{about}</p> : null}
      <Form<Fields> layout="vertical" onFinish={onSend} {...(initialValues ? { initialValues } : {})}>
        {children}
        <FormFoot problem={sending.problem}>
          <Button onClick={onClose}>{back}</Button>
          <Button
            {...(deed.danger ? { danger: true } : { type: 'primary' })}
            htmlType="submit"
            loading={sending.busy}
            disabled={deed.disabled ?? false}
          >
            {deed.label}
          </Button>
        </FormFoot>
      </Form>
    </Modal>
  );
}

/** The button that saves, held back while there are more photos than are taken. */
export const saveWith = (photos: readonly string[]) => ({ label: '保存', disabled: photos.length > MOST_PHOTOS });

export function PhotosItem({ label, onChange }: { label: string; onChange: (fileIds: string[]) => void }) {
  return (
    <Form.Item label={label}>
      <FileDrop
        accept={['.jpg', '.jpeg', '.png', '.webp']}
        hint={`可不传;最多 ${MOST_PHOTOS} 张,每张不超过 20 MB`}
        onChange={(files) => onChange(files.map(({ fileId }) => fileId))}
      />
    </Form.Item>
  );
}
