// Takes a whole batch back, with a reason; what depends on its rows is screened again.

import { useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input } from 'antd';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { feeds } from '../api.ts';
import type { BatchDetail } from '../types.ts';

type UndoDialogProps = { batch: BatchDetail; onClose: () => void };

export function UndoDialog({ batch: { id, fileName, counts }, onClose }: UndoDialogProps) {
  const cache = useQueryClient();
  const rows = counts ? ` ${formatCount(counts.rows - counts.quarantined)} 行` : '全部';
  return (
    <FormDialog<{ reason: string }>
      title={`撤销批次 ${id}`}
      width={480}
      about={
        <Alert
          className="sw-alert"
          type="warning"
          title={`“${fileName}”的${rows}数据不再计入任何农牧户的情况，有关农牧户重新筛查。撤销后不能恢复，只能重新提交该文件。`}
        />
      }
      deed={{ label: '撤销整个批次', danger: true }}
      back="不撤销"
      onSend={({ reason }, requestId) => feeds.client.undoBatch({ requestId, id, reason: reason.trim() })}
      done="正在撤销，有关农牧户随后重新筛查"
      onSent={() => cache.invalidateQueries({ queryKey: feeds.query.key() })}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label="撤销原因"
        rules={[{ required: true, whitespace: true, min: 2, message: '请写明撤销原因，至少 2 个字' }]}
      >
        <Input.TextArea rows={2} maxLength={200} autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
