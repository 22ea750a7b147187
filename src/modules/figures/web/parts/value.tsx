// A value as it is printed, with its unit; what is none says why.

import type { FigureLine } from '../api.ts';

type Shown = Pick<FigureLine, 'status' | 'shown' | 'value'> & { unit: string };

export function FigureValue({ status, shown, value, unit }: Shown) {
  if (status !== 'value') return <span className="sw-quiet">{shown}</span>;
  return (
    <span title={`准确值 ${value}`}>
      {shown}
      {/^[\d≥>.-]/.test(shown) ? <small> {unit}</small> : null}
    </span>
  );
}
