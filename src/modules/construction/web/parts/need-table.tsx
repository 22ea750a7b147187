// What asks for action, each line opening the row of the register it speaks of.

import { useNavigate } from '@tanstack/react-router';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import type { NeedLine } from '../../domain/contract.ts';
import { NEED_NAMES } from '../../domain/needs.ts';

function dayWords({ on, dueOn, by }: NeedLine): string {
  if (dueOn === undefined || by === undefined) return on ?? '';
  return by < 0 ? `${dueOn} 到期，已过 ${-by} 天` : `${dueOn} 到期，还有 ${by} 天`;
}

const COLUMNS: ListColumn<NeedLine>[] = [
  {
    ...{ key: 'need', title: '待办', width: 180 },
    render: ({ need, by }) => (
      <StateTag tone={by !== undefined && by < 0 ? 'red' : 'orange'}>{NEED_NAMES[need]}</StateTag>
    ),
  },
  { key: 'title', title: '户厕或事项', render: ({ title }) => title, width: 180 },
  { key: 'region', title: '嘎查村', render: ({ regionName }) => regionName, width: 140 },
  { key: 'day', title: '日期', render: dayWords, width: 210 },
];

export function NeedTable({ rows, none }: { rows: NeedLine[]; none: string }) {
  const navigate = useNavigate();
  return (
    <SmallTable
      label="建设待办"
      columns={COLUMNS}
      rows={rows}
      rowKey={({ need, countyCode, id }) => `${need} ${countyCode}-${id}`}
      onOpen={({ register, countyCode, id }) =>
        void navigate({ to: `/registers/${register}`, search: { record: `${countyCode}-${id}` } as object })
      }
      none={none}
    />
  );
}
