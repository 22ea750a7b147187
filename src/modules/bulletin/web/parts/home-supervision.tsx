// 督办 for those who look after an area and do no steps of cases themselves: where it is late, the most late first.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Section } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { type BulletinRow, bulletinApi } from '../api.ts';
import { defaultPeriod } from './period.ts';

const SUPERVISED: ListColumn<BulletinRow>[] = [
  {
    key: 'name',
    title: '地区',
    width: 160,
    render: ({ code, name }) => (
      <Link to="/cases" search={{ area: code, desk: 'late' } as never}>
        {name}
      </Link>
    ),
  },
  { key: 'open', title: '正在办理', width: 90, align: 'right', render: ({ open }) => formatCount(open) },
  {
    key: 'late',
    title: '已逾期',
    width: 90,
    align: 'right',
    render: ({ late }) => <span className={late > 0 ? 'sw-tone-red' : ''}>{formatCount(late)}</span>,
  },
  { key: 'escalated', title: '已上提', width: 90, align: 'right', render: ({ escalated }) => formatCount(escalated) },
];

export function HomeSupervision() {
  // Whoever does steps of cases has a queue instead.
  return useMay('cases.object') ? null : <Supervision />;
}

function Supervision() {
  const { code: area } = useArea();
  const { from, to } = defaultPeriod();
  const query = useQuery(bulletinApi.query.bulletin.queryOptions({ input: { area, from, to } }));
  if (query.isPending) return <Loading rows={4} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const rows = [...query.data.rows].sort((a, b) => b.escalated - a.escalated || b.late - a.late);
  return (
    <Section title="督办：各地逾期">
      <SmallTable
        label="各地逾期"
        columns={SUPERVISED}
        rows={rows.filter(({ open }) => open > 0)}
        rowKey={({ code }) => code}
        none="当前区域没有正在办理的监测个案"
      />
    </Section>
  );
}
