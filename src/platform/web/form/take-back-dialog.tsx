// Takes something back, with a reason that is kept.

import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { FormDialog } from './form-dialog.tsx';

type TakeBackDialogProps = {
  title: string;
  /** What follows from it. */
  about: ReactNode;
  /** The button, where it says more than 撤销; `danger`: it cannot be had again. */
  deed?: { label: string; danger?: boolean };
  back?: string;
  least?: number;
  done: string;
  takeBack: (reason: string, requestId: string) => Promise<unknown>;
  /** What is asked anew afterwards. */
  queryKey: readonly unknown[];
  onClose: () => void;
};

export function TakeBackDialog(props: TakeBackDialogProps) {
  const { title, about, deed = { label: '撤销' }, back, least = 4, done, takeBack, queryKey, onClose } = props;
  const cache = useQueryClient();
  return (
    <FormDialog<{ reason: string }>
      title={title}
      width={480}
      about={about}
      deed={deed}
      {...(back ? { back } : {})}
      onSend={({ reason }, requestId) => takeBack(reason.trim(), requestId)}
      done={done}
      onSent={() => cache.invalidateQueries({ queryKey })}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label="撤销原因"
        rules={[{ required: true, whitespace: true, min: least, message: `请写明撤销原因，至少 ${least} 个字` }]}
      >
        <Input.TextArea rows={2} maxLength={200} autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
