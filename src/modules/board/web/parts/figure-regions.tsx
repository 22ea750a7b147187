// The figure of every league or county: on the map, and ranked. A league or county opens as the area of the board.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import { Section } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { changeOf, changeText, ranked } from '../../domain/standing.ts';
import { readableScale, type Scale, scaled, shownIn } from '../../domain/units.ts';
import { type Board, boardApi, type RankedRegions } from '../api.ts';

const CountyMap = lazy(() =>
  import('../../../../platform/web/charts/map.tsx').then((part) => ({ default: part.CountyMap })),
);

export type RankedLevel = 'prefecture' | 'county';
const LEVELS = [
  { value: 'prefecture', label: '盟市' },
  { value: 'county', label: '旗县' },
] as const;

type Row = RankedRegions['regions'][number] & { place?: number };

function columnsOf(unit: string, scale: Scale): ListColumn<Row>[] {
  return [
    { key: 'place', title: '名次', render: ({ place }) => place ?? '—', width: 64, align: 'right' },
    { key: 'name', title: '地区', render: ({ name }) => name, width: 180 },
    { key: 'value', title: `数值（${scale.unit}）`, render: (row) => shownIn(row, scale), width: 130, align: 'right' },
    {
      ...{ key: 'year', title: '去年同日', width: 120, align: 'right' },
      render: ({ lastYear }) => (lastYear ? shownIn(lastYear, scale) : '—'),
    },
    {
      ...{ key: 'change', title: '比去年', width: 130, align: 'right' },
      render: ({ number, lastYear }) => changeText(changeOf(number, lastYear?.number, unit), unit) || '—',
    },
  ];
}

type MapProps = Pick<RankedRegions, 'name' | 'regions'> & { scale: Scale };

function CountiesOnMap({ name, regions, scale }: MapProps) {
  const { setArea } = useArea();
  const places = useMemo(
    () =>
      regions.map(({ code, name: county, number }) => ({ countyCode: code / 1_000_000, name: county, value: number })),
    [regions],
  );
  return (
    <Suspense fallback={<Loading rows={10} />}>
      <CountyMap
        figure={name}
        unit={scale.unit}
        places={places}
        format={(value) => (value === undefined ? '—' : scaled(value, scale))}
        onOpen={({ countyCode }) => setArea(countyCode * 1_000_000)}
      />
    </Suspense>
  );
}

type Props = { board: Board; figure: string; level: RankedLevel; onLevel: (level: RankedLevel) => void };

/** Nothing below a county: there its townships stand on the page of the figure. */
export function FigureRegions({ board, figure, level: asked, onLevel }: Props) {
  const { setArea } = useArea();
  const level = board.level === 'autonomous-region' ? asked : 'county';
  const query = useQuery({
    ...boardApi.query.regions.queryOptions({ input: { area: board.area, day: board.day, figure, level } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const scale = useMemo(() => readableScale(data?.regions.map(({ number }) => number) ?? [], data?.unit ?? ''), [data]);
  return (
    <Section
      title={`各地排名${data ? `：${data.name}` : ''}`}
      extra={
        board.level === 'autonomous-region' ? (
          <Segmented size="small" aria-label="按哪一级排名" value={level} options={[...LEVELS]} onChange={onLevel} />
        ) : null
      }
    >
      {query.isPending ? <Loading rows={8} /> : null}
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {data ? (
        <>
          {level === 'county' ? <CountiesOnMap name={data.name} regions={data.regions} scale={scale} /> : null}
          <SmallTable<Row>
            label="各地排名"
            columns={columnsOf(data.unit, scale)}
            rows={ranked(data.regions)}
            rowKey={({ code }) => code}
            onOpen={({ code }) => setArea(code)}
            none="没有下级地区"
          />
        </>
      ) : null}
    </Section>
  );
}
