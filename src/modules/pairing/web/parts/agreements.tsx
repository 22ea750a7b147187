// What was agreed with Beijing for the year, against the numbers of the year.

import { useNavigate } from '@tanstack/react-router';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { AGREEMENT_ITEMS } from '../../domain/cooperation/agreements.ts';
import { metricOf } from '../../domain/cooperation/metrics.ts';
import { AGREEMENT_STATES } from '../../domain/cooperation/states.ts';
import type { Cooperation } from '../api.ts';

type Agreement = Cooperation['agreements'][number];

const AGREEMENT_COLUMNS: ListColumn<Agreement>[] = [
  { key: 'region', title: '地区', render: ({ regionName }) => regionName, width: 150 },
  { key: 'partner', title: '北京协作方', render: ({ partner }) => partner, width: 170 },
  {
    ...{ key: 'item', title: '任务项', width: 220 },
    render: ({ item }) => `${AGREEMENT_ITEMS[item]}（${metricOf(item).unit}）`,
  },
  { key: 'promised', title: '目标值', render: ({ promised }) => formatCount(promised), width: 110, align: 'right' },
  { key: 'done', title: '完成值', render: ({ done }) => formatCount(done), width: 110, align: 'right' },
  {
    ...{ key: 'share', title: '完成率', width: 100, align: 'right' },
    render: ({ share }) => (share === undefined ? '—' : `${share}%`),
  },
  { key: 'ends', title: '截止', render: ({ endsOn }) => endsOn, width: 120 },
  {
    ...{ key: 'state', title: '状态', width: 100 },
    render: ({ state }) => AGREEMENT_STATES.names[state] ?? state,
  },
];

/** What is done is the number above of the same year, never a typed one. */
export function Agreements({ data: { agreements, year } }: { data: Cooperation }) {
  const navigate = useNavigate();
  return (
    <SmallTable
      label="协议任务完成情况"
      columns={AGREEMENT_COLUMNS}
      rows={agreements}
      rowKey={({ number }) => number}
      onOpen={({ item }) =>
        void navigate({
          ...{ to: '/registers/$code', params: { code: 'cooperation-agreements' } },
          search: (old: object) => ({ ...old, 'by-year': String(year), 'by-item': item }),
        })
      }
      none="这一年没有登记协议任务，请在“京蒙协作协议任务”台账里登记。"
    />
  );
}
