// 责任移交: who leaves, what moves, who takes it over.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input } from 'antd';
import { useState } from 'react';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { DraftForm } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { AccountInput } from '../../../organisations/web/doors/inputs.ts';
import { STATE_NAMES } from '../../../process/domain/steps.ts';
import { type Held, handover } from '../api.ts';

const COLUMNS: ListColumn<Held>[] = [
  { key: 'head', title: '户主', width: 100, render: ({ headName }) => headName },
  { key: 'township', title: '苏木乡镇', width: 120, render: ({ townshipName }) => townshipName },
  { key: 'village', title: '嘎查村', width: 140, render: ({ villageName }) => villageName },
  { key: 'state', title: '状态', width: 130, render: ({ state }) => STATE_NAMES[state] },
];

export function HandoverPage() {
  const [from, setFrom] = useState<number>();
  return (
    <div className="sw-page">
      <PageTitle title="责任移交" note="人员调整、停用账号前，把其名下的监测对象移交给其他人" />
      <Section title="移交人">
        <AccountInput label="移交人" value={from} onChange={setFrom} />
      </Section>
      {from === undefined ? null : <Holdings key={from} accountId={from} />}
    </div>
  );
}

function Holdings({ accountId }: { accountId: number }) {
  const query = useQuery(handover.query.holdings.queryOptions({ input: { accountId } }));
  if (query.isPending) return <Loading rows={4} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const { name, total, items } = query.data;
  return (
    <Section title={`${name}名下的监测对象 ${total} 户`}>
      <SmallTable
        label="将移交的监测对象"
        columns={COLUMNS}
        rows={items}
        rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
        none="名下没有需要移交的监测对象"
      />
      {total > items.length ? (
        <p className="sw-quiet">列出前 {items.length} 户；移交时分批进行，直到全部移交。</p>
      ) : null}
      {total > 0 ? <MoveForm accountId={accountId} total={total} /> : null}
    </Section>
  );
}

type Fields = { to: number; reason: string };

function MoveForm({ accountId, total }: { accountId: number; total: number }) {
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [refused, setRefused] = useState<{ headName: string; reason: string }[]>([]);
  return (
    <>
      {refused.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={`${refused.length} 户没有移交`}
          description={refused.map(({ headName, reason }) => `${headName}：${reason}`).join('；')}
        />
      ) : null}
      <DraftForm<Fields>
        initialValues={{}}
        deed={{ label: `移交 ${total} 户` }}
        onSend={async (fields, requestId) => {
          const answer = await handover.client.move({ requestId, accountId, ...fields });
          setRefused(answer.refused);
          void message.success(`已移交 ${answer.moved} 户${answer.left > 0 ? `，还有 ${answer.left} 户` : ''}`);
        }}
        onSent={() => void cache.invalidateQueries({ queryKey: handover.query.key() })}
      >
        <Form.Item name="to" label="接收人" rules={[{ required: true, message: '请选择接收人' }]}>
          <AccountInput label="接收人" />
        </Form.Item>
        <Form.Item
          name="reason"
          label="移交原因"
          rules={[{ required: true, whitespace: true, min: 2, message: '请填写移交原因' }]}
        >
          <Input maxLength={200} placeholder="例如：岗位调整" />
        </Form.Item>
      </DraftForm>
    </>
  );
}
