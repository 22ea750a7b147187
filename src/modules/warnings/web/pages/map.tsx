// 预警地图: warnings per thousand households by county, and beside it every number of every region below; each opens the
// list it counts. From the county down it is a ranked table: there are no boundaries of townships.

import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useMemo } from 'react';
import { LEVEL_NAMES, type RegionLevel } from '../../../../kernel/region-code.ts';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { CountyMap, type MapPlace } from '../../../../platform/web/charts/map.tsx';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea, useRegionPath } from '../../../../platform/web/regions.tsx';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { warnings } from '../api.ts';
import { formatPerMille, perMille, RankedRegions } from '../parts/ranked-regions.tsx';
import { mapSearch } from '../searches.ts';

export function WarningMapPage() {
  const { code } = useArea();
  const path = useRegionPath(code);
  const region = path.data?.at(-1);
  return (
    <div className="sw-page">
      <PageTitle title="预警地图" note={region ? `${region.name} 每千户预警数` : undefined} />
      {path.isError ? <Failed error={path.error} onRetry={() => void path.refetch()} /> : null}
      {region ? <Figures code={code} level={region.level} /> : path.isPending ? <Loading /> : null}
    </div>
  );
}

const BELOW: Partial<Record<RegionLevel, string>> = {
  'autonomous-region': LEVEL_NAMES.prefecture,
  prefecture: LEVEL_NAMES.county,
  county: LEVEL_NAMES.township,
};

function Figures({ code, level }: { code: number; level: RegionLevel }) {
  const { search, change } = useAddress(mapSearch);
  const hasMap = level === 'autonomous-region' || level === 'prefecture';
  const by = level === 'autonomous-region' ? (search.by ?? 'children') : 'children';
  const table = useQuery(warnings.query.map.queryOptions({ input: { area: code, by } }));
  if (table.isPending) return <Loading />;
  if (table.isLoadingError) return <Failed error={table.error} onRetry={() => void table.refetch()} />;
  const { asOf, items } = table.data;
  if (!asOf) return <Empty what="还没有筛查结果" hint="装载部门数据并筛查后，这里按区域显示预警数。" />;
  const below = by === 'counties' ? LEVEL_NAMES.county : (BELOW[level] ?? LEVEL_NAMES.village);
  return (
    <>
      {hasMap ? (
        <Counties code={code} />
      ) : (
        <p className="sw-quiet">苏木乡镇和嘎查村没有边界数据，这里只列表，不画图。</p>
      )}
      <Section
        title={`分${below}（${asOf} 筛查）`}
        extra={
          level === 'autonomous-region' ? (
            <Segmented
              size="small"
              value={by}
              options={[
                { value: 'children', label: LEVEL_NAMES.prefecture },
                { value: 'counties', label: LEVEL_NAMES.county },
              ]}
              onChange={(next) => change({ by: next === 'counties' ? 'counties' : undefined }, 'replace')}
            />
          ) : null
        }
      >
        <RankedRegions items={items} heading={below} leaf={level === 'township' || level === 'village'} />
      </Section>
    </>
  );
}

function Counties({ code }: { code: number }) {
  const { setArea } = useArea();
  const counties = useQuery(warnings.query.map.queryOptions({ input: { area: code, by: 'counties' } }));
  const places = useMemo(
    (): MapPlace[] =>
      (counties.data?.items ?? []).map((item) => ({
        countyCode: item.code / 1_000_000,
        name: item.name,
        value: perMille(item),
      })),
    [counties.data],
  );
  if (counties.isPending) return <Loading />;
  if (counties.isLoadingError) return <Failed error={counties.error} onRetry={() => void counties.refetch()} />;
  return (
    <Section title="分旗县示意图">
      <CountyMap
        figure="每千户预警数"
        unit="户"
        places={places}
        format={formatPerMille}
        onOpen={({ countyCode }) => setArea(countyCode * 1_000_000)}
      />
    </Section>
  );
}
