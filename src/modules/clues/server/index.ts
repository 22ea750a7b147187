// The door of the slice.

import '../domain/problems.ts';

export {
  addClue,
  type ClueRow,
  type ClueSecret,
  findHousehold,
  insertClue,
  linkClues,
  lockClues,
} from './clues.ts';
export { cluesOfCase } from './clues-of-case.ts';
export { exportClues } from './export-clues.ts';
export { countCluesIn, followVillages, moveClues, takeChecked } from './follow.ts';
export { cluesHandlers } from './handlers.ts';
export type { CluesHooks } from './hooks.ts';
export {
  clueFigureCondition,
  countOpenClues,
  fromClues,
  type ListedClue,
  presentClue,
  selectClues,
} from './list-clues.ts';
export { filesOfClues } from './named-files.ts';
export { receiptKey } from './receipt-key.ts';
