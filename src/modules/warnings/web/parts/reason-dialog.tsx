// Takes something back, with a reason.

import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import { warnings } from '../api.ts';

type ReasonDialogProps = {
  title: string;
  /** What follows from it. */
  hint: string;
  done: string;
  takeBack: (reason: string, requestId: string) => Promise<unknown>;
  onClose: () => void;
};

export function ReasonDialog({ title, hint, done, takeBack, onClose }: ReasonDialogProps) {
  const cache = useQueryClient();
  return (
    <FormDialog<{ reason: string }>
      title={title}
      width={440}
      about={hint}
      deed={{ label: '撤销' }}
      onSend={({ reason }, requestId) => takeBack(reason.trim(), requestId)}
      done={done}
      onSent={() => cache.invalidateQueries({ queryKey: warnings.query.key() })}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label="撤销原因"
        rules={[{ required: true, whitespace: true, min: 4, message: '请写明撤销原因，至少 4 个字' }]}
      >
        <Input.TextArea rows={2} maxLength={200} autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
