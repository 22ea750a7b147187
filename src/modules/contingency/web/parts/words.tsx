// How events and their terms are shown.

import { StateTag, type Tone } from '../../../../platform/web/detail-page.tsx';
import { ACTIVATION_STATES } from '../../domain/activation-states.ts';
import { contingencyPlanRegister } from '../../domain/contingency-plan-register.ts';
import { TERM_NAMES } from '../../domain/event-terms.ts';
import type { EventLine } from '../api.ts';

export const HAZARDS: Readonly<Record<string, string>> = contingencyPlanRegister.fields.insuranceKind.values ?? {};

const TONES: Readonly<Record<string, Tone>> = {
  proposed: 'orange',
  activated: 'red',
  ended: 'yellow',
  reviewed: 'green',
};

export function EventState({ state }: { state: string }) {
  return <StateTag tone={TONES[state] ?? 'plain'}>{ACTIVATION_STATES.names[state] ?? state}</StateTag>;
}

/** What is still to be done by when; late ones in red. */
export function Terms({ terms, asOf }: { terms: EventLine['terms']; asOf: string }) {
  return terms.map(({ term, dueOn }) => (
    <StateTag key={term} tone={dueOn < asOf ? 'red' : 'orange'}>
      {TERM_NAMES[term]} {dueOn < asOf ? `应于 ${dueOn} 前完成` : `${dueOn} 前`}
    </StateTag>
  ));
}
