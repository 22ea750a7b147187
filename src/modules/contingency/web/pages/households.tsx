// The list of an event: who has been seen, who waits; a visit is written down from its row.

import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { RowButton } from '../../../../platform/web/list/row-button.tsx';
import { formatMoney } from '../../../../platform/web/numbers.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { householdPath } from '../../../households/domain/addresses.ts';
import { LISTED_COLUMNS, MEMBERS_COLUMN } from '../../../households/web/doors/household-columns.tsx';
import { eventPath } from '../../domain/addresses.ts';
import { HOUSEHOLD_LOOKS, LOOK_NAMES, VISIT_RESULTS, VISIT_WAYS } from '../../domain/words.ts';
import { contingency, type ListedHousehold } from '../api.ts';
import { VisitDialog } from '../parts/visit-dialog.tsx';
import { householdsSearch } from '../searches.ts';

const FILTERS: ListFilter[] = [
  { kind: 'text', key: 'text', label: '查找', placeholder: '户编号或户主' },
  {
    kind: 'choice',
    key: 'look',
    label: '看什么',
    choices: HOUSEHOLD_LOOKS.map((value) => ({ value, label: LOOK_NAMES[value] })),
  },
];

const COLUMNS: ListColumn<ListedHousehold>[] = [
  ...LISTED_COLUMNS,
  MEMBERS_COLUMN,
  { key: 'visited', title: '走访日期', render: ({ visitedOn }) => visitedOn ?? '', width: 106 },
  { key: 'way', title: '方式', render: ({ way }) => (way ? VISIT_WAYS[way] : ''), width: 110 },
  { key: 'result', title: '结论', render: ({ result }) => (result ? VISIT_RESULTS[result] : ''), width: 190 },
  { key: 'loss', title: '申报损失（元）', render: ({ lossFen }) => formatMoney(lossFen), width: 120, align: 'right' },
  { key: 'case', title: '监测个案', render: ({ hasCase }) => (hasCase ? '有' : ''), width: 80 },
  { key: 'by', title: '走访人', render: ({ visitedBy }) => visitedBy ?? '', width: 90 },
];

export function HouseholdsPage() {
  const navigate = useNavigate();
  const { number = '' }: { number?: string } = useParams({ strict: false });
  const mayVisit = useMay('contingency.visit');
  const [visited, setVisited] = useState<ListedHousehold>();
  const act: ListColumn<ListedHousehold> = {
    ...{ key: 'act', title: '', width: 90, control: true, always: true },
    render: (row) => <RowButton onClick={() => setVisited(row)}>{row.result ? '改正' : '登记走访'}</RowButton>,
  };
  return (
    <>
      <ListPage
        id="contingency.households"
        title="应急响应名单"
        unit="户"
        search={householdsSearch}
        filters={FILTERS}
        columns={mayVisit ? [act, ...COLUMNS] : COLUMNS}
        rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
        queryKey={contingency.query.households.key()}
        fetch={({ sort: _sort, ...asked }, area, signal) =>
          contingency.client.households({ number, ...asked, area }, { signal })
        }
        onOpen={(row) => void navigate({ to: householdPath(row) })}
        actions={<Button onClick={() => void navigate({ to: eventPath(number) })}>本次响应</Button>}
      />
      {visited ? <VisitDialog event={number} row={visited} onClose={() => setVisited(undefined)} /> : null}
    </>
  );
}
