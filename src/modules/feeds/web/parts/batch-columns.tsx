// Columns of lists of batches.

import { Tooltip } from 'antd';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { formatBytes, formatCount, formatInstant, formatRate, UNKNOWN } from '../../../../platform/web/numbers.ts';
import type { BatchItem } from '../types.ts';
import { BatchStateTag } from './batch-state-tag.tsx';

/** Rows that found their person, with the rate among good rows on hover; villages are not matched to persons. */
function Matched({ batch: { counts, subject } }: { batch: BatchItem }) {
  if (!counts) return <>{UNKNOWN}</>;
  if (subject === 'village') return <span className="sw-quiet">不涉及</span>;
  const rate = formatRate(counts.matched, counts.rows - counts.quarantined);
  return <Tooltip title={`匹配率 ${rate.text}（${rate.title}）`}>{formatCount(counts.matched)}</Tooltip>;
}

function Quarantined({ counts }: Pick<BatchItem, 'counts'>) {
  if (!counts) return <>{UNKNOWN}</>;
  return <span className={counts.quarantined > 0 ? 'sw-tone-orange' : ''}>{formatCount(counts.quarantined)}</span>;
}

function State({ batch: { state, progress, heldFor } }: { batch: BatchItem }) {
  const percent = progress?.byteSize ? Math.min(99, Math.floor((progress.bytes / progress.byteSize) * 100)) : undefined;
  return (
    <>
      <BatchStateTag state={state} />
      {heldFor.length > 0 ? (
        <Tooltip title={heldFor.join('')}>
          <div className="sw-tone-red sw-held">{heldFor.map((sentence) => sentence.split('。')[0]).join('；')}</div>
        </Tooltip>
      ) : null}
      {state === 'loading' && percent !== undefined ? <span className="sw-quiet">{percent}%</span> : null}
    </>
  );
}

export const BATCH_COLUMNS: ListColumn<BatchItem>[] = [
  { key: 'id', title: '批次', render: ({ id }) => id, width: 56, always: true },
  { key: 'file', title: '文件', render: ({ fileName }) => fileName, width: 210, always: true },
  { key: 'dataset', title: '数据种类', render: ({ datasetTitle }) => datasetTitle, width: 140, always: true },
  { key: 'period', title: '数据期间', render: ({ period }) => period || UNKNOWN, width: 86 },
  { key: 'state', title: '状态', render: (batch) => <State batch={batch} />, width: 110, always: true },
  { key: 'rows', title: '行数', render: ({ counts }) => formatCount(counts?.rows), width: 76, align: 'right' },
  { key: 'matched', title: '匹配', render: (batch) => <Matched batch={batch} />, width: 76, align: 'right' },
  {
    ...{ key: 'quarantined', title: '隔离', width: 64, align: 'right' },
    render: ({ counts }) => <Quarantined counts={counts} />,
  },
  { key: 'department', title: '部门', render: ({ departmentTitle }) => departmentTitle, width: 80, spare: true },
  { key: 'region', title: '提交区域', render: ({ regionName }) => regionName, width: 110 },
  { key: 'account', title: '提交人', render: ({ accountName }) => accountName, width: 80 },
  { key: 'createdAt', title: '提交时间', render: ({ createdAt }) => formatInstant(createdAt), width: 136 },
  {
    ...{ key: 'loadedAt', title: '装载时间', width: 136, spare: true },
    render: ({ loadedAt }) => formatInstant(loadedAt),
  },
  { key: 'purpose', title: '用途', render: ({ purpose }) => purpose || UNKNOWN, width: 220, spare: true },
  {
    ...{ key: 'size', title: '大小', width: 90, align: 'right', spare: true },
    render: ({ byteSize }) => formatBytes(byteSize),
  },
];

export function columnsNamed(...keys: string[]): ListColumn<BatchItem>[] {
  return keys.flatMap((key) => BATCH_COLUMNS.find((column) => column.key === key) ?? []);
}
