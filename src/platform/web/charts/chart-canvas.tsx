// A place for one chart: loads the chart code when first seen, follows the width of the page, cleans up after itself.

import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { Failed } from '../states.tsx';
import type { ECharts } from './echarts.ts';

export type ChartCanvasProps = {
  option: EChartsCoreOption;
  height: number;
  /** What the chart says, for those who cannot see it. */
  label: string;
  /** Runs once before the first drawing, for example to register a map. */
  prepare?: () => Promise<void>;
  onClick?: (dataIndex: number) => void;
};

export function ChartCanvas({ option, height, label, prepare, onClick }: ChartCanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const [failure, setFailure] = useState<unknown>();
  const latest = useRef({ option, onClick, prepare });
  latest.current = { option, onClick, prepare };

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let gone = false;
    const watcher = new ResizeObserver(() => chart.current?.resize());
    async function start(target: HTMLDivElement) {
      const { init } = await import('./echarts.ts');
      await latest.current.prepare?.();
      if (gone) return;
      chart.current = init(target);
      chart.current.setOption(latest.current.option);
      chart.current.on('click', ({ dataIndex }) => latest.current.onClick?.(dataIndex));
      watcher.observe(target);
    }
    start(element).catch(setFailure);
    return () => {
      gone = true;
      watcher.disconnect();
      chart.current?.dispose();
      chart.current = undefined;
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(option, true);
  }, [option]);

  if (failure) return <Failed error={failure} />;
  return <div ref={place} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}
