// How states of clues are written.

import { StateTag, type Tone } from '../../../../platform/web/detail-page.tsx';
import { CLUE_STATE_NAMES, type ClueState } from '../../domain/words.ts';

const CLUE_TONES: Record<ClueState, Tone> = { open: 'orange', linked: 'green', dismissed: 'plain' };

export function ClueStateTag({ state }: { state: ClueState }) {
  return <StateTag tone={CLUE_TONES[state]}>{CLUE_STATE_NAMES[state]}</StateTag>;
}
