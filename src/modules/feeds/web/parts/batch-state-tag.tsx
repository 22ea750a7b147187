import { StateTag, type Tone } from '../../../../platform/web/detail-page.tsx';
import { BATCH_STATE_NAMES, type BatchState } from '../../domain/batch-state.ts';

const TONES: Record<BatchState, Tone> = {
  queued: 'yellow',
  loading: 'yellow',
  held: 'red',
  loaded: 'green',
  failed: 'red',
  cancelled: 'plain',
  withdrawn: 'plain',
  undoing: 'yellow',
  undone: 'plain',
};

export function BatchStateTag({ state }: { state: BatchState }) {
  return <StateTag tone={TONES[state]}>{BATCH_STATE_NAMES[state]}</StateTag>;
}
