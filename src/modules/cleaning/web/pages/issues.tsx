// 疑点: what looks wrong in the registry, assigned, explained or corrected, signed, and proven by the rerun.

import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { download } from '../../../../platform/web/downloads.ts';
import { choicesOf } from '../../../../platform/web/form/index.ts';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { BulkAction, ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { UNKNOWN } from '../../../../platform/web/numbers.ts';
import { newRequestId } from '../../../../platform/web/request-id.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { householdPath } from '../../../households/domain/addresses.ts';
import { shownNumber } from '../../../households/domain/local-number.ts';
import { DATA_ISSUES } from '../../../households/domain/registry-columns.ts';
import { SEVERITIES } from '../../domain/rule-definition.ts';
import { LOOKS, OUTCOMES } from '../../domain/words.ts';
import { cleaning, type Issue } from '../api.ts';
import { AnswerDialog } from '../parts/answer-dialog.tsx';
import { AssignDialog } from '../parts/assign-dialog.tsx';
import { ImportDialog } from '../parts/import-dialog.tsx';
import { IssueDrawer } from '../parts/issue-drawer.tsx';
import { ReturnDialog } from '../parts/return-dialog.tsx';
import { SeverityTag, StageTag } from '../parts/words.tsx';
import { issuesSearch } from '../searches.ts';

const FILTERS: ListFilter[] = [
  { kind: 'text', key: 'text', label: '查找', placeholder: '户编号、户主或成员' },
  { kind: 'choice', key: 'look', label: '办理情况', choices: choicesOf(LOOKS) },
  { kind: 'choice', key: 'rule', label: '疑点', choices: choicesOf(DATA_ISSUES) },
  { kind: 'choice', key: 'severity', label: '严重度', choices: choicesOf(SEVERITIES) },
  { kind: 'tick', key: 'mine', label: '只看分给我的' },
];

const COLUMNS: ListColumn<Issue>[] = [
  { key: 'stage', title: '办理', render: ({ stage }) => <StageTag stage={stage} />, width: 96, always: true },
  { key: 'title', title: '疑点', render: ({ title }) => title, width: 220, always: true },
  { key: 'value', title: '查出的情况', render: ({ value }) => value ?? '', width: 220 },
  { key: 'number', title: '户编号', render: (issue) => <HouseholdLink issue={issue} />, width: 140, always: true },
  { key: 'head', title: '户主', render: ({ headName }) => headName ?? UNKNOWN, width: 84 },
  { key: 'person', title: '成员', render: ({ personName }) => personName ?? '', width: 84 },
  { key: 'township', title: '苏木乡镇', render: ({ townshipName }) => townshipName, width: 110 },
  { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName, width: 120 },
  {
    key: 'severity',
    title: '严重度',
    render: ({ severity }) => (severity ? <SeverityTag severity={severity} /> : ''),
    width: 76,
  },
  { key: 'due', title: '期限', render: ({ dueOn }) => dueOn ?? '', width: 106 },
  { key: 'assigned', title: '承办人', render: ({ assignedName }) => assignedName ?? '', width: 90 },
  { key: 'outcome', title: '结论', render: ({ outcome }) => (outcome ? OUTCOMES[outcome] : ''), width: 90 },
  { key: 'found', title: '发现日期', render: ({ foundOn }) => foundOn, width: 106, spare: true },
  { key: 'explanation', title: '说明', render: ({ explanation }) => explanation ?? '', width: 220, spare: true },
  { key: 'by', title: '登记人', render: ({ answeredBy }) => answeredBy ?? '', width: 90, spare: true },
  { key: 'returned', title: '退回原因', render: ({ returned }) => returned ?? '', width: 180, spare: true },
];

function HouseholdLink({ issue: { householdId, countyCode, number = '' } }: { issue: Issue }) {
  if (householdId === undefined) return <>{UNKNOWN}</>;
  return (
    <Link to={householdPath({ countyCode, id: householdId })} onClick={(event) => event.stopPropagation()}>
      {shownNumber(number)}
    </Link>
  );
}

const isOpen = ({ stage }: Issue) => stage === 'found' || stage === 'assigned' || stage === 'answered';

export function IssuesPage() {
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [mayAssign, mayAnswer, maySign] = [
    useMay('cleaning.assign'),
    useMay('cleaning.answer'),
    useMay('cleaning.sign'),
  ];
  const [importing, setImporting] = useState(false);
  const [opened, setOpened] = useState<Issue>();
  const [dialog, setDialog] = useState<{ kind: 'assign' | 'answer' | 'return'; rows: Issue[] }>();
  const refresh = () => cache.invalidateQueries({ queryKey: cleaning.query.key() });
  const close = () => setDialog(undefined);
  async function sign(rows: Issue[]) {
    const { signed } = await cleaning.client.sign({ requestId: newRequestId(), keys: keysOfRows(rows) });
    void message.success(`已签认 ${signed} 条，正在复跑`);
    await refresh();
  }
  const bulk: BulkAction<Issue>[] = [
    ...(mayAssign
      ? [
          {
            label: '分派',
            allowed: (rows: Issue[]) => rows.every(isOpen),
            run: (rows: Issue[]) => setDialog({ kind: 'assign', rows }),
          },
        ]
      : []),
    ...(mayAnswer
      ? [
          {
            label: '登记结论',
            allowed: (rows: Issue[]) => rows.every(isOpen),
            run: (rows: Issue[]) => setDialog({ kind: 'answer', rows }),
          },
        ]
      : []),
    ...(maySign
      ? [
          { label: '签认', allowed: isAnswered, run: sign },
          {
            label: '退回',
            allowed: (rows: Issue[]) => rows.every(({ stage }) => stage === 'answered' || stage === 'signed'),
            run: (rows: Issue[]) => setDialog({ kind: 'return', rows }),
          },
        ]
      : []),
  ];
  return (
    <>
      <ListPage
        id="households.issues"
        title="疑点"
        unit="条"
        search={issuesSearch}
        filters={FILTERS}
        columns={COLUMNS}
        rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
        queryKey={cleaning.query.issues.key()}
        fetch={({ sort: _sort, look = 'open', ...asked }, area, signal) =>
          cleaning.client.issues({ look, ...asked, area }, { signal })
        }
        onOpen={setOpened}
        rowTone={({ overdue }) => (overdue ? 'orange' : undefined)}
        bulk={bulk}
        actions={mayAnswer ? <Button onClick={() => setImporting(true)}>导入结论</Button> : null}
        onExport={({ sort: _sort, cursor: _cursor, look, ...asked }, area) =>
          download('cleaning/issues/export', { ...asked, look: look ?? 'open', area }, '疑点数据清单.xlsx')
        }
        emptyHint="没有查出疑点，或者还没有清洗。在“清洗进度”里开始清洗。"
      />
      {importing ? <ImportDialog onClose={() => setImporting(false)} onDone={refresh} /> : null}
      {opened ? <IssueDrawer issue={opened} onClose={() => setOpened(undefined)} onDone={refresh} /> : null}
      {dialog?.kind === 'assign' ? <AssignDialog rows={dialog.rows} onClose={close} /> : null}
      {dialog?.kind === 'answer' ? <AnswerDialog rows={dialog.rows} onClose={close} onDone={refresh} /> : null}
      {dialog?.kind === 'return' ? <ReturnDialog rows={dialog.rows} onClose={close} /> : null}
    </>
  );
}

const isAnswered = (rows: Issue[]) => rows.every(({ stage }) => stage === 'answered');
const keysOfRows = (rows: readonly Issue[]) => rows.map(({ countyCode, id }) => ({ countyCode, id }));
