// 催办 or 督办 of cases, or of all that is late in an area.

import { Form, Input, Radio } from 'antd';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import type { CaseKey } from '../../../cases/domain/addresses.ts';
import type { ReminderKind } from '../../domain/reminders.ts';
import { messages } from '../api.ts';
import { useRefresh } from './use-refresh.ts';

type Fields = { kind: ReminderKind; note?: string };

/** A region, with the number of its late cases; or cases. */
export type ToRemind = { cases: CaseKey[] } | { area: number; name: string; late: number };

const aboutOf = (of: ToRemind) =>
  'cases' in of
    ? `所选 ${of.cases.length} 户由下级办理的，将通知当前应当办理的单位；由本级办理的不通知。`
    : `${of.name}逾期的 ${of.late} 户，将逐户通知当前应当办理的单位。`;

export function RemindDialog({ of, onClose }: { of: ToRemind; onClose: () => void }) {
  const refresh = useRefresh();
  return (
    <FormDialog<Fields>
      title={'cases' in of ? '催办、督办' : `催办、督办：${of.name}`}
      about={aboutOf(of)}
      initialValues={{ kind: 'urge' }}
      deed={{ label: '发出' }}
      onSend={async ({ kind, note = '' }, requestId) => {
        if ('cases' in of) await messages.client.remind({ requestId, kind, note, cases: of.cases });
        else await messages.client.remindArea({ requestId, kind, note, area: of.area });
      }}
      done="已发出，答复后会有消息"
      onSent={refresh}
      onClose={onClose}
    >
      <Form.Item name="kind" label="方式">
        <Radio.Group
          options={[
            { value: 'urge', label: '催办（提醒尽快办理）' },
            { value: 'supervise', label: '督办（要求书面答复）' },
          ]}
        />
      </Form.Item>
      <Form.Item name="note" label="要求">
        <Input.TextArea maxLength={300} showCount autoSize={{ minRows: 2, maxRows: 6 }} placeholder="可以不填" />
      </Form.Item>
    </FormDialog>
  );
}
