// 结对总览: who helps an area on a day, by kind and by the regions below, as numbers, matrix and map.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { DayInput } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatMoney, moneyTitle } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { PAIRING_CODES, PAIRING_KINDS } from '../../domain/pairing-words.ts';
import { type Overview, type OverviewRow, pairing } from '../api.ts';
import { overviewSearch } from '../searches.ts';

const CountyMap = lazy(() =>
  import('../../../../platform/web/charts/map.tsx').then((part) => ({ default: part.CountyMap })),
);

export function OverviewPage() {
  const { code: area } = useArea();
  const { search, change } = useAddress(overviewSearch);
  const query = useQuery({
    ...pairing.query.overview.queryOptions({ input: { area, asOf: search.asOf } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  return (
    <div className="sw-page">
      <PageTitle
        title="结对总览"
        note={data ? `${data.area.name} · 截至 ${data.asOf}` : ''}
        actions={
          data ? (
            <DayInput
              value={search.asOf ?? data.asOf}
              onChange={(asOf) => change({ asOf: asOf || undefined }, 'replace')}
            />
          ) : null
        }
      />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={10} /> : null}
      {data ? <Shown data={data} /> : null}
    </div>
  );
}

type Counts = Overview['total'];

/** What the rows come to one by one, where that is more than there are: who helps two is counted in both. */
function summed(rows: readonly Counts[], total: Counts, key: 'units' | 'cadres' | 'helped', of: string): string {
  const sum = rows.reduce((all, row) => all + row[key], 0);
  return sum === total[key] ? '' : `${of}相加 ${formatCount(sum)}，去重 ${formatCount(total[key])}`;
}

function Shown({ data }: { data: Overview }) {
  const { total, kinds, rows, unhelped, area } = data;
  return (
    <>
      <StatRow>
        <StatCard title="结对" value={formatCount(total.pairs)} unit="对" to="/pairing/pairs" />
        <StatCard
          title="帮扶单位"
          value={formatCount(total.units)}
          unit="家"
          note={summed(kinds, total, 'units', '各类')}
          basis="同一代码的单位只计一次，不论帮几个地区、有几类结对"
        />
        <StatCard
          title="干部"
          value={formatCount(total.cadres)}
          unit="人"
          note={summed(kinds, total, 'cadres', '各类')}
        />
        <StatCard
          title="本年有帮扶的结对"
          value={formatCount(total.active)}
          unit="对"
          note={`${formatCount(total.pairs - total.active)} 对还没有帮扶记录`}
          {...(total.pairs > total.active ? { tone: 'orange' as const } : {})}
          to="/pairing/pairs"
          search={{ look: 'no-deed' }}
        />
        <StatCard
          title="没有结对的嘎查村"
          value={formatCount(unhelped.village)}
          unit="个"
          note={`共 ${formatCount(unhelped.villages)} 个`}
          to="/pairing/unhelped"
          search={{ level: 'village' }}
        />
        {area.level === 'autonomous-region' || area.level === 'prefecture' ? (
          <StatCard
            title="没有结对的旗县"
            value={formatCount(unhelped.county)}
            unit="个"
            to="/pairing/unhelped"
            search={{ level: 'county' }}
          />
        ) : null}
      </StatRow>
      <Section title="各类结对">
        <KindTable data={data} />
      </Section>
      <Section title={`${area.name}各地区由谁帮扶`}>
        <Matrix data={data} />
        <p className="sw-quiet">
          格内为帮扶方家数（省级领导为人数）。{summed(rows, total, 'units', '各地区单位')}
          {rows.length > 1 ? '；一家帮几个地区的，各地区都计，合计只计一次。' : ''}
        </p>
      </Section>
      {data.counties.length > 1 ? <HelpersMap data={data} /> : null}
    </>
  );
}

const fen = (key: 'directFen' | 'attractedFen' | 'goodsFen', title: string): ListColumn<Counts> => ({
  ...{ key, title, width: 130, align: 'right' },
  render: (row) => <span title={moneyTitle(row[key])}>{formatMoney(row[key], '万元')}</span>,
});

const count = (key: keyof Counts, title: string, width = 96): ListColumn<Counts> => ({
  ...{ key, title, width, align: 'right' },
  render: (row) => formatCount(row[key]),
});

const COUNTS: ListColumn<Counts>[] = [
  count('pairs', '结对（对）'),
  count('units', '单位（家）'),
  count('cadres', '干部（人）'),
  count('helped', '受帮扶地区（个）', 130),
  count('active', '本年有帮扶（对）', 130),
  count('deeds', '帮扶（次）'),
  count('visits', '走访（次）'),
  fen('directFen', '直接投入（万元）'),
  fen('attractedFen', '引进（万元）'),
  fen('goodsFen', '物资折价（万元）'),
];

type KindRow = Counts & { name: string; kind?: string };

function KindTable({ data: { kinds, total, asOf } }: { data: Overview }) {
  const navigate = useNavigate();
  const rows: KindRow[] = [
    ...PAIRING_CODES.flatMap((code) => kinds.filter(({ kind }) => kind === code)).map((row) => ({
      ...row,
      name: PAIRING_KINDS[row.kind],
    })),
    { ...total, name: '合计（去重）' },
  ];
  return (
    <SmallTable<KindRow>
      label="各类结对"
      columns={[{ key: 'name', title: '类型', render: ({ name }) => name, width: 170 }, ...COUNTS]}
      rows={rows}
      rowKey={({ name }) => name}
      onOpen={({ kind }) =>
        void navigate({ to: '/pairing/pairs', search: (old: object) => ({ ...old, ...(kind ? { kind } : {}), asOf }) })
      }
      none="没有结对。结对从“台账导入”进来，也可以在“结对帮扶”台账里登记。"
    />
  );
}

function Matrix({ data: { rows, kinds, area, asOf } }: { data: Overview }) {
  const navigate = useNavigate();
  const shown = PAIRING_CODES.filter((code) => kinds.some(({ kind }) => kind === code));
  const columns: ListColumn<OverviewRow>[] = [
    { key: 'name', title: '地区', render: ({ name, code }) => (code === area.code ? `${name}本级` : name), width: 150 },
    ...shown.map(
      (kind): ListColumn<OverviewRow> => ({
        ...{ key: kind, title: PAIRING_KINDS[kind], width: 130, align: 'right' },
        render: ({ byKind, code }) =>
          byKind[kind] ? (
            <Link
              to="/pairing/pairs"
              search={(old: object) => ({ ...old, kind, area: code, asOf })}
              onClick={(event) => event.stopPropagation()}
            >
              {formatCount(byKind[kind])}
            </Link>
          ) : (
            ''
          ),
      }),
    ),
    ...(COUNTS as ListColumn<OverviewRow>[]).filter(({ key }) => key !== 'helped'),
  ];
  return (
    <SmallTable
      label="各地区由谁帮扶"
      columns={columns}
      rows={rows}
      rowKey={({ code }) => code}
      {...(area.level === 'village' || area.level === 'township'
        ? {}
        : {
            onOpen: ({ code }: OverviewRow) => {
              if (code !== area.code) void navigate({ to: '.', search: (old: object) => ({ ...old, area: code }) });
            },
          })}
      none="没有结对"
    />
  );
}

function HelpersMap({ data: { counties } }: { data: Overview }) {
  const { setArea } = useArea();
  const places = useMemo(
    () => counties.map(({ code, name, helpers }) => ({ countyCode: code / 1_000_000, name, value: helpers })),
    [counties],
  );
  return (
    <Section title="各旗县的帮扶方">
      <Suspense fallback={<Loading rows={6} />}>
        <CountyMap
          figure="帮扶方"
          unit="家"
          places={places}
          format={formatCount}
          onOpen={({ countyCode }) => setArea(countyCode * 1_000_000)}
        />
      </Suspense>
    </Section>
  );
}
