// Queries for similar problems: what each looks for, how many rows it finds now, how many are dealt with.

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { queryPath } from '../../domain/addresses.ts';
import type { QueryShown } from '../../domain/shapes.ts';
import { rectification } from '../api.ts';

const COLUMNS: ListColumn<QueryShown>[] = [
  { key: 'title', title: '查什么', render: ({ title }) => title, width: 200 },
  { key: 'register', title: '在哪里查', render: ({ registerTitle }) => registerTitle, width: 140 },
  { key: 'conditions', title: '条件', render: ({ conditions }) => conditions.join('；'), width: 260 },
  { key: 'number', title: '问题编号', render: ({ number }) => number, width: 170 },
  { key: 'found', title: '查到', render: ({ found }) => formatCount(found), width: 90, align: 'right' },
  { key: 'decided', title: '已处理', render: ({ decided }) => formatCount(decided), width: 90, align: 'right' },
  {
    ...{ key: 'watched', title: '长期核对', width: 140 },
    render: ({ watchedFrom }) => (watchedFrom ? <StateTag tone="green">{`${watchedFrom} 起`}</StateTag> : ''),
  },
];

const NONE = '还没有保存的查询。在任一台账里筛选出同类记录，勾选一条，点“举一反三”；个案和预警在“同类问题查询”里查。';

type QueriesTableProps = { number?: string | undefined; watched?: boolean | undefined };

export function QueriesTable({ number, watched }: QueriesTableProps) {
  const navigate = useNavigate();
  const { code: area } = useArea();
  const query = useQuery(
    rectification.query.queries.queryOptions({
      input: { area, ...(number ? { number } : {}), ...(watched ? { watched: 'true' } : {}) },
    }),
  );
  if (query.isPending) return <Loading rows={3} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (number && query.data?.length === 0) return <p className="sw-quiet">{NONE}</p>;
  return (
    <SmallTable
      label="举一反三查询"
      columns={number ? COLUMNS.filter(({ key }) => key !== 'number') : COLUMNS}
      rows={query.data ?? []}
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: queryPath(id) })}
      none={NONE}
    />
  );
}
