// The same problem came from another source: one fix, each source closed by who received it.

import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import { rectification } from '../api.ts';

type Typed = { other: string };

export function TwinDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const cache = useQueryClient();
  return (
    <FormDialog<Typed>
      title="关联另一来源的同一问题"
      about="两个来源提出同一问题，措施、佐证和排查只做一次，两边都算；各自验收、各自销号。"
      deed={{ label: '关联' }}
      onSend={({ other }, requestId) =>
        rectification.client.link({ requestId, number, other: other.trim(), ends: false })
      }
      done="已关联"
      onSent={() => cache.invalidateQueries({ queryKey: rectification.query.key() })}
      onClose={onClose}
    >
      <Form.Item name="other" label="另一来源的问题编号" rules={[{ required: true, message: '请填写问题编号' }]}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
