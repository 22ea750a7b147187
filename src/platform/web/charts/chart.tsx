// Composition bars: what a sum is made of, one bar for each year or place; the same numbers stand in the table below.

import type { EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import { COLOURS, FONTS, PARTS } from '../look/theme.ts';
import { UNKNOWN } from '../numbers.ts';
import { ChartCanvas } from './chart-canvas.tsx';

export type CompositionBar = { label: string; values: Record<string, number | undefined> };

export type CompositionBarsProps = {
  /** Names the chart. */
  title: string;
  unit: string;
  parts: { key: string; name: string }[];
  bars: CompositionBar[];
  /** Writes one value, without its unit. */
  format: (value: number | undefined) => string;
  /** A value worked out elsewhere from the parts, shown as the last column: net income. */
  result?: { name: string; valueOf: (bar: CompositionBar) => number | undefined };
};

export function CompositionBars({ title, unit, parts, bars, format, result }: CompositionBarsProps) {
  const option = useMemo(() => barsOption(parts, bars, format), [parts, bars, format]);
  return (
    <figure className="sw-figure">
      <ChartCanvas option={option} height={48 + bars.length * 34} label={`${title}，单位：${unit}`} />
      <table className="sw-plain-table">
        <caption>
          {title}(单位：{unit})
        </caption>
        <thead>
          <tr>
            <th scope="col" />
            {parts.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
            {result ? <th scope="col">{result.name}</th> : null}
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.label}>
              <th scope="row">{bar.label}</th>
              {parts.map(({ key }) => (
                <td key={key}>{bar.values[key] === undefined ? UNKNOWN : format(bar.values[key])}</td>
              ))}
              {result ? <td>{format(result.valueOf(bar))}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function barsOption(
  parts: CompositionBarsProps['parts'],
  bars: CompositionBar[],
  format: CompositionBarsProps['format'],
): EChartsCoreOption {
  return {
    animation: false,
    color: [...PARTS],
    textStyle: { fontFamily: FONTS, color: COLOURS.text },
    grid: { left: 56, right: 16, top: 32, bottom: 4 },
    legend: { top: 0, left: 48, itemWidth: 12, itemHeight: 10, textStyle: { color: COLOURS.text } },
    tooltip: {
      renderMode: 'richText',
      trigger: 'axis',
      axisPointer: { type: 'none' },
      valueFormatter: (value: unknown) => format(toNumber(value)),
    },
    xAxis: { type: 'value', axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map((bar) => bar.label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: COLOURS.border } },
      axisLabel: { color: COLOURS.text },
    },
    series: parts.map(({ key, name }) => ({
      type: 'bar',
      name,
      stack: 'sum',
      barWidth: 18,
      data: bars.map((bar) => bar.values[key] ?? null),
    })),
  };
}

function toNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
