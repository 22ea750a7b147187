// Data issues of one household; a row opens with the way to settle it.

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatInstant, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { DATA_ISSUES } from '../../domain/registry-columns.ts';
import { households } from '../api.ts';
import type { DataIssue } from '../types.ts';
import { IssueDrawer } from './issue-drawer.tsx';
import { IssueStateTag } from './tags.tsx';

const COLUMNS: ListColumn<DataIssue>[] = [
  { key: 'code', title: '疑点', render: ({ code }) => DATA_ISSUES[code] ?? code, width: 250 },
  { key: 'person', title: '成员', render: ({ personName }) => personName ?? UNKNOWN, width: 110 },
  { key: 'openedAt', title: '发现时间', render: ({ openedAt }) => formatInstant(openedAt), width: 150 },
  { key: 'state', title: '处理情况', render: ({ state }) => <IssueStateTag state={state} />, width: 96 },
  { key: 'explanation', title: '处理说明', render: ({ explanation }) => explanation ?? UNKNOWN, width: 260 },
];

export function IssuesTable({ issues }: { issues: DataIssue[] }) {
  const cache = useQueryClient();
  const mayClose = useMay('households.close-issue');
  const [open, setOpen] = useState<DataIssue>();
  return (
    <>
      <SmallTable
        label="疑点"
        columns={COLUMNS}
        rows={issues}
        rowKey={({ id }) => id}
        onOpen={setOpen}
        none="这一户没有疑点"
      />
      {open ? (
        <IssueDrawer
          issue={open}
          mayClose={mayClose}
          onClose={() => setOpen(undefined)}
          onDone={() => cache.invalidateQueries({ queryKey: households.query.key() })}
        />
      ) : null}
    </>
  );
}
