// 建设进度: what an area has, plans and has done; a map of its counties by the share done, and every number opens its rows.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useMemo } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { CountyMap } from '../../../../platform/web/charts/map.tsx';
import { Section } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatRate } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { narrowedTo } from '../../../../platform/web/registers/register-filters.ts';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { villagePath } from '../../domain/addresses.ts';
import { MEASURE_WORDS, MEASURES, type Measure } from '../../domain/measures.ts';
import { shareOf } from '../../domain/sums.ts';
import { MATTER_KEYS, MATTERS } from '../../domain/words.ts';
import { construction, type Overview, type OverviewRow } from '../api.ts';
import { FormMenu } from '../parts/form-menu.tsx';
import { overviewSearch } from '../searches.ts';

export function OverviewPage() {
  const { code: area } = useArea();
  const { search, change } = useAddress(overviewSearch);
  const query = useQuery({
    ...construction.query.overview.queryOptions({ input: { area, by: search.by ?? 'children' } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const level = data?.area.level;
  const hasMap = level === 'autonomous-region' || level === 'prefecture';
  return (
    <div className="sw-page">
      <PageTitle
        title="建设进度"
        note={data ? `${data.area.name} · 截至 ${data.asOf}` : ''}
        actions={<FormMenu area={area} />}
      />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={10} /> : null}
      {data ? (
        <>
          <Cards data={data} />
          {hasMap ? (
            <MapOfCounties
              area={area}
              measure={search.measure ?? 'rectified'}
              onMeasure={(measure) => change({ measure }, 'replace')}
            />
          ) : null}
          <Section
            title={`${data.area.name}各地区`}
            extra={
              level === 'autonomous-region' ? (
                <Segmented
                  size="small"
                  value={search.by ?? 'children'}
                  options={[
                    { value: 'children', label: '盟市' },
                    { value: 'counties', label: '旗县' },
                  ]}
                  onChange={(by) => change({ by: by === 'counties' ? 'counties' : undefined }, 'replace')}
                />
              ) : null
            }
          >
            <RegionTable data={data} />
            <p className="sw-quiet">
              {MEASURES.map((measure) => `${MEASURE_WORDS[measure].title} = ${MEASURE_WORDS[measure].basis}`).join(
                '；',
              )}
              。
            </p>
          </Section>
        </>
      ) : null}
    </div>
  );
}

function Cards({ data: { total } }: { data: Overview }) {
  const { works } = total;
  return (
    <StatRow>
      {MEASURES.map((measure) => {
        const { part, whole } = shareOf(measure, total);
        return (
          <StatCard
            key={measure}
            title={MEASURE_WORDS[measure].title}
            value={formatRate(part, whole).text}
            basis={MEASURE_WORDS[measure].basis}
            note={`${formatCount(part)} / ${formatCount(whole)}`}
          />
        );
      })}
      {(['garbage', 'sewage'] as const).map((matter) => (
        <StatCard
          key={`plan-${matter}`}
          title={`今年计划${MATTERS[matter]}`}
          value={formatCount(works[matter].planned)}
          unit="个嘎查村"
          note={`已建成 ${formatCount(works[matter].plannedDone)} 个`}
          to="/registers/village-works"
          search={narrowedTo({ matter })}
        />
      ))}
    </StatRow>
  );
}

type MapProps = { area: number; measure: Measure; onMeasure: (measure: Measure) => void };

function MapOfCounties({ area, measure, onMeasure }: MapProps) {
  const { setArea } = useArea();
  const counties = useQuery(construction.query.overview.queryOptions({ input: { area, by: 'counties' } }));
  const places = useMemo(
    () =>
      (counties.data?.rows ?? []).map((row) => {
        const { part, whole } = shareOf(measure, row);
        const value = whole === 0 ? undefined : Math.round((part / whole) * 1000) / 10;
        return { countyCode: row.code / 1_000_000, name: row.name, value };
      }),
    [counties.data, measure],
  );
  if (counties.isPending) return <Loading />;
  if (counties.isLoadingError) return <Failed error={counties.error} onRetry={() => void counties.refetch()} />;
  return (
    <Section
      title="分旗县示意图"
      extra={
        <Segmented
          size="small"
          aria-label="图上画什么"
          value={measure}
          options={MEASURES.map((value) => ({ value, label: MEASURE_WORDS[value].title }))}
          onChange={onMeasure}
        />
      }
    >
      <CountyMap
        figure={MEASURE_WORDS[measure].title}
        unit="%"
        places={places}
        format={(value) => (value === undefined ? '无数据' : String(value))}
        onOpen={({ countyCode }) => setArea(countyCode * 1_000_000)}
      />
    </Section>
  );
}

type Shown = OverviewRow & { isTotal?: true };

/** A number that opens the rows it counts, in the area of its line. */
function linked(row: Shown, n: number, register: string, filters: Readonly<Record<string, string>>) {
  if (row.isTotal) return <strong>{formatCount(n)}</strong>;
  return (
    <Link
      to={`/registers/${register}`}
      search={{ area: String(row.code), ...narrowedTo(filters) } as object}
      onClick={(event) => event.stopPropagation()}
    >
      {formatCount(n)}
    </Link>
  );
}

const right = { align: 'right' as const };
const COLUMNS: ListColumn<Shown>[] = [
  { key: 'name', title: '地区', render: ({ name }) => name, width: 150 },
  { key: 'villages', title: '行政嘎查村', render: ({ villages }) => formatCount(villages), width: 100, ...right },
  {
    ...{ key: 'toilets', title: '户厕（座）', width: 100, ...right },
    render: (row) => linked(row, row.toilets, 'toilets', { nature: 'household' }),
  },
  { key: 'sanitary', title: '卫生厕所', render: ({ sanitary }) => formatCount(sanitary), width: 90, ...right },
  { key: 'built', title: '今年新改建', render: (row) => formatCount(row.builtThisYear), width: 100, ...right },
  {
    ...{ key: 'winter', title: '新改建冬季可用', width: 130, ...right },
    render: ({ winterProof, built }) => `${formatCount(winterProof)} / ${formatCount(built)}`,
  },
  {
    ...{ key: 'faulty', title: '问题厕所（座）', width: 120, ...right },
    render: (row) => linked(row, row.faulty, 'toilet-issues', {}),
  },
  { key: 'rectified', title: '整改完成', render: ({ rectified }) => formatCount(rectified), width: 90, ...right },
  { key: 'closed', title: '验收销号', render: ({ closed }) => formatCount(closed), width: 90, ...right },
  ...MATTER_KEYS.map(
    (matter): ListColumn<Shown> => ({
      ...{ key: matter, title: `${MATTERS[matter]}建成 / 计划已建成`, width: 150, ...right },
      render: (row) => {
        const { inPlace, planned, plannedDone } = row.works[matter];
        return (
          <>
            {linked(row, inPlace, 'village-works', { matter })} / {formatCount(plannedDone)}（{formatCount(planned)}）
          </>
        );
      },
    }),
  ),
];

function RegionTable({ data: { rows, total, area } }: { data: Overview }) {
  const navigate = useNavigate();
  const isVillage = area.level === 'township' || area.level === 'village';
  const open = ({ code, isTotal }: Shown) => {
    if (isTotal) return;
    if (isVillage) void navigate({ to: villagePath(code) });
    else void navigate({ to: '.', search: (old: object) => ({ ...old, area: String(code), by: undefined }) });
  };
  return (
    <SmallTable<Shown>
      label="建设进度"
      columns={COLUMNS}
      rows={[...rows, { ...total, code: 0, name: '合计', isTotal: true }]}
      rowKey={({ code }) => code}
      onOpen={open}
      none="没有下级地区"
    />
  );
}
