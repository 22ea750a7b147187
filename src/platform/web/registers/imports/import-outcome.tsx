// What an import would do, or did: counts by file, the first refused rows, the workbook to mend, and taking it back.

import { DownloadOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { ImportSetRow } from '../../../../kernel/register/import-contract.ts';
import { ISSUES } from '../../../../kernel/register/issues.ts';
import { REFUSALS } from '../../../../kernel/register/refusals.ts';
import { useShowFailure } from '../../confirm.ts';
import { download } from '../../downloads.ts';
import { Block } from '../../inspect/block.tsx';
import type { ListColumn } from '../../list/list-types.ts';
import { SmallTable } from '../../list/small-table.tsx';
import { formatCount } from '../../numbers.ts';
import { useMay } from '../../viewer.tsx';
import { useRegisters } from '../registers.tsx';

type FileCounts = ImportSetRow['counts'][number];

const COUNTS = [
  ['rows', '文件行数'],
  ['new', '新增'],
  ['changed', '变更'],
  ['same', '未变'],
  ['voided', '作废'],
  ['refusedRows', '未收录'],
  ['skipped', '跳过'],
] as const;

const REFUSAL_WORDS: Readonly<Record<string, string>> = REFUSALS;
const ISSUE_WORDS: Readonly<Record<string, string>> = ISSUES;

function countColumns(titleOf: (code: string) => string): ListColumn<FileCounts>[] {
  return [
    { key: 'file', title: '文件', width: 220, render: ({ file }) => file },
    {
      ...{ key: 'kind', title: '台账', width: 150 },
      render: ({ kind }) => (
        <Link to="/registers/$code" params={{ code: kind } as object}>
          {titleOf(kind)}
        </Link>
      ),
    },
    ...COUNTS.map(
      ([key, title]): ListColumn<FileCounts> => ({
        ...{ key, title, width: 90, align: 'right' },
        render: (file) => formatCount(file[key]),
      }),
    ),
  ];
}

type Kind = { code: string; words: string; count: number };

const KIND_COLUMNS: ListColumn<Kind>[] = [
  { key: 'words', title: '原因', render: ({ words }) => words, width: 420 },
  { key: 'count', title: '行数', render: ({ count }) => formatCount(count), width: 100, align: 'right' },
];

function kindsOf(files: readonly Record<string, number>[], words: Readonly<Record<string, string>>): Kind[] {
  const sums = new Map<string, number>();
  for (const codes of files)
    for (const [code, count] of Object.entries(codes)) sums.set(code, (sums.get(code) ?? 0) + count);
  return [...sums]
    .map(([code, count]) => ({ code, count, words: words[code] ?? code }))
    .sort((a, b) => b.count - a.count);
}

type Refusal = { key: number; file: string; line: number; column?: string | undefined; code: string };

const REFUSAL_COLUMNS: ListColumn<Refusal>[] = [
  { key: 'file', title: '文件', render: ({ file }) => file, width: 200 },
  { key: 'line', title: '行号', render: ({ line }) => formatCount(line), width: 80, align: 'right' },
  { key: 'column', title: '列', render: ({ column }) => column ?? '整行', width: 140 },
  { key: 'reason', title: '原因', render: ({ code }) => REFUSAL_WORDS[code] ?? code, width: 360 },
];

function refusalsOf(counts: readonly FileCounts[]): Refusal[] {
  return counts
    .flatMap(({ file, refusals = [] }) => refusals.map((refusal) => ({ file, ...refusal })))
    .map((refusal, key) => ({ ...refusal, key }));
}

/** What stands above the counts. */
function Verdict({ set }: { set: ImportSetRow }) {
  const { state, problem, counts } = set;
  const sum = (key: 'new' | 'changed' | 'voided' | 'refusedRows') =>
    formatCount(counts.reduce((all, file) => all + file[key], 0));
  const said = {
    previewed: ['info', '预检没有改动台账。核对下面的数量后开始导入。'],
    done: [
      'success',
      `已导入。新增 ${sum('new')} 条，变更 ${sum('changed')} 条，作废 ${sum('voided')} 条，未收录 ${sum('refusedRows')} 行。`,
    ],
    failed: ['error', '未能导入，台账没有改动。'],
    cancelled: ['warning', '已取消，台账没有改动。'],
    undone: ['warning', '这次导入已撤销，台账恢复到导入之前。'],
    previewing: ['info', '正在预检'],
    importing: ['info', '正在导入'],
  } as const;
  const [type, title] = said[state];
  return (
    <Alert
      className="sw-alert"
      type={type}
      showIcon
      title={title}
      {...(problem ? { description: problem } : {})}
      role={type === 'error' ? 'alert' : 'status'}
    />
  );
}

type ImportOutcomeProps = { set: ImportSetRow; onUndo: (() => void) | undefined };

export function ImportOutcome({ set, onUndo }: ImportOutcomeProps) {
  const { catalogue } = useRegisters();
  const { counts, state, id } = set;
  if (counts.length === 0) return <Verdict set={set} />;
  const files = counts.map((file, key) => ({ ...file, key }));
  const refused = counts.some(({ refusedRows }) => refusedRows > 0);
  const refusals = refusalsOf(counts);
  const doubts = kindsOf(
    counts.map((file) => file.issues),
    ISSUE_WORDS,
  );
  const isKept = state === 'done' || state === 'undone';
  return (
    <>
      <Verdict set={set} />
      {counts.map(({ file, problem }) =>
        problem ? <Alert key={file} className="sw-alert" type="error" showIcon role="alert" title={problem} /> : null,
      )}
      <Block
        title="数量"
        extra={
          onUndo ? (
            <Button danger onClick={onUndo}>
              撤销导入
            </Button>
          ) : null
        }
      >
        <SmallTable
          label="各文件的数量"
          columns={countColumns((code) => catalogue.find(code)?.title ?? code)}
          rows={files}
          rowKey={({ file, kind }) => `${kind} ${file}`}
          none=""
        />
        {counts.map(({ file, ignored }) =>
          ignored.length > 0 ? (
            <p key={file} className="sw-quiet">
              {file} 中台账不用的列，已忽略：{ignored.join('、')}
            </p>
          ) : null,
        )}
      </Block>
      <Block title="未收录的行" extra={isKept && refused ? <DownloadRefused id={id} /> : null}>
        <div className="sw-part">
          <Kinds
            label="未收录的行，按原因"
            kinds={kindsOf(
              counts.map((file) => file.refused),
              REFUSAL_WORDS,
            )}
            none="全部收录"
          />
        </div>
        {refusals.length > 0 ? (
          <div className="sw-part">
            <SmallTable
              label="前几条未收录的行"
              columns={REFUSAL_COLUMNS}
              rows={refusals}
              rowKey={({ key }) => key}
              none=""
            />
          </div>
        ) : null}
      </Block>
      {doubts.length > 0 ? (
        <Block title="疑点" extra={<span className="sw-quiet">有疑点的行照常收录</span>}>
          <Kinds label="疑点" kinds={doubts} none="" />
        </Block>
      ) : null}
    </>
  );
}

function Kinds({ label, kinds, none }: { label: string; kinds: Kind[]; none: string }): ReactNode {
  return <SmallTable label={label} columns={KIND_COLUMNS} rows={kinds} rowKey={({ code }) => code} none={none} />;
}

function DownloadRefused({ id }: { id: number }) {
  const may = useMay('registers.download-refused');
  const showFailure = useShowFailure();
  if (!may) return null;
  return (
    <Button
      icon={<DownloadOutlined />}
      onClick={() => void download(`register-imports/${id}/refused`, {}, `台账未收录行-${id}.xlsx`).catch(showFailure)}
    >
      下载未收录行
    </Button>
  );
}
