// How rounds and their rates are shown.

import { StateTag, type Tone } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { formatCount, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { SWEEP_STATES } from '../../domain/sweep-states.ts';

const TONES: Readonly<Record<string, Tone>> = { issued: 'orange', rechecking: 'yellow', closed: 'green' };

/** Issued and begun is told apart from issued for later. */
export function RoundState({ state, startsOn, asOf }: { state: string; startsOn: string; asOf: string }) {
  const words = state === 'issued' && startsOn <= asOf ? '进行中' : (SWEEP_STATES.names[state] ?? state);
  return <StateTag tone={TONES[state] ?? 'plain'}>{words}</StateTag>;
}

/** Ten-thousandths as percent. */
export const rateText = (ratio: number | undefined) => (ratio === undefined ? UNKNOWN : `${(ratio / 100).toFixed(1)}%`);

export const countColumn = <Row,>(key: string, title: string, of: (row: Row) => number): ListColumn<Row> => ({
  ...{ key, title, width: 96, align: 'right' },
  render: (row) => formatCount(of(row)),
});

export const rateColumn = <Row,>(
  key: string,
  title: string,
  of: (row: Row) => number | undefined,
): ListColumn<Row> => ({
  ...{ key, title, width: 100, align: 'right' },
  render: (row) => rateText(of(row)),
});
