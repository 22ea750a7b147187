// Takes a whole batch back, with a reason; what depends on its rows is screened again.

import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { failureOf, newRequestId } from '../../../../platform/web/api.ts';
import { FormFoot } from '../../../../platform/web/form-foot.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { feeds } from '../api.ts';
import type { BatchDetail } from '../types.ts';

type UndoDialogProps = { batch: BatchDetail; onClose: () => void };

export function UndoDialog({ batch: { id, fileName, counts }, onClose }: UndoDialogProps) {
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [requestId] = useState(newRequestId);
  const rows = counts ? ` ${formatCount(counts.rows - counts.quarantined)} 行` : '全部';

  async function save({ reason }: { reason: string }) {
    setBusy(true);
    setProblem('');
    try {
      await feeds.client.undoBatch({ requestId, id, reason: reason.trim() });
      void message.success('正在撤销,有关农牧户随后重新筛查');
      await cache.invalidateQueries({ queryKey: feeds.query.key() });
      onClose();
    } catch (error) {
      setProblem(failureOf(error).message);
      setBusy(false);
    }
  }

  return (
    <Modal open title={`撤销批次 ${id}`} footer={null} onCancel={onClose} width={480}>
      <Alert
        className="sw-alert"
        type="warning"
        title={`“${fileName}”的${rows}数据不再计入任何农牧户的情况,有关农牧户重新筛查。撤销后不能恢复,只能重新提交该文件。`}
      />
      <Form layout="vertical" onFinish={save}>
        <Form.Item
          name="reason"
          label="撤销原因"
          rules={[{ required: true, whitespace: true, min: 2, message: '请写明撤销原因,至少 2 个字' }]}
        >
          <Input.TextArea rows={2} maxLength={200} autoFocus />
        </Form.Item>
        <FormFoot problem={problem}>
          <Button onClick={onClose}>不撤销</Button>
          <Button type="primary" danger htmlType="submit" loading={busy}>
            撤销整个批次
          </Button>
        </FormFoot>
      </Form>
    </Modal>
  );
}
