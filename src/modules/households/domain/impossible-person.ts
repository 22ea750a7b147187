// Persons who cannot be as their record says: each is a data issue, and the record comes in.

import type { PlainDate } from '../../../kernel/plain-date.ts';

const EARLIEST: PlainDate = 19000101;

/** 1 male, 2 female, as the number of an ID says it; anything else is not compared. */
export const SEX_WORDS: Readonly<Record<string, number>> = { 男: 1, 女: 2, 男性: 1, 女性: 2 };

/** Codes of the data issues of a sound ID. `sex` is what the record says, `idSex` what the ID says; 0 is not known. */
export function impossibleOf(person: { birth: PlainDate; idSex: number; sex: number }, today: PlainDate): string[] {
  const { birth, idSex, sex } = person;
  const issues: string[] = [];
  if (birth > today) issues.push('birth-in-future');
  if (birth > 0 && birth < EARLIEST) issues.push('birth-too-early');
  if (sex > 0 && idSex > 0 && sex !== idSex) issues.push('sex-differs');
  return issues;
}
