// Shares of the ranked regions as bars; the numbers stand in the table above it.

import { useMemo } from 'react';
import { ChartCanvas } from '../../../../platform/web/charts/chart-canvas.tsx';
import { COLOURS, FONTS } from '../../../../platform/web/look/theme.ts';
import type { BulletinRow } from '../api.ts';

/** More bars than this nobody can read. */
const MOST_BARS = 30;

export function RankChart({ rows }: { rows: readonly BulletinRow[] }) {
  const ended = useMemo(() => rows.filter(({ done }) => done > 0).slice(0, MOST_BARS), [rows]);
  const option = useMemo(
    () => ({
      animation: false,
      color: [COLOURS.brand],
      textStyle: { fontFamily: FONTS, color: COLOURS.text },
      grid: { left: 8, right: 48, top: 8, bottom: 8, containLabel: true },
      tooltip: { renderMode: 'richText', trigger: 'axis', axisPointer: { type: 'none' } },
      xAxis: {
        type: 'value',
        max: 100,
        axisLabel: { formatter: '{value}%' },
        splitLine: { lineStyle: { color: COLOURS.border } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: ended.map(({ name }) => name),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: COLOURS.border } },
        axisLabel: { color: COLOURS.text },
      },
      series: [
        {
          type: 'bar',
          name: '按期办结率（%）',
          barMaxWidth: 18,
          label: { show: true, position: 'right', formatter: '{c}%', color: COLOURS.text },
          data: ended.map(({ done, onTime }) => Math.round((onTime / done) * 1000) / 10),
        },
      ],
    }),
    [ended],
  );
  if (ended.length === 0) return null;
  return <ChartCanvas option={option} height={40 + ended.length * 30} label="各地区按期办结率，数字见上表" />;
}
