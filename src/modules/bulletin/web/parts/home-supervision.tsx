// Home: where it is late, the most late first. Who does steps of cases sees the areas below that are behind; who looks after counties
// sees them all, in numbers, on the map and in a table.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Section } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { type BulletinRow, bulletinApi } from '../api.ts';
import { defaultPeriod } from './period.ts';

/** Comes after the numbers: a home page is read before its map is drawn. */
const CountyMap = lazy(() =>
  import('../../../../platform/web/charts/map.tsx').then((part) => ({ default: part.CountyMap })),
);

/** As many areas below as are read at a glance. */
const SHOWN = 8;

const LEVELS = { county: '旗县', township: '苏木乡镇', village: '嘎查村' } as const;

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
  const acts = useMay('cases.object');
  const { code: area } = useArea();
  const { from, to } = defaultPeriod();
  const query = useQuery(bulletinApi.query.bulletin.queryOptions({ input: { area, from, to } }));
  if (query.isPending) return <Loading rows={4} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const { level, total } = query.data;
  const rows = [...query.data.rows].sort((a, b) => b.escalated - a.escalated || b.late - a.late);
  if (acts) return <Behind level={LEVELS[level]} rows={rows.filter(({ late }) => late > 0)} />;
  return (
    <>
      <Totals total={total} />
      {level === 'county' ? <LateMap rows={rows} /> : null}
      <Section title="督办：各地逾期">
        <SmallTable
          label="各地逾期"
          columns={SUPERVISED}
          rows={rows.filter(({ open }) => open > 0)}
          rowKey={({ code }) => code}
          none="当前区域没有正在办理的监测个案"
        />
      </Section>
    </>
  );
}

function Behind({ level, rows }: { level: string; rows: BulletinRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Section
      title={`各${level}逾期`}
      extra={rows.length > SHOWN ? <Link to="/bulletin">全部 {formatCount(rows.length)} 个</Link> : null}
    >
      <SmallTable
        label="各地逾期"
        columns={SUPERVISED}
        rows={rows.slice(0, SHOWN)}
        rowKey={({ code }) => code}
        none="没有逾期"
      />
    </Section>
  );
}

function Totals({ total: { open, late, escalated, done, onTime } }: { total: BulletinRow }) {
  return (
    <StatRow>
      <StatCard title="正在办理" value={formatCount(open)} unit="户" to="/cases" />
      <StatCard
        title="已逾期"
        value={formatCount(late)}
        unit="户"
        tone={late > 0 ? 'red' : 'plain'}
        to="/cases"
        search={{ desk: 'late' }}
      />
      <StatCard
        title="已上提督办"
        value={formatCount(escalated)}
        unit="户"
        tone={escalated > 0 ? 'red' : 'plain'}
        to="/bulletin"
      />
      <StatCard
        title="今年按期办结"
        value={`${formatCount(onTime)} / ${formatCount(done)}`}
        unit="户"
        basis="各环节都在期限内的户数 / 有环节办结或已到期的户数"
        to="/bulletin"
      />
    </StatRow>
  );
}

const householdsOf = (value: number | undefined) => (value === undefined ? '—' : formatCount(value));

function LateMap({ rows }: { rows: BulletinRow[] }) {
  const { setArea } = useArea();
  const places = rows.map(({ code, name, open, late }) => ({
    ...{ countyCode: code / 1_000_000, name },
    value: open > 0 ? late : undefined,
  }));
  return (
    <Section title="各旗县逾期示意图">
      <Suspense fallback={<Loading rows={10} />}>
        <CountyMap
          figure="逾期"
          unit="户"
          places={places}
          format={householdsOf}
          onOpen={({ countyCode }) => setArea(countyCode * 1_000_000)}
        />
      </Suspense>
    </Section>
  );
}
