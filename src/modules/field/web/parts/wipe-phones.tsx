// A phone was lost, or somebody left: everything of this account goes off its phones. With a reason, since what was not sent is lost with it.

import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { Role } from '../../../../kernel/operation.ts';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import { FIELD_ROLES } from '../../domain/contract.ts';
import { field } from '../api.ts';

type WipePhonesProps = { account: { id: number; name: string; role: Role } };

export function WipePhones({ account: { id, name, role } }: WipePhonesProps) {
  const [isOpen, setOpen] = useState(false);
  if (!FIELD_ROLES.some((own) => own === role)) return null;
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        清除手机资料
      </Button>
      {isOpen ? (
        <FormDialog<{ reason: string }>
          title="清除手机资料"
          width={480}
          about={`${name}的手机下次联网时，先把没有传完的记录传上来，再去掉手机上的全部资料。手机一直不联网的，到规定天数自己清除。`}
          deed={{ label: '清除', danger: true }}
          onSend={({ reason }, requestId) => field.client.wipe({ requestId, accountId: id, reason: reason.trim() })}
          done="已下达，手机下次联网时清除"
          onClose={() => setOpen(false)}
        >
          <Form.Item
            name="reason"
            label="原因"
            rules={[
              { required: true, whitespace: true, min: 5, message: '请写明原因，至少 5 个字，如：手机在草场丢失' },
            ]}
          >
            <Input.TextArea rows={2} maxLength={200} autoFocus />
          </Form.Item>
        </FormDialog>
      ) : null}
    </>
  );
}
