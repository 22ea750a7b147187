// How a round goes on day by day: what was seen each day as bars, and how much of all by then as a line; the last days in a table.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ChartCanvas } from '../../../../platform/web/charts/chart-canvas.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { COLOURS, FONTS } from '../../../../platform/web/look/theme.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { ratio } from '../../domain/coverage.ts';
import { type Days, sweeps } from '../api.ts';
import { countColumn, rateColumn } from './words.tsx';

/** Rows of the table; the chart has all days. */
const LAST_DAYS = 7;

type Day = Days['days'][number];

export function DailyCurve({ number, area }: { number: string; area: number }) {
  const query = useQuery({
    ...sweeps.query.days.queryOptions({ input: { number, area } }),
    placeholderData: keepPreviousData,
  });
  if (query.isPending) return <Loading rows={4} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const { due, days } = query.data;
  if (days.length === 0) return <p className="sw-quiet">轮次还没有开始。</p>;
  return (
    <>
      <Curve due={due} days={days} />
      <SmallTable
        label="近七日核查"
        columns={columnsOf(due)}
        rows={days.slice(-LAST_DAYS).reverse()}
        rowKey={({ day }) => day}
        none=""
      />
    </>
  );
}

const columnsOf = (due: number): ListColumn<Day>[] => [
  { key: 'day', title: '日期', render: ({ day }) => day, width: 110 },
  countColumn('done', '当日查到（户）', ({ done }) => done),
  countColumn('inPerson', '其中入户（户）', ({ inPerson }) => inPerson),
  countColumn('total', '累计已查（户）', ({ total }) => total),
  rateColumn('covered', '累计覆盖率', ({ total }) => ratio(total, due)),
];

function Curve({ due, days }: Days) {
  const option = useMemo(() => curveOption({ due, days }), [due, days]);
  return <ChartCanvas option={option} height={240} label="逐日核查户数和累计覆盖率，近七日的数字见下表" />;
}

const QUIET_AXIS = { axisTick: { show: false }, axisLine: { lineStyle: { color: COLOURS.border } } };

function curveOption({ due, days }: Days) {
  return {
    animation: false,
    color: [COLOURS.brand, COLOURS.orange],
    textStyle: { fontFamily: FONTS, color: COLOURS.text },
    grid: { left: 8, right: 8, top: 40, bottom: 8, containLabel: true },
    legend: { top: 0, left: 8, itemWidth: 14, itemHeight: 10, textStyle: { color: COLOURS.text } },
    tooltip: { renderMode: 'richText', trigger: 'axis', axisPointer: { type: 'none' } },
    xAxis: { type: 'category', data: days.map(({ day }) => day.slice(5)), ...QUIET_AXIS },
    yAxis: [
      { type: 'value', minInterval: 1, name: '户', splitLine: { lineStyle: { color: COLOURS.border } } },
      { type: 'value', max: 100, axisLabel: { formatter: '{value}%' }, splitLine: { show: false } },
    ],
    series: [
      { type: 'bar', name: '当日查到（户）', barMaxWidth: 18, data: days.map(({ done }) => done) },
      {
        ...{ type: 'line', name: '累计覆盖率（%）', yAxisIndex: 1, showSymbol: false },
        data: days.map(({ total }) => (ratio(total, due) ?? 0) / 100),
      },
    ],
  };
}
