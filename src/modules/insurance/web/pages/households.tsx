// 兜底到户: who has dibao, who was paid by the insurance, who is poor and has neither.

import { useNavigate } from '@tanstack/react-router';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { formatMoney } from '../../../../platform/web/numbers.ts';
import { householdPath } from '../../../households/domain/addresses.ts';
import { FLOOR_LOOKS, FLOOR_NAMES } from '../../domain/looks.ts';
import { type FloorHousehold, insurance } from '../api.ts';
import { floorHouseholdsSearch } from '../searches.ts';

const FILTERS: ListFilter[] = [
  {
    kind: 'choice',
    key: 'look',
    label: '看什么',
    choices: FLOOR_LOOKS.map((value) => ({ value, label: FLOOR_NAMES[value] })),
  },
  { kind: 'text', key: 'text', label: '查找', placeholder: '户主或户编号' },
];

const COLUMNS: ListColumn<FloorHousehold>[] = [
  { key: 'head', title: '户主', render: ({ headName }) => headName, width: 120, always: true },
  { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName, width: 150 },
  { key: 'number', title: '户编号', render: ({ number }) => number, width: 180 },
  { key: 'members', title: '人口', render: ({ members }) => members, width: 80, align: 'right' },
  {
    ...{ key: 'perHead', title: '人均纯收入（元）', width: 150, align: 'right' },
    render: ({ perHeadFen }) => formatMoney(perHeadFen),
  },
  { key: 'monitored', title: '监测', render: ({ monitored }) => (monitored ? '在监测' : ''), width: 90 },
  {
    ...{ key: 'dibao', title: '低保（人）', width: 100, align: 'right' },
    render: ({ dibaoPersons }) => dibaoPersons,
  },
  { key: 'claims', title: '理赔（件）', render: ({ claims }) => claims, width: 100, align: 'right' },
  {
    ...{ key: 'claimFen', title: '赔付（元）', width: 120, align: 'right' },
    render: ({ claims, claimFen }) => (claims > 0 ? formatMoney(claimFen) : ''),
  },
];

export function FloorHouseholdsPage() {
  const navigate = useNavigate();
  return (
    <ListPage
      id="insurance.households"
      title="兜底到户"
      unit="户"
      search={floorHouseholdsSearch}
      filters={FILTERS}
      columns={COLUMNS}
      rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
      queryKey={insurance.query.households.key()}
      fetch={({ sort: _sort, ...asked }, area, signal) => insurance.client.households({ ...asked, area }, { signal })}
      onOpen={(row) => void navigate({ to: householdPath(row) })}
      emptyHint="没有这样的户。"
    />
  );
}
