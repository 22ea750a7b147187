// The rows of a batch that were put aside: where they stand in the file, what is wrong, and the file to mend.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Space } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { DownloadButton } from '../../../../platform/web/file-jobs/download-button.tsx';
import { RefusedTable } from '../../../../platform/web/file-jobs/import-outcome.tsx';
import { FilterBar } from '../../../../platform/web/list/list-filters.tsx';
import { ListPaging } from '../../../../platform/web/list/list-paging.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { QUARANTINE_REASONS, type QuarantineReason } from '../../domain/feed-definition.ts';
import { feeds } from '../api.ts';
import { batchSearch } from '../searches.ts';
import type { BatchDetail } from '../types.ts';

const PAGE = 20;

export function QuarantineSection({ batch }: { batch: BatchDetail }) {
  const { id, quarantine } = batch;
  const { search, change } = useAddress(batchSearch);
  const { reason, cursor } = search;
  const query = useQuery({
    ...feeds.query.quarantine.queryOptions({ input: { id, reason, cursor, limit: PAGE } }),
    placeholderData: keepPreviousData,
  });
  const choices = quarantine.map(({ code, title, rows }) => ({
    value: code,
    label: `${title}（${formatCount(rows)}）`,
  }));
  return (
    <Section
      title="隔离的行"
      extra={
        <Space size={12}>
          <span className="sw-quiet">下载的文件保留提交时的原样，并附原因；更正后作为新的文件提交</span>
          <DownloadQuarantine id={id} />
        </Space>
      }
    >
      {quarantine.length > 1 ? (
        <FilterBar
          filters={[{ kind: 'choice', key: 'reason', label: '原因', choices }]}
          values={search}
          onChange={(patch) => change({ ...patch, cursor: undefined }, 'replace')}
        />
      ) : null}
      {query.isPending ? <Loading /> : null}
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? (
        <RefusedTable
          label="隔离的行"
          rows={query.data.items.map(({ sentence, ...row }) => ({
            ...row,
            reason: <span title={sentence}>{QUARANTINE_REASONS[row.reason as QuarantineReason] ?? row.reason}</span>,
          }))}
          tells={['line', 'column', 'value', 'reason']}
        />
      ) : null}
      <ListPaging
        trailKey={`feeds.quarantine:${id}:${reason ?? ''}`}
        cursor={cursor}
        next={query.data?.next}
        onCursor={(next) => change({ cursor: next }, 'replace')}
      />
    </Section>
  );
}

function DownloadQuarantine({ id }: { id: number }) {
  return (
    <DownloadButton
      operation="feeds.download-quarantine"
      path={`feeds/batches/${id}/quarantine.xlsx`}
      fallbackName={`批次${id}隔离行.xlsx`}
      label="下载隔离行"
    />
  );
}
