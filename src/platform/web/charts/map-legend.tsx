// What the colours of a map mean, and how many places bear each.

import { STEPS } from '../look/theme.ts';
import type { MapClass } from './quantiles.ts';

type LegendProps = {
  classes: MapClass[];
  format: (value: number | undefined) => string;
  unit: string;
  unknown: boolean;
};

export function MapLegend({ classes, format, unit, unknown }: LegendProps) {
  return (
    <ul className="sw-legend">
      {classes.map(({ low, high, count }, index) => (
        <li key={low}>
          <i style={{ background: stepOf(index, classes.length) }} />
          {low === high ? format(low) : `${format(low)} – ${format(high)}`} {unit}
          <span className="sw-quiet">（{count} 个）</span>
        </li>
      ))}
      {unknown ? (
        <li>
          <i className="sw-legend-none" />
          无数据
        </li>
      ) : null}
    </ul>
  );
}

/** Fewer classes than steps are spread over the whole range of colours. */
export function stepOf(index: number, count: number): (typeof STEPS)[number] {
  const step = count > 1 ? Math.round((index * (STEPS.length - 1)) / (count - 1)) : 2;
  return STEPS[step] ?? STEPS[2];
}
