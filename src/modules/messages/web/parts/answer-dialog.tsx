// The answer of the level that was reminded: what has been done, or until when it will be.

import { Form, Input } from 'antd';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import { messages, type Reminder } from '../api.ts';
import { useRefresh } from './use-refresh.ts';

export function AnswerDialog({ of, onClose }: { of: Reminder; onClose: () => void }) {
  const refresh = useRefresh();
  const { countyCode, id, byName, note, headName } = of;
  return (
    <FormDialog<{ reply: string }>
      title={`答复督办：${headName}户`}
      about={`${byName}要求：${note || '请尽快办理。'}`}
      draft={{ form: 'reminder-answer', record: `${countyCode}-${id}`, title: `答复督办：${headName}户` }}
      deed={{ label: '答复' }}
      onSend={async ({ reply }, requestId) => {
        await messages.client.answer({ requestId, countyCode, id, reply });
      }}
      done="已答复"
      onSent={refresh}
      onClose={onClose}
    >
      <Form.Item name="reply" label="办理情况" rules={[{ required: true, min: 2, message: '请填写办理情况' }]}>
        <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
    </FormDialog>
  );
}
