// 待核对: rows of department files that may be several people of this area. A row opens beside its candidates.

import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { formatCount, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { feeds } from '../api.ts';
import { useDatasets } from '../parts/datasets-query.ts';
import { reviewSearch } from '../searches.ts';
import type { ReviewItem } from '../types.ts';
import { reviewPath } from '../words.ts';

const COLUMNS: ListColumn<ReviewItem>[] = [
  { key: 'name', title: '文件中的姓名', render: ({ name }) => name || UNKNOWN, width: 140, always: true },
  { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName ?? UNKNOWN, width: 200 },
  {
    ...{ key: 'candidates', title: '可能的人（人）', width: 110, align: 'right', always: true },
    render: ({ candidateCount }) => formatCount(candidateCount),
  },
  { key: 'dataset', title: '数据种类', render: ({ datasetTitle }) => datasetTitle, width: 180 },
  { key: 'file', title: '文件', render: ({ fileName }) => fileName, width: 260 },
  { key: 'batch', title: '批次', render: ({ batchId }) => batchId, width: 80, align: 'right' },
  { key: 'line', title: '行号', render: ({ line }) => formatCount(line), width: 100, align: 'right' },
];

export function ReviewPage() {
  const navigate = useNavigate();
  const { search } = useAddress(reviewSearch);
  const { data: datasets } = useDatasets();
  const filters = useMemo(
    (): ListFilter[] => [
      {
        ...{ kind: 'choice', key: 'dataset', label: '数据种类' },
        choices: (datasets ?? [])
          .filter(({ subject }) => subject === 'person')
          .map(({ code, title }) => ({ value: code, label: title })),
      },
    ],
    [datasets],
  );

  /** The page of the list goes along: the row after this one is the next of that page. */
  function open(row: ReviewItem) {
    const { dataset, cursor } = search;
    void navigate({
      to: reviewPath(row),
      search: (old: { area?: string }) => ({
        area: old.area,
        ...(dataset ? { dataset } : {}),
        ...(cursor ? { cursor } : {}),
      }),
    });
  }

  return (
    <ListPage
      id="feeds.review"
      title="待核对"
      unit="条"
      search={reviewSearch}
      filters={filters}
      columns={COLUMNS}
      rowKey={({ batchId, line }) => `${batchId}-${line}`}
      queryKey={feeds.query.review.key()}
      fetch={({ dataset, cursor }, area, signal) => feeds.client.review({ dataset, cursor, area }, { signal })}
      onOpen={open}
      emptyHint="部门数据中凡能确定是谁的都已自动匹配，没有需要人工核对的记录。"
    />
  );
}
