// How this account wants to hear of each kind.

import { useQuery } from '@tanstack/react-query';
import { Form, Segmented } from 'antd';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import { CHOSEN_KINDS, KIND_NAMES, type MessageKind, MODE_NAMES, MODES, type Mode } from '../../domain/kinds.ts';
import { messages } from '../api.ts';
import { useRefresh } from './use-refresh.ts';

type Modes = Partial<Record<MessageKind, Mode>>;

const OPTIONS = MODES.map((value) => ({ value, label: MODE_NAMES[value] }));

export function MessageSettings({ onClose }: { onClose: () => void }) {
  const refresh = useRefresh();
  const { data } = useQuery(messages.query.settings.queryOptions());
  if (!data) return null;
  return (
    <FormDialog<Modes>
      title="消息设置"
      about="“并入每日汇总”的消息每天合成一条；“不提醒”的消息不再产生，应办事项仍在列表中。"
      initialValues={data}
      deed={{ label: '保存' }}
      onSend={async (modes, requestId) => {
        await messages.client.saveSettings({ requestId, modes });
      }}
      done="已保存"
      onSent={refresh}
      onClose={onClose}
    >
      {CHOSEN_KINDS.map((kind) => (
        <Form.Item key={kind} name={kind} label={KIND_NAMES[kind]}>
          <Segmented options={OPTIONS} aria-label={KIND_NAMES[kind]} />
        </Form.Item>
      ))}
    </FormDialog>
  );
}
