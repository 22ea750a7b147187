// What an import would do, or did: counts of households and members, what was refused and why, what looks doubtful.

import { Link } from '@tanstack/react-router';
import {
  DoubtsBlock,
  ImportVerdict,
  kindsOf,
  RefusedBlock,
} from '../../../../platform/web/file-jobs/import-outcome.tsx';
import { Block } from '../../../../platform/web/inspect/block.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { DATA_ISSUES } from '../../../households/domain/registry-columns.ts';
import { REFUSAL_WORDS } from '../../domain/import-shapes.ts';
import type { ImportStatus } from '../types.ts';

type Result = NonNullable<ImportStatus['result']>;

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
    <div className="sw-scroll">
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
    </div>
  );
}

function doneWords(result: Result | undefined): string {
  if (!result) return '已导入。';
  const { households, members } = result;
  return `已导入。新增 ${formatCount(households.added)} 户、${formatCount(members.added)} 人，变更 ${formatCount(households.changed)} 户、${formatCount(members.changed)} 人。`;
}

export function ImportOutcome({ status: { state, problem, result, id } }: { status: ImportStatus }) {
  const links = (
    <>
      <Link to="/households">查看农牧户</Link> · <Link to="/households/issues">查看疑点</Link>
    </>
  );
  const verdict = (
    <ImportVerdict state={state} into="登记册" done={doneWords(result)} problem={problem} links={links} />
  );
  // What a failed one had counted was not written.
  if (!result || state === 'failed' || state === 'cancelled') return verdict;
  const { unknownColumns, skipped } = result;
  return (
    <>
      {verdict}
      <Block title="数量">
        <CountsTable result={result} />
        {skipped > 0 ? <p className="sw-quiet">跳过没有内容的行和合计、填表人等行：{skipped} 行</p> : null}
        {unknownColumns.length > 0 ? <p className="sw-quiet">忽略的列：{unknownColumns.join('、')}</p> : null}
      </Block>
      <DoubtsBlock kinds={kindsOf([result.issues], DATA_ISSUES)} />
      <RefusedBlock
        kinds={kindsOf([result.refusedByReason], REFUSAL_WORDS)}
        first={result.refusals.map((refusal) => ({
          ...refusal,
          reason: REFUSAL_WORDS[refusal.reason] ?? refusal.reason,
        }))}
        tells={['file', 'line', 'column', 'value', 'reason']}
        workbook={
          state === 'done'
            ? {
                operation: 'registry-import.download-refused',
                path: `households/imports/${id}/refused`,
                name: `未收录行-${id}.xlsx`,
              }
            : undefined
        }
      />
    </>
  );
}
