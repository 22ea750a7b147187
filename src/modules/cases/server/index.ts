// The door of the slice.

import '../domain/problems.ts';

export { act, keepFiles } from './act.ts';
export { actOnMany } from './cases-bulk.ts';
export { conditionsOf, lineFenOn } from './circumstances.ts';
export {
  addClue,
  type ClueSecret,
  fromClues,
  insertClue,
  type ListedClue,
  presentClue,
  selectClues,
} from './clues.ts';
export { casesDownloads } from './downloads.ts';
export { countCasesIn, followHouseholds, followVillages, moveAlong, takeChecked } from './follow.ts';
export { casesHandlers } from './handlers.ts';
export type { CasesHooks } from './hooks.ts';
export { CASE_COLUMNS, CASE_JOINS, type CaseOfHousehold, HELPED } from './lists/case-columns.ts';
export { clueFigureCondition, figureCondition, type Period, stepsOfCases } from './lists/figure-conditions.ts';
export { householdText } from './lists/find-text.ts';
export {
  actionsOfCases,
  type CaseRow,
  caseName,
  foldContextOf,
  type LoadedCase,
  loadCase,
  loadCases,
} from './load-case.ts';
export { namedFiles } from './named-files.ts';
export { openOrJoin } from './open-case.ts';
export { receiptKey } from './receipt-key.ts';
export { resumeRecompute, startRecompute } from './recompute.ts';
export { noteVisit } from './save-case.ts';
