// Takes something back, with a reason.

import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { failureOf } from '../../../../platform/web/api.ts';
import { warnings } from '../api.ts';

type ReasonDialogProps = {
  title: string;
  /** What follows from it. */
  hint: string;
  done: string;
  takeBack: (reason: string) => Promise<unknown>;
  onClose: () => void;
};

export function ReasonDialog({ title, hint, done, takeBack, onClose }: ReasonDialogProps) {
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  async function save({ reason }: { reason: string }) {
    setBusy(true);
    try {
      await takeBack(reason.trim());
      void message.success(done);
      await cache.invalidateQueries({ queryKey: warnings.query.key() });
      onClose();
    } catch (error) {
      setProblem(failureOf(error).message);
      setBusy(false);
    }
  }

  return (
    <Modal open title={title} footer={null} onCancel={onClose} width={440}>
      <p className="sw-quiet">{hint}</p>
      <Form layout="vertical" onFinish={save}>
        <Form.Item
          name="reason"
          label="撤销原因"
          rules={[{ required: true, whitespace: true, min: 4, message: '请写明撤销原因,至少 4 个字' }]}
          {...(problem ? { validateStatus: 'error' as const, help: problem } : {})}
        >
          <Input.TextArea rows={2} maxLength={200} autoFocus />
        </Form.Item>
        <div className="sw-form-actions">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            撤销
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
