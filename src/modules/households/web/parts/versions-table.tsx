import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatInstant } from '../../../../platform/web/numbers.ts';
import type { Version } from '../types.ts';
import { changeWords, SUBJECT_NAMES } from '../words.ts';

const COLUMNS: ListColumn<Version & { key: number }>[] = [
  { key: 'at', title: '变更时间', render: ({ replacedAt }) => formatInstant(replacedAt), width: 150 },
  {
    ...{ key: 'subject', title: '对象', width: 120 },
    render: ({ subject, personName }) =>
      personName ? `${SUBJECT_NAMES[subject]} ${personName}` : SUBJECT_NAMES[subject],
  },
  {
    ...{ key: 'changes', title: '变更内容', width: 420 },
    render: ({ changes }) => changes.map((change) => <div key={change.field}>{changeWords(change)}</div>),
  },
  { key: 'account', title: '提交人', render: ({ accountName }) => accountName, width: 110 },
  { key: 'file', title: '来源', render: ({ file }) => file ?? '本系统登记', width: 180 },
];

export function VersionsTable({ versions }: { versions: Version[] }) {
  return (
    <SmallTable
      label="历史版本"
      columns={COLUMNS}
      rows={versions.map((version, key) => ({ ...version, key }))}
      rowKey={({ key }) => key}
      none="登记以来没有变更"
    />
  );
}
