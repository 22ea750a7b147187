// Takes a result back, with a reason; the result stays in the record.

import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import { warnings } from '../api.ts';

type ReopenDialogProps = { warning: { countyCode: number; id: number }; onClose: () => void };

export function ReopenDialog({ warning: { countyCode, id }, onClose }: ReopenDialogProps) {
  const cache = useQueryClient();
  return (
    <FormDialog<{ reason: string }>
      title="撤销核实结果"
      width={440}
      about="撤销后预警回到未核实,原结果保留在办理记录中。"
      deed={{ label: '撤销' }}
      onSend={({ reason }, requestId) => warnings.client.reopen({ requestId, countyCode, id, reason: reason.trim() })}
      done="已撤销,预警重新待核实"
      onSent={async () => {
        await cache.invalidateQueries({ queryKey: warnings.query.key() });
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label="撤销原因"
        rules={[{ required: true, whitespace: true, min: 4, message: '请写明撤销原因,至少 4 个字' }]}
      >
        <Input.TextArea rows={2} maxLength={200} autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
