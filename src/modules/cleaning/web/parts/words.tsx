// How issues and runs are shown.

import { StateTag, type Tone } from '../../../../platform/web/detail-page.tsx';
import { SEVERITIES, type Severity } from '../../domain/rule-definition.ts';
import { RUN_STATES, type RunState, STAGES, type Stage } from '../../domain/words.ts';

const STAGE_TONES: Record<Stage, Tone> = {
  ...{ found: 'orange', assigned: 'orange', answered: 'yellow', signed: 'yellow' },
  ...{ explained: 'green', corrected: 'green' },
};
const SEVERITY_TONES: Record<Severity, Tone> = { block: 'red', warn: 'orange', info: 'plain' };
const RUN_TONES: Record<RunState, Tone> = {
  queued: 'yellow',
  running: 'yellow',
  done: 'green',
  failed: 'red',
  cancelled: 'plain',
};

export const StageTag = ({ stage }: { stage: Stage }) => <StateTag tone={STAGE_TONES[stage]}>{STAGES[stage]}</StateTag>;
export const SeverityTag = ({ severity }: { severity: Severity }) => (
  <StateTag tone={SEVERITY_TONES[severity]}>{SEVERITIES[severity]}</StateTag>
);
export const RunTag = ({ state }: { state: RunState }) => (
  <StateTag tone={RUN_TONES[state]}>{RUN_STATES[state]}</StateTag>
);

/** One part of a whole as percent, nothing of nothing. */
export const shareText = (part: number, whole: number) => (whole === 0 ? '—' : `${((part * 100) / whole).toFixed(1)}%`);
/** Of a thousand persons. */
export const perThousand = (issues: number, persons: number) =>
  persons === 0 ? '—' : ((issues * 1000) / persons).toFixed(1);
