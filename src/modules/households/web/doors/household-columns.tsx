// Columns by which a list of households says whom a row is about, and where.

import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import type { ListedHousehold } from '../../domain/listed-household.ts';

export const LISTED_COLUMNS: ListColumn<Omit<ListedHousehold, 'members'>>[] = [
  { key: 'head', title: '户主', render: ({ headName }) => headName, width: 90, always: true },
  { key: 'number', title: '户编号', render: ({ number }) => number, width: 130 },
  { key: 'township', title: '苏木乡镇', render: ({ townshipName }) => townshipName, width: 120 },
  { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName, width: 120 },
];

export const MEMBERS_COLUMN: ListColumn<ListedHousehold> = {
  ...{ key: 'members', title: '人口', render: ({ members }) => members, width: 60, align: 'right' },
};
