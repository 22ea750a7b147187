// 项目分布图: where the planned projects of a year stand, by county on the map, from the county down a tile for each village. Each
// opens the projects that are built there.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import type { Tile } from '../../../../platform/web/charts/tile-map.tsx';
import { formatCount, formatMoney } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { thisYear } from '../../../../platform/web/today.ts';
import { money, type ProjectMap } from '../api.ts';
import { PlannedFilters } from '../parts/planned-filters.tsx';
import { projectMapSearch } from '../searches.ts';

const CountyMap = lazy(() =>
  import('../../../../platform/web/charts/map.tsx').then((part) => ({ default: part.CountyMap })),
);
const TileMap = lazy(() =>
  import('../../../../platform/web/charts/tile-map.tsx').then((part) => ({ default: part.TileMap })),
);

export function ProjectMapPage() {
  const { code: area } = useArea();
  const { search } = useAddress(projectMapSearch);
  const { year, kind, programme } = search;
  const query = useQuery({
    ...money.query.projectMap.queryOptions({ input: { area, year, projectKind: kind, programme } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  return (
    <div className="sw-page">
      <PageTitle
        title="项目分布图"
        note={data ? `${data.area.name} · ${data.year} 年计划 · 截至 ${data.asOf}` : ''}
        actions={<Button onClick={() => window.print()}>打印</Button>}
      />
      <PlannedFilters year={data?.year ?? year ?? thisYear()} />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={10} /> : null}
      {data ? <Shown data={data} /> : null}
    </div>
  );
}

function Shown({ data }: { data: ProjectMap }) {
  const { total, area, year, unplaced, by, places } = data;
  if (total.projects === 0)
    return <Empty what={`${area.name} ${year} 年没有符合条件的计划项目`} hint="可以换一个年度、类别或区域。" />;
  const empty = places.filter(({ projects }) => projects === 0).length;
  return (
    <>
      <p>
        共 {formatCount(total.projects)} 个项目，计划总投资 {formatMoney(total.plannedFen, '万元')} 万元，已完工{' '}
        {formatCount(total.finished)} 个，晚于计划 {formatCount(total.late)} 个；{formatCount(empty)} 个
        {by === 'county' ? '旗县' : '嘎查村'}没有项目。
        {unplaced > 0 ? (
          <>
            {' '}
            <Link to="/money/timeline" search={(old: object) => ({ ...old, year, village: 0 })}>
              另有 {formatCount(unplaced)} 个没有登记实施嘎查村
            </Link>
            ，图上没有。
          </>
        ) : null}
      </p>
      <Suspense fallback={<Loading rows={10} />}>
        {by === 'county' ? <Counties data={data} /> : <Villages data={data} />}
      </Suspense>
    </>
  );
}

function Counties({ data: { places } }: { data: ProjectMap }) {
  const { setArea } = useArea();
  const drawn = useMemo(
    () => places.map(({ code, name, projects }) => ({ countyCode: code / 1_000_000, name, value: projects })),
    [places],
  );
  return (
    <CountyMap
      figure="计划项目"
      unit="个"
      places={drawn}
      format={(value) => formatCount(value ?? 0)}
      onOpen={({ countyCode }) => setArea(countyCode * 1_000_000)}
    />
  );
}

function Villages({ data: { places, year } }: { data: ProjectMap }) {
  const navigate = useNavigate();
  const tiles = useMemo(
    () =>
      places.map(({ code, name, groupCode, groupName, projects, late }): Tile => {
        const mark = late > 0 ? { mark: `晚 ${late}` } : {};
        return { code, name, groupCode, groupName, value: projects, ...mark };
      }),
    [places],
  );
  return (
    <TileMap
      figure="各嘎查村的计划项目"
      what="项目"
      unit="个"
      tiles={tiles}
      onOpen={({ code }) =>
        void navigate({ to: '/money/timeline', search: (old: object) => ({ ...old, year, village: code }) })
      }
    />
  );
}
