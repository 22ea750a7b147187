// 数据批次: what departments handed in, how far it is, and what came of it. Reads itself again while something is under way.

import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { RowButton } from '../../../../platform/web/list/row-button.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { BATCH_STATE_NAMES, isUnderWay } from '../../domain/batch-state.ts';
import { feeds } from '../api.ts';
import { BATCH_COLUMNS } from '../parts/batch-columns.tsx';
import { useDatasets } from '../parts/datasets-query.ts';
import { useCancel } from '../parts/use-cancel.ts';
import { batchesSearch } from '../searches.ts';
import type { BatchItem, Dataset } from '../types.ts';
import { batchPath } from '../words.ts';

const REFRESH_MS = 2000;

const STATES = Object.entries(BATCH_STATE_NAMES).map(([value, label]) => ({ value, label }));

function filtersOf(datasets: Dataset[]): ListFilter[] {
  const departments = new Map(datasets.map(({ department, departmentTitle }) => [department, departmentTitle]));
  return [
    {
      ...{ kind: 'choice', key: 'dataset', label: '数据种类' },
      choices: datasets.map(({ code, title }) => ({ value: code, label: title })),
    },
    // Somebody of one department has nothing to choose.
    ...(departments.size > 1
      ? [
          {
            ...{ kind: 'choice' as const, key: 'department', label: '部门' },
            choices: [...departments].map(([value, label]) => ({ value, label })),
          },
        ]
      : []),
    { kind: 'choice', key: 'state', label: '状态', choices: STATES },
    { kind: 'days', key: 'from', endKey: 'to', label: '提交日期' },
  ];
}

export function BatchesPage() {
  const navigate = useNavigate();
  const mayHandIn = useMay('feeds.create-batch');
  const [busy, setBusy] = useState(false);
  const { data: datasets } = useDatasets();
  const filters = useMemo(() => filtersOf(datasets ?? []), [datasets]);
  const cancel = useCancel();
  const deed: ListColumn<BatchItem> = {
    ...{ key: 'deed', title: '操作', width: 72, fixed: 'right', always: true },
    render: (batch) => <CancelButton run={cancel(batch)} />,
  };

  return (
    <ListPage
      id="feeds.batches"
      title="数据批次"
      unit="个"
      search={batchesSearch}
      filters={filters}
      columns={busy ? [...BATCH_COLUMNS, deed] : BATCH_COLUMNS}
      rowKey={({ id }) => id}
      queryKey={feeds.query.batches.key()}
      fetch={async ({ sort: _sort, ...search }, area, signal) => {
        const page = await feeds.client.batches({ ...search, area }, { signal });
        setBusy(page.items.some(({ state }) => isUnderWay(state)));
        return page;
      }}
      onOpen={(batch) => void navigate({ to: batchPath(batch) })}
      rowTone={({ state }) =>
        state === 'failed' || state === 'held' ? 'red' : state === 'undone' ? 'quiet' : undefined
      }
      emptyHint="各部门的数据文件从“提交数据文件”提交。"
      refetchInterval={busy ? REFRESH_MS : false}
      actions={
        mayHandIn ? (
          <Button type="primary" onClick={() => void navigate({ to: '/feeds/submit' })}>
            提交数据文件
          </Button>
        ) : null
      }
    />
  );
}

function CancelButton({ run }: { run: (() => void) | undefined }) {
  if (!run) return null;
  return (
    <RowButton type="link" onClick={run}>
      取消
    </RowButton>
  );
}
