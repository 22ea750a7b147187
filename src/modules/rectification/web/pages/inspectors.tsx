// 督查账号: auditors' accounts, and the batch of problems that each is bound to.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import type { ProblemSource } from '../../domain/sources.ts';
import { SOURCES } from '../../domain/words.ts';
import { rectification } from '../api.ts';

type Inspector = Awaited<ReturnType<typeof rectification.client.inspectors>>[number];

const COLUMNS: ListColumn<Inspector>[] = [
  { key: 'name', title: '姓名', render: ({ name }) => name, width: 120 },
  { key: 'username', title: '用户名', render: ({ username }) => username, width: 150 },
  { key: 'area', title: '区域', render: ({ areaName }) => areaName, width: 150 },
  { key: 'source', title: '问题来源', render: ({ source }) => SOURCES[source ?? ''] ?? '没有限定', width: 140 },
  { key: 'documentNo', title: '反馈文号', render: ({ documentNo }) => documentNo ?? '', width: 240 },
];

export function InspectorsPage() {
  const [open, setOpen] = useState<Inspector>();
  const query = useQuery(rectification.query.inspectors.queryOptions({ input: {} }));
  return (
    <div className="sw-page">
      <PageTitle title="督查账号" />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={6} /> : null}
      {query.data ? (
        <SmallTable
          label="督查账号"
          columns={COLUMNS}
          rows={query.data}
          rowKey={({ accountId }) => accountId}
          onOpen={setOpen}
          none="没有审计人员的账号。请先在“用户”里新建。"
        />
      ) : null}
      {open ? <BatchDialog inspector={open} onClose={() => setOpen(undefined)} /> : null}
    </div>
  );
}

type Typed = { source?: ProblemSource; documentNo?: string };

function BatchDialog({ inspector, onClose }: { inspector: Inspector; onClose: () => void }) {
  const cache = useQueryClient();
  const { accountId, name, source, documentNo } = inspector;
  const [isBound, setBound] = useState(source !== undefined);
  return (
    <FormDialog<Typed>
      title={`${name}能看的批次`}
      about="限定后只能看这份反馈文件的问题和整改情况，其他内容一律看不到。"
      initialValues={{ ...(source ? { source: source as ProblemSource } : {}), ...(documentNo ? { documentNo } : {}) }}
      deed={{ label: '确定' }}
      onSend={({ source: from, documentNo: paper }, requestId) =>
        rectification.client.setInspector({
          ...{ requestId, accountId },
          ...(isBound && from && paper ? { batch: { source: from, documentNo: paper.trim() } } : {}),
        })
      }
      done={isBound ? '已限定' : '已解除限定'}
      onSent={() => cache.invalidateQueries({ queryKey: rectification.query.inspectors.key() })}
      onClose={onClose}
    >
      <Form.Item label="限定批次">
        <Select
          aria-label="限定批次"
          value={isBound ? 'bound' : 'free'}
          options={[
            { value: 'bound', label: '只看一个批次' },
            { value: 'free', label: '不限定' },
          ]}
          onChange={(value) => setBound(value === 'bound')}
        />
      </Form.Item>
      {isBound ? (
        <>
          <Form.Item name="source" label="问题来源" rules={[{ required: true, message: '请选择问题来源' }]}>
            <Select options={Object.entries(SOURCES).map(([value, label]) => ({ value, label }))} />
          </Form.Item>
          <Form.Item name="documentNo" label="反馈文号" rules={[{ required: true, message: '请填写反馈文号' }]}>
            <Input maxLength={200} />
          </Form.Item>
        </>
      ) : null}
    </FormDialog>
  );
}
