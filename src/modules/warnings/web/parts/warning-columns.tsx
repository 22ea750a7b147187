// Columns of warnings, wherever they are listed.

import { Deadline } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { formatCount, formatDay, UNKNOWN } from '../../../../platform/web/numbers.ts';
import type { WarningItem } from '../types.ts';
import { LevelTag, WarningStateTag } from './words.tsx';

export const WARNING_COLUMNS: ListColumn<WarningItem>[] = [
  {
    key: 'level',
    title: '级别',
    render: ({ level }) => <LevelTag level={level} />,
    width: 76,
    always: true,
    sortable: true,
  },
  { key: 'head', title: '户主', render: ({ headName }) => headName || UNKNOWN, width: 84, always: true, fixed: 'left' },
  {
    key: 'due',
    title: '核实期限',
    render: ({ dueOn, daysLeft, state }) =>
      state === 'open' ? <Deadline daysLeft={daysLeft} date={dueOn} /> : formatDay(dueOn),
    width: 100,
    always: true,
    fixed: 'left',
    sortable: true,
  },
  { key: 'number', title: '户编号', render: ({ householdNumber }) => householdNumber, width: 118, spare: true },
  {
    key: 'members',
    title: '人口',
    render: ({ memberCount }) => formatCount(memberCount),
    width: 60,
    align: 'right',
    spare: true,
  },
  { key: 'county', title: '旗县', render: ({ countyName }) => countyName || UNKNOWN, width: 104, aboveCounty: true },
  { key: 'township', title: '苏木乡镇', render: ({ townshipName }) => townshipName || UNKNOWN, width: 112 },
  { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName || UNKNOWN, width: 152 },
  {
    key: 'rules',
    title: '规则',
    render: ({ rules }) => rules.map(({ name }) => name).join('、'),
    width: 168,
    always: true,
  },
  { key: 'monitored', title: '在监测', render: ({ monitored }) => (monitored ? '是' : '否'), width: 68 },
  { key: 'state', title: '状态', render: ({ state }) => <WarningStateTag state={state} />, width: 100, always: true },
  { key: 'assignee', title: '核实人', render: whoOf, width: 100 },
  { key: 'checkedAt', title: '核实时间', render: ({ checkedAt }) => formatDay(checkedAt), width: 106, spare: true },
  { key: 'found', title: '发现时间', render: ({ foundAt }) => formatDay(foundAt), width: 106, spare: true },
  { key: 'asOf', title: '筛查日', render: ({ asOf }) => asOf, width: 106, spare: true },
];

function whoOf({ checkedBy, assigneeName }: WarningItem): string {
  return checkedBy ?? (assigneeName || '未指派');
}

function withoutSort({ sortable: _sortable, ...column }: ListColumn<WarningItem>): ListColumn<WarningItem> {
  return column;
}

/** For short lists on other pages, which have no order to choose. */
export function columnsNamed(...keys: string[]): ListColumn<WarningItem>[] {
  return keys.flatMap((key) => WARNING_COLUMNS.filter((column) => column.key === key).map(withoutSort));
}
