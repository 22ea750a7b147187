// What asks for a look about key counties; each opens the register where it is put right.

import { useNavigate } from '@tanstack/react-router';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { narrowedTo } from '../../../../platform/web/registers/register-filters.ts';
import { CONCERN_DEEDS, CONCERN_NAMES } from '../../domain/concerns.ts';
import type { ConcernRow } from '../api.ts';

const COLUMNS: ListColumn<ConcernRow>[] = [
  {
    ...{ key: 'concern', title: '情况', width: 190 },
    render: ({ concern }) => <StateTag tone="orange">{CONCERN_NAMES[concern]}</StateTag>,
  },
  { key: 'region', title: '地区', render: ({ regionName }) => regionName, width: 120 },
  { key: 'title', title: '事项', render: ({ title }) => title, width: 200 },
  { key: 'on', title: '起于', render: ({ on }) => on ?? '', width: 110 },
  { key: 'deed', title: '要做的', render: ({ concern }) => CONCERN_DEEDS[concern], width: 360 },
];

/** What the list of the register is narrowed to. */
function searchOf({ register, subject, regionCode }: ConcernRow): object {
  if (register === 'specialist-postings') return narrowedTo({ cadreNumber: subject ?? '' });
  if (register === 'specialist-teams' && subject) return { text: subject, area: regionCode };
  return { area: regionCode };
}

export function ConcernTable({ rows }: { rows: ConcernRow[] }) {
  const navigate = useNavigate();
  return (
    <SmallTable
      label="重点旗县需要核对的情况"
      columns={COLUMNS}
      rows={rows}
      rowKey={({ concern, subject, regionCode, on }) => `${concern} ${regionCode} ${subject ?? ''} ${on ?? ''}`}
      onOpen={(row) =>
        void navigate({
          ...{ to: '/registers/$code', params: { code: row.register } },
          search: (old: object) => ({ ...old, ...searchOf(row) }),
        })
      }
      none="没有需要核对的情况。"
    />
  );
}
