// Takes a result back, with a reason; the result stays in the record.

import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { failureOf, newRequestId } from '../../../../platform/web/api.ts';
import { warnings } from '../api.ts';

type ReopenDialogProps = { warning: { countyCode: number; id: number }; onClose: () => void };

export function ReopenDialog({ warning, onClose }: ReopenDialogProps) {
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  async function save({ reason }: { reason: string }) {
    setBusy(true);
    const { countyCode, id } = warning;
    try {
      await warnings.client.reopen({ requestId: newRequestId(), countyCode, id, reason: reason.trim() });
      void message.success('已撤销,预警重新待核实');
      await cache.invalidateQueries({ queryKey: warnings.query.key() });
      onClose();
    } catch (error) {
      setProblem(failureOf(error).message);
      setBusy(false);
    }
  }

  return (
    <Modal open title="撤销核实结果" footer={null} onCancel={onClose} width={440}>
      <p className="sw-quiet">撤销后预警回到未核实,原结果保留在办理记录中。</p>
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
