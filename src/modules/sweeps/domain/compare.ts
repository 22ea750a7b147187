// What a recheck found, held against the first visit field by field. Who rechecks has not seen the first answers.

import { type Answers, askedOf, type Question } from './survey.ts';

export type Seen = { answers: Answers; result: string };

/** Codes of fields that differ; `result` is the conclusion. A field that one of the two was not asked is not compared. */
export function differencesOf(
  questions: readonly Question[],
  lists: readonly string[],
  first: Seen,
  second: Seen,
): string[] {
  const asked = askedOf(questions, lists).flatMap(({ code }) => {
    const [a, b] = [first.answers[code], second.answers[code]];
    return a !== undefined && b !== undefined && a !== b ? [code] : [];
  });
  return first.result === second.result ? asked : [...asked, 'result'];
}
