// Answers go back to who gave them.

import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import { cleaning, type Issue } from '../api.ts';

export function ReturnDialog({ rows, onClose }: { rows: readonly Issue[]; onClose: () => void }) {
  const cache = useQueryClient();
  return (
    <FormDialog<{ reason: string }>
      title={`退回结论：所选 ${rows.length} 条`}
      about="退回以后由承办人重新登记结论。"
      draft={{ form: 'cleaning-return', record: `${rows.length}-${rows[0]?.id ?? 0}`, title: '退回疑点结论' }}
      initialValues={{}}
      deed={{ label: '退回' }}
      onSend={async ({ reason }, requestId) => {
        await cleaning.client.return({
          requestId,
          reason,
          keys: rows.map(({ countyCode, id }) => ({ countyCode, id })),
        });
      }}
      done="已退回"
      onSent={() => cache.invalidateQueries({ queryKey: cleaning.query.key() })}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label="退回原因"
        rules={[{ required: true, whitespace: true, min: 5, message: '请写明原因，至少 5 个字' }]}
      >
        <Input.TextArea rows={3} maxLength={300} />
      </Form.Item>
    </FormDialog>
  );
}
