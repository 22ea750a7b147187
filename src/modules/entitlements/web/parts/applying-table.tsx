// Clauses that apply to somebody: what they give, what to bring, where.

import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatMoney, UNKNOWN } from '../../../../platform/web/numbers.ts';
import type { Applying } from '../api.ts';

const COLUMNS: ListColumn<Applying>[] = [
  { key: 'gist', title: '政策', render: ({ gist }) => gist, width: 260 },
  {
    key: 'basis',
    title: '依据',
    render: ({ documentTitle, clauseNo }) => `${documentTitle} ${clauseNo}`,
    width: 200,
  },
  { key: 'why', title: '为什么适用', render: ({ why }) => why, width: 180 },
  { key: 'amount', title: '标准（元）', render: ({ amountFen }) => formatMoney(amountFen), width: 100, align: 'right' },
  { key: 'bring', title: '带什么', render: ({ bring }) => bring ?? UNKNOWN, width: 180 },
  {
    key: 'counter',
    title: '到哪里、找谁',
    render: ({ counter, office }) => [counter, office].filter(Boolean).join('，') || UNKNOWN,
    width: 180,
  },
];

type ApplyingTableProps = { label: string; rows: Applying[]; none: string; more?: ListColumn<Applying>[] };

export function ApplyingTable({ label, rows, none, more = [] }: ApplyingTableProps) {
  return (
    <SmallTable
      label={label}
      columns={[...more, ...COLUMNS]}
      rows={rows}
      rowKey={({ documentNumber, clauseNo }) => `${documentNumber} ${clauseNo}`}
      none={none}
    />
  );
}
