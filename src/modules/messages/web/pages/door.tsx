// 消息外发接口: where a gateway for SMS or government chat hears that somebody has something to do.

import { useQuery } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, Switch } from 'antd';
import { newRequestId } from '../../../../platform/web/api.ts';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { DraftForm } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatInstant } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { KIND_NAMES, MESSAGE_KINDS, type MessageKind } from '../../domain/kinds.ts';
import { type DoorState, messages } from '../api.ts';
import { useRefresh } from '../parts/use-refresh.ts';

type Fields = { url: string; secret?: string; kinds: MessageKind[]; enabled: boolean };
type Failure = DoorState['failures'][number];

const FAILURES: ListColumn<Failure>[] = [
  { key: 'kind', title: '消息', width: 120, render: ({ kind }) => KIND_NAMES[kind] },
  { key: 'problem', title: '未成功的原因', width: 260, render: ({ problem }) => problem },
  { key: 'tries', title: '已试', width: 70, align: 'right', render: ({ tries }) => `${tries} 次` },
  {
    ...{ key: 'next', title: '下次', width: 160 },
    render: ({ nextAt }) => (nextAt ? formatInstant(nextAt) : '不再重试'),
  },
];

export function DoorPage() {
  const query = useQuery(messages.query.door.queryOptions());
  if (query.isPending) return <Loading rows={8} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const { door, waiting, sent, givenUp, failures } = query.data;
  return (
    <div className="sw-page">
      <PageTitle
        title="消息外发接口"
        note="向短信、政务通讯平台发出提醒；只含消息种类、件数、链接和账号编号，不含姓名、证件号码和办理内容"
        actions={door ? <TestButton /> : null}
      />
      <StatRow>
        <StatCard
          title="待发"
          value={formatCount(waiting)}
          unit="条"
          basis="排队中，失败的按 1、2、4 分钟起逐次加倍重试"
        />
        <StatCard title="已发" value={formatCount(sent)} unit="条" basis="近 30 天" />
        <StatCard
          title="未能发出"
          value={formatCount(givenUp)}
          unit="条"
          basis="试满 12 次仍未成功，不再重试"
          tone={givenUp > 0 ? 'red' : 'plain'}
        />
      </StatRow>
      <Section title="地址与签名">
        <DoorForm door={door} />
      </Section>
      <Section title="最近未成功的外发">
        <SmallTable
          label="最近未成功的外发"
          columns={FAILURES}
          rows={failures}
          rowKey={({ at, kind }) => `${at}${kind}`}
          none="没有未成功的外发"
        />
      </Section>
    </div>
  );
}

function TestButton() {
  const { message } = App.useApp();
  const showFailure = useShowFailure();
  async function test() {
    try {
      const { ok, problem } = await messages.client.testDoor({ requestId: newRequestId() });
      if (ok) void message.success('对方已收到测试消息');
      else void message.error(`测试消息没有送达：${problem}。请核对地址和对方服务。`);
    } catch (error) {
      showFailure(error);
    }
  }
  return <Button onClick={() => void test()}>发送测试消息</Button>;
}

function DoorForm({ door }: { door: DoorState['door'] }) {
  const refresh = useRefresh();
  return (
    <DraftForm<Fields>
      initialValues={door ?? { kinds: ['overdue', 'escalated', 'returned', 'reminded'], enabled: true }}
      deed={{ label: '保存' }}
      onSend={async (fields, requestId) => {
        const { secret, ...rest } = fields;
        await messages.client.saveDoor({ requestId, ...rest, ...(secret ? { secret } : {}) });
      }}
      done="已保存"
      onSent={() => void refresh()}
    >
      <Form.Item
        name="url"
        label="地址"
        rules={[{ required: true, pattern: /^https?:\/\/\S+$/, message: '地址须以 http:// 或 https:// 开头' }]}
      >
        <Input maxLength={500} placeholder="https://…" spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="secret"
        label="签名密钥"
        extra={door ? '不填则沿用现在的密钥。' : '与接收方约定，至少 16 位。'}
        rules={[{ required: door === undefined, min: 16, message: '签名密钥至少 16 位' }]}
      >
        <Input.Password maxLength={200} autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="kinds" label="外发的消息">
        <Checkbox.Group options={MESSAGE_KINDS.map((value) => ({ value, label: KIND_NAMES[value] }))} />
      </Form.Item>
      <Form.Item name="enabled" label="启用" valuePropName="checked">
        <Switch />
      </Form.Item>
    </DraftForm>
  );
}
