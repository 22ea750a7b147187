// Words, numbers and tags that the pages of assessment share.

import { StateTag, type Tone } from '../../../../platform/web/detail-page.tsx';
import { pointsText } from '../../domain/exact.ts';
import { GRADES, type Grade } from '../../domain/reckon.ts';
import { SCHEME_STATES } from '../../domain/registers/scheme-states.ts';

const TONES: Readonly<Record<Grade, Tone>> = { good: 'green', 'fairly-good': 'plain', fair: 'yellow', poor: 'red' };

export function GradeTag({ grade }: { grade: Grade | undefined }) {
  return grade ? <StateTag tone={TONES[grade]}>{GRADES[grade]}</StateTag> : <span className="sw-quiet">不排名</span>;
}

export function SchemeState({ state }: { state: string }) {
  return <StateTag tone={state === 'published' ? 'green' : 'plain'}>{SCHEME_STATES.names[state] ?? state}</StateTag>;
}

/** Hundredths of a point; what is missing is said. */
export const points = (value: number | undefined): string => (value === undefined ? '缺项' : pointsText(value));
export const TARGET_WORDS = { counties: '旗县', leagues: '盟市' } as const;
