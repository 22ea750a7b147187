// What an import would do, or did: counts, what was refused and why, what looks doubtful, and the file to mend.

import { DownloadOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { download } from '../../../../platform/web/downloads.ts';
import { Block } from '../../../../platform/web/inspect/block.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { DATA_ISSUES } from '../../../households/domain/registry-columns.ts';
import { REFUSAL_WORDS } from '../../domain/import-shapes.ts';
import type { ImportStatus } from '../types.ts';

type Result = NonNullable<ImportStatus['result']>;
type Refusal = Result['refusals'][number];

const COUNT_COLUMNS = [
  ['rows', '文件行数'],
  ['added', '新增'],
  ['changed', '变更'],
  ['unchanged', '未变'],
  ['refused', '未收录'],
  ['missing', '登记册有而文件没有'],
] as const;

function CountsTable({ result }: { result: Result }) {
  return (
    <table className="sw-plain-table">
      <thead>
        <tr>
          <th scope="col" />
          {COUNT_COLUMNS.map(([key, title]) => (
            <th key={key} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(['households', 'members'] as const).map((table) => (
          <tr key={table}>
            <th scope="row">{table === 'households' ? '户（户）' : '成员（人）'}</th>
            {COUNT_COLUMNS.map(([key]) => (
              <td key={key}>{formatCount(result[table][key])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Kind = { code: string; words: string; count: number };

const KIND_COLUMNS: ListColumn<Kind>[] = [
  { key: 'words', title: '类型', render: ({ words }) => words, width: 420 },
  { key: 'count', title: '条数', render: ({ count }) => formatCount(count), width: 100, align: 'right' },
];

function kindsOf(counts: Record<string, number>, words: Record<string, string>): Kind[] {
  return Object.entries(counts)
    .map(([code, count]) => ({ code, count, words: words[code] ?? code }))
    .sort((a, b) => b.count - a.count);
}

const REFUSAL_COLUMNS: ListColumn<Refusal & { key: number }>[] = [
  { key: 'file', title: '文件', render: ({ file }) => file, width: 200 },
  { key: 'line', title: '行号', render: ({ line }) => formatCount(line), width: 90, align: 'right' },
  { key: 'column', title: '列', render: ({ column }) => column || '整行', width: 130 },
  { key: 'value', title: '原值', render: ({ value }) => value || '（空）', width: 200 },
  { key: 'reason', title: '原因', render: ({ reason }) => REFUSAL_WORDS[reason] ?? reason, width: 320 },
];

function ResultSections({ result, refusedExtra }: { result: Result; refusedExtra?: ReactNode }) {
  const { issues, refusedByReason, refusals, unknownColumns, skipped } = result;
  return (
    <>
      <Block title="数量">
        <CountsTable result={result} />
        {skipped > 0 ? <p className="sw-quiet">跳过没有内容的行和合计、填表人等行：{skipped} 行</p> : null}
        {unknownColumns.length > 0 ? <p className="sw-quiet">忽略的列：{unknownColumns.join('、')}</p> : null}
      </Block>
      <Block title="疑点" extra={<span className="sw-quiet">有疑点的行照常收录，列入疑点清单待核</span>}>
        <SmallTable
          label="疑点"
          columns={KIND_COLUMNS}
          rows={kindsOf(issues, DATA_ISSUES)}
          rowKey={({ code }) => code}
          none="没有发现疑点"
        />
      </Block>
      <Block title="未收录的行" extra={refusedExtra}>
        <div className="sw-part">
          <SmallTable
            label="未收录的行，按原因"
            columns={KIND_COLUMNS}
            rows={kindsOf(refusedByReason, REFUSAL_WORDS)}
            rowKey={({ code }) => code}
            none="全部收录"
          />
        </div>
        {refusals.length > 0 ? (
          <div className="sw-part">
            <SmallTable
              label={`前 ${refusals.length} 条未收录的行`}
              columns={REFUSAL_COLUMNS}
              rows={refusals.map((refusal, key) => ({ ...refusal, key }))}
              rowKey={({ key }) => key}
              none=""
            />
          </div>
        ) : null}
      </Block>
    </>
  );
}

/** The preview: nothing has been changed yet. */
export function ImportCounts({ status: { result } }: { status: ImportStatus }) {
  if (!result) return null;
  return (
    <>
      <Alert className="sw-alert" type="info" showIcon title="预检没有改动登记册。核对下面的数量后开始导入。" />
      <ResultSections result={result} />
    </>
  );
}

const ENDS = {
  failed: '未能导入，登记册没有改动。',
  cancelled: '已取消，登记册没有改动。',
} as const;

export function ImportOutcome({ status }: { status: ImportStatus }) {
  const { state, problem, result, id } = status;
  if (state === 'failed' || state === 'cancelled')
    return (
      <Alert
        type={state === 'failed' ? 'error' : 'warning'}
        showIcon
        title={ENDS[state]}
        {...(problem ? { description: problem } : {})}
        role="alert"
      />
    );
  if (!result) return null;
  const refused = result.households.refused + result.members.refused;
  return (
    <>
      <Alert
        className="sw-alert"
        type="success"
        showIcon
        title={`已导入。新增 ${formatCount(result.households.added)} 户、${formatCount(result.members.added)} 人，变更 ${formatCount(result.households.changed)} 户、${formatCount(result.members.changed)} 人。`}
        description={
          <>
            <Link to="/households">查看农牧户</Link> · <Link to="/households/issues">查看疑点</Link>
          </>
        }
      />
      <ResultSections result={result} refusedExtra={refused > 0 ? <DownloadRefused id={id} /> : null} />
    </>
  );
}

function DownloadRefused({ id }: { id: number }) {
  const may = useMay('registry-import.download-refused');
  const showFailure = useShowFailure();
  const [busy, setBusy] = useState(false);

  async function run() {
    setBusy(true);
    await download(`households/imports/${id}/refused`, {}, `未收录行-${id}.xlsx`).catch(showFailure);
    setBusy(false);
  }

  if (!may) return null;
  return (
    <Button icon={<DownloadOutlined />} loading={busy} onClick={() => void run()}>
      下载未收录行
    </Button>
  );
}
