// Households that were drawn for a recheck; what differed stands there once it is written down.

import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { choicesOf } from '../../../../platform/web/form/index.ts';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { LISTED_COLUMNS } from '../../../households/web/doors/household-columns.tsx';
import { sweepPath } from '../../domain/addresses.ts';
import { CORE_QUESTIONS } from '../../domain/survey.ts';
import { RECHECK_ACTIONS, RECHECK_LEVELS, SWEEP_LISTS } from '../../domain/words.ts';
import { type RecheckLine, sweeps } from '../api.ts';
import { RecheckDialog } from '../parts/recheck-dialog.tsx';
import { RECHECK_LOOKS, rechecksSearch } from '../searches.ts';

const FILTERS: ListFilter[] = [
  { kind: 'choice', key: 'look', label: '看什么', choices: choicesOf(RECHECK_LOOKS) },
  { kind: 'choice', key: 'level', label: '层级', choices: choicesOf(RECHECK_LEVELS) },
];

const TITLES: ReadonlyMap<string, string> = new Map([
  ...CORE_QUESTIONS.map(({ code, title }): [string, string] => [code, title]),
  ['result', '结论'],
]);

const outcome = ({ differing }: RecheckLine) =>
  differing === undefined
    ? ''
    : differing.length > 0
      ? differing.map((code) => TITLES.get(code) ?? code).join('、')
      : '一致';

const COLUMNS: ListColumn<RecheckLine>[] = [
  ...LISTED_COLUMNS,
  { key: 'lists', title: '清单', render: ({ lists }) => lists.map((list) => SWEEP_LISTS[list]).join('、'), width: 180 },
  { key: 'level', title: '层级', render: ({ level }) => RECHECK_LEVELS[level], width: 90 },
  { key: 'checked', title: '复核日期', render: ({ checkedOn }) => checkedOn ?? '', width: 106 },
  { key: 'checker', title: '复核人', render: ({ checker }) => checker ?? '', width: 90 },
  { key: 'outcome', title: '不一致的项', render: outcome, width: 220 },
  { key: 'action', title: '处理', render: ({ action }) => (action ? RECHECK_ACTIONS[action] : ''), width: 110 },
];

export function RechecksPage() {
  const navigate = useNavigate();
  const { number = '' }: { number?: string } = useParams({ strict: false });
  const mayCheck = useMay('sweeps.recheck');
  const [checked, setChecked] = useState<RecheckLine>();
  const act: ListColumn<RecheckLine> = {
    ...{ key: 'act', title: '', width: 90, control: true, always: true },
    render: (row) =>
      row.checkedOn ? null : (
        <Button size="small" onClick={() => setChecked(row)}>
          登记复核
        </Button>
      ),
  };
  return (
    <>
      <ListPage
        id="sweeps.rechecks"
        title="复核名单"
        unit="户"
        search={rechecksSearch}
        filters={FILTERS}
        columns={mayCheck ? [act, ...COLUMNS] : COLUMNS}
        rowKey={({ countyCode, recheckId }) => `${countyCode}-${recheckId}`}
        queryKey={sweeps.query.rechecks.key()}
        fetch={({ sort: _sort, ...asked }, area, signal) =>
          sweeps.client.rechecks({ number, ...asked, area }, { signal })
        }
        rowTone={({ differing = [] }) => (differing.length > 0 ? 'orange' : undefined)}
        actions={<Button onClick={() => void navigate({ to: sweepPath(number) })}>本轮进度</Button>}
      />
      {checked ? <RecheckDialog row={checked} onClose={() => setChecked(undefined)} /> : null}
    </>
  );
}
