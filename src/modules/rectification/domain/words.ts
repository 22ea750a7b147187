// Codes of the slice's registers in words, for pages and papers.

import { PROBLEM_STATES } from './problem-states.ts';
import { cardRegister } from './registers/card-register.ts';
import { fixCheckRegister } from './registers/fix-check-register.ts';
import { problemClaimRegister } from './registers/problem-claim-register.ts';
import { problemRegister } from './registers/problem-register.ts';
import { PROBLEM_SOURCES } from './sources.ts';

type Words = Readonly<Record<string, string>>;
const wordsOf = ({ values }: { values?: Words | undefined }): Words => values ?? {};

export const SOURCES: Words = PROBLEM_SOURCES;
export const NATURES = wordsOf(problemRegister.fields.problemNature);
export const KINDS = wordsOf(problemRegister.fields.rectificationKind);
export const FINDINGS = wordsOf(problemClaimRegister.fields.finding);
export const SAMPLES = wordsOf(problemClaimRegister.fields.sampleFinding);
export const CHECK_LEVELS = wordsOf(fixCheckRegister.fields.level);
export const VERDICTS = wordsOf(fixCheckRegister.fields.verdict);
export const WAYS = wordsOf(fixCheckRegister.fields.way);
export const COLOURS = wordsOf(cardRegister.fields.colour);

export const stateName = (state: string) => PROBLEM_STATES.names[state] ?? state;
