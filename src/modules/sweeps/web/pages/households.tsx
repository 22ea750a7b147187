// The households of a round: who waits, who was not met, who is away; a visit is written down from its row.

import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { choicesOf } from '../../../../platform/web/form/index.ts';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { RowButton } from '../../../../platform/web/list/row-button.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { LISTED_COLUMNS, MEMBERS_COLUMN } from '../../../households/web/doors/household-columns.tsx';
import { sweepPath } from '../../domain/addresses.ts';
import { ITEM_LOOKS, SWEEP_LISTS, VISIT_MODES, VISIT_RESULTS } from '../../domain/words.ts';
import { type ListedHousehold, sweeps } from '../api.ts';
import { AssignDialog } from '../parts/assign-dialog.tsx';
import { ItemDrawer } from '../parts/item-drawer.tsx';
import { VisitDialog } from '../parts/visit-dialog.tsx';
import { itemsSearch } from '../searches.ts';

const FILTERS: ListFilter[] = [
  { kind: 'text', key: 'text', label: '查找', placeholder: '户编号或户主' },
  { kind: 'choice', key: 'look', label: '看什么', choices: choicesOf(ITEM_LOOKS) },
  { kind: 'choice', key: 'list', label: '清单', choices: choicesOf(SWEEP_LISTS) },
  { kind: 'tick', key: 'mine', label: '只看分给我的' },
];

const COLUMNS: ListColumn<ListedHousehold>[] = [
  ...LISTED_COLUMNS,
  MEMBERS_COLUMN,
  { key: 'lists', title: '清单', render: ({ lists }) => lists.map((list) => SWEEP_LISTS[list]).join('、'), width: 180 },
  { key: 'reasons', title: '入选依据', render: ({ reasons }) => reasons.join('、'), width: 160, spare: true },
  { key: 'assigned', title: '承办人', render: ({ assignedTo }) => assignedTo ?? '', width: 90 },
  { key: 'visited', title: '核查日期', render: ({ visitedOn }) => visitedOn ?? '', width: 106 },
  { key: 'mode', title: '方式', render: ({ mode }) => (mode ? VISIT_MODES[mode] : ''), width: 80 },
  { key: 'result', title: '结论', render: ({ result }) => (result ? VISIT_RESULTS[result] : ''), width: 130 },
  { key: 'retry', title: '补访期限', render: ({ retryBy }) => retryBy ?? '', width: 106 },
  { key: 'late', title: '过期', render: ({ late }) => (late ? '过期' : ''), width: 60 },
  { key: 'visitors', title: '核查人', render: ({ visitors }) => visitors ?? '', width: 130 },
];

export function HouseholdsPage() {
  const navigate = useNavigate();
  const { number = '' }: { number?: string } = useParams({ strict: false });
  const mayVisit = useMay('sweeps.visit');
  const mayAssign = useMay('sweeps.assign');
  const [visited, setVisited] = useState<ListedHousehold>();
  const [opened, setOpened] = useState<ListedHousehold>();
  const [assigned, setAssigned] = useState<ListedHousehold[]>();
  const act: ListColumn<ListedHousehold> = {
    ...{ key: 'act', title: '', width: 90, control: true, always: true },
    render: (row) => <RowButton onClick={() => setVisited(row)}>{row.visitedOn ? '改正' : '登记核查'}</RowButton>,
  };
  return (
    <>
      <ListPage
        id="sweeps.items"
        title="轮次清单"
        unit="户"
        search={itemsSearch}
        filters={FILTERS}
        columns={mayVisit ? [act, ...COLUMNS] : COLUMNS}
        rowKey={({ countyCode, id: household }) => `${countyCode}-${household}`}
        queryKey={sweeps.query.items.key()}
        fetch={({ sort: _sort, ...asked }, area, signal) => sweeps.client.items({ number, ...asked, area }, { signal })}
        onOpen={(row) => setOpened(row)}
        rowTone={({ late, result }) => (late ? 'orange' : result === 'not-met' ? 'orange' : undefined)}
        bulk={mayAssign ? [{ label: '分派承办人', run: (rows) => setAssigned(rows) }] : []}
        actions={<Button onClick={() => void navigate({ to: sweepPath(number) })}>本轮进度</Button>}
      />
      {opened ? <ItemDrawer number={number} row={opened} onClose={() => setOpened(undefined)} /> : null}
      {visited ? <VisitDialog number={number} row={visited} onClose={() => setVisited(undefined)} /> : null}
      {assigned ? (
        <AssignDialog number={number} areaName="" rows={assigned} onClose={() => setAssigned(undefined)} />
      ) : null}
    </>
  );
}
