// The door of the slice.

import '../domain/problems.ts';

export { act, keepFiles } from './act.ts';
export { actOnMany } from './act-on-many.ts';
export { CASE_COLUMNS, CASE_JOINS, type CaseOfHousehold, caseUnderWay, HELPED } from './case-columns.ts';
export { ITEM_COLUMNS, type ItemRow, presentItem } from './case-items.ts';
export { conditionsOf, lineFenOn } from './circumstances.ts';
export { caseFile } from './downloads.ts';
export { countCasesIn, followHouseholds, moveAlong } from './follow.ts';
export { casesHandlers } from './handlers.ts';
export type { CasesHooks } from './hooks.ts';
export {
  actionsOfCases,
  type CaseRow,
  caseName,
  foldContextOf,
  type LoadedCase,
  loadCase,
  loadCases,
} from './load-case.ts';
export { filesOfCases } from './named-files.ts';
export { openOrJoin } from './open-case.ts';
export { resumeRecompute, startRecompute } from './recompute.ts';
export { noteVisit } from './save-case.ts';
