// What an import would do, or did: one sentence, then rows refused by reason, the first of them, and the workbook to mend.

import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { SetState } from '../../../kernel/register/import-contract.ts';
import { Block } from '../inspect/block.tsx';
import type { ListColumn } from '../list/list-types.ts';
import { SmallTable } from '../list/small-table.tsx';
import { formatCount } from '../numbers.ts';
import { DownloadButton } from './download-button.tsx';

type VerdictProps = {
  state: SetState;
  /** What the rows go into. */
  into: string;
  /** What was done, in numbers. */
  done: string;
  problem?: string | undefined;
  /** Where to look now. */
  links?: ReactNode;
};

/** What stands above the counts. */
export function ImportVerdict({ state, into, done, problem, links }: VerdictProps) {
  const said = {
    previewing: ['info', '正在预检'],
    previewed: ['info', `预检没有改动${into}。核对下面的数量后开始导入。`],
    importing: ['info', '正在导入'],
    done: ['success', done],
    failed: ['error', `未能导入，${into}没有改动。`],
    cancelled: ['warning', `已取消，${into}没有改动。`],
    undone: ['warning', `这次导入已撤销，${into}恢复到导入之前。`],
  } as const;
  const [type, title] = said[state];
  const description = problem ?? (state === 'done' ? links : undefined);
  return (
    <Alert
      className="sw-alert"
      type={type}
      showIcon
      title={title}
      {...(description ? { description } : {})}
      role={type === 'error' ? 'alert' : 'status'}
    />
  );
}

export type Kind = { code: string; words: string; count: number };

/** Counts by code, the most first; the same code of several files once. */
export function kindsOf(
  files: readonly Readonly<Record<string, number>>[],
  words: Readonly<Record<string, string>>,
): Kind[] {
  const sums = new Map<string, number>();
  for (const codes of files)
    for (const [code, count] of Object.entries(codes)) sums.set(code, (sums.get(code) ?? 0) + count);
  return [...sums]
    .map(([code, count]) => ({ code, count, words: words[code] ?? code }))
    .sort((a, b) => b.count - a.count);
}

const KIND_COLUMNS: ListColumn<Kind>[] = [
  { key: 'words', title: '原因', render: ({ words }) => words, width: 420 },
  { key: 'count', title: '行数', render: ({ count }) => formatCount(count), width: 100, align: 'right' },
];

export type RefusedRow = {
  file?: string;
  line: number;
  column?: string | undefined;
  value?: string;
  reason: ReactNode;
};

const REFUSED_COLUMNS: Record<keyof RefusedRow, ListColumn<RefusedRow>> = {
  file: { key: 'file', title: '文件', render: ({ file }) => file, width: 200 },
  line: { key: 'line', title: '行号', render: ({ line }) => formatCount(line), width: 90, align: 'right' },
  column: { key: 'column', title: '列', render: ({ column }) => column || '整行', width: 130 },
  value: { key: 'value', title: '原值', render: ({ value }) => value || '（空）', width: 200 },
  reason: { key: 'reason', title: '原因', render: ({ reason }) => reason, width: 380 },
};

type RefusedTableProps = { label: string; rows: readonly RefusedRow[]; tells: readonly (keyof RefusedRow)[] };

/** Rows that were not taken: where they stand, and why. `tells`: what is known of them. */
export function RefusedTable({ label, rows, tells }: RefusedTableProps) {
  return (
    <SmallTable
      label={label}
      columns={tells.map((key) => REFUSED_COLUMNS[key] as ListColumn<RefusedRow & { key: number }>)}
      rows={rows.map((row, key) => ({ ...row, key }))}
      rowKey={({ key }) => key}
      none={`没有${label}`}
    />
  );
}

type RefusedBlockProps = {
  kinds: Kind[];
  first: readonly RefusedRow[];
  tells: readonly (keyof RefusedRow)[];
  /** The same rows in a workbook, once they are kept. */
  workbook?: { operation: string; path: string; name: string } | undefined;
};

export function RefusedBlock({ kinds, first, tells, workbook }: RefusedBlockProps) {
  const extra =
    workbook && kinds.length > 0 ? (
      <DownloadButton
        operation={workbook.operation}
        path={workbook.path}
        fallbackName={workbook.name}
        label="下载未收录行"
      />
    ) : null;
  return (
    <Block title="未收录的行" extra={extra}>
      <div className="sw-part">
        <KindsTable label="未收录的行，按原因" kinds={kinds} none="全部收录" />
      </div>
      {first.length > 0 ? (
        <div className="sw-part">
          <RefusedTable label={`前 ${first.length} 条未收录的行`} rows={first} tells={tells} />
        </div>
      ) : null}
    </Block>
  );
}

export function DoubtsBlock({ kinds }: { kinds: Kind[] }) {
  if (kinds.length === 0) return null;
  return (
    <Block title="疑点" extra={<span className="sw-quiet">有疑点的行照常收录，列入疑点待核</span>}>
      <KindsTable label="疑点" kinds={kinds} none="没有发现疑点" />
    </Block>
  );
}

function KindsTable({ label, kinds, none }: { label: string; kinds: Kind[]; none: string }) {
  return <SmallTable label={label} columns={KIND_COLUMNS} rows={kinds} rowKey={({ code }) => code} none={none} />;
}
