// What an import of registers would do, or did: counts by file, the first refused rows, and taking it back.

import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { allFields, type RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { ImportSetRow } from '../../../../kernel/register/import-contract.ts';
import { ISSUES } from '../../../../kernel/register/issues.ts';
import { REFUSALS, refusalWords } from '../../../../kernel/register/refusals.ts';
import { DoubtsBlock, ImportVerdict, kindsOf, RefusedBlock } from '../../file-jobs/import-outcome.tsx';
import { Block } from '../../inspect/block.tsx';
import type { ListColumn } from '../../list/list-types.ts';
import { SmallTable } from '../../list/small-table.tsx';
import { formatCount } from '../../numbers.ts';
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

function doneWords(counts: readonly FileCounts[]): string {
  const sum = (key: 'new' | 'changed' | 'voided' | 'refusedRows') =>
    formatCount(counts.reduce((all, file) => all + file[key], 0));
  return `已导入。新增 ${sum('new')} 条，变更 ${sum('changed')} 条，作废 ${sum('voided')} 条，未收录 ${sum('refusedRows')} 行。`;
}

/** A workbook of several registers has several rows 2: there the register is told beside the file. */
function firstRefused(
  { file, kind, refusals = [] }: FileCounts,
  all: readonly FileCounts[],
  register: RegisterDefinition | undefined,
) {
  const isOneOfSeveral = all.some((other) => other.file === file && other.kind !== kind);
  const fields = register ? allFields(register).map(([, field]) => field) : [];
  return refusals.map(({ line, column, code }) => ({
    file: isOneOfSeveral ? `${file} · ${register?.title ?? kind}` : file,
    ...{
      line,
      column,
      reason: refusalWords(
        code,
        fields.find(({ title }) => title === column),
      ),
    },
  }));
}

type ImportOutcomeProps = { set: ImportSetRow; onUndo: (() => void) | undefined };

export function ImportOutcome({ set: { counts, state, id, problem }, onUndo }: ImportOutcomeProps) {
  const { catalogue } = useRegisters();
  const verdict = <ImportVerdict state={state} into="台账" done={doneWords(counts)} problem={problem} />;
  if (counts.length === 0) return verdict;
  const isKept = state === 'done' || state === 'undone';
  return (
    <>
      {verdict}
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
          rows={counts}
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
      <RefusedBlock
        kinds={kindsOf(
          counts.map(({ refused }) => refused),
          REFUSAL_WORDS,
        )}
        first={counts.flatMap((of) => firstRefused(of, counts, catalogue.find(of.kind)))}
        tells={['file', 'line', 'column', 'reason']}
        workbook={
          isKept
            ? {
                operation: 'registers.download-refused',
                path: `register-imports/${id}/refused`,
                name: `台账未收录行-${id}.xlsx`,
              }
            : undefined
        }
      />
      <DoubtsBlock
        kinds={kindsOf(
          counts.map(({ issues }) => issues),
          ISSUES,
        )}
      />
    </>
  );
}
