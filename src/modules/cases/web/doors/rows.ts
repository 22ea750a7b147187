// A door for pages of slices above that list cases, without the forms of the actions.

export { CASE_COLUMNS, columnsNamed, toneOfRow } from '../parts/case-columns.tsx';
export { nextKind, possibleDialogs, walkNow, walkOf } from '../parts/case-reading.ts';
export { NextAction, NextActionDialog, useNextKind } from '../parts/next-action.tsx';
export { ClockWords, MarkTags } from '../parts/words.tsx';
export type { CaseDetail, CaseItem, DetailValues } from '../types.ts';
