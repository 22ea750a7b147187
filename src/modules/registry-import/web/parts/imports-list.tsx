// 户人口导入: what was imported for this area, when, by whom, and what came of it.

import { Button } from 'antd';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { formatCount, formatInstant, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { registryImport } from '../api.ts';
import { importSearch } from '../searches.ts';
import type { ImportBatch } from '../types.ts';
import { ImportStateTag } from './import-state.tsx';

type Counts = NonNullable<ImportBatch['households']>;

/** Households and members together. */
function sum({ households: a, members: b }: ImportBatch, key: keyof Counts): string {
  return a && b ? formatCount(a[key] + b[key]) : UNKNOWN;
}

function countColumn(key: keyof Counts, title: string): ListColumn<ImportBatch> {
  return { key, title, width: 90, align: 'right', render: (batch) => sum(batch, key) };
}

const COLUMNS: ListColumn<ImportBatch>[] = [
  { key: 'id', title: '编号', render: ({ id }) => id, width: 70, always: true },
  { key: 'files', title: '文件', render: ({ files }) => files.join('、'), width: 230, always: true },
  { key: 'state', title: '状态', render: ({ state }) => <ImportStateTag state={state} />, width: 100, always: true },
  countColumn('rows', '行数'),
  countColumn('added', '新增'),
  countColumn('changed', '变更'),
  countColumn('unchanged', '未变'),
  countColumn('refused', '未收录'),
  {
    ...{ key: 'issues', title: '疑点', width: 90, align: 'right' },
    render: ({ issueCount, state }) => (state === 'done' || state === 'previewed' ? formatCount(issueCount) : UNKNOWN),
  },
  { key: 'account', title: '提交人', render: ({ accountName }) => accountName, width: 110 },
  { key: 'at', title: '提交时间', render: ({ at }) => formatInstant(at), width: 150 },
  {
    key: 'finishedAt',
    title: '完成时间',
    render: ({ finishedAt }) => formatInstant(finishedAt),
    width: 150,
    spare: true,
  },
];

/** While something is under way the list reads itself again. */
const REFRESH_MS = 5000;

type ImportsListProps = { onOpen: (batch: number) => void; onNew: () => void };

export function ImportsList({ onOpen, onNew }: ImportsListProps) {
  const mayImport = useMay('registry-import.preview');

  return (
    <ListPage
      id="registry-import.list"
      title="户人口导入"
      unit="次"
      search={importSearch}
      filters={[]}
      columns={COLUMNS}
      rowKey={({ id }) => id}
      queryKey={registryImport.query.imports.key()}
      fetch={({ cursor }, _area, signal) => registryImport.client.imports({ cursor }, { signal })}
      onOpen={({ id }) => onOpen(id)}
      emptyHint="国家系统导出的户表和成员表从这里导入。"
      refetchInterval={REFRESH_MS}
      actions={
        mayImport ? (
          <Button type="primary" onClick={onNew}>
            新的导入
          </Button>
        ) : null
      }
    />
  );
}
