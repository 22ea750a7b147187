// The door of the slice.

export { sweepsDownloads } from './downloads.ts';
export { sweepsDues } from './dues.ts';
export { sweepsEffects } from './effects.ts';
export { sweepsGuards } from './guards.ts';
export { sweepsHandlers } from './handlers.ts';
export { filesOfSweeps } from './named-files.ts';
export { busiestVillages, readBoard } from './read-board.ts';
export { readDays } from './read-days.ts';
export { listItems } from './read-items.ts';
export { recordVisit } from './record-visit.ts';
export { refreshLists, tendSweeps } from './refresh-lists.ts';
export { openItemsSql, openRechecksSql, takeRoundsAlong } from './take-along.ts';
export { countVillages } from './village-counts.ts';
